import type { Metadata } from "next";
import { SnapshotView } from "@/components/periods/snapshot-view";
import { toldOnce } from "@/components/reports/address";
import { qrForPage } from "@/lib/periods/export/file";
import { loadSnapshot } from "@/lib/periods/queries/snapshots";

export const metadata: Metadata = { title: "Bản chốt số liệu" };

type Address = {
  params: Promise<{ snapshotId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function SnapshotPage({ params, searchParams }: Address) {
  const { snapshotId } = await params;
  const { done } = toldOnce(await searchParams);
  const page = await loadSnapshot(snapshotId);

  return <SnapshotView page={page} qr={await qrForPage(page.address)} done={done} />;
}
