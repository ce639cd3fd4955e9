import "server-only";
import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { can, type UnitScope, withScope } from "@/lib/access/gate";
import { followRun } from "@/lib/imports/follow";
import { findBatch, findBatches, findFile, type StoredBatch } from "@/lib/imports/repository/batches";
import { findProgress, type StoredProgress } from "@/lib/imports/repository/progress";
import { type ImportRun, runImport } from "@/lib/imports/run";
import type { ImportSummary } from "@/lib/imports/summary";
import { IMPORT_KINDS, importKindNamed } from "../registry";

/** A dry run and a commit read and judge whole files: more time than a page. */
const TIMEOUT_MS = 600_000;

/** The imports of the scope, latest first, those under way, and the kinds of files the actor may bring in. */
export type ImportsPage = { batches: StoredBatch[]; running: StoredProgress[]; kinds: string[] };

export function loadImports(): Promise<ImportsPage> {
  return withScope("import.run", async (scope) => ({
    batches: await findBatches(scope),
    running: await findProgress(scope),
    kinds: IMPORT_KINDS.filter(({ permission }) => can(scope.actor, permission)).map(({ name }) => name),
  }));
}

/**
 * One import with all its faults and, while the file is kept, the rows that have one; and how far a run over it
 * is, or that it came to nothing. Without a batch it is being checked for the first time.
 */
export type ImportPage = {
  batch: StoredBatch | null;
  progress: StoredProgress | null;
  header: string[];
  rows: { row: number; cells: string[] }[];
};

const MOST_ROWS = 300;

export function loadImport(id: string): Promise<ImportPage> {
  return withScope(
    "import.run",
    async (scope) => {
      const progress = await progressOf(scope, id);
      const batch = await findBatch(scope, id);
      if (!batch && !progress) notFound();
      const bytes = progress?.alive ? null : await findFile(scope, id);
      const kind = batch && importKindNamed(batch.kind);
      if (!bytes || !kind) return { batch, progress, header: [], rows: [] };
      const { readTable } = await import("@/lib/platform/spreadsheet/read-table");
      const table = await readTable(new Uint8Array(bytes), batch.fileName);
      const faulty = new Set(batch.summary.faults.map(({ row }) => row));
      const rows = table.rows.filter(({ row }) => faulty.has(row)).slice(0, MOST_ROWS);
      return {
        batch,
        progress,
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

/** How far a run over a file is, for a page that asks again and again; null: there is none, or none in the scope. */
export function loadImportProgress(id: string): Promise<StoredProgress | null> {
  return withScope("import.run", (scope) => progressOf(scope, id));
}

async function progressOf(scope: UnitScope, id: string): Promise<StoredProgress | null> {
  if (!UUID.test(id)) return null;
  const [progress] = await findProgress(scope, id);
  return progress ?? null;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Checks an uploaded file and keeps it for the commit, under the number that the sender follows it by; answers
 * what an import answers, or null while a file of that number is being checked.
 */
export function loadCheckedFile(
  kindName: string,
  file: { name: string; bytes: Uint8Array },
  batchId: string | null = null,
): Promise<ImportSummary | null> {
  const kind = importKindNamed(kindName) ?? notFound();
  const id = batchId && UUID.test(batchId) ? batchId.toLowerCase() : randomUUID();
  const running = { batchId: id, kind: kind.name, fileName: file.name, doing: "check" } as const;
  return withScope(
    "import.run",
    async (scope) => {
      if (!can(scope.actor, kind.permission)) notFound();
      const run = await followRun(scope, running, (progress) =>
        runImport(scope, kind, file, "check", { keep: true, batchId: id, progress }),
      );
      return run?.summary ?? null;
    },
    { timeoutMs: TIMEOUT_MS },
  );
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
