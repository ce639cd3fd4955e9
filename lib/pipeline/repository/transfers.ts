import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { Move } from "../rules/steps-of-form";
import type { CandidateDetails } from "./candidates";

/** Where somebody moves: the cell, whether the same committee decides there, whether the actor still sees them. */
export type Destination = Move & { unitId: number; stillSeen: boolean };

/** The open cell of this code anywhere in the tree, other than the candidate's own; null: there is none. */
export async function findDestination(
  scope: UnitScope,
  { cell, decider }: CandidateDetails,
  code: string,
): Promise<Destination | null> {
  const [row] = await scope.db.$queryRaw<
    { id: number; name: string; lo: bigint; deciderId: number | null }[]
  >`
    SELECT u.id, u.name, u.lo, (SELECT d.id FROM unit d WHERE d.lo <= u.lo AND d.hi >= u.lo AND d.may_decide_admission AND NOT d.closed
      ORDER BY d.lo DESC LIMIT 1) AS "deciderId"
    FROM unit u WHERE u.code_key = upper(${code.trim()}) AND u.kind IN ('CELL', 'BASE_CELL') AND NOT u.closed AND u.id <> ${cell.id}`;
  if (!row) return null;
  return {
    unitId: row.id,
    fromCode: cell.code,
    fromName: cell.name,
    toName: row.name,
    sameDecider: decider !== null && row.deciderId === decider.id,
    stillSeen: scope.lo <= row.lo && row.lo <= scope.hi,
  };
}
