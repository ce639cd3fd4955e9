"use server";

import { defineAction, refusedWith } from "@/lib/access/action";
import { logRead } from "@/lib/access/audit";
import { can } from "@/lib/access/gate";
import { findCandidate, lastEditor } from "../repository/candidates";
import { saveUndoneDecisionNumber } from "../repository/decision-numbers";
import { findCitizenNumber, findLikelySame, savePerson } from "../repository/entry";
import { findClassOfStep, saveUndoneStep } from "../repository/steps";
import { type EntryFinding, personFaults, sameFindings, type UndoFinding } from "../rules/entry";
import { PERMISSION_OF } from "../rules/step";
import { undoStepSchema } from "../schema/forms";
import { candidateIdSchema, editPersonSchema, personInput } from "../schema/person";

export const editPerson = defineAction<
  typeof editPersonSchema,
  NonNullable<Awaited<ReturnType<typeof findCandidate>>>,
  EntryFinding
>({
  name: "editPerson",
  permission: "candidate.enter",
  schema: editPersonSchema,
  target: (scope, { candidateId }) => findCandidate(scope, candidateId),
  async run({ scope, target: candidate, input }) {
    const person = personInput(input);
    const wrong = personFaults(person, scope.today, scope.today);
    if (Object.keys(wrong).length > 0) return { refused: [], fieldErrors: wrong };
    const others = (await findLikelySame(scope, person)).filter(
      ({ candidateId, byNumber }) => byNumber && candidateId !== candidate.id,
    );
    if (others.length > 0) return { refused: sameFindings(others, true) };
    if (!(await savePerson(scope, candidate, input.version, person))) {
      return { refused: [{ is: "changedMeanwhile", blocks: true, by: lastEditor(candidate) }] };
    }
    return {
      done: {
        message: `Đã sửa thông tin của ${person.name}.`,
        redirectTo: `/pipeline/${candidate.id}?done=edited`,
      },
    };
  },
  revalidates: ["/", "/pipeline", "/quotas"],
});

/**
 * Takes back the last step that the actor's role may record; a certificate that a class gave is taken back
 * there, so that class and dossier always say the same.
 */
export const undoStep = defineAction<
  typeof undoStepSchema,
  NonNullable<Awaited<ReturnType<typeof findCandidate>>>,
  UndoFinding
>({
  name: "undoStep",
  permission: "candidate.enter",
  schema: undoStepSchema,
  target: (scope, { candidateId }) => findCandidate(scope, candidateId),
  async run({ scope, target: candidate, input }) {
    const step = candidate.steps.find(({ id, undoneAt }) => id === input.stepId && undoneAt === null);
    const last = candidate.steps.findLast(({ undoneAt }) => undoneAt === null);
    const first = candidate.steps.find(({ undoneAt }) => undoneAt === null);
    const mayUndo =
      step &&
      step === last &&
      step !== first &&
      step.kind !== "transferred" &&
      can(scope.actor, PERMISSION_OF[step.kind]);
    if (!mayUndo) return refusedWith("Bước này không hoàn tác được.");
    const given = await findClassOfStep(scope, candidate.id, step);
    if (given)
      return {
        refused: [{ is: "ofClass", blocks: true, ...given, mayOpen: can(scope.actor, "class.hold") }],
      };
    if (!(await saveUndoneStep(scope, candidate, input.version, step.id))) {
      return { refused: [{ is: "changedMeanwhile", blocks: true, by: lastEditor(candidate) }] };
    }
    await saveUndoneDecisionNumber(scope, candidate.id, step.kind);
    return { done: { message: "Đã hoàn tác.", redirectTo: `/pipeline/${candidate.id}?done=undone` } };
  },
  revalidates: ["/", "/pipeline", "/quotas"],
});

/** Opens a full citizen number; who opened it is logged. */
export const openCitizenNumber = defineAction<
  typeof candidateIdSchema,
  NonNullable<Awaited<ReturnType<typeof findCandidate>>>
>({
  name: "openCitizenNumber",
  permission: "candidate.openCitizenNumber",
  schema: candidateIdSchema,
  target: (scope, { candidateId }) => findCandidate(scope, candidateId),
  async run({ scope, target: candidate }) {
    await logRead(scope, {
      action: "openCitizenNumber",
      subject: "person",
      subjectId: candidate.person.id,
      unitOrd: candidate.unitOrd,
    });
    return { done: { message: (await findCitizenNumber(scope, candidate.person.id)) ?? "Chưa ghi" } };
  },
});
