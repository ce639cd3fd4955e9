import "server-only";
import { randomUUID } from "node:crypto";
import type { UnitScope } from "@/lib/access/gate";
import type { RowChange } from "@/lib/imports/repository/changes";
import type { PlainDate } from "@/lib/shared/days";
import { Prisma } from "@/prisma/generated/client/client";
import type { Quota } from "../rules/quota";

const QUOTA = Prisma.sql`q.id, q.unit_id AS "unitId", q.source, q.indicator, q.group_code AS "group", q.kind, q.value::float8 AS value,
  q.value_to::float8 AS "valueTo", q.from_day::text AS "from", q.to_day::text AS "to", q.members_day::text AS "membersDay",
  q.due_on::text AS "dueOn", q.document_number AS "documentNumber", q.document_day::text AS "documentDay", q.note, q.version`;

/** Every quota of these units that was not withdrawn, with all revisions, in the order of their documents. */
export function findQuotasOf(scope: UnitScope, unitIds: readonly number[]): Promise<Quota[]> {
  return scope.db.$queryRaw<Quota[]>`
    SELECT ${QUOTA} FROM quota q
    WHERE q.unit_id = ANY (${[...unitIds]}::int[]) AND q.unit_ord BETWEEN ${scope.lo} AND ${scope.hi} AND q.withdrawn_at IS NULL
    ORDER BY q.document_day NULLS FIRST, q.recorded_at, q.source, q.indicator, q.group_code, q.from_day, q.id`;
}

/** Those of them whose period holds the whole given period. */
export function findQuotasHolding(
  scope: UnitScope,
  unitIds: readonly number[],
  period: { from: PlainDate; to: PlainDate },
): Promise<Quota[]> {
  return scope.db.$queryRaw<Quota[]>`
    SELECT ${QUOTA} FROM quota q
    WHERE q.unit_id = ANY (${[...unitIds]}::int[]) AND q.unit_ord BETWEEN ${scope.lo} AND ${scope.hi} AND q.withdrawn_at IS NULL
      AND q.from_day <= ${period.from}::date AND q.to_day >= ${period.to}::date
    ORDER BY q.document_day NULLS FIRST, q.recorded_at, q.source, q.indicator, q.group_code, q.from_day, q.id`;
}

export type QuotaWrite = {
  quota: Omit<Quota, "id" | "version" | "note"> & { note?: string | null };
  id: string | null;
};

/** Writes many quotas, new ones and changed ones; answers what changed. */
export async function saveQuotas(
  scope: UnitScope,
  writes: readonly QuotaWrite[],
  batchId: string | null,
): Promise<RowChange[]> {
  const rows = writes.map(({ quota, id }) => ({ note: null, ...quota, id: id ?? randomUUID() }));
  const before = await scope.db.$queryRaw<{ rowId: string; before: unknown }[]>`
    SELECT q.id::text AS "rowId", to_jsonb(q) AS before FROM quota q WHERE q.id = ANY (${rows.map(({ id }) => id)}::uuid[])`;
  const was = new Map(before.map((row) => [row.rowId, row.before]));
  const written = await scope.db.$queryRaw<{ rowId: string; unitOrd: bigint; version: number }[]>`
    INSERT INTO quota AS q (id, unit_id, source, indicator, group_code, kind, value, value_to, from_day, to_day, members_day, due_on,
      document_number, document_day, note, recorded_by_name, import_batch_id)
    SELECT id, "unitId", source, indicator, "group", kind, value, "valueTo", "from", "to", "membersDay", "dueOn", "documentNumber",
      "documentDay", note, ${scope.actor.name}, ${batchId}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id uuid, "unitId" int, source text, indicator text, "group" text, kind text,
      value numeric, "valueTo" numeric, "from" date, "to" date, "membersDay" date, "dueOn" date, "documentNumber" text, "documentDay" date, note text)
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, value = excluded.value, value_to = excluded.value_to,
      members_day = excluded.members_day, due_on = excluded.due_on, note = excluded.note, version = q.version + 1
    RETURNING q.id::text AS "rowId", q.unit_ord AS "unitOrd", q.version`;
  return written.map(({ rowId, unitOrd, version }) => ({
    table: "quota",
    rowId,
    unitOrd,
    before: was.get(rowId) ?? null,
    versionAfter: version,
  }));
}

/** Takes a quota out of force without deleting it; false when it is not there or changed meanwhile. */
export async function saveWithdrawal(scope: UnitScope, id: string, version: number): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE quota SET withdrawn_at = now(), version = version + 1
    WHERE id = ${id}::uuid AND version = ${version} AND withdrawn_at IS NULL AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return changed === 1;
}

/** Puts a quota in force again that was taken out; false when it is not there or changed meanwhile. */
export async function saveRestoration(scope: UnitScope, id: string, version: number): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE quota SET withdrawn_at = NULL, version = version + 1
    WHERE id = ${id}::uuid AND version = ${version} AND withdrawn_at IS NOT NULL AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return changed === 1;
}
