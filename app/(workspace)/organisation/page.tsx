import type { Metadata } from "next";
import { OrganisationView } from "@/components/organisation/organisation-view";
import { loadFoundUnits, loadUnitTree } from "@/lib/organisation/queries/tree";

export const metadata: Metadata = { title: "Tổ chức đảng" };

type Address = { searchParams: Promise<{ unit?: string; q?: string }> };

export default async function OrganisationPage({ searchParams }: Address) {
  const { unit, q = "" } = await searchParams;
  const [page, found] = await Promise.all([loadUnitTree(unit ?? null), q ? loadFoundUnits(q) : []]);

  return <OrganisationView key={page.here} page={page} typed={q} found={found} />;
}
