"use server";

import { defineAction } from "@/lib/access/action";
import { logRead } from "@/lib/access/audit";
import { can } from "@/lib/access/gate";
import { findUnitByCode } from "@/lib/organisation/repository/units";
import { citizenNumberFaults } from "@/lib/people/rules";
import { findCandidate, lastEditor } from "../repository/candidates";
import { saveUndoneDecisionNumber } from "../repository/decision-numbers";
import {
  findCitizenNumber,
  findLikelySame,
  type LikelySame,
  saveNewCandidate,
  savePerson,
} from "../repository/entry";
import { saveUndoneStep } from "../repository/steps";
import { PERMISSION_OF } from "../rules/step";
import {
  candidateIdSchema,
  editPersonSchema,
  newCandidateSchema,
  type PersonInput,
  personInput,
  undoStepSchema,
} from "../schema/forms";

/** A finding of entering a person: who else it may be, or what the number says. */
export type EntryFinding =
  | { is: "sameNumber"; blocks: true; candidateId: string | null; unitName: string | null }
  | { is: "samePerson"; blocks: true; candidateId: string | null; unitName: string | null }
  | { is: "changedMeanwhile"; blocks: true; by: string | null };

/** Enters a candidate; the same citizen number is refused, the same name and birth asked about. */
export const enterCandidate = defineAction<typeof newCandidateSchema, undefined, EntryFinding>({
  name: "enterCandidate",
  permission: "candidate.enter",
  schema: newCandidateSchema,
  async run({ scope, input }) {
    const person = personInput(input);
    const wrong = personFaults(person, input.introducedOn, scope.today);
    const cell = await findUnitByCode(scope, input.cell);
    if (!cell || cell.closed || (cell.kind !== "CELL" && cell.kind !== "BASE_CELL"))
      wrong.cell = [`Chi bộ: không có chi bộ mang mã ${input.cell}.`];
    if (Object.keys(wrong).length > 0 || !cell) return { refused: [], fieldErrors: wrong };

    const same = sameFindings(await findLikelySame(scope, person), input.otherPerson);
    if (same.length > 0) return { refused: same };
    const { source, readmission, introducedOn, documentNumber } = input;
    const id = await saveNewCandidate(scope, {
      person,
      cell: { id: cell.id, kind: cell.kind },
      source,
      readmission,
      introducedOn,
      documentNumber,
    });
    return { done: { message: `Đã ghi ${person.name}.`, redirectTo: `/pipeline/${id}?done=introduced` } };
  },
  revalidates: ["/", "/pipeline", "/quotas"],
});

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

/** Takes back the last step that the actor's role may record. */
export const undoStep = defineAction<
  typeof undoStepSchema,
  NonNullable<Awaited<ReturnType<typeof findCandidate>>>,
  EntryFinding
>({
  name: "undoStep",
  permission: "candidate.enter",
  schema: undoStepSchema,
  target: (scope, { candidateId }) => findCandidate(scope, candidateId),
  async run({ scope, target: candidate, input }) {
    const step = candidate.steps.find(({ id, undoneAt }) => id === input.stepId && undoneAt === null);
    const last = candidate.steps.findLast(({ undoneAt }) => undoneAt === null);
    const first = candidate.steps.find(({ undoneAt }) => undoneAt === null);
    const mayUndo = step && step === last && step !== first && can(scope.actor, PERMISSION_OF[step.kind]);
    if (!mayUndo) return { refused: [], fieldErrors: { "": ["Bước này không hoàn tác được."] } };
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

function personFaults(person: PersonInput, introducedOn: string, today: string): Record<string, string[]> {
  const wrong: Record<string, string[]> = {};
  if ((person.birthDate ?? `${person.birthYear}-01-01`) > today)
    wrong.birth = ["Ngày sinh: còn ở sau hôm nay."];
  if (introducedOn > today) wrong.introducedOn = ["Ngày giới thiệu: còn ở sau hôm nay."];
  if (person.birthDate && introducedOn < person.birthDate)
    wrong.introducedOn = ["Ngày giới thiệu: trước ngày sinh."];
  const faults = person.citizenNumber ? citizenNumberFaults(person.citizenNumber, person) : [];
  if (faults.length > 0)
    wrong.citizenNumber = ["Số định danh: không khớp năm sinh, giới tính hoặc mã tỉnh. Hãy xem lại."];
  return wrong;
}

function sameFindings(likely: readonly LikelySame[], otherPerson: boolean): EntryFinding[] {
  return likely
    .filter(({ byNumber }) => byNumber || !otherPerson)
    .map(({ byNumber, candidateId, unitName }) => ({
      is: byNumber ? "sameNumber" : "samePerson",
      blocks: true,
      candidateId,
      unitName,
    }));
}
