import type { Metadata } from "next";
import { toldOnce } from "@/components/reports/address";
import { SourcesReportView } from "@/components/reports/sources-report-view";
import { loadSourcesPage } from "@/lib/reports/queries/sources";
import { boardAddress } from "@/lib/reports/schema";

export const metadata: Metadata = { title: "Nguồn và Đoàn" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SourcesPage({ searchParams }: Address) {
  const told = toldOnce(await searchParams);
  const page = await loadSourcesPage(boardAddress.parse(told));

  return <SourcesReportView page={page} told={told} />;
}
