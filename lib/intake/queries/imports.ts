import "server-only";
import { notFound } from "next/navigation";
import { can, withScope } from "@/lib/access/gate";
import { findBatch, findBatches, findFile, type StoredBatch } from "@/lib/imports/repository/batches";
import { type ImportRun, runImport } from "@/lib/imports/run";
import type { ImportSummary } from "@/lib/imports/summary";
import { IMPORT_KINDS, importKindNamed } from "../registry";

/** A dry run and a commit read and judge whole files: more time than a page. */
const TIMEOUT_MS = 600_000;

/** The imports of the scope, latest first, and the kinds of files the actor may bring in. */
export function loadImports(): Promise<{ batches: StoredBatch[]; kinds: string[] }> {
  return withScope("import.run", async (scope) => ({
    batches: await findBatches(scope),
    kinds: IMPORT_KINDS.filter(({ permission }) => can(scope.actor, permission)).map(({ name }) => name),
  }));
}

/** One import with all its faults and, while the file is kept, the rows that have one. */
export type ImportPage = { batch: StoredBatch; header: string[]; rows: { row: number; cells: string[] }[] };

const MOST_ROWS = 300;

export function loadImport(id: string): Promise<ImportPage> {
  return withScope(
    "import.run",
    async (scope) => {
      const batch = (await findBatch(scope, id)) ?? notFound();
      const bytes = await findFile(scope, id);
      const kind = importKindNamed(batch.kind);
      if (!bytes || !kind) return { batch, header: [], rows: [] };
      const { readTable } = await import("@/lib/platform/spreadsheet/read-table");
      const table = await readTable(new Uint8Array(bytes), batch.fileName);
      const faulty = new Set(batch.summary.faults.map(({ row }) => row));
      const rows = table.rows.filter(({ row }) => faulty.has(row)).slice(0, MOST_ROWS);
      return {
        batch,
        header: table.header,
        rows: rows.map(({ row, cells }) => ({
          row,
          cells: cells.map((cell) =>
            cell === null ? "" : typeof cell === "object" ? cell.date : String(cell),
          ),
        })),
      };
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

/** Checks an uploaded file and keeps it for the commit; answers what an import answers. */
export function loadCheckedFile(
  kindName: string,
  file: { name: string; bytes: Uint8Array },
): Promise<ImportSummary> {
  const kind = importKindNamed(kindName) ?? notFound();
  return withScope("import.run", async (scope) => (await runImport(scope, kind, file, "check", {})).summary, {
    timeoutMs: TIMEOUT_MS,
  });
}

/** The refused rows of a kept file. */
export function loadRejects(id: string): Promise<ImportRun & { fileName: string }> {
  return withScope(
    "import.run",
    async (scope) => {
      const batch = (await findBatch(scope, id)) ?? notFound();
      const bytes = (await findFile(scope, id)) ?? notFound();
      const kind = importKindNamed(batch.kind) ?? notFound();
      const run = await runImport(
        scope,
        kind,
        { name: batch.fileName, bytes: new Uint8Array(bytes) },
        "check",
      );
      return { ...run, summary: batch.summary, fileName: batch.fileName };
    },
    { timeoutMs: TIMEOUT_MS },
  );
}
