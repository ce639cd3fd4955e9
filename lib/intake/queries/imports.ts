import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { logRead } from "@/lib/access/audit";
import { can, requirePermission, type UnitScope, withScope } from "@/lib/access/gate";
import { spendPeople, withPeople } from "@/lib/access/people-budget";
import { Faults } from "@/lib/imports/fault";
import { followRun } from "@/lib/imports/follow";
import type { ImportKind } from "@/lib/imports/kind";
import type { Rejects } from "@/lib/imports/rejects";
import { findBatch, findBatches, findFile, type StoredBatch } from "@/lib/imports/repository/batches";
import { type ChangeCount, countChanges } from "@/lib/imports/repository/changes";
import {
  type Draft,
  type DraftRow,
  findAnswers,
  findDraft,
  findDraftRows,
  findRefusedRows,
  type RowFilter,
} from "@/lib/imports/repository/drafts";
import { findHeadings } from "@/lib/imports/repository/headings";
import { findProgress, type StoredProgress } from "@/lib/imports/repository/progress";
import { runImport } from "@/lib/imports/run";
import type { ImportSummary } from "@/lib/imports/summary";
import { matchTable } from "@/lib/imports/table";
import { openTable } from "@/lib/platform/spreadsheet/open-table";
import type { Table } from "@/lib/platform/spreadsheet/read-table";
import { isUuid } from "@/lib/shared/uuid";
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
 * One import with what its sender has to look at: a page of the rows with faults, or of those that meet somebody
 * known; and how far a run over it is, or that it came to nothing. Without a batch it is being checked for the
 * first time.
 */
export type ImportPage = {
  batch: StoredBatch | null;
  progress: StoredProgress | null;
  /** Null once the file was written or forgotten. */
  draft: Draft | null;
  rows: DraftRow[];
  /** There are rows after these. */
  more: boolean;
};

export function loadImport(id: string, filter: RowFilter = ALL_ROWS): Promise<ImportPage> {
  return withScope("import.run", async (scope) => {
    const progress = await progressOf(scope, id);
    const batch = await findBatch(scope, id);
    if (!batch && !progress) notFound();
    if (!batch || progress?.alive) return { batch, progress, draft: null, rows: [], more: false };
    const draft = await findDraft(scope, id);
    return { batch, progress, draft, ...(await findDraftRows(scope, id, filter)) };
  });
}

const ALL_ROWS: RowFilter = { group: null, only: null, after: 0 };

/** What an import wrote, and what it left out, for whoever keeps the papers. */
export type ImportReceipt = {
  batch: StoredBatch;
  changes: ChangeCount[];
  left: DraftRow[];
};

export function loadImportReceipt(id: string): Promise<ImportReceipt> {
  return withScope("import.run", async (scope) => {
    const batch = (await findBatch(scope, id)) ?? notFound();
    return { batch, changes: await countChanges(scope, id), left: await findRefusedRows(scope, id) };
  });
}

/** Rows that name people leave in a file: they are counted as people, each once a day, and it is logged. */
async function noteRows(
  scope: UnitScope,
  { id, kind }: StoredBatch,
  what: "mended" | "refused",
  rows: readonly number[],
): Promise<void> {
  if (!importKindNamed(kind)?.namesPeople) return;
  await spendPeople(
    scope,
    rows.map((row) => idOfRow(id, row)),
  );
  await logRead(scope, {
    action: "exportNames",
    subject: "import",
    subjectId: id,
    unitOrd: scope.lo,
    details: { count: rows.length, kind, what },
  });
}

/** A row of a file stands for somebody who has no number yet: the same one each time. */
const idOfRow = (batchId: string, row: number): string =>
  createHash("sha256")
    .update(`${batchId}:${row}`)
    .digest("hex")
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");

/** A kept file, opened while no transaction waits for it; null once it was written or forgotten. */
export type KeptFile = { name: string; bytes: Uint8Array; table: Table };

/** @throws UnreadableFile while many others are being read. */
export async function loadKeptFile(id: string): Promise<KeptFile | null> {
  const kept = await withScope("import.run", async (scope) => {
    const batch = await findBatch(scope, id);
    const bytes = batch && (await findFile(scope, id));
    return bytes ? { name: batch.fileName, bytes } : null;
  });
  return kept && { ...kept, table: await openTable(kept.bytes, kept.name) };
}

/** A kept file as its sender mended it: its columns, with what they may hold, and all its rows. */
export type MendedFile = {
  kind: ImportKind;
  fileName: string;
  columns: { title: string; choices?: readonly string[] }[];
  rows: readonly (readonly string[])[];
};

export async function loadMendedFile(id: string): Promise<MendedFile> {
  const kept = (await loadKeptFile(id)) ?? notFound();
  return withPeople(
    "import.run",
    async (scope) => {
      const batch = (await findBatch(scope, id)) ?? notFound();
      const kind = importKindNamed(batch.kind) ?? notFound();
      const answers = await findAnswers(scope, id);
      const headings = await findHeadings(scope, kind.name);
      const table = await matchTable(kept.table, kind.columns, new Faults(), { answers, headings });
      const columns = table.header.map((title, place) => {
        const column = kind.columns.find(({ key }) => key === table.places[place]);
        return {
          title: column?.header ?? title,
          ...(column?.choices ? { choices: column.choices } : {}),
        };
      });
      await noteRows(
        scope,
        batch,
        "mended",
        table.rows.map(({ row }) => row),
      );
      return { kind, fileName: batch.fileName, columns, rows: table.rows.map(({ raw }) => raw) };
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

/** How far a run over a file is, for a page that asks again and again; null: there is none, or none in the scope. */
export function loadImportProgress(id: string): Promise<StoredProgress | null> {
  return withScope("import.run", (scope) => progressOf(scope, id));
}

async function progressOf(scope: UnitScope, id: string): Promise<StoredProgress | null> {
  if (!isUuid(id)) return null;
  const [progress] = await findProgress(scope, id);
  return progress ?? null;
}

/**
 * Checks an uploaded file and keeps it for the commit, under the number that the sender follows it by; answers
 * what an import answers, or null while a file of that number is being checked.
 * @throws UnreadableFile when it cannot be read at all. @throws RunRefused as `followRun` does.
 */
export async function loadCheckedFile(
  kindName: string,
  file: { name: string; bytes: Uint8Array },
  batchId: string | null = null,
): Promise<ImportSummary | null> {
  const kind = importKindNamed(kindName) ?? notFound();
  const id = batchId && isUuid(batchId) ? batchId.toLowerCase() : randomUUID();
  const running = { batchId: id, kind: kind.name, fileName: file.name, doing: "check" } as const;
  await requirePermission(kind.permission);
  const table = await openTable(file.bytes, file.name);
  return withScope(
    "import.run",
    async (scope) => {
      if (!can(scope.actor, kind.permission)) notFound();
      const run = await followRun(scope, running, (progress) =>
        runImport(scope, kind, { ...file, table }, "check", { keep: true, batchId: id, progress }),
      );
      return run?.summary ?? null;
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

/** The refused rows of a kept file. */
export function loadRejects(id: string): Promise<Rejects & { fileName: string }> {
  return withPeople("import.run", async (scope) => {
    const batch = (await findBatch(scope, id)) ?? notFound();
    const draft = (await findDraft(scope, id)) ?? notFound();
    const refused = await findRefusedRows(scope, id);
    await noteRows(
      scope,
      batch,
      "refused",
      refused.map(({ row }) => row),
    );
    const rows = refused.map(({ texts, faults }) => ({
      texts,
      sentence: faults
        .filter(({ level }) => level === "error")
        .map(({ message }) => message)
        .join(" "),
    }));
    return { header: draft.header, rows, fileName: batch.fileName };
  });
}
