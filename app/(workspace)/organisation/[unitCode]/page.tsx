import type { Metadata } from "next";
import { UnitView } from "@/components/organisation/unit-view";
import { loadUnit } from "@/lib/organisation/queries/unit";

export const metadata: Metadata = { title: "Đơn vị" };

type Address = { params: Promise<{ unitCode: string }>; searchParams: Promise<{ done?: string }> };

export default async function UnitPage({ params, searchParams }: Address) {
  const { unitCode } = await params;
  const { done } = await searchParams;
  const page = await loadUnit(decodeURIComponent(unitCode));

  return <UnitView page={page} done={done ?? null} />;
}
