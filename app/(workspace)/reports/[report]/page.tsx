import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { toldOnce } from "@/components/reports/address";
import { ReportView } from "@/components/reports/report-view";
import { loadReportPage } from "@/lib/reports/queries/page";
import { boardAddress } from "@/lib/reports/schema";

export const metadata: Metadata = { title: "Báo cáo" };

type Address = {
  params: Promise<{ report: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ReportPage({ params, searchParams }: Address) {
  const { report } = await params;
  if (report !== "attainment" && report !== "funnel" && report !== "classes") notFound();
  const told = toldOnce(await searchParams);
  const address = boardAddress.parse(told);
  const page = await loadReportPage(report, address);

  return <ReportView page={page} address={address} told={told} />;
}
