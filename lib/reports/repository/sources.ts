import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { type OrdinalRange, rangesRelation, type TreeOnDay } from "@/lib/organisation/repository/tree-on";
import type { PlainDate } from "@/lib/shared/days";
import { findUnionRows, type UnionUnit } from "@/lib/sources/repository/units";
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

/** The places beneath an organisation of the Union's tree, as it stands today. */
export async function unionPlaces(scope: UnitScope, unit: UnionUnit): Promise<SourcePlaces> {
  const head = ({ id, code, name, level }: UnionUnit) => ({ id, code, name, kind: level });
  const rows = await findUnionRows(scope, unit);
  return {
    unit: head(unit),
    total: [{ lo: unit.lo, hi: unit.hi }],
    rows: rows
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
      .map((row) => ({ unit: head(row), ranges: [{ lo: row.lo, hi: row.hi }] })),
  };
}

export type SourceDays = {
  from: PlainDate;
  last: PlainDate;
  asOf: PlainDate;
  years: [number, number];
  countBy: CountBy;
};

/**
 * Everything the report counts, by place, bloc and year. In the party's tree candidacies are counted, and
 * referrals that are none yet; in the Union's the referrals, with what their sender may see of them.
 */
export async function findSourceFacts(
  scope: UnitScope,
  places: SourcePlaces,
  days: SourceDays,
): Promise<SourceFact[]> {
  const place = rangesRelation(places as unknown as TreeOnDay);
  const union = inUnionTree(scope);
  const stood = places.stood ?? null;
  const parts = [
    register(place, union, stood, days),
    ratings(place, union, stood, days),
    ...(union ? unionSide(place, days) : partySide(place, scope, stood, days)),
  ];
  return scope.db.$queryRaw<SourceFact[]>`
    SELECT row_id AS "rowId", bloc, year::int AS year, "by", what, count(*)::int AS people
    FROM (${Prisma.join(parts, " UNION ALL ")}) facts GROUP BY 1, 2, 3, 4, 5`;
}

function register(
  place: Prisma.Sql,
  union: boolean,
  stood: PlainDate | null,
  { asOf }: SourceDays,
): Prisma.Sql {
  return Prisma.sql`
    SELECT place.row_id, u.bloc, NULL::int AS year, NULL::text AS "by", w.what
    FROM ${place} place JOIN union_member m ON ${besideAt("m", "m.union_unit_id", union, stood)}
    JOIN union_unit u ON u.id = m.union_unit_id
    JOIN LATERAL (VALUES ('members', true), ('partyMembers', m.party_member)) w (what, counts) ON w.counts
    WHERE coalesce(m.joined_on <= ${asOf}::date, true) AND coalesce(m.left_on > ${asOf}::date, true)`;
}

function ratings(
  place: Prisma.Sql,
  union: boolean,
  stood: PlainDate | null,
  { years: [first, last] }: SourceDays,
): Prisma.Sql {
  return Prisma.sql`
    SELECT place.row_id, u.bloc, t.year, NULL, w.what
    FROM ${place} place JOIN union_rating t ON ${besideAt("t", "(SELECT y.id FROM union_unit y WHERE y.lo = t.union_ord)", union, stood)}
    JOIN union_unit u ON u.lo = t.union_ord
    JOIN LATERAL (VALUES ('excellent', t.rating = 'EXCELLENT'), ('outstanding', t.outstanding)) w (what, counts) ON w.counts
    WHERE t.year BETWEEN ${first} AND ${last}`;
}

function partySide(
  place: Prisma.Sql,
  scope: UnitScope,
  stood: PlainDate | null,
  { from, last, asOf, countBy }: SourceDays,
): Prisma.Sql[] {
  const decided = countBy === "decision" ? Prisma.sql`c.decided_on` : Prisma.sql`c.admitted_on`;
  const here = Prisma.sql`
    FROM ${place} place JOIN ${candidatesAt(scope, stood)}
    JOIN person p ON p.id = c.person_id JOIN unit u ON u.id = c.unit_id
    JOIN LATERAL (SELECT coalesce(sec.bloc_of_candidate(c.id), ${BLOC_OF_CELL}) AS bloc OFFSET 0) b ON true`;
  return [
    Prisma.sql`
      SELECT place.row_id, b.bloc, extract(year FROM w.day), CASE WHEN w.what = 'introduced' THEN c.source END, w.what
      ${here}
      JOIN LATERAL (VALUES
        ('introduced', c.introduced_on, true),
        ('introducedPupils', c.introduced_on, c.source = 'UNION' AND p.occupation = '11'),
        ('certified', c.certified_on, c.source = 'UNION'),
        ('admitted', ${decided}, c.source = 'UNION' AND ${notRevoked(asOf)}),
        ('allAdmitted', ${decided}, ${notRevoked(asOf)}),
        ('admittedUnionMembers', ${decided}, p.union_member AND ${notRevoked(asOf)})) w (what, day, counts) ON w.counts
      WHERE w.day BETWEEN ${from}::date AND ${last}::date`,
    Prisma.sql`
      SELECT place.row_id, coalesce(r.bloc, ${BLOC_OF_CELL}), extract(year FROM r.on_day), r."by", 'introduced'
      FROM ${place} place JOIN referral r ON ${referralAt(stood)} JOIN unit u ON u.id = r.unit_id
      WHERE r.candidate_id IS NULL AND r.on_day BETWEEN ${from}::date AND ${last}::date`,
  ];
}

function unionSide(place: Prisma.Sql, { from, last, asOf, countBy }: SourceDays): Prisma.Sql[] {
  const here = Prisma.sql`FROM ${place} place JOIN referral r ON r.union_ord BETWEEN place.lo AND place.hi`;
  return [
    Prisma.sql`
      SELECT place.row_id, r.bloc, extract(year FROM r.on_day), r."by", w.what ${here}
      JOIN LATERAL (VALUES ('introduced', true),
        ('introducedPupils', r.bloc = 'SCHOOL' AND r.on_day < r.birth_date + interval '19 years')) w (what, counts) ON w.counts
      WHERE r.on_day BETWEEN ${from}::date AND ${last}::date`,
    Prisma.sql`
      SELECT place.row_id, r.bloc, extract(year FROM g.on_day), NULL, CASE g.stage WHEN 'certified' THEN 'certified' ELSE 'admitted' END ${here}
      JOIN sec.referral_progress(NULL) g ON g.referral_id = r.id
      WHERE g.stage IN ('certified', ${countBy === "decision" ? "decided" : "admitted"}) AND g.on_day BETWEEN ${from}::date AND ${last}::date
        AND NOT EXISTS (SELECT FROM sec.referral_progress(ARRAY[r.id]) v
          WHERE g.stage <> 'certified' AND v.stage = 'revoked' AND v.on_day <= ${asOf}::date)`,
  ];
}

/** Rows of the Union's register in `place`: by its own tree, or beside the party's, today or where they stood. */
function besideAt(alias: string, unionUnit: string, union: boolean, stood: PlainDate | null): Prisma.Sql {
  const now = Prisma.sql`${ordOf(alias, union)} BETWEEN place.lo AND place.hi`;
  if (union || stood === null) return now;
  return placeThen(now, Prisma.raw(unionUnit), Prisma.sql`f.union_unit_id`, stood);
}

function referralAt(stood: PlainDate | null): Prisma.Sql {
  const now = Prisma.sql`r.unit_ord BETWEEN place.lo AND place.hi`;
  return stood === null ? now : placeThen(now, Prisma.sql`r.id`, Prisma.sql`f.referral_id`, stood);
}

/** Where something stood on a day that a reorganisation put elsewhere since, and where it stands otherwise. */
function placeThen(now: Prisma.Sql, id: Prisma.Sql, whose: Prisma.Sql, stood: PlainDate): Prisma.Sql {
  return Prisma.sql`coalesce((SELECT f.unit_ord BETWEEN place.lo AND place.hi FROM former_place f
    WHERE ${whose} = ${id} AND f.until_day >= ${stood}::date ORDER BY f.until_day LIMIT 1), ${now})`;
}

const ordOf = (alias: string, union: boolean): Prisma.Sql =>
  Prisma.raw(`${alias}.${union ? "union_ord" : "unit_ord"}`);

const notRevoked = (asOf: PlainDate): Prisma.Sql =>
  Prisma.sql`(c.revoked_on IS NULL OR c.revoked_on > ${asOf}::date)`;

/** The bloc of somebody without a referral, by the type of the cell. */
const BLOC_OF_CELL = Prisma.sql`CASE WHEN u.type = 'HAMLET' THEN 'RESIDENTIAL' WHEN u.type = 'SCHOOL' THEN 'SCHOOL'
  WHEN u.type IN ('ARMY', 'POLICE') THEN 'ARMED_FORCES' WHEN u.type IS NOT NULL THEN 'EMPLOYEE' END`;
