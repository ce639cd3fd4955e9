"use server";

import { defineAction } from "@/lib/access/action";
import type { UnitScope } from "@/lib/access/gate";
import { saveNextNumber, saveWithdrawnNumber } from "@/lib/organisation/repository/register";
import { findUnitByCode, type Unit } from "@/lib/organisation/repository/units";
import { formatDocumentNumber, numberSign } from "@/lib/organisation/rules/register";
import { findCandidates } from "@/lib/pipeline/repository/candidates";
import { saveSteps, saveUndoneStep } from "@/lib/pipeline/repository/steps";
import { yearOf } from "@/lib/shared/days";
import {
  findClass,
  findNextCode,
  saveClass,
  saveClassPlan,
  saveClassState,
  saveDropped,
  type TrainingClass,
} from "./repository/classes";
import {
  type Call,
  findCall,
  findEnrolments,
  findLastCertificate,
  saveCalls,
  saveEnrolment,
  saveWithdrawn,
} from "./repository/enrolments";
import { findNeedOf } from "./repository/learning";
import { certificateDraft, certificateOf } from "./rules/certificate";
import {
  certificateStep,
  isLearner,
  markedSessions,
  passes,
  stateAfterGrade,
  stateAfterMarking,
} from "./rules/enrolment";
import type { ClassFinding } from "./rules/finding";
import {
  closedFinding,
  reviewCertifying,
  reviewDropping,
  reviewRoom,
  reviewWithdrawal,
} from "./rules/review";
import type { ClassKind } from "./rules/training-class";
import {
  answerCallSchema,
  callPeopleSchema,
  certifySchema,
  dropClassSchema,
  editClassSchema,
  markAttendanceSchema,
  planClassSchema,
  saveResultsSchema,
  takeSubstituteSchema,
  withdrawCertificateSchema,
} from "./schema";

const PAGES = ["/", "/classes"];
const EVERYTHING = ["/", "/classes", "/pipeline", "/reports"];
const CODE_OF: Record<ClassKind, string> = { AWARENESS: "NT", NEW_MEMBER: "DVM" };

/** Plans a class from the list of who needs one; everybody chosen is called. */
export const planClass = defineAction<typeof planClassSchema, Unit, ClassFinding>({
  name: "planClass",
  permission: "class.hold",
  schema: planClassSchema,
  target: (scope, { unit }) => findUnitByCode(scope, unit || scope.actor.unit.code),
  revalidates: PAGES,
  timeoutMs: 60_000,
  async run({ scope, target: unit, input: { unit: _, candidate, ...plan } }) {
    const refused = await reviewCalled(scope, { ...plan, taken: 0 }, candidate);
    if (refused.length > 0) return { refused };
    const code = await findNextCode(scope, unit.id, `${CODE_OF[plan.kind]}-${yearOf(plan.from)}-`);
    const id = await saveClass(scope, unit.id, code, plan);
    await saveCalls(scope, id, candidate);
    return { done: { message: "Đã lập lớp.", redirectTo: `/classes/${id}?done=planned` } };
  },
});

/** Changes the days, the place and the size of a class that has not ended. */
export const editClass = defineAction<typeof editClassSchema, TrainingClass, ClassFinding>({
  name: "editClass",
  permission: "class.hold",
  schema: editClassSchema,
  target: (scope, { classId }) => findClass(scope, classId, true),
  revalidates: PAGES,
  async run({ scope, target: one, input: { classId: _, version, ...plan } }) {
    const closed = closedFinding(one);
    if (closed) return { refused: [closed] };
    const taken = (await findEnrolments(scope, one.id)).filter(isLearner).length;
    const full = reviewRoom(plan.size, taken);
    if (full) return { refused: [full] };
    if (!(await saveClassPlan(scope, one, version, plan))) return { refused: [changed(one)] };
    return { done: { message: "Đã ghi.", redirectTo: `/classes/${one.id}?done=edited` } };
  },
});

/** Calls more people to a class that has not ended. */
export const callPeople = defineAction<typeof callPeopleSchema, TrainingClass, ClassFinding>({
  name: "callPeople",
  permission: "class.hold",
  schema: callPeopleSchema,
  target: (scope, { classId }) => findClass(scope, classId, true),
  revalidates: PAGES,
  timeoutMs: 60_000,
  async run({ scope, target: one, input: { candidate } }) {
    const closed = closedFinding(one);
    if (closed) return { refused: [closed] };
    const taken = (await findEnrolments(scope, one.id)).filter(isLearner).length;
    const refused = await reviewCalled(scope, { ...one, taken }, candidate);
    if (refused.length > 0) return { refused };
    await saveCalls(scope, one.id, candidate);
    return { done: { message: "Đã gọi học.", redirectTo: `/classes/${one.id}?done=called` } };
  },
});

/** A cell confirms, or declines with a reason and, if it has somebody, a substitute. */
export const answerCall = defineAction<typeof answerCallSchema, Call, ClassFinding>({
  name: "answerCall",
  permission: "class.confirm",
  schema: answerCallSchema,
  target: (scope, { enrolmentId }) => findCall(scope, enrolmentId),
  revalidates: PAGES,
  async run({ scope, target: call, input: { version, answer, reason, substitute } }) {
    if (call.state !== "called" || call.classState !== "planned")
      return { refused: [{ is: "notAnswerable", blocks: true }] };
    const answered = { ...call, version };
    const change =
      answer === "confirm"
        ? { state: "confirmed" as const, reason: null }
        : { state: "declined" as const, reason };
    if (answer === "decline" && substitute) {
      const [found] = await findNeedOf(scope, call.kind, [substitute]);
      if (!found?.needs || found.candidate.cell.id !== call.cellId)
        return {
          refused: [{ is: "needsNone", blocks: true, name: found?.candidate.person.name ?? "Người này" }],
        };
    }
    if (!(await saveEnrolment(scope, answered, change)))
      return { refused: [{ is: "changedMeanwhile", blocks: true, by: call.savedByName }] };
    if (answer === "decline" && substitute)
      await saveCalls(scope, call.classId, [substitute], { state: "substitute", replacesId: call.id });
    return { done: { message: "Đã trả lời.", redirectTo: "/classes/calls?done=answered" } };
  },
});

/** Takes the person a cell proposed into the class. */
export const takeSubstitute = defineAction<typeof takeSubstituteSchema, TrainingClass, ClassFinding>({
  name: "takeSubstitute",
  permission: "class.hold",
  schema: takeSubstituteSchema,
  target: (scope, { classId }) => findClass(scope, classId, true),
  revalidates: PAGES,
  async run({ scope, target: one, input: { enrolmentId, version } }) {
    const closed = closedFinding(one);
    if (closed) return { refused: [closed] };
    const people = await findEnrolments(scope, one.id);
    const proposed = people.find(({ id, state }) => id === enrolmentId && state === "substitute");
    const full = reviewRoom(one.size, people.filter(isLearner).length + 1);
    if (full) return { refused: [full] };
    if (!proposed || !(await saveEnrolment(scope, { ...proposed, version }, { state: "confirmed" })))
      return { refused: [changed(one)] };
    return { done: { message: "Đã nhận người thay.", redirectTo: `/classes/${one.id}?done=substituted` } };
  },
});

/** One tap of the roll call: somebody came to a session, or did not. The first one opens the class. */
export const markAttendance = defineAction<typeof markAttendanceSchema, TrainingClass, ClassFinding>({
  name: "markAttendance",
  permission: "class.hold",
  schema: markAttendanceSchema,
  target: (scope, { classId }) => findClass(scope, classId, true),
  revalidates: PAGES,
  async run({ scope, target: one, input: { enrolmentId, session, came } }) {
    const closed = openFinding(one, scope.today);
    if (closed) return { refused: [closed] };
    const learner = (await findEnrolments(scope, one.id)).find(({ id }) => id === enrolmentId);
    if (!learner || !isLearner(learner) || session > one.sessions) return { refused: [changed(one)] };
    const present = markedSessions(learner.present, session, came);
    if (!(await saveEnrolment(scope, learner, { present, state: stateAfterMarking(learner.state, present) })))
      return { refused: [changed(one)] };
    if (one.state === "planned") await saveClassState(scope, one, "open");
    return { done: { message: "Đã ghi." } };
  },
});

/** The results of the whole grid at once. */
export const saveResults = defineAction<typeof saveResultsSchema, TrainingClass, ClassFinding>({
  name: "saveResults",
  permission: "class.hold",
  schema: saveResultsSchema,
  target: (scope, { classId }) => findClass(scope, classId, true),
  revalidates: PAGES,
  timeoutMs: 60_000,
  async run({ scope, target: one, input: { version, grades } }) {
    const closed = openFinding(one, scope.today);
    if (closed) return { refused: [closed] };
    if (version !== one.version) return { refused: [changed(one)] };
    for (const learner of (await findEnrolments(scope, one.id)).filter(isLearner)) {
      const grade = grades.get(learner.id);
      if (!grade || grade === learner.grade) continue;
      if (!(await saveEnrolment(scope, learner, { grade, state: stateAfterGrade(grade) })))
        return { refused: [changed(one)] };
    }
    await saveClassState(scope, one, "open");
    return { done: { message: "Đã ghi kết quả.", redirectTo: `/classes/${one.id}?done=graded` } };
  },
});

/**
 * Gives everybody who passed a certificate with a number of the organiser's register, writes it as the step
 * of their dossier and ends the class: all of them in one transaction, or none.
 */
export const certifyLearners = defineAction<typeof certifySchema, TrainingClass, ClassFinding>({
  name: "certifyLearners",
  permission: "class.hold",
  schema: certifySchema,
  target: (scope, { classId }) => findClass(scope, classId, true),
  revalidates: EVERYTHING,
  timeoutMs: 60_000,
  async run({ scope, target: one, input: { version, onDay } }) {
    const closed = openFinding(one, scope.today);
    if (closed) return { refused: [closed] };
    if (version !== one.version) return { refused: [changed(one)] };
    const learners = (await findEnrolments(scope, one.id)).filter(isLearner);
    const refused = reviewCertifying(one, learners, onDay, scope.today);
    if (refused.length > 0) return { refused };

    const passed = learners.filter(({ grade }) => passes(grade));
    const found = await findCandidates(
      scope,
      passed.map(({ candidateId }) => candidateId),
    );
    const candidates = new Map(found.map((candidate) => [candidate.id, candidate]));
    const year = yearOf(onDay);
    const after = await findLastCertificate(scope, one.unit.id, year);
    const sign = numberSign(one.unit.name);
    for (const learner of passed) {
      const candidate = candidates.get(learner.candidateId);
      if (!candidate) return { refused: [{ is: "notHere", blocks: true }] };
      const { register, step } = certificateDraft(one, onDay);
      const number = await saveNextNumber(scope, {
        unitId: one.unit.id,
        register,
        year,
        onDay,
        subject: step.kind,
        candidateId: candidate.id,
        sign,
        after,
      });
      const certificateNumber = formatDocumentNumber({ number, register, sign });
      const saved =
        (await saveSteps(scope, candidate, candidate.version, [
          { ...step, documentNumber: certificateNumber },
        ])) && (await saveEnrolment(scope, learner, { certificateNumber, certifiedOn: onDay }));
      if (!saved) throw new Error("a learner changed while the certificates of their class were being given");
    }
    await saveClassState(scope, one, "ended");
    return {
      done: { message: "Đã cấp giấy chứng nhận.", redirectTo: `/classes/${one.id}?done=certified` },
    };
  },
});

/** Drops a class that nobody has come to yet; whoever was called needs one again. */
export const dropClass = defineAction<typeof dropClassSchema, TrainingClass, ClassFinding>({
  name: "dropClass",
  permission: "class.hold",
  schema: dropClassSchema,
  target: (scope, { classId }) => findClass(scope, classId, true),
  revalidates: EVERYTHING,
  async run({ scope, target: one, input: { version, reason } }) {
    const refused = reviewDropping(one, await findEnrolments(scope, one.id));
    if (refused) return { refused: [refused] };
    if (!(await saveDropped(scope, one, version, reason))) return { refused: [changed(one)] };
    return { done: { message: "Đã bỏ lớp.", redirectTo: "/classes?done=dropped" } };
  },
});

/**
 * Takes one certificate back, on the class and in the dossier at once, while no later step of the dossier
 * rests on it. Its number stays in the register, marked; the person needs a class again.
 */
export const withdrawCertificate = defineAction<
  typeof withdrawCertificateSchema,
  TrainingClass,
  ClassFinding
>({
  name: "withdrawCertificate",
  permission: "class.hold",
  schema: withdrawCertificateSchema,
  target: (scope, { classId }) => findClass(scope, classId, true),
  revalidates: EVERYTHING,
  async run({ scope, target: one, input: { learner: seen, reason } }) {
    const learner = (await findEnrolments(scope, one.id)).find(({ id }) => id === seen.id);
    if (learner?.version !== seen.version) return { refused: [changed(one)] };
    const [candidate] = await findCandidates(scope, [learner.candidateId]);
    const refused = reviewWithdrawal(one.kind, learner, candidate?.steps ?? null);
    if (refused) return { refused: [refused] };
    const step = certificateOf(one.kind, learner, candidate?.steps ?? []);
    if (candidate && step && !(await saveUndoneStep(scope, candidate, candidate.version, step.id)))
      return { refused: [changed(one)] };
    if (!(await saveWithdrawn(scope, learner, seen.version, reason)))
      throw new Error("a learner changed while their certificate was being withdrawn");
    if (learner.certificateNumber)
      await saveWithdrawnNumber(
        scope,
        learner.candidateId,
        certificateStep(one.kind),
        learner.certificateNumber,
      );
    return { done: { message: "Đã thu hồi.", redirectTo: `/classes/${one.id}?done=withdrawn` } };
  },
});

/** Everybody chosen is there and still needs the class, and there is room for them. */
async function reviewCalled(
  scope: UnitScope,
  { kind, size, taken }: { kind: ClassKind; size: number | null; taken: number },
  candidateIds: readonly string[],
): Promise<ClassFinding[]> {
  if (candidateIds.length === 0) return [{ is: "nobodyChosen", blocks: true }];
  const found = await findNeedOf(scope, kind, candidateIds);
  const done = found.filter(({ needs }) => !needs);
  const full = reviewRoom(size, taken + candidateIds.length);
  return [
    ...(full ? [full] : []),
    ...(found.length < candidateIds.length ? [{ is: "notHere" as const, blocks: true }] : []),
    ...done.map(({ candidate }) => ({ is: "needsNone" as const, blocks: true, name: candidate.person.name })),
  ];
}

function openFinding(one: TrainingClass, today: string): ClassFinding | null {
  return closedFinding(one) ?? (one.from > today ? { is: "notBegun", blocks: true } : null);
}

const changed = ({ savedByName }: TrainingClass): ClassFinding => ({
  is: "changedMeanwhile",
  blocks: true,
  by: savedByName,
});
