import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { TreeOnDay } from "@/lib/organisation/repository/tree-on";
import type { UnitType } from "@/lib/organisation/rules/kinds";
import { Prisma } from "@/prisma/generated/client/client";
import { admittedFigure, liveFigure } from "../rules/figure";
import type { CountBy, ReportParameters } from "../rules/parameters";
import { candidatesAt } from "./figures";
import { baseOnDay } from "./parts";
import { predicateOf } from "./predicate";

/** A base organisation of the day: its kind, the kind of place, who was admitted there, live sources. */
export type BaseOrganisation = {
  kind: "BASE_COMMITTEE" | "BASE_CELL";
  type: UnitType | null;
  admitted: number;
  live: number;
};

/** The base organisations of a tree on its day, with what was counted beneath each on that day. */
export function findBaseOrganisations(
  scope: UnitScope,
  tree: TreeOnDay,
  parameters: ReportParameters,
  countBy: CountBy,
): Promise<BaseOrganisation[]> {
  const { total, day } = tree;
  const places = Prisma.sql`unnest(${total.map(({ lo }) => lo)}::bigint[], ${total.map(({ hi }) => hi)}::bigint[]) AS place (lo, hi)`;
  const admitted = predicateOf(admittedFigure(parameters, countBy));
  const live = predicateOf(liveFigure("all", parameters));
  const counts = Prisma.sql`count(*) FILTER (WHERE ${admitted})::int AS admitted, count(*) FILTER (WHERE ${live})::int AS live`;
  return scope.db.$queryRaw<BaseOrganisation[]>`
    SELECT b.kind, b.type, coalesce(n.admitted, 0) AS admitted, coalesce(n.live, 0) AS live
    FROM ${places}
    JOIN unit u ON u.lo BETWEEN place.lo AND place.hi AND u.lo BETWEEN ${scope.lo} AND ${scope.hi}
    JOIN sec.placements_on(${day}::date) b ON b.unit_id = u.id AND b.is_row AND b.kind IN ('BASE_COMMITTEE', 'BASE_CELL')
    ${
      tree.fast
        ? Prisma.sql`CROSS JOIN LATERAL (SELECT ${counts} FROM ${beneath(tree)}) n`
        : Prisma.sql`LEFT JOIN (
            SELECT base.unit_id, ${counts}
            FROM ${places} JOIN ${candidatesAt(scope, tree.stood)} CROSS JOIN LATERAL ${baseOnDay(day)} base
            WHERE (${admitted}) OR (${live}) GROUP BY 1) n ON n.unit_id = u.id`
    }`;
}

/** The candidates `c` beneath the unit `u`, where nothing moved since the day. */
const beneath = ({ stood }: TreeOnDay): Prisma.Sql =>
  stood
    ? Prisma.sql`sec.candidates_on(${stood}::date, u.lo, u.hi) c`
    : Prisma.sql`candidate c WHERE c.unit_ord BETWEEN u.lo AND u.hi`;
