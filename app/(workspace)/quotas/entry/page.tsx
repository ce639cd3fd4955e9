import type { Metadata } from "next";
import { EntryView } from "@/components/quotas/entry-view";
import { toldOnce } from "@/components/reports/address";
import { loadQuotaEntry } from "@/lib/quotas/queries/entry";

export const metadata: Metadata = { title: "Chỉ tiêu của đơn vị" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function QuotaEntryPage({ searchParams }: Address) {
  const { unit, done, quota, version } = toldOnce(await searchParams);
  const page = await loadQuotaEntry(unit ?? null);

  const seen = quota && version ? { id: quota, version: Number(version) } : null;
  return (
    <EntryView
      key={`${page.unit.code}${done}${quota}${version}`}
      page={page}
      done={done ? { what: done, quota: seen } : null}
    />
  );
}
