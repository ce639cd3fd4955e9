import { actAsOperator } from "@/lib/access/acting";
import { type UnitScope, withScope } from "@/lib/access/gate";
import { runImport, undoImport } from "@/lib/imports/run";
import { IMPORT_KINDS, importKindNamed } from "@/lib/intake/registry";
import { today } from "@/lib/platform/clock";
import { DossierWriter } from "@/prisma/seed/dossiers";
import { Chance } from "@/prisma/seed/random";
import { csvOf } from "@/prisma/seed/tables";

const ROWS = 10_000;

const asOperator = <T>(run: (scope: UnitScope) => Promise<T>) =>
  actAsOperator("bench", () => withScope("import.run", run, { timeoutMs: 600_000 }));

/** A file of 10 000 dossiers for the cells of a base committee. */
export function tenThousandRows(): Uint8Array {
  const writer = new DossierWriter(new Chance(7), { province: "001", ethnicities: [], today: today() });
  const rows = Array.from({ length: ROWS }, (_, place) =>
    writer.row({
      cell: `P01D01B01C${String((place % 30) + 1).padStart(2, "0")}`,
      decidedOn: place % 3 === 0 ? "2024-05-06" : null,
      days: { "Ngày giới thiệu": "2023-01-05" },
    }),
  );
  return new TextEncoder().encode(csvOf({ kind: "ho-so", fileName: "bench.csv", rows }));
}

/** Brings such a file in; answers the number of the batch. */
export async function bringIn(bytes: Uint8Array): Promise<string> {
  const kind = importKindNamed("ho-so");
  if (!kind) throw new Error("no import of dossiers");
  const { summary } = await asOperator((scope) =>
    runImport(scope, kind, { name: "bench.csv", bytes }, "commitValid"),
  );
  if (summary.toAdd !== ROWS || summary.batch === null) throw new Error(JSON.stringify(summary));
  return summary.batch;
}

/** Takes a batch back as one. */
export async function takeBack(batch: string): Promise<void> {
  const refused = await asOperator((scope) => undoImport(scope, IMPORT_KINDS, batch));
  if (refused) throw new Error(refused);
}
