import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { TreeOnDay } from "@/lib/organisation/repository/tree-on";
import { CELL_KINDS } from "@/lib/organisation/rules/kinds";
import type { CellFact } from "../rules/coverage";
import { admittedFigure, liveFigure } from "../rules/figure";
import type { CountBy, ReportParameters } from "../rules/parameters";
import { dayOf, predicateOf } from "./predicate";

/**
 * The cells of the tree of the day with what the four lists ask of their people, in code order: one statement
 * and one pass over the candidacies, whatever the number of cells.
 */
export function findCells(
  scope: UnitScope,
  { total, day }: TreeOnDay,
  parameters: ReportParameters,
  { months, countBy }: { months: number; countBy: CountBy },
): Promise<CellFact[]> {
  const ever = admittedFigure({ ...parameters, from: "0001-01-01", to: parameters.asOf }, countBy);
  const [los, his] = [total.map(({ lo }) => lo), total.map(({ hi }) => hi)];
  return scope.db.$queryRaw<CellFact[]>`
    WITH place AS (SELECT * FROM unnest(${los}::bigint[], ${his}::bigint[]) AS place (lo, hi)),
    counted AS (
      SELECT c.unit_id, count(*) FILTER (WHERE ${predicateOf(liveFigure("all", parameters))})::int AS live,
        count(*) FILTER (WHERE ${predicateOf(liveFigure("notSent", parameters))})::int AS not_sent,
        count(*) FILTER (WHERE ${predicateOf(liveFigure({ notReviewedFor: months }, parameters))})::int AS not_reviewed,
        count(*) FILTER (WHERE ${predicateOf(admittedFigure(parameters, countBy))})::int AS admitted,
        max(${dayOf(ever)}) FILTER (WHERE ${predicateOf(ever)}) AS last_admitted_on
      FROM place JOIN candidate c ON c.unit_ord BETWEEN place.lo AND place.hi AND c.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
      GROUP BY c.unit_id)
    SELECT u.lo, u.code, p.name, p.kind, coalesce(n.live, 0) AS live, coalesce(n.not_sent, 0) AS "notSent",
      coalesce(n.not_reviewed, 0) AS "notReviewed", coalesce(n.admitted, 0) AS admitted, n.last_admitted_on::text AS "lastAdmittedOn"
    FROM place JOIN unit u ON u.lo BETWEEN place.lo AND place.hi AND u.lo BETWEEN ${scope.lo} AND ${scope.hi}
    JOIN sec.placements_on(${day}::date) p ON p.unit_id = u.id AND p.is_row AND p.kind = ANY (${[...CELL_KINDS]}::text[])
    LEFT JOIN counted n ON n.unit_id = u.id
    ORDER BY u.code_key COLLATE "C"`;
}
