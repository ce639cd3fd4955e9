import type { Metadata } from "next";
import { CaretakersView } from "@/components/briefings/caretakers-view";
import { toldOnce } from "@/components/reports/address";
import { loadCaretakers } from "@/lib/briefings/queries/briefings";

export const metadata: Metadata = { title: "Phân công phụ trách" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Address) {
  const page = await loadCaretakers(toldOnce(await searchParams).unit ?? null);

  return <CaretakersView page={page} />;
}
