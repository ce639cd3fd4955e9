import type { Metadata } from "next";
import { SearchView } from "@/components/people/search-view";
import { loadFoundUnits } from "@/lib/organisation/queries/tree";
import { loadFoundPeople } from "@/lib/people/queries/search";

export const metadata: Metadata = { title: "Tìm kiếm" };

export default async function SearchPage({ searchParams }: { searchParams: Promise<{ q?: string }> }) {
  const { q = "" } = await searchParams;
  const typed = q.trim();
  const [people, units] = typed
    ? await Promise.all([loadFoundPeople(typed), loadFoundUnits(typed)])
    : [null, []];

  return <SearchView typed={typed} people={people} units={units} />;
}
