import type { Metadata } from "next";
import { SearchView } from "@/components/organisation/search-view";
import { loadFoundUnits } from "@/lib/organisation/queries/tree";

export const metadata: Metadata = { title: "Tìm kiếm" };

export default async function SearchPage({ searchParams }: { searchParams: Promise<{ q?: string }> }) {
  const { q = "" } = await searchParams;
  const units = q.trim() ? await loadFoundUnits(q) : [];

  return <SearchView typed={q} units={units} />;
}
