import type { Metadata } from "next";
import { OutstandingView } from "@/components/sources/outstanding-view";
import { today } from "@/lib/platform/clock";
import { loadChapterYear } from "@/lib/sources/queries/rating";
import { yearOfAddress } from "@/lib/sources/schema";

export const metadata: Metadata = { title: "Chọn đoàn viên ưu tú" };

type Address = {
  params: Promise<{ unitCode: string }>;
  searchParams: Promise<{ year?: string; done?: string }>;
};

export default async function OutstandingPage({ params, searchParams }: Address) {
  const { year = "", done } = await searchParams;
  const chapter = await loadChapterYear((await params).unitCode, yearOfAddress(year, today()));

  return <OutstandingView chapter={chapter} done={done ?? null} />;
}
