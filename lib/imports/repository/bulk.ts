import "server-only";
import { Prisma } from "@/prisma/generated/client/client";
import type { UndoableTable } from "./changes";

const CHUNK = 5000;

/** Told after each statement how many records it wrote. */
export type Wrote = (records: number) => void;

/** Runs a statement over many rows, some thousands at a time; it gets them as JSON, and as they are. */
export async function inChunks<Row>(
  rows: readonly Row[],
  wrote: Wrote,
  write: (json: string, chunk: readonly Row[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) {
    const chunk = rows.slice(start, start + CHUNK);
    await write(JSON.stringify(chunk), chunk);
    wrote(chunk.length);
  }
}

/** The rows of a table as they are before the statement that changes them: `was (id, before)`. */
export const wasBefore = (table: UndoableTable, ids: readonly string[]): Prisma.Sql => Prisma.sql`
  was AS MATERIALIZED (SELECT t.id, to_jsonb(t) AS before FROM ${Prisma.raw(table)} t WHERE t.id = ANY (${[...ids]}::uuid[]))`;

/** Remembers, in the statement itself, the rows it wrote: its `written (id, <ord>, version, before)`. */
export const remembered = (
  batchId: string,
  table: UndoableTable,
  ord: "unit_ord" | "union_ord",
): Prisma.Sql => Prisma.sql`
  INSERT INTO import_change (batch_id, table_name, row_id, unit_ord, before, version_after)
  SELECT ${batchId}::uuid, ${table}, w.id::text, w.${Prisma.raw(ord)}, w.before, w.version FROM written w`;
