import type { Metadata } from "next";
import { RatingView } from "@/components/sources/rating-view";
import { today } from "@/lib/platform/clock";
import { loadChapterYear } from "@/lib/sources/queries/rating";
import { yearOfAddress } from "@/lib/sources/schema";

export const metadata: Metadata = { title: "Xếp loại đoàn viên" };

type Address = {
  params: Promise<{ unitCode: string }>;
  searchParams: Promise<{ year?: string; done?: string }>;
};

export default async function RatingPage({ params, searchParams }: Address) {
  const { year = "", done } = await searchParams;
  const chapter = await loadChapterYear((await params).unitCode, yearOfAddress(year, today()));

  return <RatingView chapter={chapter} done={done ?? null} />;
}
