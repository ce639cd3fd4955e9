import type { Metadata } from "next";
import { headers } from "next/headers";
import { VerifyView } from "@/components/periods/verify-view";
import { toldOnce } from "@/components/reports/address";
import { senderOf } from "@/lib/access/sender";
import { loadVerification } from "@/lib/periods/queries/verification";
import { verifyAddress } from "@/lib/periods/schema";

export const metadata: Metadata = { title: "Kiểm tra bản chốt số liệu" };
export const dynamic = "force-dynamic";

type Address = {
  params: Promise<{ snapshotId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Open to anyone who holds the paper: its id cannot be guessed, and it names only who approved. */
export default async function VerifyPage({ params, searchParams }: Address) {
  const { snapshotId } = await params;
  const typed = verifyAddress.parse(toldOnce(await searchParams));
  const from = senderOf(await headers());

  return <VerifyView {...(await loadVerification(snapshotId, typed, from))} typed={typed} />;
}
