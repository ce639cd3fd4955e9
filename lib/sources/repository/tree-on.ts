import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { OrdinalRange, TreeMode } from "@/lib/organisation/repository/tree-on";
import type { PlainDate } from "@/lib/shared/days";
import { Prisma } from "@/prisma/generated/client/client";
import type { Level } from "../rules/tree";
import type { UnionUnit } from "./units";

/** An organisation under the name and level it had on the day of the tree. */
export type UnionUnitOnDay = { id: number; code: string; name: string; level: Level };

/**
 * The Union's tree beneath an organisation on a day: its rows in code order and, for each and in total, where
 * the records that count there lie in today's ordinals; what stood beneath a closed one counts in the next above.
 */
export type UnionTreeOnDay = {
  unit: UnionUnitOnDay;
  total: OrdinalRange[];
  rows: { unit: UnionUnitOnDay; ranges: OrdinalRange[] }[];
};

/** As it was on the day, from the placements; as it is, of today. Clipped to the scope. */
export async function unionTreeOn(
  scope: UnitScope,
  { id }: Pick<UnionUnit, "id">,
  asked: PlainDate,
  mode: TreeMode,
): Promise<UnionTreeOnDay | null> {
  const day = mode === "as-is" ? scope.today : asked;
  const places = await scope.db.$queryRaw<{ row: number | null; lo: bigint; hi: bigint }[]>`
    WITH RECURSIVE ${placed(day)}, walk AS (
      SELECT ${id}::int AS id, NULL::int AS row_id
      UNION
      SELECT p.id, coalesce(w.row_id, CASE WHEN p.is_row THEN p.id END) FROM walk w JOIN placed p ON p.parent_id = w.id
    ), counted AS (
      SELECT u.lo, w.id IS NOT NULL AS counts, w.row_id,
        row_number() OVER (ORDER BY u.lo) - row_number() OVER (PARTITION BY w.id IS NOT NULL, w.row_id ORDER BY u.lo) AS run
      FROM union_unit u LEFT JOIN walk w ON w.id = u.id WHERE u.lo BETWEEN ${scope.lo} AND ${scope.hi}
    )
    SELECT row_id AS row, min(lo) AS lo, max(lo) AS hi FROM counted WHERE counts GROUP BY row_id, run ORDER BY min(lo)`;
  const units = await scope.db.$queryRaw<UnionUnitOnDay[]>`
    WITH RECURSIVE ${placed(day)}, walk AS (
      SELECT p.id, p.name, p.level, p.is_row, 0 AS depth FROM placed p WHERE p.id = ${id}
      UNION
      SELECT p.id, p.name, p.level, p.is_row, 1 FROM walk w JOIN placed p ON p.parent_id = w.id WHERE w.depth = 0 OR NOT w.is_row
    )
    SELECT u.id, u.code, w.name, w.level FROM walk w JOIN union_unit u ON u.id = w.id
    WHERE (w.depth = 0 OR w.is_row) AND u.lo BETWEEN ${scope.lo} AND ${scope.hi} ORDER BY u.code_key COLLATE "C"`;
  const unit = units.find((one) => one.id === id);
  if (!unit) return null;
  const rangesOf = (row: number) => places.filter((one) => one.row === row).map(({ lo, hi }) => ({ lo, hi }));
  return {
    unit,
    total: places.map(({ lo, hi }) => ({ lo, hi })),
    rows: units.filter((one) => one.id !== id).map((row) => ({ unit: row, ranges: rangesOf(row.id) })),
  };
}

/** One placement of each organisation on a day: that of the day, or else the first; a row while it lasts. */
const placed = (day: PlainDate): Prisma.Sql => Prisma.sql`placed AS (
  SELECT DISTINCT ON (p.union_unit_id) p.union_unit_id AS id, p.parent_id, p.name, p.level,
    coalesce(p.from_day <= ${day}::date, true) AND coalesce(p.until_day >= ${day}::date, true) AS is_row
  FROM union_placement p
  ORDER BY p.union_unit_id, coalesce(p.from_day <= ${day}::date, true) DESC,
    CASE WHEN coalesce(p.from_day <= ${day}::date, true) THEN coalesce(p.from_day, '-infinity') END DESC, p.from_day)`;

/** A place of an organisation in the tree, from a day on, with the name of what stood above it then. */
export type UnionHistoryLine = {
  from: PlainDate | null;
  until: PlainDate | null;
  name: string;
  level: Level;
  aboveName: string | null;
};

/** Where an organisation stood, and what it was called, latest first. */
export function findUnionHistory(
  scope: UnitScope,
  { id, lo }: Pick<UnionUnit, "id" | "lo">,
): Promise<UnionHistoryLine[]> {
  return scope.db.$queryRaw<UnionHistoryLine[]>`
    SELECT p.from_day::text AS "from", least(p.until_day, lead(p.from_day) OVER w - 1)::text AS until, p.name, p.level, a.name AS "aboveName"
    FROM union_placement p JOIN union_unit u ON u.id = p.union_unit_id LEFT JOIN union_unit a ON a.id = p.parent_id
    WHERE p.union_unit_id = ${id} AND u.lo = ${lo} WINDOW w AS (ORDER BY p.from_day NULLS FIRST)
    ORDER BY p.from_day DESC NULLS LAST`;
}
