import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import type { StepKind } from "../rules/step";

/** Something somebody has to do by a day. */
export type TaskRow = {
  id: string;
  name: string;
  unitName: string;
  nextStep: StepKind;
  dueOn: PlainDate | null;
  returnedTo: string | null;
  returnedOn: PlainDate | null;
  returnReason: string | null;
  admittedOn: PlainDate | null;
};

/** Open candidates whose next step is one of these kinds, or who were returned to the cell; nearest day first. */
export function findTasks(
  scope: UnitScope,
  kinds: readonly string[],
  until: PlainDate,
  limit = 60,
): Promise<TaskRow[]> {
  return scope.db.$queryRaw<TaskRow[]>`
    SELECT c.id, p.name, u.name AS "unitName", c.next_step AS "nextStep", c.due_on::text AS "dueOn", c.returned_to AS "returnedTo",
      c.returned_on::text AS "returnedOn", c.admitted_on::text AS "admittedOn",
      CASE WHEN c.returned_to IS NOT NULL THEN (SELECT s.data ->> 'reason' FROM step s
        WHERE s.candidate_id = c.id AND s.kind = 'returned' AND s.undone_at IS NULL ORDER BY s.on_day DESC, s.recorded_at DESC LIMIT 1) END AS "returnReason"
    FROM candidate c JOIN person p ON p.id = c.person_id JOIN unit u ON u.id = c.unit_id
    WHERE c.unit_ord BETWEEN ${scope.lo} AND ${scope.hi} AND c.closed_on IS NULL AND c.revoked_on IS NULL AND c.recognised_on IS NULL
      AND c.next_step = ANY (${[...kinds]}::text[]) AND (c.due_on <= ${until}::date OR c.returned_to IS NOT NULL)
    ORDER BY c.due_on NULLS LAST, p.given_name, c.id LIMIT ${limit}`;
}

/** How many people are at each stage, of those on the way and on probation. */
export function countStages(scope: UnitScope): Promise<{ stage: string; count: number }[]> {
  return scope.db.$queryRaw<{ stage: string; count: number }[]>`
    SELECT stage, count(*)::int AS count FROM candidate
    WHERE unit_ord BETWEEN ${scope.lo} AND ${scope.hi} AND closed_on IS NULL AND revoked_on IS NULL AND recognised_on IS NULL
    GROUP BY stage`;
}
