import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { fold, normalise } from "@/lib/shared/vietnamese";
import { Prisma } from "@/prisma/generated/client/client";
import type { UnitKind, UnitType } from "../rules/kinds";
import type { HeadedUnit } from "../rules/letterhead";

/** A unit as it is today. `firstDay` null: since before our records; `lastDay` null: open. */
export type Unit = {
  id: number;
  code: string;
  name: string;
  kind: UnitKind;
  type: UnitType | null;
  mayDecideAdmission: boolean;
  parentId: number | null;
  lo: bigint;
  hi: bigint;
  closed: boolean;
  firstDay: PlainDate | null;
  lastDay: PlainDate | null;
  version: number;
};

const UNIT = Prisma.sql`u.id, u.code, u.name, u.kind, u.type, u.may_decide_admission AS "mayDecideAdmission",
  u.parent_id AS "parentId", u.lo, u.hi, u.closed, u.first_day::text AS "firstDay", u.last_day::text AS "lastDay", u.version`;

/** The unit of a code in the scope, without regard to case; null: none there. */
export async function findUnitByCode(scope: UnitScope, code: string): Promise<Unit | null> {
  const [unit] = await findUnitsByCodes(scope, [code]);
  return unit ?? null;
}

/** The units of these codes in the scope, in no order, those that are not there left out. */
export function findUnitsByCodes(scope: UnitScope, codes: string[]): Promise<Unit[]> {
  const keys = codes.map((code) => code.trim().toUpperCase());
  return scope.db.$queryRaw<Unit[]>`
    SELECT ${UNIT} FROM unit u
    WHERE u.code_key = ANY (${keys}::text[]) AND u.lo BETWEEN ${scope.lo} AND ${scope.hi}`;
}

/** A unit of the scope by its id; null: none there. */
export async function findUnit(scope: UnitScope, id: number): Promise<Unit | null> {
  const [unit] = await scope.db.$queryRaw<Unit[]>`
    SELECT ${UNIT} FROM unit u WHERE u.id = ${id} AND u.lo BETWEEN ${scope.lo} AND ${scope.hi}`;
  return unit ?? null;
}

/** A unit and those above it that the scope reaches, from the top. */
export function findWayDown(scope: UnitScope, unitId: number): Promise<Unit[]> {
  return scope.db.$queryRaw<Unit[]>`
    SELECT ${UNIT} FROM unit d JOIN unit u ON u.lo <= d.lo AND u.hi >= d.hi
    WHERE d.id = ${unitId} AND u.lo BETWEEN ${scope.lo} AND ${scope.hi} ORDER BY u.lo`;
}

/** Open units of a range within the scope by code, those after a code; their parents where the scope reaches them. */
export function findUnitPage(
  scope: UnitScope,
  { lo, hi }: { lo: bigint; hi: bigint },
  after: string | null,
  limit: number,
): Promise<(Pick<Unit, "code" | "name" | "kind" | "type"> & { parent: string | null })[]> {
  return scope.db.$queryRaw`
    SELECT u.code, u.name, u.kind, u.type, p.code AS parent FROM unit u
    LEFT JOIN unit p ON p.id = u.parent_id AND p.lo BETWEEN ${scope.lo} AND ${scope.hi}
    WHERE u.lo BETWEEN ${lo} AND ${hi} AND u.lo BETWEEN ${scope.lo} AND ${scope.hi} AND NOT u.closed
      AND (${after}::text IS NULL OR u.code_key > upper(${after}::text))
    ORDER BY u.code_key LIMIT ${limit}`;
}

/** A unit that is a row of the tree, and whether more open beneath it. */
export type UnitRow = Unit & { children: number };

/** The open units at the top of the scope: the actor's own, or every root for who sees all. */
export function findTopUnits(scope: UnitScope): Promise<UnitRow[]> {
  return findRows(
    scope,
    Prisma.sql`SELECT u.id FROM unit u LEFT JOIN unit p ON p.id = u.parent_id
      WHERE u.lo BETWEEN ${scope.lo} AND ${scope.hi} AND (p.id IS NULL OR p.lo NOT BETWEEN ${scope.lo} AND ${scope.hi})`,
  );
}

/** The rows beneath a unit today, in code order: its children, and those of closed ones beneath it. */
export function findChildUnits(scope: UnitScope, parentId: number): Promise<UnitRow[]> {
  return findRows(scope, Prisma.sql`SELECT u.id FROM unit u WHERE u.parent_id = ${parentId}`);
}

/** Every unit directly beneath one today, closed ones too. */
export function findDirectChildren(scope: UnitScope, unitId: number): Promise<Unit[]> {
  return scope.db.$queryRaw<Unit[]>`
    SELECT ${UNIT} FROM unit u WHERE u.parent_id = ${unitId} AND u.lo BETWEEN ${scope.lo} AND ${scope.hi}`;
}

function findRows(scope: UnitScope, top: Prisma.Sql): Promise<UnitRow[]> {
  return scope.db.$queryRaw<UnitRow[]>`
    WITH RECURSIVE shown AS (
      SELECT u.id, ${IS_ROW} AS is_row FROM unit u WHERE u.id IN (${top})
      UNION
      SELECT u.id, ${IS_ROW} FROM shown s JOIN unit u ON u.parent_id = s.id WHERE NOT s.is_row
    )
    SELECT ${UNIT}, (SELECT count(*)::int FROM unit c WHERE c.parent_id = u.id AND NOT c.closed) AS children
    FROM shown s JOIN unit u ON u.id = s.id
    WHERE s.is_row AND u.lo BETWEEN ${scope.lo} AND ${scope.hi}
    ORDER BY u.code_key COLLATE "C"`;
}

const IS_ROW = Prisma.sql`(NOT u.closed AND coalesce(u.first_day <= sec.tree_day(), true))`;

/** The line above a unit, the scope's own unit first, the unit itself last. */
export function findLine(scope: UnitScope, { lo, hi }: Pick<Unit, "lo" | "hi">): Promise<Unit[]> {
  return scope.db.$queryRaw<Unit[]>`
    SELECT ${UNIT} FROM unit u
    WHERE u.lo <= ${lo} AND u.hi >= ${hi} AND u.lo BETWEEN ${scope.lo} AND ${scope.hi}
    ORDER BY u.lo`;
}

/** What stands above the actor's own unit, top first: kind and name, and nothing else of it. */
export function findAboveOwnUnit(scope: UnitScope): Promise<Pick<Unit, "kind" | "name">[]> {
  return scope.db.$queryRaw<Pick<Unit, "kind" | "name">[]>`
    SELECT u.kind, u.name FROM unit u WHERE u.lo < ${scope.lo} AND u.hi >= ${scope.hi} ORDER BY u.lo`;
}

/** A unit found by what was typed, with the names above it within the scope. */
export type FoundUnit = Unit & { ancestors: string[] };

/**
 * Open units of the scope whose name holds every word typed, or whose code holds it all, without regard to
 * accents and case. First the very code, then what holds it with its accents, then what begins so, then in
 * order of names. At most 20 unless told.
 */
export function searchUnits(scope: UnitScope, typed: string, limit = 20): Promise<FoundUnit[]> {
  const words = normalise(typed);
  const folded = fold(words);
  if (folded === "") return Promise.resolve([]);

  const everyWord = folded.split(" ").map((word) => `%${escaped(word)}%`);
  const withAccents = `%${escaped(words.toLocaleLowerCase("vi"))}%`;
  return scope.db.$queryRaw<FoundUnit[]>`
    SELECT ${UNIT}, ARRAY(
      SELECT a.name::text FROM unit a
      WHERE a.lo < u.lo AND a.hi >= u.hi AND a.lo BETWEEN ${scope.lo} AND ${scope.hi} ORDER BY a.lo) AS ancestors
    FROM unit u
    WHERE u.lo BETWEEN ${scope.lo} AND ${scope.hi} AND NOT u.closed
      AND (u.name_fold LIKE ALL (${everyWord}::text[]) OR lower(u.code_key) LIKE ${`%${escaped(folded)}%`})
    ORDER BY (u.code_key = upper(${words})) DESC,
      (lower(normalize(u.name, NFC)) COLLATE "C" LIKE ${withAccents}) DESC,
      (u.name_fold LIKE ${`%${escaped(folded)}%`}) DESC,
      (u.name_fold LIKE ${`${escaped(folded)}%`}) DESC, u.name, u.code_key COLLATE "C"
    LIMIT ${limit}`;
}

const escaped = (words: string): string => words.replace(/[\\%_]/g, "\\$&");

/** What hangs on a unit and all beneath it today. */
export type Belongings = { units: number; people: number; quotas: number };

/** Counts what would go along with a unit: the open units beneath it, the people on the way, the quotas. */
export async function countBelongings(
  scope: UnitScope,
  { lo, hi }: Pick<Unit, "lo" | "hi">,
): Promise<Belongings> {
  const [row] = await scope.db.$queryRaw<Belongings[]>`
    SELECT (SELECT count(*)::int FROM unit WHERE lo > ${lo} AND lo <= ${hi} AND NOT closed) AS units,
      (SELECT count(*)::int FROM candidate WHERE unit_ord BETWEEN ${lo} AND ${hi}) AS people,
      (SELECT count(*)::int FROM quota WHERE unit_ord BETWEEN ${lo} AND ${hi} AND withdrawn_at IS NULL) AS quotas`;
  return row ?? { units: 0, people: 0, quotas: 0 };
}

/** Every unit of the scope, closed ones too, in the order of the tree. */
export function findScopeUnits(scope: UnitScope): Promise<Unit[]> {
  return scope.db.$queryRaw<Unit[]>`
    SELECT ${UNIT} FROM unit u WHERE u.lo BETWEEN ${scope.lo} AND ${scope.hi} ORDER BY u.lo`;
}

/** A unit and those above it up to the root, the unit first: what heads of its papers need, and nothing else. */
export function findLineUp(
  scope: UnitScope,
  unitId: number,
): Promise<(HeadedUnit & { id: number; mayDecide: boolean })[]> {
  return scope.db.$queryRaw`
    SELECT u.id, u.name, u.kind, u.may_decide_admission AS "mayDecide"
    FROM unit own JOIN unit u ON u.lo <= own.lo AND u.hi >= own.lo
    WHERE own.id = ${unitId} AND own.lo BETWEEN ${scope.lo} AND ${scope.hi} AND (u.id = own.id OR NOT u.closed)
    ORDER BY u.lo DESC`;
}
