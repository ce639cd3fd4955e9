import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { OrdinalRange, TreeOnDay } from "@/lib/organisation/repository/tree-on";
import type { PlainDate } from "@/lib/shared/days";
import type { Figure } from "../rules/figure";
import { dossiersOf, narrowed } from "./dossiers";
import { candidatesAt } from "./figures";
import { linesRelation } from "./lines";
import { ageSql } from "./parts";
import { dayOf, predicateOf } from "./predicate";

/** The people of a figure in these ranges by age in completed years on the day they count, and sex. */
export function countByAge(
  scope: UnitScope,
  ranges: readonly OrdinalRange[],
  figure: Figure,
  stood: PlainDate | null = null,
): Promise<{ age: number; sex: string | null; people: number }[]> {
  const day = dayOf(figure);
  return scope.db.$queryRaw<{ age: number; sex: string | null; people: number }[]>`
    SELECT ${ageSql(day)}::int AS age, p.sex, count(*)::int AS people
    FROM unnest(${ranges.map(({ lo }) => lo)}::bigint[], ${ranges.map(({ hi }) => hi)}::bigint[]) AS place (lo, hi)
    JOIN ${candidatesAt(scope, stood)}
    JOIN person p ON p.id = c.person_id JOIN unit u ON u.id = c.unit_id
    WHERE ${predicateOf(figure)} GROUP BY 1, 2`;
}

/** The people of a figure by month of the day they count, for each row and the total: unit id → month key → people. */
export async function countByMonth(
  scope: UnitScope,
  tree: TreeOnDay,
  figure: Figure,
): Promise<Map<number, Map<string, number>>> {
  const { id, from, within, counted } = linesRelation(scope, tree);
  const rows = await scope.db.$queryRaw<{ unitId: number; month: string; people: number }[]>`
    SELECT ${id} AS "unitId", m.month, count(*)::int AS people
    FROM ${from} CROSS JOIN LATERAL (SELECT to_char(${dayOf(figure)}, '"m"YYYYMM') AS month) m
    WHERE ${within} AND ${narrowed(dossiersOf(figure), [figure])} AND ${predicateOf(figure)}
    GROUP BY GROUPING SETS ((l.row_id, m.month), (m.month)) HAVING ${counted}`;
  const counts = new Map<number, Map<string, number>>();
  for (const { unitId, month, people } of rows)
    counts.set(unitId, (counts.get(unitId) ?? new Map<string, number>()).set(month, people));
  return counts;
}
