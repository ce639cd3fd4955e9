import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { Prisma } from "@/prisma/generated/client/client";
import type { ConfirmationState, UnitStanding } from "../rules/confirmation";

type Row = Omit<UnitStanding, "unit"> & UnitStanding["unit"];

const STANDING = Prisma.sql`u.id, u.code, u.name, u.kind, u.lo, u.hi, u.parent_id AS "parentId", coalesce(c.state, 'waiting') AS state,
  c.confirmed_on::text AS "confirmedOn", c.confirmed_by_name AS "confirmedByName", c.confirmed_at_name AS "confirmedAtName", c.reason,
  coalesce(c.version, 0) AS version`;

const standingOf = ({ id, code, name, kind, lo, hi, parentId, ...rest }: Row): UnitStanding => ({
  ...rest,
  unit: { id, code, name, kind, lo, hi, parentId },
});

/** Open units `u` of the scope with what they said `c` in a period. */
const standings = (scope: UnitScope, periodId: string): Prisma.Sql => Prisma.sql`
  unit u LEFT JOIN unit_confirmation c ON c.period_id = ${periodId}::uuid AND c.unit_id = u.id
    AND c.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
  WHERE u.lo BETWEEN ${scope.lo} AND ${scope.hi} AND NOT u.closed`;

const STANDS = Prisma.sql`coalesce(c.state IN ('confirmed', 'accepted'), false)`;

/** Where an open unit stands in a period; null: none of this code in the scope. */
export async function findStanding(
  scope: UnitScope,
  periodId: string,
  code: string,
): Promise<UnitStanding | null> {
  const [standing] = await findStandings(scope, periodId, [code]);
  return standing ?? null;
}

/** The same of several, in the order of the tree. */
export async function findStandings(
  scope: UnitScope,
  periodId: string,
  codes: readonly string[],
): Promise<UnitStanding[]> {
  const keys = codes.map((code) => code.trim().toUpperCase());
  const rows = await scope.db.$queryRaw<Row[]>`
    SELECT ${STANDING} FROM ${standings(scope, periodId)} AND u.code_key = ANY (${keys}::text[]) ORDER BY u.lo`;
  return rows.map(standingOf);
}

/** A unit directly beneath, with how many beneath it there are and how many of those confirmed. */
export type StandingBelow = UnitStanding & { below: number; confirmed: number };

/** The open units directly beneath one, in the order of the tree, from a place on. */
export async function findStandingsBelow(
  scope: UnitScope,
  periodId: string,
  unitId: number,
  { after, limit }: { after: bigint | null; limit: number },
): Promise<StandingBelow[]> {
  const rows = await scope.db.$queryRaw<(Row & { below: number; confirmed: number })[]>`
    SELECT ${STANDING}, n.below, n.confirmed
    FROM (SELECT u.id FROM unit u WHERE u.parent_id = ${unitId} AND NOT u.closed AND u.lo BETWEEN ${scope.lo} AND ${scope.hi}
            AND u.lo > ${after ?? -1n} ORDER BY u.lo LIMIT ${limit}) row
    JOIN unit u ON u.id = row.id
    LEFT JOIN unit_confirmation c ON c.period_id = ${periodId}::uuid AND c.unit_id = u.id AND c.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS below, count(*) FILTER (WHERE k.state IN ('confirmed', 'accepted'))::int AS confirmed
      FROM unit b LEFT JOIN unit_confirmation k ON k.period_id = ${periodId}::uuid AND k.unit_id = b.id
      WHERE b.lo > u.lo AND b.lo <= u.hi AND NOT b.closed) n
    ORDER BY u.lo`;
  return rows.map(({ below, confirmed, ...row }) => ({ ...standingOf(row), below, confirmed }));
}

/** How many units of each level beneath a range confirmed, were accepted or sent back. */
export type LevelCount = {
  kind: string;
  units: number;
  confirmed: number;
  accepted: number;
  returned: number;
};

/** Beneath a unit, level by level from the top. */
export function countLevels(
  scope: UnitScope,
  periodId: string,
  { lo, hi }: { lo: bigint; hi: bigint },
): Promise<LevelCount[]> {
  return scope.db.$queryRaw<LevelCount[]>`
    SELECT u.kind, count(*)::int AS units, count(*) FILTER (WHERE ${STANDS})::int AS confirmed,
      count(*) FILTER (WHERE c.state = 'accepted')::int AS accepted, count(*) FILTER (WHERE c.state = 'returned')::int AS returned
    FROM ${standings(scope, periodId)} AND u.lo > ${lo} AND u.lo <= ${hi}
    GROUP BY u.kind
    ORDER BY array_position(ARRAY['CENTRAL', 'PROVINCE', 'UPPER', 'BASE_COMMITTEE', 'BASE_CELL', 'SECTION', 'CELL'], u.kind)`;
}

/** Who has not confirmed beneath a unit: with the unit above them, page by page in the order of the tree. */
export type MissingUnit = {
  lo: bigint;
  code: string;
  name: string;
  kind: string;
  above: string | null;
  state: ConfirmationState;
};

export function findMissing(
  scope: UnitScope,
  periodId: string,
  { lo, hi }: { lo: bigint; hi: bigint },
  { kind, after, limit }: { kind: string | null; after: bigint | null; limit: number },
): Promise<MissingUnit[]> {
  const ofKind = kind === null ? Prisma.empty : Prisma.sql`AND u.kind = ${kind}`;
  return scope.db.$queryRaw<MissingUnit[]>`
    SELECT u.lo, u.code, u.name, u.kind, (SELECT p.name FROM unit p WHERE p.id = u.parent_id) AS above, coalesce(c.state, 'waiting') AS state
    FROM ${standings(scope, periodId)} AND u.lo > ${after ?? lo} AND u.lo <= ${hi} AND NOT ${STANDS} ${ofKind}
    ORDER BY u.lo LIMIT ${limit}`;
}

/** How many beneath a range have confirmed. */
export async function countConfirmed(
  scope: UnitScope,
  periodId: string,
  range: { lo: bigint; hi: bigint },
): Promise<number> {
  return (await countLevels(scope, periodId, range)).reduce((sum, { confirmed }) => sum + confirmed, 0);
}

const NAMED = 5;

/** How many beneath a range have not confirmed, and the first of them by name. */
export async function countMissing(
  scope: UnitScope,
  periodId: string,
  range: { lo: bigint; hi: bigint },
): Promise<{ count: number; names: string[] }> {
  const levels = await countLevels(scope, periodId, range);
  const count = levels.reduce((sum, { units, confirmed }) => sum + units - confirmed, 0);
  const first =
    count === 0 ? [] : await findMissing(scope, periodId, range, { kind: null, after: null, limit: NAMED });
  return { count, names: first.map(({ name }) => name) };
}

/** How many units directly beneath one are not accepted yet, and the first of them by name. */
export async function countNotAccepted(
  scope: UnitScope,
  periodId: string,
  unitId: number,
): Promise<{ count: number; names: string[] }> {
  const rows = await scope.db.$queryRaw<{ name: string }[]>`
    SELECT u.name FROM ${standings(scope, periodId)} AND u.parent_id = ${unitId} AND c.state IS DISTINCT FROM 'accepted' ORDER BY u.lo`;
  return { count: rows.length, names: rows.slice(0, NAMED).map(({ name }) => name) };
}

/** The nearest unit above one whose data are accepted; null: none within the scope. */
export async function findAcceptedAbove(
  scope: UnitScope,
  periodId: string,
  { lo, hi }: { lo: bigint; hi: bigint },
): Promise<string | null> {
  const [row] = await scope.db.$queryRaw<{ name: string }[]>`
    SELECT u.name FROM ${standings(scope, periodId)} AND u.lo < ${lo} AND u.hi >= ${hi} AND c.state = 'accepted' ORDER BY u.lo DESC LIMIT 1`;
  return row?.name ?? null;
}

/** The unit says that its data stand; false when something was said meanwhile. */
export async function saveConfirmation(
  scope: UnitScope,
  periodId: string,
  { unit, version }: UnitStanding,
): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    INSERT INTO unit_confirmation AS c (period_id, unit_id, state, confirmed_on, confirmed_by_name, confirmed_at_name)
    VALUES (${periodId}::uuid, ${unit.id}, 'confirmed', ${scope.today}::date, ${scope.actor.name}, ${scope.actor.unit.name})
    ON CONFLICT (period_id, unit_id) DO UPDATE SET state = 'confirmed', confirmed_on = excluded.confirmed_on,
      confirmed_by_name = excluded.confirmed_by_name, confirmed_at_name = excluded.confirmed_at_name,
      answered_on = NULL, answered_by_name = NULL, reason = NULL, version = c.version + 1
    WHERE c.version = ${version}`;
  return changed === 1;
}

/** The level above accepts, or sends back with a reason; false when something was said meanwhile. */
export async function saveAnswer(
  scope: UnitScope,
  periodId: string,
  { unit, version }: UnitStanding,
  reason: string | null,
): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE unit_confirmation c SET state = ${reason === null ? "accepted" : "returned"}, reason = ${reason},
      answered_on = ${scope.today}::date, answered_by_name = ${scope.actor.name}, version = version + 1
    WHERE c.period_id = ${periodId}::uuid AND c.unit_id = ${unit.id} AND version = ${version}
      AND c.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return changed === 1;
}
