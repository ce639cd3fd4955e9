import type { Metadata } from "next";
import { ListView } from "@/components/pipeline/list-view";
import { loadCandidates } from "@/lib/pipeline/queries/list";
import { listAddress } from "@/lib/pipeline/schema/address";

export const metadata: Metadata = { title: "Hồ sơ" };

export default async function PipelinePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  const asked = await searchParams;
  const { filter, address } = listAddress(asked);
  const list = await loadCandidates(filter);

  return <ListView list={list} filter={filter} address={address} moved={asked.done === "moved"} />;
}
