import type { Metadata } from "next";
import { AllocationView } from "@/components/quotas/allocation-view";
import { toldOnce } from "@/components/reports/address";
import { QUOTA_SOURCES } from "@/lib/quotas/rules/quota";
import { loadAllocation } from "@/lib/reports/queries/allocation";

export const metadata: Metadata = { title: "Giao chỉ tiêu" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AllocationPage({ searchParams }: Address) {
  const { unit, year, source, done } = toldOnce(await searchParams);
  const page = await loadAllocation({
    unit: unit ?? null,
    year: /^(19|20)\d\d$/.test(year ?? "") ? Number(year) : null,
    source: QUOTA_SOURCES.find((known) => known === source) ?? "ASSIGNED",
  });

  return (
    <AllocationView
      key={[page.unit.code, page.year, page.source, done].join()}
      page={page}
      done={/^\d{1,4}$/.test(done ?? "") ? Number(done) : null}
    />
  );
}
