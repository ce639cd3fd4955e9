import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { type OrdinalRange, rangesRelation, type TreeOnDay } from "@/lib/organisation/repository/tree-on";
import type { PlainDate } from "@/lib/shared/days";
import { Prisma } from "@/prisma/generated/client/client";
import type { Figure } from "../rules/figure";
import { dayOf, predicateOf } from "./predicate";

/** Counts by unit id: of each row and of the unit itself. */
export type Counts = Map<number, number[]>;

/** Counts all figures for all rows and the total in one statement; answers them in the order given. */
export async function countFigures(
  scope: UnitScope,
  tree: TreeOnDay,
  figures: readonly Figure[],
): Promise<Counts> {
  if (figures.length === 0) return new Map();
  const counted = Prisma.join(
    figures.map((figure) => Prisma.sql`count(*) FILTER (WHERE ${predicateOf(figure)})`),
    ", ",
    "jsonb_build_array(",
    ")",
  );
  const rows = await scope.db.$queryRaw<{ unitId: number; counts: number[] }[]>`
    SELECT place.row_id AS "unitId", ${counted} AS counts
    FROM ${rangesRelation(tree)} place
    JOIN ${candidatesAt(scope, tree.stood)}
    JOIN person p ON p.id = c.person_id
    JOIN unit u ON u.id = c.unit_id
    GROUP BY place.row_id`;
  return new Map(rows.map(({ unitId, counts }) => [unitId, counts]));
}

/**
 * The candidates `c` of `place`: as they stand today, or where they stood on a day before a reorganisation
 * moved them.
 */
export function candidatesAt(scope: UnitScope, stood: PlainDate | null): Prisma.Sql {
  const here = Prisma.sql`c.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return stood === null
    ? Prisma.sql`candidate c ON c.unit_ord BETWEEN place.lo AND place.hi AND ${here}`
    : Prisma.sql`LATERAL sec.candidates_on(${stood}::date, place.lo, place.hi) c ON ${here}`;
}

/** A person behind a figure. `day` is the day by which they count. */
export type FigurePerson = {
  id: string;
  name: string;
  birthDate: PlainDate | null;
  birthYear: number;
  sex: string | null;
  unitCode: string;
  unitName: string;
  step: string;
  day: PlainDate | null;
};

/** The persons behind a figure in these ranges, given names first; exactly as many as it counts. */
export function findFigurePeople(
  scope: UnitScope,
  ranges: readonly OrdinalRange[],
  figure: Figure,
  { limit = null, stood = null }: { limit?: number | null; stood?: PlainDate | null } = {},
): Promise<FigurePerson[]> {
  return scope.db.$queryRaw<FigurePerson[]>`
    SELECT c.id, p.name, p.birth_date::text AS "birthDate", p.birth_year AS "birthYear", p.sex, u.code AS "unitCode", u.name AS "unitName",
      c.stage AS step, (${dayOf(figure)})::text AS day
    FROM unnest(${ranges.map(({ lo }) => lo)}::bigint[], ${ranges.map(({ hi }) => hi)}::bigint[]) AS place (lo, hi)
    JOIN ${candidatesAt(scope, stood)}
    JOIN person p ON p.id = c.person_id
    JOIN unit u ON u.id = c.unit_id
    WHERE ${predicateOf(figure)}
    ORDER BY p.given_name, p.name, c.id LIMIT ${limit}`;
}

/** People per day of a figure in these ranges, for the cumulative line. */
export async function countByDay(
  scope: UnitScope,
  ranges: readonly OrdinalRange[],
  figure: Figure,
  stood: PlainDate | null = null,
): Promise<{ day: PlainDate; people: number }[]> {
  return scope.db.$queryRaw<{ day: PlainDate; people: number }[]>`
    SELECT (${dayOf(figure)})::text AS day, count(*)::int AS people
    FROM unnest(${ranges.map(({ lo }) => lo)}::bigint[], ${ranges.map(({ hi }) => hi)}::bigint[]) AS place (lo, hi)
    JOIN ${candidatesAt(scope, stood)}
    JOIN person p ON p.id = c.person_id
    JOIN unit u ON u.id = c.unit_id
    WHERE ${predicateOf(figure)} GROUP BY 1 ORDER BY 1`;
}

/** How a unit's province (the nearest above it that says so) counts admissions; by decision unless told. */
export async function findCountBy(scope: UnitScope, unitId: number): Promise<"decision" | "ceremony"> {
  const [option] = await scope.db.$queryRaw<{ value: unknown }[]>`
    SELECT o.value FROM unit u JOIN unit above ON above.lo <= u.lo AND above.hi >= u.lo
    JOIN unit_option o ON o.unit_id = above.id AND o.key = 'countBy' WHERE u.id = ${unitId} ORDER BY above.lo DESC LIMIT 1`;
  return option?.value === "ceremony" ? "ceremony" : "decision";
}
