import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { toldOnce } from "@/components/reports/address";
import { OfficialView } from "@/components/reports/official-view";
import { ReportView } from "@/components/reports/report-view";
import { loadOfficialPage } from "@/lib/reports/queries/official-page";
import { loadReportPage } from "@/lib/reports/queries/page";
import { OFFICIAL_REPORTS } from "@/lib/reports/rules/layout";
import { boardAddress } from "@/lib/reports/schema";

export const metadata: Metadata = { title: "Báo cáo" };

type Address = {
  params: Promise<{ report: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ReportPage({ params, searchParams }: Address) {
  const { report } = await params;
  const told = toldOnce(await searchParams);
  const address = boardAddress.parse(told);
  const official = report === "probation" ? report : OFFICIAL_REPORTS.find((known) => known === report);
  if (official)
    return <OfficialView page={await loadOfficialPage(official, address)} address={address} told={told} />;
  if (report !== "attainment" && report !== "funnel" && report !== "classes") notFound();
  const page = await loadReportPage(report, address);

  return <ReportView page={page} address={address} told={told} />;
}
