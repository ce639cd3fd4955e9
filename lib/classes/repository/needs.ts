import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { OrdinalRange } from "@/lib/organisation/repository/tree-on";
import { rulebookOn } from "@/lib/pipeline/rulebook";
import type { PlainDate } from "@/lib/shared/days";
import { Prisma } from "@/prisma/generated/client/client";
import { everybody, type NeedFilter, type NeedKey } from "../rules/filter";
import {
  type Audience,
  CLASS_KINDS,
  type ClassKind,
  COMING_STATES,
  occupationOf,
} from "../rules/training-class";

/** Somebody who needs a class. */
export type NeedRow = {
  candidateId: string;
  name: string;
  givenName: string;
  birthYear: number;
  cell: string;
  above: string | null;
  /** Since when they wait; null: not known. */
  since: PlainDate | null;
  /** A certificate that has run out. */
  certifiedOn: PlainDate | null;
  /** Came out of an ended class without a certificate. */
  again: boolean;
};

/** Who needs a class of the kind (rules/need.ts says what that means), longest waiting first; at most `most`. */
export function findNeeds(
  scope: UnitScope,
  range: OrdinalRange,
  filter: NeedFilter,
  most: number,
): Promise<NeedRow[]> {
  const since = sinceSql(filter.kind);
  return scope.db.$queryRaw<NeedRow[]>`
    SELECT c.id AS "candidateId", p.name, p.given_name AS "givenName", p.birth_year AS "birthYear", u.name AS cell, a.name AS above,
      ${since}::text AS since, CASE WHEN ${filter.kind} = 'AWARENESS' THEN c.certified_on::text END AS "certifiedOn",
      EXISTS (SELECT FROM enrolment e JOIN training_class t ON t.id = e.class_id
        WHERE e.candidate_id = c.id AND t.kind = ${filter.kind} AND t.state = 'ended' AND e.state <> 'declined') AS again
    FROM candidate c JOIN person p ON p.id = c.person_id JOIN unit u ON u.id = c.unit_id LEFT JOIN unit a ON a.id = u.parent_id
    WHERE ${needSql(scope, range, filter)} AND ${filter.after ? Prisma.sql`${placeSql(filter.kind)} > ${keySql(filter.after)}` : Prisma.sql`true`}
    ORDER BY ${placeSql(filter.kind)} LIMIT ${most}`;
}

/** How many need a class of each kind in a range, whatever narrows the list. */
export async function countKinds(scope: UnitScope, range: OrdinalRange): Promise<Record<ClassKind, number>> {
  const counts = Prisma.join(
    CLASS_KINDS.map(
      (kind) =>
        Prisma.sql`count(*) FILTER (WHERE ${needSql(scope, range, everybody(kind))})::int AS ${Prisma.raw(`"${kind}"`)}`,
    ),
  );
  const [row] = await scope.db.$queryRaw<Record<ClassKind, number>[]>`
    SELECT ${counts} FROM candidate c JOIN person p ON p.id = c.person_id
    WHERE c.unit_ord BETWEEN ${range.lo} AND ${range.hi} AND c.unit_ord BETWEEN ${scope.lo} AND ${scope.hi} AND c.closed_on IS NULL`;
  return row ?? { AWARENESS: 0, NEW_MEMBER: 0 };
}

/** How many need a class in a range under the filter, on whatever page; and on the pages before. */
export async function countNeeds(
  scope: UnitScope,
  range: OrdinalRange,
  filter: NeedFilter,
): Promise<{ people: number; before: number }> {
  const before = filter.after
    ? Prisma.sql`count(*) FILTER (WHERE ${placeSql(filter.kind)} <= ${keySql(filter.after)})::int`
    : Prisma.sql`0`;
  const [row] = await scope.db.$queryRaw<{ people: number; before: number }[]>`
    SELECT count(*)::int AS people, ${before} AS before FROM candidate c JOIN person p ON p.id = c.person_id
    WHERE ${needSql(scope, range, filter)}`;
  return row ?? { people: 0, before: 0 };
}

/** A unit by which the list can be narrowed; `people`: how many need the class there. */
export type NeedUnit = { code: string; name: string; people: number };

/** The units directly beneath one where somebody needs the class, in code order. */
export function findNeedUnits(scope: UnitScope, unitId: number, filter: NeedFilter): Promise<NeedUnit[]> {
  return scope.db.$queryRaw<NeedUnit[]>`
    SELECT b.code, b.name, count(*)::int AS people
    FROM candidate c JOIN person p ON p.id = c.person_id JOIN unit b ON b.parent_id = ${unitId} AND c.unit_ord BETWEEN b.lo AND b.hi
    WHERE ${needSql(scope, scope, filter)} GROUP BY b.id ORDER BY b.code_key COLLATE "C"`;
}

const sinceSql = (kind: ClassKind): Prisma.Sql =>
  kind === "NEW_MEMBER" ? Prisma.sql`c.admitted_on` : Prisma.sql`coalesce(c.sympathiser_on, c.introduced_on)`;

/** Where somebody stands in the list; who waits since nobody knows when stands last. */
export const placeSql = (kind: ClassKind): Prisma.Sql =>
  Prisma.sql`(coalesce(${sinceSql(kind)}, '9999-12-31'), p.given_name, p.name, c.id)`;

const keySql = ({ since, givenName, name, id }: NeedKey): Prisma.Sql =>
  Prisma.sql`(${since ?? "9999-12-31"}::date, ${givenName}::text, ${name}::text, ${id}::uuid)`;

/** Who needs a class of the kind in a range under a filter, over `c` (candidate) and `p` (person). */
export function needSql(scope: UnitScope, { lo, hi }: OrdinalRange, filter: NeedFilter): Prisma.Sql {
  const { kind, audience, waited, source } = filter;
  const open = Prisma.sql`c.closed_on IS NULL AND c.revoked_on IS NULL`;
  const asks =
    kind === "NEW_MEMBER"
      ? Prisma.sql`c.admitted_on IS NOT NULL AND c.recognised_on IS NULL AND c.new_member_certified_on IS NULL`
      : Prisma.sql`c.cell_resolved_on IS NULL AND c.decided_on IS NULL AND c.admitted_on IS NULL AND (c.certified_on IS NULL
          OR c.certified_on + make_interval(months => ${rulebookOn(scope.today).certificateMonths}::int) < ${scope.today}::date)`;
  const waits = Prisma.sql`c.id IN (SELECT e.candidate_id FROM enrolment e JOIN training_class t ON t.id = e.class_id
    WHERE t.kind = ${kind} AND t.state = ANY (${[...COMING_STATES]}::text[]) AND e.state <> 'declined')`;
  const long =
    waited === null
      ? Prisma.sql`true`
      : Prisma.sql`${sinceSql(kind)} <= ${scope.today}::date - ${waited}::int`;
  return Prisma.sql`c.unit_ord BETWEEN ${lo} AND ${hi} AND c.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
    AND ${open} AND ${asks} AND NOT (${waits}) AND ${groupSql(audience)} AND ${long}
    AND ${source === null ? Prisma.sql`true` : Prisma.sql`c.source = ${source}`}`;
}

function groupSql(audience: Audience): Prisma.Sql {
  const occupation = occupationOf(audience);
  return occupation === null ? Prisma.sql`true` : Prisma.sql`p.occupation = ${occupation}`;
}
