import type { Metadata } from "next";
import { AuditView } from "@/components/access/audit-view";
import { loadAudit } from "@/lib/access/queries/audit";
import { auditAddress } from "@/lib/access/schema";

export const metadata: Metadata = { title: "Nhật ký" };

export default async function AuditPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  const given = await searchParams;
  const filter = auditAddress(given);
  const verified = given.verify === "1";
  const log = await loadAudit(filter, verified);

  return <AuditView {...log} filter={filter} verified={verified} />;
}
