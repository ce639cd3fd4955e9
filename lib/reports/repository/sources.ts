import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { type OrdinalRange, rangesRelation, type TreeOnDay } from "@/lib/organisation/repository/tree-on";
import type { PlainDate } from "@/lib/shared/days";
import type { UnionTreeOnDay, UnionUnitOnDay } from "@/lib/sources/repository/tree-on";
import { inUnionTree } from "@/lib/sources/rules/tree";
import { Prisma } from "@/prisma/generated/client/client";
import type { CountBy, UnitHead } from "../rules/parameters";
import type { SourceFact } from "../rules/sources";
import { candidatesAt } from "./figures";

/** The places of a report in either tree: what `rangesRelation` needs, under the names they go by. */
export type SourcePlaces = {
  unit: UnitHead & { id: number };
  total: OrdinalRange[];
  rows: { unit: UnitHead & { id: number }; ranges: OrdinalRange[] }[];
  /** As in the tree of a day. */
  stood?: PlainDate | null;
};

/** The places beneath an organisation of the Union's tree of a day. */
export function unionPlaces({ unit, total, rows }: UnionTreeOnDay): SourcePlaces {
  const head = ({ level, ...named }: UnionUnitOnDay) => ({ ...named, kind: level });
  return {
    unit: head(unit),
    total,
    rows: rows.map((row) => ({ unit: head(row.unit), ranges: row.ranges })),
  };
}

export type SourceDays = {
  from: PlainDate;
  last: PlainDate;
  asOf: PlainDate;
  years: [number, number];
  countBy: CountBy;
  /** As-was, and a reorganisation moved people since: the day on which to ask where they stood. */
  stood: PlainDate | null;
};

/**
 * Everything the report counts, by place, bloc and year. In the party's tree candidacies are counted, and
 * referrals that are none yet; in the Union's the referrals, with what their sender may see of them. Each
 * source is read once and added up by ordinal; the places then take up sums, not rows.
 */
export async function findSourceFacts(
  scope: UnitScope,
  places: SourcePlaces,
  days: SourceDays,
): Promise<SourceFact[]> {
  const place = rangesRelation(places as unknown as TreeOnDay);
  const all = rangesRelation({ ...places, rows: [] } as unknown as TreeOnDay);
  const union = inUnionTree(scope);
  const parts = [
    register(all, union, days),
    ratings(all, union, days),
    ...(union ? unionSide(all, days) : partySide(all, places, scope, days)),
  ];
  return scope.db.$queryRaw<SourceFact[]>`
    WITH facts AS MATERIALIZED (
      SELECT ord, bloc, year::int AS year, "by", what, sum(people)::int AS people FROM (${Prisma.join(parts, " UNION ALL ")}) f
      WHERE people > 0 GROUP BY 1, 2, 3, 4, 5)
    SELECT place.row_id AS "rowId", bloc, year, "by", what, sum(people)::int AS people
    FROM ${place} place JOIN facts ON facts.ord BETWEEN place.lo AND place.hi GROUP BY 1, 2, 3, 4, 5`;
}

function register(all: Prisma.Sql, union: boolean, { asOf, stood }: SourceDays): Prisma.Sql {
  const ord = ordOfMember("m", "m.union_unit_id", union, stood);
  return Prisma.sql`
    SELECT g.ord, u.bloc, NULL::int AS year, NULL::text AS "by", w.what, w.people
    FROM (SELECT ${ord} AS ord, m.union_unit_id, count(*) AS members, count(*) FILTER (WHERE m.party_member) AS party
      FROM ${all} place JOIN union_member m ON ${ord} BETWEEN place.lo AND place.hi
      WHERE coalesce(m.joined_on <= ${asOf}::date, true) AND coalesce(m.left_on > ${asOf}::date, true) GROUP BY 1, 2) g
    JOIN union_unit u ON u.id = g.union_unit_id
    JOIN LATERAL (VALUES ('members', g.members), ('partyMembers', g.party)) w (what, people) ON true`;
}

function ratings(all: Prisma.Sql, union: boolean, { years: [first, last], stood }: SourceDays): Prisma.Sql {
  const ord = ordOfMember("t", UNIT_OF_RATING, union, stood);
  return Prisma.sql`
    SELECT g.ord, u.bloc, g.year, NULL, w.what, w.people
    FROM (SELECT ${ord} AS ord, t.union_ord, t.year, count(*) FILTER (WHERE t.rating = 'EXCELLENT') AS excellent,
        count(*) FILTER (WHERE t.outstanding) AS outstanding
      FROM ${all} place JOIN union_rating t ON ${ord} BETWEEN place.lo AND place.hi
      WHERE t.year BETWEEN ${first} AND ${last} GROUP BY 1, 2, 3) g
    JOIN union_unit u ON u.lo = g.union_ord
    JOIN LATERAL (VALUES ('excellent', g.excellent), ('outstanding', g.outstanding)) w (what, people) ON true`;
}

function partySide(
  all: Prisma.Sql,
  { total }: SourcePlaces,
  scope: UnitScope,
  { from, last, asOf, countBy, stood }: SourceDays,
): Prisma.Sql[] {
  const decided = countBy === "decision" ? Prisma.sql`c.decided_on` : Prisma.sql`c.admitted_on`;
  const referred = ordOfReferral(stood);
  const lo = total.map((range) => range.lo).toSorted(byOrdinal)[0] ?? scope.lo;
  const hi =
    total
      .map((range) => range.hi)
      .toSorted(byOrdinal)
      .at(-1) ?? scope.hi;
  return [
    Prisma.sql`
      SELECT c.unit_ord, coalesce(b.bloc, ${BLOC_OF_CELL}), extract(year FROM w.day), CASE WHEN w.what = 'introduced' THEN c.source END,
        w.what, count(*)
      FROM ${all} place JOIN ${candidatesAt(scope, stood)}
      JOIN person p ON p.id = c.person_id JOIN unit u ON u.id = c.unit_id
      LEFT JOIN sec.blocs_of_candidates(${stood ? scope.lo : lo}::bigint, ${stood ? scope.hi : hi}::bigint) b ON b.candidate_id = c.id
      JOIN LATERAL (VALUES
        ('introduced', c.introduced_on, true),
        ('introducedPupils', c.introduced_on, c.source = 'UNION' AND p.occupation = '11'),
        ('certified', c.certified_on, c.source = 'UNION'),
        ('admitted', ${decided}, c.source = 'UNION' AND ${notRevoked(asOf)}),
        ('allAdmitted', ${decided}, ${notRevoked(asOf)}),
        ('admittedUnionMembers', ${decided}, p.union_member AND ${notRevoked(asOf)})) w (what, day, counts) ON w.counts
      WHERE w.day BETWEEN ${from}::date AND ${last}::date GROUP BY 1, 2, 3, 4, 5`,
    Prisma.sql`
      SELECT ${referred}, coalesce(r.bloc, ${BLOC_OF_CELL}), extract(year FROM r.on_day), r."by", 'introduced', count(*)
      FROM ${all} place JOIN referral r ON ${referred} BETWEEN place.lo AND place.hi JOIN unit u ON u.id = r.unit_id
      WHERE r.candidate_id IS NULL AND r.on_day BETWEEN ${from}::date AND ${last}::date GROUP BY 1, 2, 3, 4`,
  ];
}

const byOrdinal = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

function unionSide(all: Prisma.Sql, { from, last, asOf, countBy }: SourceDays): Prisma.Sql[] {
  const here = Prisma.sql`FROM ${all} place JOIN referral r ON r.union_ord BETWEEN place.lo AND place.hi`;
  const admitted = countBy === "decision" ? "decided" : "admitted";
  return [
    Prisma.sql`
      SELECT r.union_ord, r.bloc, extract(year FROM r.on_day), r."by", w.what, count(*) ${here}
      JOIN LATERAL (VALUES ('introduced', true),
        ('introducedPupils', r.bloc = 'SCHOOL' AND r.on_day < r.birth_date + interval '19 years')) w (what, counts) ON w.counts
      WHERE r.on_day BETWEEN ${from}::date AND ${last}::date GROUP BY 1, 2, 3, 4, 5`,
    Prisma.sql`
      SELECT r.union_ord, r.bloc, extract(year FROM g.on_day), NULL, CASE g.stage WHEN 'certified' THEN 'certified' ELSE 'admitted' END, count(*)
      ${here} JOIN sec.referral_stages(ARRAY['certified', ${admitted}]) g ON g.referral_id = r.id
      LEFT JOIN sec.referral_stages(ARRAY['revoked']) v ON v.referral_id = r.id AND g.stage <> 'certified' AND v.on_day <= ${asOf}::date
      WHERE g.on_day BETWEEN ${from}::date AND ${last}::date AND v.referral_id IS NULL GROUP BY 1, 2, 3, 4, 5`,
  ];
}

/** The ordinal by which rows of either tree are reached. */
const ordOf = (alias: string, union: boolean): Prisma.Sql =>
  Prisma.raw(`${alias}.${union ? "union_ord" : "unit_ord"}`);

/** The organisation that a rating belongs to, for `ordOfMember`. */
export const UNIT_OF_RATING = "(SELECT y.id FROM union_unit y WHERE y.lo = t.union_ord)";

/** That of a row of the Union's register: in its own tree, or beside the party's, today or where it stood. */
export function ordOfMember(
  alias: string,
  unionUnit: string,
  union: boolean,
  stood: PlainDate | null,
): Prisma.Sql {
  const now = ordOf(alias, union);
  return union || stood === null
    ? now
    : thenOr(now, Prisma.sql`f.union_unit_id = ${Prisma.raw(unionUnit)}`, stood);
}

/** That of a referral's cell, today or where it stood. */
export function ordOfReferral(stood: PlainDate | null): Prisma.Sql {
  const now = Prisma.sql`r.unit_ord`;
  return stood === null ? now : thenOr(now, Prisma.sql`f.referral_id = r.id`, stood);
}

/** Where something stood on a day that a reorganisation put elsewhere since, or else where it stands. */
function thenOr(now: Prisma.Sql, whose: Prisma.Sql, stood: PlainDate): Prisma.Sql {
  return Prisma.sql`coalesce((SELECT f.unit_ord FROM former_place f
    WHERE ${whose} AND f.until_day >= ${stood}::date ORDER BY f.until_day LIMIT 1), ${now})`;
}

/** A revoked decision is no admission from the day of its revocation. */
export const notRevoked = (asOf: PlainDate): Prisma.Sql =>
  Prisma.sql`(c.revoked_on IS NULL OR c.revoked_on > ${asOf}::date)`;

/** The bloc of somebody without a referral, by the type of the cell. */
export const BLOC_OF_CELL = Prisma.sql`CASE WHEN u.type = 'HAMLET' THEN 'RESIDENTIAL' WHEN u.type = 'SCHOOL' THEN 'SCHOOL'
  WHEN u.type IN ('ARMY', 'POLICE') THEN 'ARMED_FORCES' WHEN u.type IS NOT NULL THEN 'EMPLOYEE' END`;
