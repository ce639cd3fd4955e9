import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { Prisma } from "@/prisma/generated/client/client";
import type { UnitKind, UnitType } from "../rules/kinds";
import { keptTree } from "./kept-trees";

/** As it was: the tree of the day. As it is: today's. */
export type TreeMode = "as-was" | "as-is";

/** Ordinals of today's tree, both ends included: compare with `unit_ord`. */
export type OrdinalRange = { lo: bigint; hi: bigint };

/** A unit under the name and kind it had on the day of the tree. */
export type UnitOnDay = { id: number; code: string; name: string; kind: UnitKind; type: UnitType | null };

/**
 * The tree beneath a unit on a day: its rows in code order and, for each and in total, where the records
 * that count there lie in today's ordinals. The ranges of a row never overlap those of another; what lies
 * in `total` and in no row is the unit's own (or that of a closed unit directly beneath it). A unit that
 * has left the scope since is left out: its records are no longer for the actor to see.
 */
export type TreeOnDay = {
  unit: UnitOnDay;
  total: OrdinalRange[];
  rows: { unit: UnitOnDay; ranges: OrdinalRange[] }[];
  /** The day whose tree this is. */
  day: PlainDate;
  /** Nothing beneath the unit moved between the day and today. */
  fast: boolean;
  /** As it was, and people were moved by a reorganisation since: the day on which to ask where they stood. */
  stood: PlainDate | null;
};

/**
 * The tree beneath a unit on a day, or null when the unit is outside the scope. Where nothing beneath it
 * moved since, today's intervals are taken as they are; else the placements of the day are walked. Both
 * roads give the same answer where nothing moved.
 */
export async function treeOn(
  scope: UnitScope,
  unitId: number,
  day: PlainDate,
  tree: TreeMode,
): Promise<TreeOnDay | null> {
  const [here] = await scope.db.$queryRaw<
    { lo: bigint; hi: bigint; treeDay: PlainDate; version: bigint | null; moved: boolean }[]
  >`
    SELECT lo, hi, sec.tree_day()::text AS "treeDay", sec.tree_version() AS version, EXISTS (SELECT FROM former_place WHERE until_day >= ${day}::date) AS moved FROM unit
    WHERE id = ${unitId} AND lo BETWEEN ${scope.lo} AND ${scope.hi}`;
  if (!here) return null;

  const onDay = tree === "as-is" ? here.treeDay : day;
  const stood = tree === "as-was" && here.moved ? day : null;
  const compute = () => computeTree(scope, unitId, here, onDay);
  const { version } = here;
  const { lo, hi } = scope;
  const found = await (version === null
    ? compute()
    : keptTree({ version, lo, hi, unitId, day: onDay, tree }, compute));
  return found && { ...found, stood };
}

async function computeTree(
  scope: UnitScope,
  unitId: number,
  here: OrdinalRange & { treeDay: PlainDate },
  onDay: PlainDate,
): Promise<Omit<TreeOnDay, "stood"> | null> {
  const fast = onDay === here.treeDay || !(await hasMoved(scope, unitId, here, onDay, here.treeDay));
  const walked = await walkPlacements(scope, unitId, onDay);
  const unit = walked.find(({ id }) => id === unitId);
  if (!unit) return null;

  const children = walked.filter(({ id }) => id !== unitId);
  if (fast) {
    const rows = children.map((child) => ({ unit: asUnit(child), ranges: [{ lo: child.lo, hi: child.hi }] }));
    return { unit: asUnit(unit), total: [{ lo: here.lo, hi: here.hi }], rows, day: onDay, fast };
  }

  const ranges = await findRanges(scope, unitId, onDay);
  const rows = children
    .map((child) => ({
      unit: asUnit(child),
      ranges: ranges.filter(({ row }) => row === child.id).map(({ lo, hi }) => ({ lo, hi })),
    }))
    .filter(({ ranges: own }) => own.length > 0);
  return {
    unit: asUnit(unit),
    total: joined(ranges),
    rows,
    day: onDay,
    fast,
  };
}

/** Ranges in their order, those with no unit between them as one. */
function joined(ranges: readonly Run[]): OrdinalRange[] {
  const all: OrdinalRange[] = [];
  let end: number | null = null;
  for (const { lo, hi, first, last } of ranges) {
    const before = first - 1 === end ? all.pop() : undefined;
    all.push({ lo: before?.lo ?? lo, hi });
    end = last;
  }
  return all;
}

/**
 * A relation `(row_id, lo, hi)` to join records with: `unit_ord BETWEEN place.lo AND place.hi`. The rows'
 * ids stand beside their ranges, and the unit's own id beside those of the total, so that one
 * `GROUP BY row_id` counts all. Use as `JOIN ${rangesRelation(tree)} place ON …`.
 */
export function rangesRelation(tree: TreeOnDay): Prisma.Sql {
  const places = [
    ...tree.total.map((range) => ({ id: tree.unit.id, ...range })),
    ...tree.rows.flatMap(({ unit, ranges }) => ranges.map((range) => ({ id: unit.id, ...range }))),
  ];
  return Prisma.sql`(SELECT * FROM unnest(
    ${places.map(({ id }) => id)}::int[], ${places.map(({ lo }) => lo)}::bigint[],
    ${places.map(({ hi }) => hi)}::bigint[]) AS place (row_id, lo, hi))`;
}

type WalkedUnit = UnitOnDay & OrdinalRange;

const asUnit = ({ id, code, name, kind, type }: WalkedUnit): UnitOnDay => ({ id, code, name, kind, type });

/**
 * Did anything beneath the unit come, go or change parents between two days? A unit that left stood
 * beneath one that is here still, and one that came is here now: both show in a placement that begins or
 * ends in between, without one of the same place beside it (a new name is no move).
 */
async function hasMoved(
  scope: UnitScope,
  unitId: number,
  { lo, hi }: OrdinalRange,
  a: PlainDate,
  b: PlainDate,
): Promise<boolean> {
  const [first, last] = a < b ? [a, b] : [b, a];
  const [row] = await scope.db.$queryRaw<{ moved: boolean }[]>`
    SELECT (EXISTS (SELECT FROM unit_placement WHERE from_day > ${first}::date AND from_day <= ${last}::date)
        OR EXISTS (SELECT FROM unit_placement WHERE until_day >= ${first}::date AND until_day < ${last}::date))
      AND EXISTS (
      SELECT FROM unit h CROSS JOIN LATERAL (
        SELECT c.*, c.from_day - 1 AS other_until, NULL::date AS other_from FROM unit_placement c
        WHERE (c.unit_id = h.id OR c.parent_id = h.id) AND c.from_day > ${first}::date AND c.from_day <= ${last}::date
        UNION ALL
        SELECT c.*, NULL, c.until_day + 1 FROM unit_placement c
        WHERE (c.unit_id = h.id OR c.parent_id = h.id) AND c.until_day >= ${first}::date AND c.until_day < ${last}::date
      ) c
      WHERE h.lo BETWEEN ${lo} AND ${hi} AND c.unit_id <> ${unitId}
        AND NOT EXISTS (
          SELECT FROM unit_placement n
          WHERE n.unit_id = c.unit_id AND n.closed = c.closed AND n.parent_id IS NOT DISTINCT FROM c.parent_id
            AND (n.until_day = c.other_until OR n.from_day = c.other_from))) AS moved`;
  return row?.moved ?? true;
}

/**
 * The unit and the rows beneath it on a day, under the names of that day. What stands beneath a unit that
 * is no row (closed, or not begun) is a row of the next one above it.
 */
function walkPlacements(scope: UnitScope, unitId: number, day: PlainDate): Promise<WalkedUnit[]> {
  return scope.db.$queryRaw<WalkedUnit[]>`
    WITH RECURSIVE walk AS (
      SELECT p.unit_id, p.name, p.kind, p.type, p.is_row, 0 AS depth
      FROM sec.placements_on(${day}::date) p WHERE p.unit_id = ${unitId}
      UNION
      SELECT p.unit_id, p.name, p.kind, p.type, p.is_row, 1
      FROM walk w JOIN sec.placements_on(${day}::date) p ON p.parent_id = w.unit_id
      WHERE w.depth = 0 OR NOT w.is_row
    )
    SELECT u.id, u.code, w.name, w.kind, w.type, u.lo, u.hi
    FROM walk w JOIN unit u ON u.id = w.unit_id
    WHERE (w.unit_id = ${unitId} AND w.depth = 0) OR (w.unit_id <> ${unitId} AND w.is_row)
    ORDER BY u.code_key COLLATE "C"`;
}

/** Neighbouring units that count in the same row; the places of the first and last among all of the scope. */
type Run = OrdinalRange & { row: number | null; first: number; last: number };

/**
 * Where the records of the tree of a day lie today: runs of neighbouring units that count in the same row
 * (null: in the total alone), clipped to the scope.
 */
function findRanges(scope: UnitScope, unitId: number, day: PlainDate): Promise<Run[]> {
  return scope.db.$queryRaw<Run[]>`
    WITH RECURSIVE walk AS (
      SELECT ${unitId}::int AS unit_id, NULL::int AS row_id
      UNION
      SELECT p.unit_id, coalesce(w.row_id, CASE WHEN p.is_row THEN p.unit_id END)
      FROM walk w JOIN sec.placements_on(${day}::date) p ON p.parent_id = w.unit_id
    ), placed AS (
      SELECT u.lo, w.unit_id IS NOT NULL AS counts, w.row_id, row_number() OVER (ORDER BY u.lo)::int AS place,
        row_number() OVER (ORDER BY u.lo)
          - row_number() OVER (PARTITION BY w.unit_id IS NOT NULL, w.row_id ORDER BY u.lo) AS run
      FROM unit u LEFT JOIN walk w ON w.unit_id = u.id
      WHERE u.lo BETWEEN ${scope.lo} AND ${scope.hi}
    )
    SELECT row_id AS row, min(lo) AS lo, max(lo) AS hi, min(place) AS first, max(place) AS last FROM placed WHERE counts
    GROUP BY row_id, run ORDER BY min(lo)`;
}
