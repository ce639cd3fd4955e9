import "server-only";
import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import type { UnitScope } from "@/lib/access/gate";
import { permits } from "@/lib/access/policy";
import { Faults } from "./fault";
import type { CheckedRows, ImportKind } from "./kind";
import { ImportProgress } from "./progress";
import { allowLongStatements, findBatch, saveBatch, saveCommitted, saveUndone } from "./repository/batches";
import { countTouched } from "./repository/changes";
import type { ImportSummary } from "./summary";
import { type ImportTable, openImportTable } from "./table";

/** What to do with a file: only look, write all or none, or write the good rows. */
export type ImportMode = "check" | "commit" | "commitValid";

export type ImportRun = { summary: ImportSummary; table: ImportTable };

type File = { name: string; bytes: Uint8Array };

type RunOptions = { keep?: boolean; batchId?: string; progress?: ImportProgress };

/**
 * Checks a file and, if asked, writes it in the transaction of the scope: all rows or, if one is refused,
 * none, unless the refused ones are to be left out. `keep` stores a checked file for a later commit, under
 * this number if one is told; `batchId` is of a file that was kept before.
 * @throws UnreadableFile when the file cannot be read at all.
 */
export async function runImport(
  scope: UnitScope,
  kind: ImportKind,
  file: File,
  mode: ImportMode,
  { keep, batchId, progress = new ImportProgress() }: RunOptions = {},
): Promise<ImportRun> {
  if (!permits(scope.actor.role, kind.permission)) notFound();
  const faults = new Faults();
  await allowLongStatements(scope);
  const table = await openImportTable(file.bytes, file.name, kind.columns, faults);
  if (faults.refuses(1)) return { summary: summaryOf(kind, file, table, null, faults), table };

  progress.opened(table.rows.length);
  const checked = await kind.check(scope, table.rows, faults, progress);
  const summary = summaryOf(kind, file, table, checked, faults);
  const writes = mode === "commitValid" || (mode === "commit" && summary.refused === 0);
  const id = batchId ?? randomUUID();
  if (keep || (writes && batchId === undefined)) {
    await saveBatch(scope, {
      id,
      kind: kind.name,
      fileName: file.name,
      summary: { ...summary, batch: id },
      bytes: writes ? null : file.bytes,
    });
  }
  if (!writes) return { summary: { ...summary, batch: keep ? id : null }, table };

  const accepted = new Set(
    checked.verdicts
      .filter(({ is, row }) => (is === "add" || is === "change") && !faults.refuses(row))
      .map(({ row }) => row),
  );
  await checked.apply({ id, fileName: file.name }, accepted);
  const done: ImportSummary = { ...summary, committed: true, batch: id };
  if (!(await saveCommitted(scope, id, done))) throw new Error(`the import ${id} is written already`);
  return { summary: done, table };
}

/** Takes back a committed batch as one; answers a sentence when that cannot be done. */
export async function undoImport(
  scope: UnitScope,
  kinds: readonly ImportKind[],
  batchId: string,
): Promise<string | null> {
  await allowLongStatements(scope);
  const batch = await findBatch(scope, batchId);
  const kind = kinds.find(({ name }) => name === batch?.kind);
  if (!batch || !kind) return "Không có lần nhập này.";
  if (batch.state === "undone") return "Lần nhập này đã được hoàn tác.";
  if (batch.state === "checked") return "Lần nhập này chưa ghi gì.";
  const touched = await countTouched(scope, batchId);
  if (touched > 0) return `Không hoàn tác được: ${touched} dòng đã được sửa sau lần nhập này.`;
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
