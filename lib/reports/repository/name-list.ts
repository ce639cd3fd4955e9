import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { OrdinalRange } from "@/lib/organisation/repository/tree-on";
import type { PlainDate } from "@/lib/shared/days";
import type { Figure } from "../rules/figure";
import type { ListedMember } from "../rules/name-list";
import { candidatesAt } from "./figures";
import { dayOf, predicateOf } from "./predicate";

/** Everybody of a figure in these ranges with what a printed list says of them, given names first. */
export function findListedMembers(
  scope: UnitScope,
  ranges: readonly OrdinalRange[],
  figure: Figure,
  { stood, limit }: { stood: PlainDate | null; limit: number | null },
): Promise<ListedMember[]> {
  return scope.db.$queryRaw<ListedMember[]>`
    SELECT c.id, p.name, p.birth_date::text AS "birthDate", p.birth_year AS "birthYear", p.sex, p.ethnicity, p.religion, p.education,
      p.profession, p.occupation, u.name AS unit,
      (SELECT b.name FROM unit b WHERE b.lo < u.lo AND b.hi >= u.hi ORDER BY b.lo DESC LIMIT 1) AS above,
      c.decision_number AS "decisionNumber", c.decided_on::text AS "decidedOn", c.admitted_on::text AS "admittedOn",
      c.recognised_on::text AS "recognisedOn", c.closed_reason AS "closedReason", (${dayOf(figure)})::text AS day
    FROM unnest(${ranges.map(({ lo }) => lo)}::bigint[], ${ranges.map(({ hi }) => hi)}::bigint[]) AS place (lo, hi)
    JOIN ${candidatesAt(scope, stood)}
    JOIN person p ON p.id = c.person_id
    JOIN unit u ON u.id = c.unit_id
    WHERE (${predicateOf(figure)})
    ORDER BY p.given_name, p.name, c.id LIMIT ${limit}`;
}
