import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { ImportSummary } from "../summary";

/** A file that came in, as the list of imports and its own page show it. */
export type StoredBatch = {
  id: string;
  kind: string;
  fileName: string;
  state: "checked" | "committed" | "undone";
  summary: ImportSummary;
  actor: string;
  createdAt: string;
  committedAt: string | null;
  undoneAt: string | null;
};

/** A file is judged and written by few long statements: their limit is raised for this transaction only. */
export async function allowLongStatements(scope: UnitScope): Promise<void> {
  await scope.db.$executeRaw`SET LOCAL statement_timeout = '10min'`;
}

/** Records a checked file; `bytes` are kept for the commit where a browser sent them. */
export async function saveBatch(
  scope: UnitScope,
  batch: { id: string; kind: string; fileName: string; summary: ImportSummary; bytes: Uint8Array | null },
): Promise<void> {
  const { actor } = scope;
  await scope.db.$executeRaw`
    INSERT INTO import_batch (id, kind, file_name, unit_ord, summary, account_id, actor)
    VALUES (${batch.id}::uuid, ${batch.kind}, ${batch.fileName}, ${scope.lo}, ${JSON.stringify(batch.summary)}::jsonb,
      ${actor.accountId}::uuid, ${actor.name})`;
  if (batch.bytes) {
    await scope.db.$executeRaw`
      INSERT INTO import_file (batch_id, unit_ord, bytes) VALUES (${batch.id}::uuid, ${scope.lo}, ${batch.bytes})`;
  }
}

/** The batch inside the scope, or null. */
export async function findBatch(scope: UnitScope, id: string): Promise<StoredBatch | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return null;
  const [batch] = await scope.db.$queryRaw<StoredBatch[]>`
    SELECT id, kind, file_name AS "fileName", state, summary, actor, created_at::text AS "createdAt",
      committed_at::text AS "committedAt", undone_at::text AS "undoneAt"
    FROM import_batch WHERE id = ${id}::uuid AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return batch ?? null;
}

/** The latest imports of the scope. */
export function findBatches(scope: UnitScope, limit = 30): Promise<StoredBatch[]> {
  return scope.db.$queryRaw<StoredBatch[]>`
    SELECT id, kind, file_name AS "fileName", state, summary - 'faults' AS summary, actor,
      created_at::text AS "createdAt", committed_at::text AS "committedAt", undone_at::text AS "undoneAt"
    FROM import_batch WHERE unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
    ORDER BY created_at DESC LIMIT ${limit}`;
}

/** The bytes of a checked file, or null once they were written or dropped. */
export async function findFile(scope: UnitScope, batchId: string): Promise<Uint8Array | null> {
  const [file] = await scope.db.$queryRaw<{ bytes: Uint8Array }[]>`
    SELECT bytes FROM import_file WHERE batch_id = ${batchId}::uuid AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return file?.bytes ?? null;
}

/** Marks a batch as written, with what it says now; the bytes are dropped unless some rows were refused. False: it was before. */
export async function saveCommitted(scope: UnitScope, id: string, summary: ImportSummary): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE import_batch SET state = 'committed', committed_at = now(), summary = ${JSON.stringify(summary)}::jsonb
    WHERE id = ${id}::uuid AND state = 'checked' AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  if (summary.refused === 0) await scope.db.$executeRaw`DELETE FROM import_file WHERE batch_id = ${id}::uuid`;
  return changed === 1;
}

export async function saveUndone(scope: UnitScope, id: string): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE import_batch SET state = 'undone', undone_at = now()
    WHERE id = ${id}::uuid AND state = 'committed' AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return changed === 1;
}
