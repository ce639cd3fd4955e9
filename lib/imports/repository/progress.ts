import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { ImportState } from "../progress";

/** A run over a file: for a dry run, or to write it. */
export type ImportRunning = { batchId: string; kind: string; fileName: string; doing: "check" | "write" };

/** A run as others see it. `alive`: somewhere a process is at it; a run that neither lives nor failed was cut off. */
export type StoredProgress = ImportRunning &
  ImportState & { actor: string; startedAt: string; failedAt: string | null; alive: boolean };

/** The first of the two numbers of an advisory lock; the second is the batch's, or the account's. */
const LOCK = 7393;
const ACCOUNT_LOCK = 7394;

/** Takes the batch for this transaction. False: another one is at it. */
export async function holdBatch(scope: UnitScope, batchId: string): Promise<boolean> {
  const [row] = await scope.db.$queryRaw<{ held: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(${LOCK}::int, hashtext(${batchId})) AS held`;
  return row?.held === true;
}

/** Takes the account for this transaction: one file of theirs at a time. False: another run of theirs goes on. */
export async function holdAccount({ db, actor }: UnitScope): Promise<boolean> {
  if (actor.accountId === null) return true;
  const [row] = await db.$queryRaw<{ held: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(${ACCOUNT_LOCK}::int, hashtext(${actor.accountId})) AS held`;
  return row?.held === true;
}

/** Begins to tell of a run; what an earlier one of the same batch left is replaced. */
export async function saveStarted(
  scope: UnitScope,
  { batchId, kind, fileName, doing }: ImportRunning,
): Promise<void> {
  const { actor } = scope;
  await scope.db.$executeRaw`
    DELETE FROM import_progress WHERE account_id IS NOT DISTINCT FROM ${actor.accountId}::uuid
      AND (batch_id = ${batchId}::uuid OR started_at < now() - interval '1 day')`;
  await scope.db.$executeRaw`
    INSERT INTO import_progress (batch_id, unit_ord, account_id, actor, kind, file_name, doing, stage)
    VALUES (${batchId}::uuid, ${scope.lo}, ${actor.accountId}::uuid, ${actor.name}, ${kind}, ${fileName}, ${doing}, 'read')`;
}

/** Tells how far a run is. */
export async function saveReached(
  scope: UnitScope,
  batchId: string,
  { stage, rows, done, total }: ImportState,
): Promise<void> {
  await scope.db.$executeRaw`
    UPDATE import_progress SET stage = ${stage}, rows = ${rows}, done = ${done}, total = ${total}
    WHERE batch_id = ${batchId}::uuid AND account_id IS NOT DISTINCT FROM ${scope.actor.accountId}::uuid`;
}

/** Tells that a run came to nothing. */
export async function saveFailed(scope: UnitScope, batchId: string): Promise<void> {
  await scope.db.$executeRaw`
    UPDATE import_progress SET failed_at = now()
    WHERE batch_id = ${batchId}::uuid AND account_id IS NOT DISTINCT FROM ${scope.actor.accountId}::uuid`;
}

/** Tells of a run no more. */
export async function dropProgress(scope: UnitScope, batchId: string): Promise<void> {
  await scope.db.$executeRaw`
    DELETE FROM import_progress WHERE batch_id = ${batchId}::uuid AND account_id IS NOT DISTINCT FROM ${scope.actor.accountId}::uuid`;
}

/** Runs of the scope that are under way or came to nothing, latest first; of one batch, if told. */
export function findProgress(scope: UnitScope, batchId: string | null = null): Promise<StoredProgress[]> {
  return scope.db.$queryRaw<StoredProgress[]>`
    SELECT batch_id AS "batchId", kind, file_name AS "fileName", doing, stage, rows, done, total, actor,
      started_at::text AS "startedAt", failed_at::text AS "failedAt",
      EXISTS (SELECT FROM pg_locks l WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2 AND l.classid = ${LOCK}
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND l.objid::bigint = (hashtext(batch_id::text)::bigint & 4294967295)) AS alive
    FROM import_progress
    WHERE (unit_ord BETWEEN ${scope.lo} AND ${scope.hi} OR account_id IS NOT DISTINCT FROM ${scope.actor.accountId}::uuid)
      AND coalesce(batch_id = ${batchId}::uuid, true)
    ORDER BY started_at DESC LIMIT 20`;
}
