import type { Metadata } from "next";
import { toldOnce } from "@/components/reports/address";
import { ReportIndexView } from "@/components/reports/report-index-view";
import { loadReportIndex } from "@/lib/reports/queries/official-page";
import { boardAddress } from "@/lib/reports/schema";

export const metadata: Metadata = { title: "Báo cáo" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ReportsPage({ searchParams }: Address) {
  const told = toldOnce(await searchParams);
  const index = await loadReportIndex(boardAddress.parse(told));

  return <ReportIndexView index={index} told={told} />;
}
