"use server";

import { z } from "zod";
import { defineAction } from "@/lib/access/action";
import type { Permission } from "@/lib/access/policy";
import { stepLabel } from "../labels/words";
import { findCandidate, isDecisionNumberUsed, lastEditor } from "../repository/candidates";
import { saveDecisionNumbers } from "../repository/decision-numbers";
import { saveSteps } from "../repository/steps";
import { buildCase } from "../rules/candidate-case";
import { blocks, type Finding } from "../rules/finding";
import { buildSteps, reviewStep, type StepInput } from "../rules/recording";
import { PERMISSION_OF } from "../rules/step";
import { RECORDABLE, type RecordableKind, stepSchemas } from "../schema/forms";

export const recordCellStep = defineAction(recording("recordCellStep", "candidate.recordCellStep"));
export const recordBaseStep = defineAction(recording("recordBaseStep", "candidate.recordBaseStep"));
export const recordDecision = defineAction(recording("recordDecision", "candidate.recordDecision"));
export const recordCeremony = defineAction(recording("recordCeremony", "candidate.recordCeremony"));
export const recordRecognition = defineAction(recording("recordRecognition", "candidate.recordRecognition"));
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
      const numberUsed =
        input.kind === "decided" &&
        (await isDecisionNumberUsed(scope, candidate, input.documentNumber, input.onDay));
      const review = reviewStep(event, input, {
        numberUsed,
        deciderName: candidate.decider?.name ?? candidate.cell.name,
      });
      if (blocks(review)) return { refused: review.findings };

      const steps = buildSteps(input);
      const changed = { refused: [changedMeanwhile(lastEditor(candidate))] };
      if (candidate.version !== input.version) return changed;
      if (!(await saveDecisionNumbers(scope, candidate, steps))) {
        return { refused: [numberTaken(input.documentNumber, event.book.guidance)] };
      }
      if (!(await saveSteps(scope, candidate, input.version, steps))) return changed;
      return {
        done: {
          message: `Đã ghi: ${stepLabel(input.kind)}.`,
          redirectTo: `/pipeline/${candidate.id}?done=${input.kind}`,
        },
      };
    },
    revalidates: ["/", "/pipeline", "/quotas"],
  };
}

type RunContext = {
  scope: Parameters<typeof findCandidate>[0];
  target: NonNullable<Awaited<ReturnType<typeof findCandidate>>>;
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
