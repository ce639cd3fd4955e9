"use server";

import { z } from "zod";
import { defineAction, refusedWith } from "@/lib/access/action";
import type { Permission } from "@/lib/access/policy";
import { stepLabel } from "../labels/words";
import {
  type CandidateDetails,
  countHelped,
  findCandidate,
  isDecisionNumberUsed,
  isResolutionNumberUsed,
  lastEditor,
} from "../repository/candidates";
import { saveDecisionNumbers } from "../repository/decision-numbers";
import { saveMove, saveSteps } from "../repository/steps";
import { findDestination } from "../repository/transfers";
import { buildCase } from "../rules/candidate-case";
import { blocks, type Finding } from "../rules/finding";
import { type Known, reviewStep, type StepInput } from "../rules/recording";
import { PERMISSION_OF } from "../rules/step";
import { buildSteps } from "../rules/steps-of-form";
import { RECORDABLE, type RecordableKind, stepSchemas } from "../schema/forms";

export const recordCellStep = defineAction(recording("recordCellStep", "candidate.recordCellStep"));
export const recordBaseStep = defineAction(recording("recordBaseStep", "candidate.recordBaseStep"));
export const recordDecision = defineAction(recording("recordDecision", "candidate.recordDecision"));
export const recordConsent = defineAction(recording("recordConsent", "candidate.recordConsent"));
export const recordCeremony = defineAction(recording("recordCeremony", "candidate.recordCeremony"));
export const recordRecognition = defineAction(recording("recordRecognition", "candidate.recordRecognition"));
export const markPaper = defineAction(recording("markPaper", "candidate.markPaper"));
export const transferCandidate = defineAction(recording("transferCandidate", "candidate.transfer"));
export const returnCandidate = defineAction(recording("returnCandidate", "candidate.return"));
export const closeCandidate = defineAction(recording("closeCandidate", "candidate.close"));

/** One road for every kind of step that a permission covers: schema of its form, rules of its event, save. */
function recording(name: string, permission: Permission) {
  return {
    name,
    permission,
    schema: schemaOf(permission),
    target: (scope: Parameters<typeof findCandidate>[0], { candidateId }: StepInput) =>
      findCandidate(scope, candidateId),
    async run({ scope, target: candidate, input }: RunContext) {
      const event = buildCase(candidate, input.onDay, scope.today);
      const review = reviewStep(event, input, await findKnown(scope, candidate, input));
      if (blocks(review)) return { refused: review.findings };

      const move = input.kind === "transferred" ? await findDestination(scope, candidate, input.to) : null;
      if (input.kind === "transferred" && !input.outside && !move)
        return refusedWith("Nơi chuyển đến: hãy chọn một chi bộ khác đang hoạt động.", "to");
      const steps = buildSteps(input, move);
      const changed = { refused: [changedMeanwhile(lastEditor(candidate))] };
      if (candidate.version !== input.version) return changed;
      if (!(await saveDecisionNumbers(scope, candidate, steps))) {
        return { refused: [numberTaken(input.documentNumber, event.book.guidance)] };
      }
      if (!(await saveSteps(scope, candidate, input.version, steps))) return changed;
      const movedAway = move !== null && (await saveMove(scope, candidate, move.unitId)) && !move.stillSeen;
      return {
        done: {
          message: `Đã ghi: ${stepLabel(input.kind)}.`,
          redirectTo: movedAway ? "/pipeline?done=moved" : `/pipeline/${candidate.id}?done=${input.kind}`,
        },
      };
    },
    revalidates: ["/", "/pipeline", "/quotas"],
  };
}

/** What the rules ask of other dossiers: numbers in use, people a helper follows. */
async function findKnown(
  scope: RunContext["scope"],
  candidate: CandidateDetails,
  input: StepInput,
): Promise<Known> {
  switch (input.kind) {
    case "decided":
      return {
        helped: 0,
        numberUsed: await isDecisionNumberUsed(scope, candidate, input.documentNumber, input.onDay),
      };
    case "cellVoted":
    case "baseVoted":
    case "recognitionVoted":
    case "recognitionBaseVoted":
      return {
        helped: 0,
        numberUsed: await isResolutionNumberUsed(
          scope,
          candidate,
          input.kind,
          input.documentNumber,
          input.onDay,
        ),
      };
    case "helperAssigned":
      return { numberUsed: false, helped: await countHelped(scope, candidate, input.helper) };
    default:
      return { numberUsed: false, helped: 0 };
  }
}

type RunContext = {
  scope: Parameters<typeof findCandidate>[0];
  target: CandidateDetails;
  input: StepInput;
};

function schemaOf(permission: Permission): z.ZodType<StepInput> {
  const kinds = RECORDABLE.filter((kind) => PERMISSION_OF[kind] === permission);
  const schemas = kinds.map((kind: RecordableKind) => stepSchemas[kind].extend({ kind: z.literal(kind) }));
  return z.discriminatedUnion(
    "kind",
    schemas as unknown as [(typeof schemas)[number]],
  ) as unknown as z.ZodType<StepInput>;
}

const changedMeanwhile = (by: string | null): Finding => ({
  is: "changedMeanwhile",
  rule: null,
  blocks: true,
  source: "Hai người cùng sửa",
  facts: { by },
});

const numberTaken = (number: string | null, source: string): Finding => ({
  is: "decisionNumberUsed",
  rule: "R-27",
  blocks: true,
  source,
  facts: { number: number ?? "" },
});
