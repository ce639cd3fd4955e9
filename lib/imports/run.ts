import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import type { UnitScope } from "@/lib/access/gate";
import { permits } from "@/lib/access/policy";
import { openTable } from "@/lib/platform/spreadsheet/open-table";
import type { Table } from "@/lib/platform/spreadsheet/read-table";
import { type Answers, countMends, NO_ANSWERS, type Twin } from "./answers";
import { Faults } from "./fault";
import type { CheckedRows, ImportKind } from "./kind";
import { ImportProgress } from "./progress";
import {
  allowLongStatements,
  findBatch,
  saveBatch,
  saveChecked,
  saveCommitted,
  saveUndone,
} from "./repository/batches";
import { countBuiltOn, countTouched, holdChanges, saveWholly } from "./repository/changes";
import { saveDraft } from "./repository/drafts";
import { findHeadings } from "./repository/headings";
import { holdBatch } from "./repository/progress";
import { groupFaults, type ImportSummary, type StoredSummary } from "./summary";
import { type ImportTable, matchTable } from "./table";

/** What to do with a file: only look, write all or none, or write the good rows. */
export type ImportMode = "check" | "commit" | "commitValid";

export type ImportRun = {
  summary: ImportSummary;
  table: ImportTable;
  twins: readonly Twin[];
  /** SHA-256 of the file. */
  hash: string;
};

/** `table`: what `openTable` answers, where the file was opened before the transaction began. */
type File = { name: string; bytes: Uint8Array; table?: Table };

type RunOptions = {
  keep?: boolean;
  batchId?: string;
  answers?: Answers;
  progress?: ImportProgress;
};

/**
 * Checks a file as its sender answered about it and, if asked, writes it in the transaction of the scope: all
 * rows or, if one is refused, none, unless the refused ones are to be left out. `keep` stores a checked file
 * for a later commit, under this number if one is told; `batchId` is of a file that was kept before.
 * @throws UnreadableFile when the file cannot be read at all.
 * @throws ChangedMeanwhile when somebody changed a row after it was read; nothing is written then.
 */
export async function runImport(
  scope: UnitScope,
  kind: ImportKind,
  file: File,
  mode: ImportMode,
  { keep = false, batchId, answers = NO_ANSWERS, progress = new ImportProgress() }: RunOptions = {},
): Promise<ImportRun> {
  if (!permits(scope.actor.role, kind.permission)) notFound();
  const faults = new Faults();
  await allowLongStatements(scope);
  const headings = await findHeadings(scope, kind.name);
  const opened = file.table ?? (await openTable(file.bytes, file.name));
  const table = await matchTable(opened, kind.columns, faults, { answers, headings });
  const hash = createHash("sha256").update(file.bytes).digest("hex");

  progress.opened(table.rows.length);
  const matches = new Map(Object.entries(answers.matches).map(([row, match]) => [Number(row), match]));
  const checked = faults.refuses(1) ? null : await kind.check(scope, table.rows, faults, progress, matches);
  const summary = summaryOf(kind, file, table, checked, faults);
  const run = { summary, table, twins: checked?.twins ?? [], hash };
  const writes = checked !== null && (mode === "commitValid" || (mode === "commit" && summary.refused === 0));
  const id = batchId ?? randomUUID();
  if (keep || (writes && batchId === undefined)) {
    await saveBatch(scope, {
      id,
      kind: kind.name,
      fileName: file.name,
      fileHash: hash,
      summary: storedSummary({ ...run, summary: { ...summary, batch: id } }, answers),
      bytes: writes ? null : file.bytes,
    });
  }
  if (keep) await saveDraft(scope, id, answers, run);
  if (!writes || checked === null) return { ...run, summary: { ...summary, batch: keep ? id : null } };

  const accepted = new Set(
    checked.verdicts
      .filter(({ is, row }) => (is === "add" || is === "change") && !faults.refuses(row))
      .map(({ row }) => row),
  );
  await saveWholly(scope, () => checked.apply({ id, fileName: file.name }, accepted));
  const done: ImportSummary = { ...summary, committed: true, batch: id };
  if (!(await saveCommitted(scope, id, storedSummary({ ...run, summary: done }, answers))))
    throw new Error(`the import ${id} is written already`);
  return { ...run, summary: done };
}

/** Checks a kept file again, with other answers. */
export async function recheckImport(
  scope: UnitScope,
  kind: ImportKind,
  batch: { id: string; fileName: string },
  file: Omit<File, "name"> & { answers: Answers },
  progress: ImportProgress,
): Promise<ImportRun> {
  const { answers, ...opened } = file;
  const run = await runImport(scope, kind, { name: batch.fileName, ...opened }, "check", {
    answers,
    progress,
  });
  const summary = { ...run.summary, batch: batch.id };
  await saveChecked(scope, batch.id, storedSummary({ ...run, summary }, answers));
  await saveDraft(scope, batch.id, answers, run);
  return { ...run, summary };
}

function storedSummary({ summary, twins }: ImportRun, answers: Answers): StoredSummary {
  const { faults, ...counts } = summary;
  return {
    ...counts,
    warnings: faults.filter(({ level }) => level === "warning").length,
    groups: groupFaults(faults),
    twins: twins.length,
    undecided: twins.filter(({ decided }) => decided === null).length,
    mends: countMends(answers),
  };
}

/** Takes back a committed batch as one; answers a sentence when that cannot be done. */
export async function undoImport(
  scope: UnitScope,
  kinds: readonly ImportKind[],
  batchId: string,
): Promise<string | null> {
  await allowLongStatements(scope);
  if (!(await holdBatch(scope, batchId))) return "Lần nhập này đang được ghi hoặc hoàn tác. Hãy chờ xong.";
  const batch = await findBatch(scope, batchId);
  const kind = kinds.find(({ name }) => name === batch?.kind);
  if (!batch || !kind) return "Không có lần nhập này.";
  if (batch.state === "undone") return "Lần nhập này đã được hoàn tác.";
  if (batch.state === "checked") return "Lần nhập này chưa ghi gì.";
  await holdChanges(scope, batchId);
  const touched = await countTouched(scope, batchId);
  if (touched > 0) return `Không hoàn tác được: ${touched} dòng đã được sửa sau lần nhập này.`;
  const built = await countBuiltOn(scope, batchId);
  if (built > 0)
    return `Không hoàn tác được: ${built} việc ghi sau lần nhập này còn dựa vào các dòng của nó (lớp, cuộc họp, giới thiệu, xếp loại…).`;
  const refused = await kind.undo(scope, batchId);
  if (refused) return refused;
  await saveUndone(scope, batchId);
  return null;
}

function summaryOf(
  kind: ImportKind,
  file: File,
  table: ImportTable,
  checked: CheckedRows | null,
  faults: Faults,
): ImportSummary {
  const verdicts = checked?.verdicts ?? table.rows.map(({ row }) => ({ row, is: "refuse" as const }));
  const count = (is: string) =>
    verdicts.filter((verdict) => (faults.refuses(verdict.row) ? "refuse" : verdict.is) === is).length;
  return {
    kind: kind.name,
    file: file.name,
    committed: false,
    toAdd: count("add"),
    toChange: count("change"),
    unchanged: count("same"),
    refused: checked ? count("refuse") : table.rows.length,
    faults: faults.list.toSorted((a, b) => a.row - b.row),
    batch: null,
  };
}
