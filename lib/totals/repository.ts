import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { isUuid } from "@/lib/shared/uuid";
import { Prisma } from "@/prisma/generated/client/client";
import type { PastTotal } from "./rules";

const PAGE = 100;

type Row = Omit<PastTotal, "unit"> & { unitCode: string; unitName: string };

const TOTAL = Prisma.sql`t.id, u.code AS "unitCode", u.name AS "unitName", t.from_day::text AS "from", t.to_day::text AS "to",
  t.indicator, t."group", t.words, t.value, t.source, t.recorded_by_name AS "recordedByName", t.version`;

const totalOf = ({ unitCode: code, unitName: name, ...rest }: Row): PastTotal => ({
  ...rest,
  unit: { code, name },
});

const inForce = ({ lo, hi }: UnitScope): Prisma.Sql =>
  Prisma.sql`t.unit_ord BETWEEN ${lo} AND ${hi} AND t.withdrawn_at IS NULL`;

/** The totals in force, latest period first; of one unit, if told. `next`: others come after that mark. */
export async function findPastTotals(
  scope: UnitScope,
  unitId: number | null,
  after: string | null,
): Promise<{ totals: PastTotal[]; next: string | null }> {
  const [day = null, id = null] = after?.split("~") ?? [];
  const beyond =
    day && id && isUuid(id) && /^\d{4}-\d{2}-\d{2}$/.test(day)
      ? Prisma.sql`AND (t.to_day, t.id) < (${day}::date, ${id}::uuid)`
      : Prisma.empty;
  const rows = await scope.db.$queryRaw<Row[]>`
    SELECT ${TOTAL} FROM past_total t JOIN unit u ON u.id = t.unit_id
    WHERE ${inForce(scope)} AND coalesce(t.unit_id = ${unitId}::int, true) ${beyond}
    ORDER BY t.to_day DESC, t.id DESC LIMIT ${PAGE + 1}`;
  const totals = rows.slice(0, PAGE).map(totalOf);
  const last = totals.at(-1);
  return { totals, next: rows.length > PAGE && last ? `${last.to}~${last.id}` : null };
}

/** The totals of a unit whose period has a day of this one. */
export async function findTotalsBeside(
  scope: UnitScope,
  unitId: number,
  from: PlainDate,
  to: PlainDate,
): Promise<PastTotal[]> {
  const rows = await scope.db.$queryRaw<Row[]>`
    SELECT ${TOTAL} FROM past_total t JOIN unit u ON u.id = t.unit_id
    WHERE ${inForce(scope)} AND t.unit_id = ${unitId} AND t.from_day <= ${to}::date AND t.to_day >= ${from}::date
    ORDER BY t.from_day, t.indicator, t."group" LIMIT ${PAGE}`;
  return rows.map(totalOf);
}

/** A total within reach; null otherwise. */
export async function findPastTotal(scope: UnitScope, id: string): Promise<PastTotal | null> {
  if (!isUuid(id)) return null;
  const [row] = await scope.db.$queryRaw<Row[]>`
    SELECT ${TOTAL} FROM past_total t JOIN unit u ON u.id = t.unit_id WHERE t.id = ${id}::uuid AND ${inForce(scope)}`;
  return row ? totalOf(row) : null;
}

/** Writes a total; false when one of the same unit, period, indicator and group is there. */
export async function savePastTotal(
  scope: UnitScope,
  unitId: number,
  total: Omit<PastTotal, "id" | "unit" | "recordedByName" | "version">,
): Promise<boolean> {
  const written = await scope.db.$executeRaw`
    INSERT INTO past_total (unit_id, from_day, to_day, indicator, "group", words, value, source, recorded_by_name)
    VALUES (${unitId}, ${total.from}::date, ${total.to}::date, ${total.indicator}, ${total.group}, ${total.words}, ${total.value},
      ${total.source}, ${scope.actor.name})
    ON CONFLICT (unit_id, from_day, to_day, indicator, "group") WHERE withdrawn_at IS NULL DO NOTHING`;
  return written === 1;
}

/** Takes a total out; it stays in the records. False: it was changed since it was seen. */
export async function saveTotalWithdrawn(scope: UnitScope, id: string, version: number): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE past_total t SET withdrawn_at = now(), withdrawn_by_name = ${scope.actor.name}, version = t.version + 1
    WHERE t.id = ${id}::uuid AND t.version = ${version} AND ${inForce(scope)}`;
  return changed === 1;
}
