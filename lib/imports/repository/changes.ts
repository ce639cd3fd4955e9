import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { Prisma } from "@/prisma/generated/client/client";

/** A row an import wrote: what it was before (null: new) and its version after. */
export type RowChange = {
  table: UndoableTable;
  rowId: string;
  unitOrd: bigint;
  before: unknown;
  versionAfter: number;
};

/** Tables an import writes and can take back, in the order in which rows are taken away. */
export const UNDOABLE_TABLES = [
  "referral",
  "union_rating",
  "union_member",
  "enrolment",
  "training_class",
  "step",
  "candidate",
  "person",
  "quota",
  "headcount",
] as const;
export type UndoableTable = (typeof UNDOABLE_TABLES)[number];

/** Tables whose rows carry a version that later changes raise. */
const VERSIONED: readonly UndoableTable[] = [
  "enrolment",
  "training_class",
  "candidate",
  "person",
  "quota",
  "headcount",
  "union_member",
  "union_rating",
  "referral",
];

/** Somebody changed rows that an import was about to write, after it had read them. */
export class ChangedMeanwhile extends Error {
  override name = "ChangedMeanwhile";

  constructor(rows: number) {
    super(`Có ${rows} dòng vừa được người khác sửa trong lúc ghi, nên chưa ghi gì. Hãy ghi lại.`);
  }
}

/**
 * Holds known rows that an import is about to change until its transaction ends; the version is the one it read.
 * @throws ChangedMeanwhile when one is no longer so.
 */
export async function holdRows(
  scope: UnitScope,
  table: UndoableTable,
  known: readonly { id: string; version: number }[],
): Promise<void> {
  if (known.length === 0) return;
  const rows = JSON.stringify(known.map(({ id, version }) => ({ id, version })));
  const [row] = await scope.db.$queryRaw<{ held: number }[]>`
    WITH held AS (
      SELECT t.id FROM ${Prisma.raw(table)} t JOIN jsonb_to_recordset(${rows}::jsonb) AS r (id uuid, version int)
        ON t.id = r.id AND t.version = r.version ORDER BY t.id FOR UPDATE OF t
    ) SELECT count(*)::int AS held FROM held`;
  const lost = known.length - (row?.held ?? 0);
  if (lost > 0) throw new ChangedMeanwhile(lost);
}

/** Writes all or, where somebody changed a row meanwhile, nothing; the transaction itself goes on. */
export async function saveWholly(scope: UnitScope, write: () => Promise<void>): Promise<void> {
  await scope.db.$executeRaw`SAVEPOINT before_writing`;
  try {
    await write();
  } catch (error) {
    if (error instanceof ChangedMeanwhile) await scope.db.$executeRaw`ROLLBACK TO SAVEPOINT before_writing`;
    throw error;
  }
}

/** Remembers what a batch wrote, in its own transaction. */
export async function saveChanges(
  scope: UnitScope,
  batchId: string,
  changes: readonly RowChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ table, rowId, unitOrd, before, versionAfter }) => ({
    table_name: table,
    row_id: rowId,
    unit_ord: String(unitOrd),
    before: before ?? null,
    version_after: versionAfter,
  }));
  await scope.db.$executeRaw`
    INSERT INTO import_change (batch_id, table_name, row_id, unit_ord, before, version_after)
    SELECT ${batchId}::uuid, r.table_name, r.row_id, r.unit_ord, nullif(r.before, 'null'::jsonb), r.version_after
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r (table_name text, row_id text, unit_ord bigint, before jsonb, version_after int)`;
}

/** How many rows of a table a batch added and changed. */
export type ChangeCount = { table: UndoableTable | "unit" | "union_unit"; added: number; changed: number };

export function countChanges(scope: UnitScope, batchId: string): Promise<ChangeCount[]> {
  return scope.db.$queryRaw<ChangeCount[]>`
    SELECT table_name AS "table", count(*) FILTER (WHERE before IS NULL)::int AS added,
      count(*) FILTER (WHERE before IS NOT NULL)::int AS changed
    FROM import_change WHERE batch_id = ${batchId}::uuid AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
    GROUP BY table_name ORDER BY table_name`;
}

/** Holds all rows of a batch until the transaction ends, so that what is counted of them stays true. */
export async function holdChanges(scope: UnitScope, batchId: string): Promise<void> {
  for (const table of UNDOABLE_TABLES.toReversed()) {
    await scope.db.$executeRaw`
      WITH ${changesIn(batchId, table)}, held AS (
        SELECT t.id FROM ${Prisma.raw(table)} t JOIN c ON c.id = t.id ORDER BY t.id FOR UPDATE OF t
      ) SELECT count(*) FROM held`;
  }
}

/** How many rows of a batch were changed by somebody since. */
export async function countTouched(scope: UnitScope, batchId: string): Promise<number> {
  let touched = 0;
  for (const table of VERSIONED) {
    const [row] = await scope.db.$queryRaw<{ touched: bigint }[]>`
      WITH ${changesIn(batchId, table)}
      SELECT count(*) AS touched FROM c LEFT JOIN ${Prisma.raw(table)} t ON t.id = c.id
      WHERE t.version IS DISTINCT FROM c.version_after`;
    touched += Number(row?.touched ?? 0);
  }
  return touched;
}

/** How many rows of others stand on those that a batch made: calls to a class, items of meetings, later referrals. */
export async function countBuiltOn(scope: UnitScope, batchId: string): Promise<number> {
  const [row] = await scope.db.$queryRaw<
    { built: number }[]
  >`SELECT sec.built_on_import(${batchId}::uuid) AS built`;
  return row?.built ?? 0;
}

/** Puts every row back as it was before the batch; new ones go. Call after the counts said none. */
export async function saveUndoneChanges(scope: UnitScope, batchId: string): Promise<void> {
  for (const table of UNDOABLE_TABLES) {
    const name = Prisma.raw(table);
    const changes = changesIn(batchId, table);
    await scope.db.$executeRaw`
      WITH ${changes} DELETE FROM ${name} t USING c WHERE c.before IS NULL AND t.id = c.id`;
    const columns = await columnsOf(scope, table);
    const assignments = Prisma.join(columns.map((column) => Prisma.raw(`${column} = b.${column}`)));
    await scope.db.$executeRaw`
      WITH ${changes}
      UPDATE ${name} t SET ${assignments} FROM c, LATERAL jsonb_populate_record(NULL::${name}, c.before) b
      WHERE c.before IS NOT NULL AND t.id = c.id`;
    if (VERSIONED.includes(table)) {
      await scope.db.$executeRaw`
        WITH ${changes}
        UPDATE ${name} t SET version = c.version_after + 1 FROM c WHERE c.before IS NOT NULL AND t.id = c.id`;
    }
  }
}

/** The changes of a batch in one table, with the key as that table has it, so that its index finds the rows. */
function changesIn(batchId: string, table: UndoableTable): Prisma.Sql {
  const id = Prisma.raw(table === "headcount" ? "row_id::int" : "row_id::uuid");
  return Prisma.sql`c AS MATERIALIZED (SELECT ${id} AS id, before, version_after FROM import_change
    WHERE batch_id = ${batchId}::uuid AND table_name = ${table})`;
}

/** Columns that are put back: all but the key, the ordinals and the version. */
async function columnsOf(scope: UnitScope, table: UndoableTable): Promise<string[]> {
  const rows = await scope.db.$queryRaw<{ name: string }[]>`
    SELECT attname::text AS name FROM pg_attribute
    WHERE attrelid = ${table}::regclass AND attnum > 0 AND NOT attisdropped AND attname NOT IN ('id', 'unit_ord', 'union_ord', 'version')`;
  return rows.map(({ name }) => name);
}
