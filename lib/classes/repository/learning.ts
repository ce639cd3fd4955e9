import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { type CandidateDetails, findCandidates } from "@/lib/pipeline/repository/candidates";
import { buildStanding } from "@/lib/pipeline/rules/standing";
import { needsClass } from "../rules/need";
import type { ClassKind } from "../rules/training-class";
import { findLearning } from "./enrolments";

/** Those of these candidates of the scope, each with whether they need a class of the kind today. */
export async function findNeedOf(
  scope: UnitScope,
  kind: ClassKind,
  candidateIds: readonly string[],
): Promise<{ candidate: CandidateDetails; needs: boolean }[]> {
  const learning = await findLearning(scope, candidateIds);
  const candidates = await findCandidates(scope, candidateIds);
  return candidates.map((candidate) => ({
    candidate,
    needs: needsClass(
      kind,
      {
        standing: buildStanding(candidate.steps),
        enrolments: learning.filter(({ candidateId }) => candidateId === candidate.id),
      },
      scope.today,
    ),
  }));
}
