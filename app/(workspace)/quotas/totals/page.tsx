import type { Metadata } from "next";
import { toldOnce } from "@/components/reports/address";
import { TotalsView } from "@/components/totals/totals-view";
import { loadPastTotals } from "@/lib/totals/queries/totals";
import { totalsAddress } from "@/lib/totals/schema";

export const metadata: Metadata = { title: "Số liệu gộp" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TotalsPage({ searchParams }: Address) {
  const told = toldOnce(await searchParams);
  const page = await loadPastTotals(totalsAddress.parse(told));

  return <TotalsView page={page} done={told.done === "1"} />;
}
