import type { Metadata } from "next";
import { SnapshotsView } from "@/components/periods/snapshots-view";
import { toldOnce } from "@/components/reports/address";
import { loadSnapshots } from "@/lib/periods/queries/snapshots";
import { snapshotsAddress } from "@/lib/periods/schema";

export const metadata: Metadata = { title: "Bản chốt số liệu" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SnapshotsPage({ searchParams }: Address) {
  const told = toldOnce(await searchParams);

  return <SnapshotsView page={await loadSnapshots(snapshotsAddress.parse(told))} />;
}
