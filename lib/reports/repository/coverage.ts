import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { TreeOnDay } from "@/lib/organisation/repository/tree-on";
import { CELL_KINDS } from "@/lib/organisation/rules/kinds";
import { Prisma } from "@/prisma/generated/client/client";
import type { CellFact } from "../rules/coverage";
import { admittedFigure, liveFigure } from "../rules/figure";
import type { CountBy, ReportParameters } from "../rules/parameters";
import { dayOf, predicateOf } from "./predicate";

/**
 * The cells of the tree of the day with what the four lists ask of their people, in code order: one statement,
 * which reads the candidacies of each cell by its ordinal, and by those of the closed ones that it continues.
 * They come as one document: there may be thousands.
 */
export async function findCells(
  scope: UnitScope,
  { total, day, stood }: TreeOnDay,
  parameters: ReportParameters,
  { months, countBy }: { months: number; countBy: CountBy },
): Promise<CellFact[]> {
  const ever = admittedFigure({ ...parameters, from: "0001-01-01", to: parameters.asOf }, countBy);
  const [los, his] = [total.map(({ lo }) => lo), total.map(({ hi }) => hi)];
  const candidates = stood
    ? Prisma.sql`unnest(o.own) AS own (ord) CROSS JOIN LATERAL sec.candidates_on(${stood}::date, own.ord, own.ord) c`
    : Prisma.sql`candidate c WHERE c.unit_ord = ANY (o.own)`;
  const [row] = await scope.db.$queryRaw<{ cells: (Omit<CellFact, "lo"> & { lo: string })[] | null }[]>`
    WITH RECURSIVE place AS (
      SELECT * FROM unnest(${los}::bigint[], ${his}::bigint[]) AS place (lo, hi)
    ), gone AS (
      SELECT p.unit_id, p.parent_id FROM place JOIN unit x ON x.lo BETWEEN place.lo AND place.hi
      JOIN unit_placement p ON p.unit_id = x.id AND p.closed
        AND coalesce(p.from_day <= ${day}::date, true) AND coalesce(p.until_day >= ${day}::date, true)
    ), held AS (
      SELECT unit_id, parent_id AS cell FROM gone
      UNION SELECT h.unit_id, g.parent_id FROM held h JOIN gone g ON g.unit_id = h.cell
    )
    SELECT jsonb_agg(to_jsonb(cell) ORDER BY cell.key COLLATE "C") AS cells FROM (
    SELECT u.lo::text AS lo, u.code_key AS key, u.code, p.name, a.name AS above, p.kind, n.*
    FROM place JOIN unit u ON u.lo BETWEEN place.lo AND place.hi AND u.lo BETWEEN ${scope.lo} AND ${scope.hi}
    JOIN sec.placements_on(${day}::date) p ON p.unit_id = u.id AND p.is_row AND p.kind = ANY (${[...CELL_KINDS]}::text[])
    LEFT JOIN unit a ON a.id = p.parent_id
    LEFT JOIN (SELECT h.cell, array_agg(g.lo) AS los FROM held h JOIN unit g ON g.id = h.unit_id GROUP BY h.cell) k ON k.cell = u.id
    CROSS JOIN LATERAL (SELECT array_append(k.los, u.lo) AS own) o
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE ${predicateOf(liveFigure("all", parameters))})::int AS live,
        count(*) FILTER (WHERE ${predicateOf(liveFigure("notSent", parameters))})::int AS "notSent",
        count(*) FILTER (WHERE ${predicateOf(liveFigure({ notReviewedFor: months }, parameters))})::int AS "notReviewed",
        count(*) FILTER (WHERE ${predicateOf(admittedFigure(parameters, countBy))})::int AS admitted,
        (max(${dayOf(ever)}) FILTER (WHERE ${predicateOf(ever)}))::text AS "lastAdmittedOn"
      FROM ${candidates}) n
    ) cell`;
  return (row?.cells ?? []).map((cell) => ({ ...cell, lo: BigInt(cell.lo) }));
}
