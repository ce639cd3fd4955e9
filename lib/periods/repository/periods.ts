import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { isUuid } from "@/lib/shared/uuid";
import { Prisma } from "@/prisma/generated/client/client";
import type { PeriodDays, PeriodKind, ReportingPeriod } from "../rules/period";

type Row = Omit<ReportingPeriod, "unit"> & {
  unitId: number;
  unitCode: string;
  unitName: string;
  lo: bigint;
  hi: bigint;
};

const PERIOD = Prisma.sql`d.id, u.id AS "unitId", u.code AS "unitCode", u.name AS "unitName", u.lo, u.hi, d.kind, d.from_day::text AS "from",
  d.to_day::text AS "to", d.cut_off::text AS "cutOff", d.due_on::text AS "dueOn",
  (d.locked_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS "lockedOn", d.locked_by_name AS "lockedByName", d.version`;

const periodOf = ({ unitId: id, unitCode: code, unitName: name, lo, hi, ...rest }: Row): ReportingPeriod => ({
  ...rest,
  unit: { id, code, name, lo, hi },
});

/** Set within the scope, or by a unit above it. */
const seen = ({ lo, hi }: UnitScope): Prisma.Sql =>
  Prisma.sql`(d.unit_ord BETWEEN ${lo} AND ${hi} OR (u.lo <= ${lo} AND u.hi >= ${hi}))`;

/** The periods that a scope is asked to report for, latest first. */
export async function findPeriods(scope: UnitScope, limit: number): Promise<ReportingPeriod[]> {
  const rows = await scope.db.$queryRaw<Row[]>`
    SELECT ${PERIOD} FROM reporting_period d JOIN unit u ON u.id = d.unit_id
    WHERE ${seen(scope)} ORDER BY d.to_day DESC, d.from_day, d.id LIMIT ${limit}`;
  return rows.map(periodOf);
}

/** A period that the scope is asked for, or set; null otherwise. */
export async function findPeriod(scope: UnitScope, id: string): Promise<ReportingPeriod | null> {
  if (!isUuid(id)) return null;
  const [row] = await scope.db.$queryRaw<Row[]>`
    SELECT ${PERIOD} FROM reporting_period d JOIN unit u ON u.id = d.unit_id WHERE d.id = ${id}::uuid AND ${seen(scope)}`;
  return row ? periodOf(row) : null;
}

/** The same, kept from being confirmed for, locked or changed by others until the transaction ends. */
export async function findHeldPeriod(scope: UnitScope, id: string): Promise<ReportingPeriod | null> {
  if (!(await findPeriod(scope, id))) return null;
  await scope.db.$queryRaw`SELECT sec.hold_period(${id}::uuid)::text`;
  return findPeriod(scope, id);
}

/** A period of the scope's own, kept from being confirmed for until the transaction ends; null otherwise. */
export async function findOwnPeriod(scope: UnitScope, id: string): Promise<ReportingPeriod | null> {
  if (!isUuid(id)) return null;
  const [row] = await scope.db.$queryRaw<Row[]>`
    SELECT ${PERIOD} FROM reporting_period d JOIN unit u ON u.id = d.unit_id
    WHERE d.id = ${id}::uuid AND d.unit_ord BETWEEN ${scope.lo} AND ${scope.hi} FOR UPDATE OF d`;
  return row ? periodOf(row) : null;
}

/** The locked periods of the same unit and kind between a day and the beginning of this one, the nearest first. */
export async function findLockedBefore(
  scope: UnitScope,
  { unit, kind, from }: ReportingPeriod,
  since: PlainDate,
): Promise<ReportingPeriod[]> {
  const rows = await scope.db.$queryRaw<Row[]>`
    SELECT ${PERIOD} FROM reporting_period d JOIN unit u ON u.id = d.unit_id
    WHERE d.unit_id = ${unit.id} AND d.kind = ${kind} AND d.to_day < ${from}::date AND d.to_day >= ${since}::date AND d.locked_at IS NOT NULL AND ${seen(scope)}
    ORDER BY d.to_day DESC`;
  return rows.map(periodOf);
}

/** The days of a unit's periods of one kind; nobody else sets any until the transaction ends. */
export async function findPeriodDays(
  scope: UnitScope,
  unitId: number,
  kind: PeriodKind,
): Promise<PeriodDays[]> {
  await scope.db.$executeRaw`SELECT pg_advisory_xact_lock(7395, ${unitId}::int)`;
  return scope.db.$queryRaw<PeriodDays[]>`
    SELECT d.kind, d.from_day::text AS "from", d.to_day::text AS "to", d.cut_off::text AS "cutOff", d.due_on::text AS "dueOn"
    FROM reporting_period d WHERE d.unit_id = ${unitId} AND d.kind = ${kind} AND d.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
}

/** Writes a new period; answers its id. */
export async function savePeriod(scope: UnitScope, unitId: number, days: PeriodDays): Promise<string> {
  const { kind, from, to, cutOff, dueOn } = days;
  const [row] = await scope.db.$queryRaw<{ id: string }[]>`
    INSERT INTO reporting_period (unit_id, kind, from_day, to_day, cut_off, due_on, set_by_name)
    VALUES (${unitId}, ${kind}, ${from}::date, ${to}::date, ${cutOff}::date, ${dueOn}::date, ${scope.actor.name}) RETURNING id`;
  return row?.id ?? "";
}

/** Writes other days of an open period; false when it changed meanwhile. */
export async function saveDays(
  scope: UnitScope,
  id: string,
  version: number,
  { from, to, cutOff, dueOn }: PeriodDays,
): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE reporting_period d SET from_day = ${from}::date, to_day = ${to}::date, cut_off = ${cutOff}::date, due_on = ${dueOn}::date,
      version = version + 1
    WHERE d.id = ${id}::uuid AND version = ${version} AND locked_at IS NULL AND d.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return changed === 1;
}

/** Locks a period; false when it changed meanwhile. */
export async function saveLock(scope: UnitScope, id: string, version: number): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE reporting_period d SET locked_at = now(), locked_by_name = ${scope.actor.name}, version = version + 1
    WHERE d.id = ${id}::uuid AND version = ${version} AND locked_at IS NULL AND d.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return changed === 1;
}

/** How many periods still wait for a unit's own confirmation, the first due first. */
export async function countWaitingPeriods(
  scope: UnitScope,
  unitId: number,
): Promise<{ periods: number; firstDue: PlainDate | null; id: string | null; returned: number }> {
  const [row] = await scope.db.$queryRaw<
    { periods: number; firstDue: PlainDate | null; id: string | null; returned: number }[]
  >`
    SELECT count(*)::int AS periods, min(d.due_on)::text AS "firstDue", (array_agg(d.id ORDER BY d.due_on, d.id))[1] AS id,
      count(*) FILTER (WHERE c.state = 'returned')::int AS returned
    FROM reporting_period d JOIN unit u ON u.id = d.unit_id
    LEFT JOIN unit_confirmation c ON c.period_id = d.id AND c.unit_id = ${unitId}
    WHERE ${seen(scope)} AND d.unit_id <> ${unitId} AND d.locked_at IS NULL AND d.cut_off <= ${scope.today}::date
      AND (c.id IS NULL OR c.state = 'returned')`;
  return row ?? { periods: 0, firstDue: null, id: null, returned: 0 };
}
