import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import type { OpenHat, OpenPerson } from "../rules/landing";

/** What hangs on a unit that changes: of a closed one its own, of another all beneath it too. */
export type Touched = {
  id: number;
  onTheWay: number;
  probationers: number;
  finished: number;
  quotas: number;
  hats: number;
  accounts: number;
  classes: number;
  meetings: number;
  referrals: number;
  unionUnits: number;
  tasks: number;
};

/** Counts what hangs on these units; a quota counts that reaches to the day or beyond, a class that begins then. */
export function countTouched(
  scope: UnitScope,
  units: readonly { id: number; whole: boolean }[],
  day: PlainDate,
): Promise<Touched[]> {
  return scope.db.$queryRaw<Touched[]>`
    SELECT u.id, c.*, h.hats, a.accounts,
      (SELECT count(*)::int FROM quota q WHERE q.unit_ord BETWEEN u.lo AND u.upto AND q.withdrawn_at IS NULL AND q.to_day >= ${day}::date) AS quotas,
      (SELECT count(*)::int FROM training_class t WHERE t.unit_ord BETWEEN u.lo AND u.upto AND t.state <> 'ended' AND t.to_day >= ${day}::date) AS classes,
      (SELECT count(*)::int FROM meeting m WHERE m.unit_ord BETWEEN u.lo AND u.upto AND m.state = 'open') AS meetings,
      (SELECT count(*)::int FROM referral r WHERE r.unit_ord BETWEEN u.lo AND u.upto AND r.candidate_id IS NULL AND r.returned_on IS NULL
        AND r.until_day >= ${day}::date) AS referrals,
      (SELECT count(*)::int FROM union_unit y WHERE y.unit_ord BETWEEN u.lo AND u.upto AND y.unit_id IS NOT NULL AND NOT y.closed) AS "unionUnits",
      (SELECT count(*)::int FROM unit_task k WHERE k.unit_ord BETWEEN u.lo AND u.upto AND k.closed_on IS NULL) AS tasks
    FROM (SELECT u.id, u.lo, CASE WHEN g.whole THEN u.hi ELSE u.lo END AS upto
          FROM unnest(${units.map(({ id }) => id)}::int[], ${units.map(({ whole }) => whole)}::boolean[]) AS g (id, whole)
          JOIN unit u ON u.id = g.id WHERE u.lo BETWEEN ${scope.lo} AND ${scope.hi}) u
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE open AND admitted_on IS NULL)::int AS "onTheWay",
        count(*) FILTER (WHERE open AND admitted_on IS NOT NULL)::int AS probationers, count(*) FILTER (WHERE NOT open)::int AS finished
      FROM (SELECT admitted_on, closed_on IS NULL AND revoked_on IS NULL AND recognised_on IS NULL AS open
            FROM candidate WHERE unit_ord BETWEEN u.lo AND u.upto) x) c
    LEFT JOIN (SELECT unit_id, count(*)::int AS hats FROM sec.hats_of_units(${units.map(({ id }) => id)}::int[]) GROUP BY 1) h ON h.unit_id = u.id
    LEFT JOIN sec.accounts_of_units(${units.map(({ id }) => id)}::int[]) a ON a.unit_id = u.id`;
}

/** Everybody on the way or on probation in these cells, by cell and name. */
export function findOpenPeople(scope: UnitScope, cells: readonly number[]): Promise<OpenPerson[]> {
  return scope.db.$queryRaw<OpenPerson[]>`
    SELECT c.id, p.name, u.code_key AS cell, c.admitted_on IS NOT NULL AS probation,
      (SELECT max(s.on_day)::text FROM step s WHERE s.candidate_id = c.id AND s.undone_at IS NULL) AS "lastStepOn"
    FROM candidate c JOIN person p ON p.id = c.person_id JOIN unit u ON u.id = c.unit_id
    WHERE c.unit_id = ANY (${[...cells]}::int[]) AND c.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
      AND c.closed_on IS NULL AND c.revoked_on IS NULL AND c.recognised_on IS NULL
    ORDER BY u.code_key COLLATE "C", p.given_name, p.name, c.id`;
}

/** The hats at these units. */
export function findOpenHats(scope: UnitScope, units: readonly number[]): Promise<OpenHat[]> {
  return scope.db.$queryRaw<OpenHat[]>`
    SELECT h.assignment_id::text AS "assignmentId", h.account_name AS name, h.role, u.code_key AS unit, h.own
    FROM sec.hats_of_units(${[...units]}::int[]) h JOIN unit u ON u.id = h.unit_id`;
}
