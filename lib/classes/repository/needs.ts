import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { OrdinalRange } from "@/lib/organisation/repository/tree-on";
import { rulebookOn } from "@/lib/pipeline/rulebook";
import type { PlainDate } from "@/lib/shared/days";
import { Prisma } from "@/prisma/generated/client/client";
import type { NeedFilter } from "../rules/filter";
import { type Audience, type ClassKind, COMING_STATES, occupationOf } from "../rules/training-class";

/** Somebody who needs a class. */
export type NeedRow = {
  candidateId: string;
  name: string;
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

/** How many rows one page shows; who waits longest stands first. */
const SHOWN_NEEDS = 100;

/** Who needs a class of the kind (rules/need.ts says what that means), longest waiting first. */
export function findNeeds(scope: UnitScope, range: OrdinalRange, filter: NeedFilter): Promise<NeedRow[]> {
  const since = sinceSql(filter.kind);
  return scope.db.$queryRaw<NeedRow[]>`
    SELECT c.id AS "candidateId", p.name, p.birth_year AS "birthYear", u.name AS cell, a.name AS above, ${since}::text AS since,
      CASE WHEN ${filter.kind} = 'AWARENESS' THEN c.certified_on::text END AS "certifiedOn",
      EXISTS (SELECT FROM enrolment e JOIN training_class t ON t.id = e.class_id
        WHERE e.candidate_id = c.id AND t.kind = ${filter.kind} AND t.state = 'ended' AND e.state <> 'declined') AS again
    FROM candidate c JOIN person p ON p.id = c.person_id JOIN unit u ON u.id = c.unit_id LEFT JOIN unit a ON a.id = u.parent_id
    WHERE ${needSql(scope, range, filter)}
    ORDER BY ${since} NULLS LAST, p.given_name, p.name, c.id LIMIT ${SHOWN_NEEDS}`;
}

/** How many need a class of each kind in a range, whatever else narrows the list. */
export async function countNeeds(scope: UnitScope, range: OrdinalRange, filter: NeedFilter): Promise<number> {
  const [row] = await scope.db.$queryRaw<{ people: number }[]>`
    SELECT count(*)::int AS people FROM candidate c JOIN person p ON p.id = c.person_id WHERE ${needSql(scope, range, filter)}`;
  return row?.people ?? 0;
}

const sinceSql = (kind: ClassKind): Prisma.Sql =>
  kind === "NEW_MEMBER" ? Prisma.sql`c.admitted_on` : Prisma.sql`coalesce(c.sympathiser_on, c.introduced_on)`;

function needSql(scope: UnitScope, { lo, hi }: OrdinalRange, filter: NeedFilter): Prisma.Sql {
  const { kind, audience, waited } = filter;
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
    AND ${open} AND ${asks} AND NOT (${waits}) AND ${groupSql(audience)} AND ${long}`;
}

function groupSql(audience: Audience): Prisma.Sql {
  const occupation = occupationOf(audience);
  return occupation === null ? Prisma.sql`true` : Prisma.sql`p.occupation = ${occupation}`;
}
