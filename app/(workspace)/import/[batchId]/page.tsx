import type { Metadata } from "next";
import { ImportView } from "@/components/intake/import-view";
import { toldOnce } from "@/components/reports/address";
import { loadImport } from "@/lib/intake/queries/imports";
import { importKindNamed } from "@/lib/intake/registry";
import { importAddress } from "@/lib/intake/schema";

export const metadata: Metadata = { title: "Nhập dữ liệu" };

type Props = {
  params: Promise<{ batchId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ImportPage({ params, searchParams }: Props) {
  const told = toldOnce(await searchParams);
  const address = importAddress.parse(told);
  const { group, show, after } = address;
  const page = await loadImport((await params).batchId, { group, only: show, after });
  const kind = importKindNamed((page.batch ?? page.progress)?.kind ?? "");

  return (
    <ImportView
      page={page}
      kind={{ label: kind?.label ?? "", columns: kind?.columns ?? [] }}
      address={address}
      done={told.done ?? null}
    />
  );
}
