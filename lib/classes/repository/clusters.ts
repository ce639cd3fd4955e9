import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { OrdinalRange } from "@/lib/organisation/repository/tree-on";
import { Prisma } from "@/prisma/generated/client/client";
import type { Waiting } from "../rules/cluster";
import { everybody } from "../rules/filter";
import { type ClassKind, occupationOf } from "../rules/training-class";
import { needSql, placeSql } from "./needs";

/** Cells with the base organisation they belong to and the unit above that; a cell of none stands for itself. */
const CELLS = Prisma.sql`unit u
  JOIN LATERAL (SELECT b.id, b.parent_id, b.lo, b.code, b.name, b.type FROM unit b WHERE b.lo <= u.lo AND b.hi >= u.lo
    AND (b.kind IN ('BASE_COMMITTEE', 'BASE_CELL') OR b.id = u.id) ORDER BY b.kind NOT IN ('BASE_COMMITTEE', 'BASE_CELL'), b.lo DESC LIMIT 1) base ON true
  LEFT JOIN unit a ON a.id = base.parent_id`;

const PUPIL = Prisma.sql`coalesce(p.occupation = ${occupationOf("PUPIL")}, false)`;

/** How many need a class in each base organisation, by the type of their cell, in the order of the tree. */
export function findWaiting(scope: UnitScope, range: OrdinalRange, kind: ClassKind): Promise<Waiting[]> {
  return scope.db.$queryRaw<Waiting[]>`
    WITH waiting AS MATERIALIZED (
      SELECT c.unit_id, ${PUPIL} AS pupil, count(*)::int AS people
      FROM candidate c JOIN person p ON p.id = c.person_id WHERE ${needSql(scope, range, everybody(kind))} GROUP BY 1, 2)
    SELECT jsonb_build_object('code', base.code, 'name', base.name, 'type', base.type) AS base,
      jsonb_build_object('code', coalesce(a.code, base.code), 'name', coalesce(a.name, base.name)) AS above,
      u.type, w.pupil, sum(w.people)::int AS people
    FROM ${CELLS} JOIN waiting w ON w.unit_id = u.id
    GROUP BY base.id, base.lo, base.code, base.name, base.type, a.id, u.type, w.pupil ORDER BY base.lo, u.type, w.pupil`;
}

/** Somebody who waits in one of some base organisations. */
export type WaitingPerson = Pick<Waiting, "base" | "type" | "pupil"> & {
  candidateId: string;
  name: string;
  birthYear: number;
  cell: string;
};

/** Who needs the class in these base organisations, longest waiting first. */
export function findWaitingPeople(
  scope: UnitScope,
  range: OrdinalRange,
  kind: ClassKind,
  bases: readonly string[],
): Promise<WaitingPerson[]> {
  return scope.db.$queryRaw<WaitingPerson[]>`
    SELECT c.id AS "candidateId", p.name, p.birth_year AS "birthYear", u.name AS cell, u.type, ${PUPIL} AS pupil,
      jsonb_build_object('code', base.code, 'name', base.name, 'type', base.type) AS base
    FROM ${CELLS} JOIN candidate c ON c.unit_id = u.id JOIN person p ON p.id = c.person_id
    WHERE ${needSql(scope, range, everybody(kind))} AND base.code = ANY (${[...bases]}::text[])
    ORDER BY ${placeSql(kind)}`;
}
