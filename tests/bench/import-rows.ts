import { actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { runImport, undoImport } from "@/lib/imports/run";
import { IMPORT_KINDS, importKindNamed } from "@/lib/intake/registry";
import { today } from "@/lib/platform/clock";
import { DossierWriter } from "@/prisma/seed/dossiers";
import { Chance } from "@/prisma/seed/random";
import { csvOf } from "@/prisma/seed/tables";

const ROWS = 10_000;

/** Brings 10 000 dossiers into the cells of a base committee and takes them back as one. */
export async function importTenThousand(): Promise<void> {
  const kind = importKindNamed("ho-so");
  if (!kind) throw new Error("no import of dossiers");
  const writer = new DossierWriter(new Chance(7), { province: "001", ethnicities: [], today: today() });
  const rows = Array.from({ length: ROWS }, (_, place) =>
    writer.row({
      cell: `P01D01B01C${String((place % 30) + 1).padStart(2, "0")}`,
      decidedOn: place % 3 === 0 ? "2024-05-06" : null,
      days: { "Ngày giới thiệu": "2023-01-05" },
    }),
  );
  const bytes = new TextEncoder().encode(csvOf({ kind: "ho-so", fileName: "bench.csv", rows }));
  const { summary } = await actAsOperator("bench", () =>
    withScope("import.run", (scope) => runImport(scope, kind, { name: "bench.csv", bytes }, "commitValid"), {
      timeoutMs: 600_000,
    }),
  );
  const refused = await actAsOperator("bench", () =>
    withScope("import.run", (scope) => undoImport(scope, IMPORT_KINDS, summary.batch ?? ""), {
      timeoutMs: 600_000,
    }),
  );
  if (refused) throw new Error(refused);
}
