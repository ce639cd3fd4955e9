import type { Metadata } from "next";
import { ComparisonView } from "@/components/periods/comparison-view";
import { toldOnce } from "@/components/reports/address";
import { loadComparison } from "@/lib/periods/queries/snapshots";

export const metadata: Metadata = { title: "So sánh hai bản chốt" };

type Address = {
  params: Promise<{ snapshotId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ComparisonPage({ params, searchParams }: Address) {
  const { snapshotId } = await params;
  const told = toldOnce(await searchParams);

  return <ComparisonView page={await loadComparison(snapshotId, told.with ?? "")} />;
}
