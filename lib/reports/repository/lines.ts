import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { TreeOnDay } from "@/lib/organisation/repository/tree-on";
import type { PlainDate } from "@/lib/shared/days";
import { Prisma } from "@/prisma/generated/client/client";
import { ALONE, cutSegments, OUTSIDE, type Segments } from "../rules/segments";

/** The segments of a tree on a day. */
export const segmentsOf = ({ unit, total, rows }: TreeOnDay): Segments =>
  cutSegments(
    { id: unit.id, ranges: total },
    rows.map((row) => ({ id: row.unit.id, ranges: row.ranges })),
  );

/** Candidates `c` of the segments, inside the scope. */
export function inSegments({ thresholds }: Segments, { lo, hi }: UnitScope): Prisma.Sql {
  return Prisma.sql`c.unit_ord BETWEEN ${thresholds[0] ?? 0n} AND ${(thresholds.at(-1) ?? 0n) - 1n} AND c.unit_ord BETWEEN ${lo} AND ${hi}`;
}

/**
 * The candidates `c` of the segments: as they stand today, or where they stood on a day before a reorganisation
 * moved them.
 */
export const candidatesOf = ({ thresholds }: Segments, stood: PlainDate | null): Prisma.Sql =>
  stood === null
    ? Prisma.sql`candidate c`
    : Prisma.sql`sec.candidates_on(${stood}::date, ${thresholds[0] ?? 0n}, ${(thresholds.at(-1) ?? 0n) - 1n}) c`;

/** The candidates `c` whom a reorganisation moved after a day, as they stand today. */
export const movedSince = (day: PlainDate): Prisma.Sql =>
  Prisma.sql`(SELECT c.* FROM (SELECT DISTINCT candidate_id FROM former_place WHERE until_day >= ${day}::date) f JOIN candidate c ON c.id = f.candidate_id) c`;

/** The same who meet a condition, where they stood on the day. */
export const asTheyStood = (day: PlainDate, where: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT m.* FROM (SELECT DISTINCT ON (candidate_id) candidate_id, unit_id, unit_ord FROM former_place
    WHERE candidate_id IS NOT NULL AND until_day >= ${day}::date ORDER BY candidate_id, until_day) f
  JOIN candidate c ON c.id = f.candidate_id
  CROSS JOIN LATERAL jsonb_populate_record(c, jsonb_build_object('unit_id', f.unit_id, 'unit_ord', f.unit_ord)) m WHERE ${where}) c`;

/** What figures of dossiers on the way look at; all of it stands in the index of the undecided. */
const ON_THE_WAY = Prisma.sql`id, person_id, unit_id, unit_ord, source, readmission, closed_on, admitted_on, introduced_on, sympathiser_on, certified_on,
  applied_on, cell_resolved_on, base_resolved_on, submitted_on`;

/** The candidates not decided, to be read in that index alone. */
export const UNDECIDED = Prisma.sql`(SELECT ${ON_THE_WAY}, NULL::date AS decided_on FROM candidate WHERE decided_on IS NULL)`;

/**
 * The same, of those not yet decided on a day: two parts of the table, each of which an index answers, where the
 * "or" of both would read every dossier of the place.
 */
export const undecidedOf = (segments: Segments, stood: PlainDate | null, asOf: PlainDate): Prisma.Sql =>
  stood === null
    ? Prisma.sql`(SELECT * FROM ${UNDECIDED} undecided
        UNION ALL SELECT ${ON_THE_WAY}, decided_on FROM candidate WHERE decided_on > ${asOf}::date) c`
    : candidatesOf(segments, stood);

/**
 * A relation of candidates `c` with the row each counts in, and how to group it so that the rows and the total
 * come out of one pass: `SELECT ${id} AS "unitId", … FROM ${from} WHERE … GROUP BY GROUPING SETS ((l.row_id, …), (…))`.
 * `counted` leaves out the line of what stands in no row.
 */
export function linesRelation(scope: UnitScope, tree: TreeOnDay) {
  const segments = segmentsOf(tree);
  const { thresholds, rowIds } = segments;
  return {
    id: Prisma.sql`CASE WHEN grouping(l.row_id) = 1 THEN ${tree.unit.id} ELSE l.row_id END`,
    from: Prisma.sql`${candidatesOf(segments, tree.stood)} CROSS JOIN LATERAL (SELECT (${rowIds}::int[])[width_bucket(c.unit_ord, ${thresholds}::bigint[])] AS row_id) l`,
    within: Prisma.sql`${inSegments(segments, scope)} AND l.row_id <> ${OUTSIDE}`,
    counted: Prisma.sql`(grouping(l.row_id) = 1 OR l.row_id <> ${ALONE})`,
  };
}
