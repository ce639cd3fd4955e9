import type { Metadata } from "next";
import { ImportsView } from "@/components/intake/imports-view";
import { loadImports } from "@/lib/intake/queries/imports";
import { IMPORT_KINDS } from "@/lib/intake/registry";

export const metadata: Metadata = { title: "Nhập dữ liệu" };

export default async function ImportsPage() {
  const { batches, running, kinds } = await loadImports();

  return (
    <ImportsView
      batches={batches}
      running={running}
      kinds={IMPORT_KINDS.filter(({ name }) => kinds.includes(name)).map(({ name, label, columns }) => ({
        name,
        label,
        columns,
      }))}
    />
  );
}
