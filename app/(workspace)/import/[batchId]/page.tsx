import type { Metadata } from "next";
import { ImportView } from "@/components/intake/import-view";
import { loadImport } from "@/lib/intake/queries/imports";
import { importKindNamed } from "@/lib/intake/registry";

export const metadata: Metadata = { title: "Nhập dữ liệu" };

type Props = {
  params: Promise<{ batchId: string }>;
  searchParams: Promise<{ group?: string; done?: string }>;
};

export default async function ImportPage({ params, searchParams }: Props) {
  const page = await loadImport((await params).batchId);
  const { group = null, done = null } = await searchParams;

  return (
    <ImportView
      page={page}
      kindLabel={importKindNamed((page.batch ?? page.progress)?.kind ?? "")?.label ?? ""}
      column={group}
      done={done}
    />
  );
}
