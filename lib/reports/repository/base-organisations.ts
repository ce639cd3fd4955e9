import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { TreeOnDay } from "@/lib/organisation/repository/tree-on";
import type { UnitType } from "@/lib/organisation/rules/kinds";
import { Prisma } from "@/prisma/generated/client/client";
import { admittedFigure, liveFigure } from "../rules/figure";
import type { CountBy, ReportParameters } from "../rules/parameters";
import { predicateOf } from "./predicate";

/** A base organisation of the day: its kind, the kind of place, who was admitted there, live sources. */
export type BaseOrganisation = {
  kind: "BASE_COMMITTEE" | "BASE_CELL";
  type: UnitType | null;
  admitted: number;
  live: number;
};

/** The base organisations of a tree on its day, with what was counted beneath each. */
export function findBaseOrganisations(
  scope: UnitScope,
  { total, day, stood }: TreeOnDay,
  parameters: ReportParameters,
  countBy: CountBy,
): Promise<BaseOrganisation[]> {
  const candidates = stood
    ? Prisma.sql`sec.candidates_on(${stood}::date, u.lo, u.hi) c`
    : Prisma.sql`candidate c WHERE c.unit_ord BETWEEN u.lo AND u.hi`;
  return scope.db.$queryRaw<BaseOrganisation[]>`
    SELECT b.kind, b.type, n.admitted, n.live
    FROM unnest(${total.map(({ lo }) => lo)}::bigint[], ${total.map(({ hi }) => hi)}::bigint[]) AS place (lo, hi)
    JOIN unit u ON u.lo BETWEEN place.lo AND place.hi AND u.lo BETWEEN ${scope.lo} AND ${scope.hi}
    JOIN sec.placements_on(${day}::date) b ON b.unit_id = u.id AND b.is_row AND b.kind IN ('BASE_COMMITTEE', 'BASE_CELL')
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE ${predicateOf(admittedFigure(parameters, countBy))})::int AS admitted,
        count(*) FILTER (WHERE ${predicateOf(liveFigure("all", parameters))})::int AS live
      FROM ${candidates}) n`;
}
