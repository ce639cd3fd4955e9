import type { Metadata } from "next";
import { VerifyView } from "@/components/periods/verify-view";
import { toldOnce } from "@/components/reports/address";
import { loadVerification } from "@/lib/periods/queries/snapshots";
import { buildVerdict } from "@/lib/periods/rules/verdict";
import { verifyAddress } from "@/lib/periods/schema";

export const metadata: Metadata = { title: "Kiểm tra bản chốt số liệu" };
export const dynamic = "force-dynamic";

type Address = {
  params: Promise<{ snapshotId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Open to anyone who holds the paper: its id cannot be guessed, and it names nobody. */
export default async function VerifyPage({ params, searchParams }: Address) {
  const { snapshotId } = await params;
  const typed = verifyAddress.parse(toldOnce(await searchParams));
  const found = await loadVerification(snapshotId);

  return <VerifyView found={found} verdict={buildVerdict(found, typed)} typed={typed} />;
}
