import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { TreeOnDay } from "@/lib/organisation/repository/tree-on";
import { CELL_KINDS } from "@/lib/organisation/rules/kinds";
import type { CellFact } from "../rules/coverage";
import { admittedFigure, liveFigure } from "../rules/figure";
import type { CountBy, ReportParameters } from "../rules/parameters";
import { dayOf, predicateOf } from "./predicate";

/**
 * The cells of the tree of the day with what the four lists ask of their people, in code order: one statement,
 * which reads the candidacies of each cell by its ordinal. They come as one document: there may be thousands.
 */
export async function findCells(
  scope: UnitScope,
  { total, day }: TreeOnDay,
  parameters: ReportParameters,
  { months, countBy }: { months: number; countBy: CountBy },
): Promise<CellFact[]> {
  const ever = admittedFigure({ ...parameters, from: "0001-01-01", to: parameters.asOf }, countBy);
  const [los, his] = [total.map(({ lo }) => lo), total.map(({ hi }) => hi)];
  const [row] = await scope.db.$queryRaw<{ cells: (Omit<CellFact, "lo"> & { lo: string })[] | null }[]>`
    SELECT jsonb_agg(to_jsonb(cell) ORDER BY cell.key COLLATE "C") AS cells FROM (
    SELECT u.lo::text AS lo, u.code_key AS key, u.code, p.name, a.name AS above, p.kind, n.*
    FROM unnest(${los}::bigint[], ${his}::bigint[]) AS place (lo, hi)
    JOIN unit u ON u.lo BETWEEN place.lo AND place.hi AND u.lo BETWEEN ${scope.lo} AND ${scope.hi}
    JOIN sec.placements_on(${day}::date) p ON p.unit_id = u.id AND p.is_row AND p.kind = ANY (${[...CELL_KINDS]}::text[])
    LEFT JOIN unit a ON a.id = p.parent_id
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE ${predicateOf(liveFigure("all", parameters))})::int AS live,
        count(*) FILTER (WHERE ${predicateOf(liveFigure("notSent", parameters))})::int AS "notSent",
        count(*) FILTER (WHERE ${predicateOf(liveFigure({ notReviewedFor: months }, parameters))})::int AS "notReviewed",
        count(*) FILTER (WHERE ${predicateOf(admittedFigure(parameters, countBy))})::int AS admitted,
        (max(${dayOf(ever)}) FILTER (WHERE ${predicateOf(ever)}))::text AS "lastAdmittedOn"
      FROM candidate c WHERE c.unit_ord = u.lo) n
    ) cell`;
  return (row?.cells ?? []).map((cell) => ({ ...cell, lo: BigInt(cell.lo) }));
}
