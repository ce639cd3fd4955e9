import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { OrdinalRange } from "@/lib/organisation/repository/tree-on";
import { inUnionTree } from "@/lib/sources/rules/tree";
import { Prisma } from "@/prisma/generated/client/client";
import type { SourceFigure } from "../rules/source-figure";
import type { FigurePerson } from "./figures";
import { candidatesAt } from "./figures";
import {
  BLOC_OF_CELL,
  notRevoked,
  ordOfMember,
  ordOfReferral,
  type SourceDays,
  UNIT_OF_RATING,
} from "./sources";

/** The people behind a number of the report on sources, given names first; exactly as many as its facts say. */
export function findSourcePeople(
  scope: UnitScope,
  ranges: readonly OrdinalRange[],
  figure: SourceFigure,
  days: SourceDays,
  { limit = null, after = null }: { limit?: number | null; after?: AfterSource | null } = {},
): Promise<FigurePerson[]> {
  const parts = partsOf(scope, placesOf([ranges]), figure, days);
  const following = after
    ? Prisma.sql`WHERE ("givenName", name, id, coalesce(day, '-infinity')) > (SELECT "givenName", name, id, coalesce(day, '-infinity')
        FROM people WHERE id = ${after.id}::uuid AND day IS NOT DISTINCT FROM ${after.day}::date LIMIT 1)`
    : Prisma.empty;
  return scope.db.$queryRaw<FigurePerson[]>`
    WITH people AS (${Prisma.join(parts, " UNION ALL ")})
    SELECT id, name, "givenName", "birthDate", "birthYear", sex, "unitCode", "unitName", step, day::text AS day
    FROM people ${following} ORDER BY "givenName", name, id, coalesce(day, '-infinity') LIMIT ${limit}`;
}

/** Where the records of each line count: the line's place in the list, and its ranges. */
function placesOf(lines: readonly (readonly OrdinalRange[])[]): Prisma.Sql {
  const all = lines.flatMap((ranges, line) => ranges.map(({ lo, hi }) => ({ line, lo, hi })));
  return Prisma.sql`unnest(${all.map(({ line }) => line)}::int[], ${all.map(({ lo }) => lo)}::bigint[], ${all.map(({ hi }) => hi)}::bigint[]) AS place (line, lo, hi)`;
}

/** So many numbers are asked for at once. */
const IDS_AT_ONCE = 20;

/** The ids behind each number in each line, in the order of ids; a line without any is left out. */
export async function findSourceIds(
  scope: UnitScope,
  lines: readonly (readonly OrdinalRange[])[],
  figures: readonly SourceFigure[],
  days: SourceDays,
): Promise<{ figure: number; line: number; ids: string[] }[]> {
  const found = [];
  for (let first = 0; first < figures.length; first += IDS_AT_ONCE) {
    const parts = figures
      .slice(first, first + IDS_AT_ONCE)
      .flatMap((figure, at) =>
        partsOf(scope, placesOf(lines), figure, days).map(
          (part) => Prisma.sql`SELECT ${first + at}::int AS figure, line, id FROM (${part}) people`,
        ),
      );
    const some = await scope.db.$queryRaw<{ figure: number; line: number; ids: string }[]>`
      SELECT figure, line, string_agg(id::text, ',') AS ids FROM (${Prisma.join(parts, " UNION ALL ")}) numbers GROUP BY figure, line`;
    found.push(...some.map(({ ids, ...place }) => ({ ...place, ids: ids.split(",").toSorted() })));
  }
  return found;
}

/** Where a page begins: after this one, who may stand twice with two days. */
export type AfterSource = { id: string; day: string | null };

function partsOf(scope: UnitScope, place: Prisma.Sql, figure: SourceFigure, days: SourceDays): Prisma.Sql[] {
  const union = inUnionTree(scope);
  switch (figure.what) {
    case "members":
    case "partyMembers":
      return [members(place, union, figure, days)];
    case "excellent":
    case "outstanding":
      return [rated(place, union, figure, days)];
    default:
      return union ? [sent(place, figure, days)] : received(scope, place, figure, days);
  }
}

const MEMBER = Prisma.sql`m.id, m.name, m.given_name AS "givenName", m.birth_date::text AS "birthDate", m.birth_year AS "birthYear",
  m.sex, u.code AS "unitCode", u.name AS "unitName", 'unionMember' AS step, place.line`;

const REFERRAL = Prisma.sql`r.id, r.name, r.given_name AS "givenName", r.birth_date::text AS "birthDate", r.birth_year AS "birthYear",
  r.sex, u.code AS "unitCode", u.name AS "unitName", 'referral' AS step, place.line`;

/** No condition, or the one that the figure tells. */
const only = (value: string | number | undefined, column: Prisma.Sql): Prisma.Sql =>
  value === undefined ? Prisma.sql`true` : Prisma.sql`${column} = ${value}`;

function members(
  place: Prisma.Sql,
  union: boolean,
  { what, bloc }: SourceFigure,
  { asOf, stood }: SourceDays,
) {
  return Prisma.sql`
    SELECT ${MEMBER}, m.joined_on AS day
    FROM ${place} JOIN union_member m ON ${ordOfMember("m", "m.union_unit_id", union, stood)} BETWEEN place.lo AND place.hi JOIN union_unit u ON u.id = m.union_unit_id
    WHERE coalesce(m.joined_on <= ${asOf}::date, true) AND coalesce(m.left_on > ${asOf}::date, true)
      AND ${what === "partyMembers" ? Prisma.sql`m.party_member` : Prisma.sql`true`} AND ${only(bloc, Prisma.sql`u.bloc`)}`;
}

function rated(
  place: Prisma.Sql,
  union: boolean,
  { what, bloc, year }: SourceFigure,
  { years: [first, last], stood }: SourceDays,
) {
  return Prisma.sql`
    SELECT ${MEMBER}, coalesce(t.voted_on, make_date(t.year, 12, 31)) AS day
    FROM ${place} JOIN union_rating t ON ${ordOfMember("t", UNIT_OF_RATING, union, stood)} BETWEEN place.lo AND place.hi JOIN union_unit u ON u.lo = t.union_ord
    JOIN union_member m ON m.id = t.member_id
    WHERE t.year BETWEEN ${first} AND ${last} AND ${what === "excellent" ? Prisma.sql`t.rating = 'EXCELLENT'` : Prisma.sql`t.outstanding`}
      AND ${only(bloc, Prisma.sql`u.bloc`)} AND ${only(year, Prisma.sql`t.year`)}`;
}

/** On the party's side: candidacies, and referrals that are none yet. */
function received(
  scope: UnitScope,
  place: Prisma.Sql,
  { what, bloc, by, year }: SourceFigure,
  { from, last, asOf, countBy, stood }: SourceDays,
): Prisma.Sql[] {
  const decided = countBy === "decision" ? Prisma.sql`c.decided_on` : Prisma.sql`c.admitted_on`;
  const [day, counts] = {
    introduced: [Prisma.sql`c.introduced_on`, Prisma.sql`true`],
    introducedPupils: [Prisma.sql`c.introduced_on`, Prisma.sql`c.source = 'UNION' AND p.occupation = '11'`],
    certified: [Prisma.sql`c.certified_on`, Prisma.sql`c.source = 'UNION'`],
    admitted: [decided, Prisma.sql`c.source = 'UNION' AND ${notRevoked(asOf)}`],
    allAdmitted: [decided, notRevoked(asOf)],
    admittedUnionMembers: [decided, Prisma.sql`p.union_member AND ${notRevoked(asOf)}`],
  }[what as "introduced"];
  const candidates = Prisma.sql`
    SELECT c.id, p.name, p.given_name AS "givenName", p.birth_date::text AS "birthDate", p.birth_year AS "birthYear", p.sex,
      u.code AS "unitCode", u.name AS "unitName", c.stage AS step, place.line, ${day} AS day
    FROM ${place} JOIN ${candidatesAt(scope, stood)}
    JOIN person p ON p.id = c.person_id JOIN unit u ON u.id = c.unit_id
    WHERE ${day} BETWEEN ${from}::date AND ${last}::date AND (${counts}) AND ${only(by, Prisma.sql`c.source`)}
      AND ${only(bloc, Prisma.sql`coalesce(sec.bloc_of_candidate(c.id), ${BLOC_OF_CELL})`)}
      AND ${only(year, Prisma.sql`extract(year FROM ${day})`)}`;
  if (what !== "introduced") return [candidates];
  return [
    candidates,
    Prisma.sql`
      SELECT ${REFERRAL}, r.on_day AS day
      FROM ${place} JOIN referral r ON ${ordOfReferral(stood)} BETWEEN place.lo AND place.hi AND r.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
      JOIN unit u ON u.id = r.unit_id
      WHERE r.candidate_id IS NULL AND r.on_day BETWEEN ${from}::date AND ${last}::date AND ${only(by, Prisma.sql`r."by"`)}
        AND ${only(bloc, Prisma.sql`coalesce(r.bloc, ${BLOC_OF_CELL})`)} AND ${only(year, Prisma.sql`extract(year FROM r.on_day)`)}`,
  ];
}

/** On the Union's side: its referrals, with the day of the stage that their sender may see. */
function sent(
  place: Prisma.Sql,
  { what, bloc, by, year }: SourceFigure,
  { from, last, asOf, countBy }: SourceDays,
): Prisma.Sql {
  const here = Prisma.sql`FROM ${place} JOIN referral r ON r.union_ord BETWEEN place.lo AND place.hi JOIN unit u ON u.id = r.unit_id`;
  if (what === "introduced" || what === "introducedPupils")
    return Prisma.sql`
      SELECT ${REFERRAL}, r.on_day AS day ${here} WHERE r.on_day BETWEEN ${from}::date AND ${last}::date
        AND ${what === "introduced" ? Prisma.sql`true` : Prisma.sql`r.bloc = 'SCHOOL' AND r.on_day < r.birth_date + interval '19 years'`}
        AND ${only(by, Prisma.sql`r."by"`)} AND ${only(bloc, Prisma.sql`r.bloc`)} AND ${only(year, Prisma.sql`extract(year FROM r.on_day)`)}`;
  const stage = what === "certified" ? "certified" : countBy === "decision" ? "decided" : "admitted";
  const seen = what === "certified" || what === "admitted";
  return Prisma.sql`
    SELECT ${REFERRAL}, g.on_day AS day ${here} JOIN sec.referral_progress(NULL) g ON g.referral_id = r.id
    WHERE ${seen} AND g.stage = ${stage} AND g.on_day BETWEEN ${from}::date AND ${last}::date
      AND (${what === "certified"} OR NOT EXISTS (SELECT FROM sec.referral_progress(ARRAY[r.id]) v WHERE v.stage = 'revoked' AND v.on_day <= ${asOf}::date))
      AND ${only(bloc, Prisma.sql`r.bloc`)} AND ${only(year, Prisma.sql`extract(year FROM g.on_day)`)}`;
}
