import type { Metadata } from "next";
import { toldOnce } from "@/components/reports/address";
import { CoverageView } from "@/components/reports/coverage-view";
import { loadCoveragePage } from "@/lib/reports/queries/coverage";
import { boardAddress } from "@/lib/reports/schema";

export const metadata: Metadata = { title: "Nguồn so với chỉ tiêu" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CoveragePage({ searchParams }: Address) {
  const told = toldOnce(await searchParams);
  const address = boardAddress.parse(told);
  const page = await loadCoveragePage(address);

  return <CoverageView page={page} address={address} told={told} />;
}
