import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { decrypt, encrypt } from "@/lib/platform/secret";
import { type Answers, NO_ANSWERS, type Twin } from "../answers";
import type { Fault } from "../fault";
import type { OldFontOffer } from "../old-text";
import type { ImportRun } from "../run";
import { groupKey } from "../summary";

/** What a file looks like and what its sender answered about it. */
export type Draft = {
  answers: Answers;
  header: string[];
  places: (string | null)[];
  /** The first rows, so that a column can be told by what it holds. */
  first: string[][];
  oldFont: OldFontOffer | null;
};

/** A row that somebody has to look at. */
export type DraftRow = { row: number; texts: string[]; faults: Fault[]; twin: Twin | null };

/** What is looked for among the rows: those of a group of faults, those with an error, those that meet somebody. */
export type RowFilter = { group: string | null; only: "error" | "twin" | null; after: number };

const PAGE = 50;
const FIRST = 3;
const AT_ONCE = 1000;

/** Keeps, encrypted, what a check found out, instead of what an earlier one did. */
export async function saveDraft(
  scope: UnitScope,
  batchId: string,
  answers: Answers,
  { table, summary, twins }: Pick<ImportRun, "table" | "summary" | "twins">,
): Promise<void> {
  const draft: Draft = {
    answers,
    header: table.header,
    places: table.places,
    first: table.rows.slice(0, FIRST).map(({ raw }) => [...raw]),
    oldFont: table.oldFont,
  };
  await scope.db.$executeRaw`
    UPDATE import_file SET draft = ${encrypt(JSON.stringify(draft), "importFile")}
    WHERE batch_id = ${batchId}::uuid AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  await scope.db.$executeRaw`
    DELETE FROM import_row WHERE batch_id = ${batchId}::uuid AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  const rows = draftRows(table.rows, summary.faults, twins);
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    await saveRows(scope, batchId, rows.slice(start, start + AT_ONCE));
  }
}

function draftRows(
  rows: ImportRun["table"]["rows"],
  faults: readonly Fault[],
  twins: readonly Twin[],
): DraftRow[] {
  const found = new Map<number, DraftRow>();
  const texts = new Map(rows.map(({ row, raw }) => [row, raw]));
  const at = (row: number): DraftRow => {
    const known = found.get(row) ?? { row, texts: [...(texts.get(row) ?? [])], faults: [], twin: null };
    found.set(row, known);
    return known;
  };
  for (const fault of faults) at(fault.row).faults.push(fault);
  for (const twin of twins) at(twin.row).twin = twin;
  return [...found.values()];
}

async function saveRows(scope: UnitScope, batchId: string, rows: readonly DraftRow[]): Promise<void> {
  const lines = rows.map(({ row, faults, twin, texts }) => ({
    row,
    level: faults.some(({ level }) => level === "error") ? "error" : faults.length > 0 ? "warning" : "twin",
    groups: [...new Set(faults.map(groupKey))],
    twin: twin !== null,
    content: encrypt(JSON.stringify({ texts, faults, twin }), "importFile"),
  }));
  await scope.db.$executeRaw`
    INSERT INTO import_row (batch_id, row, unit_ord, level, groups, twin, content)
    SELECT ${batchId}::uuid, r.row, f.unit_ord, r.level, r.groups, r.twin, r.content
    FROM import_batch f, jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      AS r (row int, level text, groups text[], twin boolean, content text)
    WHERE f.id = ${batchId}::uuid`;
}

/** The draft of a file, or null once it was written or forgotten. */
export async function findDraft(scope: UnitScope, batchId: string): Promise<Draft | null> {
  const [file] = await scope.db.$queryRaw<{ draft: string | null }[]>`
    SELECT draft FROM import_file WHERE batch_id = ${batchId}::uuid AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return file?.draft ? (JSON.parse(decrypt(file.draft, "importFile")) as Draft) : null;
}

/** Keeps of a written file what its columns were called, and nothing else. */
export async function saveHeaderOnly(scope: UnitScope, batchId: string): Promise<void> {
  const draft = await findDraft(scope, batchId);
  if (!draft) return;
  const { header, places } = draft;
  const rest: Draft = { answers: NO_ANSWERS, header, places, first: [], oldFont: null };
  await scope.db.$executeRaw`
    UPDATE import_file SET bytes = NULL, draft = ${encrypt(JSON.stringify(rest), "importFile")}
    WHERE batch_id = ${batchId}::uuid AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
}

/** What the sender answered so far. */
export async function findAnswers(scope: UnitScope, batchId: string): Promise<Answers> {
  return (await findDraft(scope, batchId))?.answers ?? NO_ANSWERS;
}

/** A page of the rows to look at, in the order of the file; `more`: there are others after it. */
export async function findDraftRows(
  scope: UnitScope,
  batchId: string,
  { group, only, after }: RowFilter,
): Promise<{ rows: DraftRow[]; more: boolean }> {
  const found = await scope.db.$queryRaw<{ row: number; content: string }[]>`
    SELECT row, content FROM import_row
    WHERE batch_id = ${batchId}::uuid AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi} AND row > ${after}
      AND (${group}::text IS NULL OR ${group} = ANY (groups))
      AND CASE ${only}::text WHEN 'error' THEN level = 'error' WHEN 'twin' THEN twin ELSE level <> 'twin' END
    ORDER BY row LIMIT ${PAGE + 1}`;
  return { rows: found.slice(0, PAGE).map(opened), more: found.length > PAGE };
}

/** All refused rows, in the order of the file. */
export async function findRefusedRows(scope: UnitScope, batchId: string): Promise<DraftRow[]> {
  const found = await scope.db.$queryRaw<{ row: number; content: string }[]>`
    SELECT row, content FROM import_row
    WHERE batch_id = ${batchId}::uuid AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi} AND level = 'error' AND row > 1
    ORDER BY row`;
  return found.map(opened);
}

/** The numbers of all rows that meet somebody. */
export async function findTwinRows(scope: UnitScope, batchId: string): Promise<number[]> {
  const found = await scope.db.$queryRaw<{ row: number }[]>`
    SELECT row FROM import_row
    WHERE batch_id = ${batchId}::uuid AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi} AND twin ORDER BY row`;
  return found.map(({ row }) => row);
}

function opened({ row, content }: { row: number; content: string }): DraftRow {
  return { row, ...(JSON.parse(decrypt(content, "importFile")) as Omit<DraftRow, "row">) };
}
