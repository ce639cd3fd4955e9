import type { Metadata } from "next";
import { EntryView } from "@/components/quotas/entry-view";
import { toldOnce } from "@/components/reports/address";
import { loadQuotaEntry } from "@/lib/quotas/queries/entry";

export const metadata: Metadata = { title: "Chỉ tiêu của đơn vị" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function QuotaEntryPage({ searchParams }: Address) {
  const { unit, done } = toldOnce(await searchParams);
  const page = await loadQuotaEntry(unit ?? null);

  return <EntryView key={page.unit.code} page={page} done={done ?? null} />;
}
