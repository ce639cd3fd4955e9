import type { Metadata } from "next";
import { ChaptersView } from "@/components/sources/chapters-view";
import { today } from "@/lib/platform/clock";
import { loadChapters } from "@/lib/sources/queries/rating";
import { yearOfAddress } from "@/lib/sources/schema";

export const metadata: Metadata = { title: "Xếp loại đoàn viên" };

type Address = { searchParams: Promise<{ year?: string; all?: string; after?: string }> };

export default async function ChaptersPage({ searchParams }: Address) {
  const { year: typed = "", all, after = null } = await searchParams;
  const year = yearOfAddress(typed, today());
  const list = await loadChapters(year, all !== "yes", after);

  return <ChaptersView list={list} year={year} all={all === "yes"} />;
}
