import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { Transaction } from "@/lib/platform/database";
import { decryptBytes, encryptBytes } from "@/lib/platform/secret";
import { isUuid } from "@/lib/shared/uuid";
import type { StoredSummary } from "../summary";
import { saveHeaderOnly } from "./drafts";

/** A file that came in, as the list of imports and its own page show it. */
export type StoredBatch = {
  id: string;
  kind: string;
  fileName: string;
  /** SHA-256 of the file as it came; null: written before that was kept. */
  fileHash: string | null;
  state: "checked" | "committed" | "undone";
  summary: StoredSummary;
  actor: string;
  createdAt: string;
  committedAt: string | null;
  undoneAt: string | null;
};

/** What imports before these were counted are read with. */
const NO_COUNTS = JSON.stringify({ warnings: 0, groups: [], twins: 0, undecided: 0, mends: 0 });

/** A file is judged and written by few long statements: their limit is raised for this transaction only. */
export async function allowLongStatements(scope: UnitScope): Promise<void> {
  await scope.db.$executeRaw`SET LOCAL statement_timeout = '10min'`;
}

/**
 * Records a checked file; `bytes` are kept, encrypted, for the commit where a browser sent them. What is older
 * than two weeks is forgotten, whoever sent it.
 */
export async function saveBatch(
  scope: UnitScope,
  batch: {
    id: string;
    kind: string;
    fileName: string;
    fileHash: string;
    summary: StoredSummary;
    bytes: Uint8Array | null;
  },
): Promise<void> {
  const { actor } = scope;
  await scope.db.$executeRaw`
    INSERT INTO import_batch (id, kind, file_name, file_hash, unit_ord, summary, account_id, actor)
    VALUES (${batch.id}::uuid, ${batch.kind}, ${batch.fileName}, ${batch.fileHash}, ${scope.lo}, ${JSON.stringify(batch.summary)}::jsonb,
      ${actor.accountId}::uuid, ${actor.name})`;
  if (batch.bytes) {
    await scope.db.$executeRaw`
      INSERT INTO import_file (batch_id, unit_ord, bytes)
      VALUES (${batch.id}::uuid, ${scope.lo}, ${encryptBytes(batch.bytes, "importFile")})`;
  }
  await saveForgotten(scope.db);
}

/** Forgets the contents of files that came in more than two weeks ago. */
export async function saveForgotten(db: Transaction): Promise<void> {
  await db.$executeRaw`SELECT sec.forget_imports()`;
}

/** The batch inside the scope, or null. */
export async function findBatch(scope: UnitScope, id: string): Promise<StoredBatch | null> {
  if (!isUuid(id)) return null;
  const [batch] = await scope.db.$queryRaw<StoredBatch[]>`
    SELECT id, kind, file_name AS "fileName", file_hash AS "fileHash", state,
      ${NO_COUNTS}::jsonb || (summary - 'faults') AS summary, actor, created_at::text AS "createdAt",
      committed_at::text AS "committedAt", undone_at::text AS "undoneAt"
    FROM import_batch WHERE id = ${id}::uuid AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return batch ?? null;
}

/** The latest imports of the scope. */
export function findBatches(scope: UnitScope, limit = 30): Promise<StoredBatch[]> {
  return scope.db.$queryRaw<StoredBatch[]>`
    SELECT id, kind, file_name AS "fileName", file_hash AS "fileHash", state,
      ${NO_COUNTS}::jsonb || (summary - 'faults') AS summary, actor,
      created_at::text AS "createdAt", committed_at::text AS "committedAt", undone_at::text AS "undoneAt"
    FROM import_batch WHERE unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
    ORDER BY created_at DESC LIMIT ${limit}`;
}

/** The bytes of a checked file, or null once they were written or forgotten. */
export async function findFile(scope: UnitScope, batchId: string): Promise<Uint8Array | null> {
  const [file] = await scope.db.$queryRaw<{ bytes: Uint8Array }[]>`
    SELECT bytes FROM import_file WHERE batch_id = ${batchId}::uuid AND bytes IS NOT NULL AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return file ? new Uint8Array(decryptBytes(file.bytes, "importFile")) : null;
}

/** What a checked file says now that its sender answered more about it. */
export async function saveChecked(scope: UnitScope, id: string, summary: StoredSummary): Promise<void> {
  await scope.db.$executeRaw`
    UPDATE import_batch SET summary = ${JSON.stringify(summary)}::jsonb
    WHERE id = ${id}::uuid AND state = 'checked' AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
}

/**
 * Marks a batch as written, with what it says now. Of the file only refused rows are kept, and what its columns
 * were called. False: it was written before.
 */
export async function saveCommitted(scope: UnitScope, id: string, summary: StoredSummary): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE import_batch SET state = 'committed', committed_at = now(), summary = ${JSON.stringify(summary)}::jsonb
    WHERE id = ${id}::uuid AND state = 'checked' AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  await scope.db.$executeRaw`DELETE FROM import_row WHERE batch_id = ${id}::uuid AND level <> 'error'`;
  if (summary.refused === 0) await scope.db.$executeRaw`DELETE FROM import_file WHERE batch_id = ${id}::uuid`;
  else await saveHeaderOnly(scope, id);
  return changed === 1;
}

export async function saveUndone(scope: UnitScope, id: string): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE import_batch SET state = 'undone', undone_at = now()
    WHERE id = ${id}::uuid AND state = 'committed' AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return changed === 1;
}
