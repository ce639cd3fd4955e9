import type { Metadata } from "next";
import { toldOnce } from "@/components/reports/address";
import { SourcesReportView } from "@/components/reports/sources-report-view";
import { loadSourcesPage } from "@/lib/reports/queries/sources-page";
import { boardAddress } from "@/lib/reports/schema";

export const metadata: Metadata = { title: "Nguồn và Đoàn" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SourcesPage({ searchParams }: Address) {
  const told = toldOnce(await searchParams);
  const address = boardAddress.parse(told);
  const page = await loadSourcesPage(address);

  return <SourcesReportView page={page} told={told} tab={address.tab} />;
}
