"use server";

import { defineAction } from "@/lib/access/action";
import { can, type UnitScope } from "@/lib/access/gate";
import { type CandidateDetails, findCandidates } from "@/lib/pipeline/repository/candidates";
import {
  isNumberRegistered,
  saveDecisionNumbers,
  saveUndoneDecisionNumber,
} from "@/lib/pipeline/repository/decision-numbers";
import { saveSteps, saveUndoneStep } from "@/lib/pipeline/repository/steps";
import { PERMISSION_OF } from "@/lib/pipeline/rules/step";
import {
  findItem,
  findItems,
  findNumbers,
  findWaiting,
  holdCandidates,
  holdNumbers,
  type Item,
  saveOffAgenda,
  saveOnAgenda,
  saveRecorded,
  saveRow,
  saveUnrecorded,
} from "./repository/agenda";
import {
  findMeeting,
  findMeetingUnit,
  type Hold,
  type Meeting,
  type MeetingUnit,
  saveHead,
  saveMeeting,
  saveState,
} from "./repository/meetings";
import { reviewItem, waitsFor } from "./rules/agenda";
import { type Matter, mattersOf, thresholdOf, voteStepOf } from "./rules/committee";
import type { MeetingFinding } from "./rules/finding";
import { type Plan, planRecording } from "./rules/recording";
import {
  agendaSchema,
  conveneSchema,
  headSchema,
  meetingIdSchema,
  recordMeetingSchema,
  rowSchema,
} from "./schema";

const PAGES = ["/meetings"];
const EVERYTHING = ["/", "/pipeline", "/quotas", "/meetings"];

/** Opens a meeting; everybody who waits for it on that day stands on its agenda. */
export const conveneMeeting = defineAction<typeof conveneSchema, MeetingUnit, MeetingFinding>({
  name: "conveneMeeting",
  permission: "meeting.hold",
  schema: conveneSchema,
  async target(scope, { unit: code, matter }) {
    const unit = await findMeetingUnit(scope, code);
    return unit && mattersOf(unit).includes(matter) && mayHold(scope, matter) ? unit : null;
  },
  revalidates: PAGES,
  async run({ scope, target: unit, input: { unit: _, matter, ...head } }) {
    const wrong = headFinding(head);
    if (wrong) return { refused: [wrong] };
    const waiting = await findWaiting(scope, unit, matter);
    const found = new Map((await findCandidates(scope, waiting)).map((one) => [one.id, one]));
    const ids = waiting.filter((id) => {
      const candidate = found.get(id);
      return candidate !== undefined && waitsFor(candidate, matter, head.heldOn, scope.today);
    });
    if (ids.length === 0) return { refused: [{ is: "nobodyWaits", blocks: true }] };
    const id = await saveMeeting(scope, unit, matter, head, ids);
    return { done: { message: "Đã mở phiên họp.", redirectTo: `/meetings/${id}` } };
  },
});

/** The day, who was convened and who came: typed once for all people of the meeting. */
export const saveMeetingHead = defineAction<typeof headSchema, Meeting, MeetingFinding>({
  name: "saveMeetingHead",
  permission: "meeting.hold",
  schema: headSchema,
  target: (scope, input) => heldMeeting(scope, input),
  revalidates: PAGES,
  async run({ scope, target: meeting, input: { version, meetingId: _, ...head } }) {
    if (meeting.state !== "open") return { refused: [{ is: "notOpen", blocks: true }] };
    const wrong = headFinding(head);
    if (wrong) return { refused: [wrong] };
    if (!(await saveHead(scope, meeting.id, version, head))) return { refused: [meetingChanged(meeting)] };
    return { done: { message: "Đã ghi." } };
  },
});

/** One person's row, stored when it is left. The second of two editors is told what the first one typed. */
export const saveMeetingRow = defineAction<typeof rowSchema, Meeting, MeetingFinding>({
  name: "saveMeetingRow",
  permission: "meeting.hold",
  schema: rowSchema,
  target: (scope, input) => heldMeeting(scope, input),
  async run({ scope, target: meeting, input: { meetingId, itemId, version, ...row } }) {
    if (meeting.state !== "open") return { refused: [{ is: "notOpen", blocks: true }] };
    if (await saveRow(scope, meetingId, itemId, version, row)) return { done: { message: "Đã ghi." } };
    const now = await findItem(scope, meetingId, itemId);
    if (!now) return { refused: [{ is: "notOpen", blocks: true }] };
    return {
      refused: [{ is: "rowChanged", blocks: true, by: now.savedByName, row: now.row, version: now.version }],
    };
  },
});

/** Puts somebody who waits for the meeting on its agenda, or takes them off. */
export const changeAgenda = defineAction<typeof agendaSchema, Meeting, MeetingFinding>({
  name: "changeAgenda",
  permission: "meeting.hold",
  schema: agendaSchema,
  target: (scope, input) => heldMeeting(scope, input),
  revalidates: PAGES,
  async run({ scope, target: meeting, input: { candidateId, on } }) {
    if (meeting.state !== "open") return { refused: [{ is: "notOpen", blocks: true }] };
    if (!on) {
      await saveOffAgenda(scope, meeting.id, candidateId);
      return { done: { message: "Đã đưa ra khỏi danh sách." } };
    }
    const waiting = await findWaiting(scope, meeting.unit, meeting.matter, meeting.id);
    if (!waiting.includes(candidateId)) return { refused: [{ is: "nobodyWaits", blocks: true }] };
    await saveOnAgenda(scope, meeting.id, [candidateId]);
    return { done: { message: "Đã đưa vào danh sách." } };
  },
});

/**
 * Records the outcome of every person in one transaction, through the rules and steps of the single form.
 * One fault of one person refuses all.
 */
export const recordMeeting = defineAction<typeof recordMeetingSchema, Meeting, MeetingFinding>({
  name: "recordMeeting",
  permission: "meeting.hold",
  schema: recordMeetingSchema,
  target: (scope, { meetingId }) => heldMeeting(scope, { meetingId }, "alone"),
  revalidates: EVERYTHING,
  timeoutMs: 60_000,
  async run({ scope, target: meeting, input: { version, seen } }) {
    const { convened, present, matter, heldOn, state } = meeting;
    if (state !== "open") return { refused: [{ is: "notOpen", blocks: true }] };
    if (convened === null || present === null)
      return { refused: [{ is: "attendanceMissing", blocks: true }] };
    if (heldOn > scope.today) return { refused: [{ is: "inFuture", blocks: true }] };
    const wrong = headFinding(meeting);
    if (wrong) return { refused: [wrong] };

    await holdNumbers(scope, meeting);
    const items = (await findItems(scope, meeting.id)).filter(({ takenOff }) => !takenOff);
    const unseen =
      items.length !== seen.size || items.some((item) => !seen.has(`${item.id}:${item.version}`));
    if (version !== meeting.version || unseen) return { refused: [meetingChanged(meeting)] };

    const found = await heldCandidates(scope, items);
    const candidates = new Map(found.map((candidate) => [candidate.id, candidate]));
    const people = items.map(({ id: itemId, candidateId, row }) => {
      const candidate = candidates.get(candidateId) ?? null;
      const skipped =
        candidate !== null &&
        reviewItem(candidate, matter, heldOn, scope.today).findings.some(({ blocks }) => blocks);
      return { itemId, name: candidate?.person.name ?? "", row, candidate, skipped };
    });
    const { used } = await findNumbers(scope, meeting.unit, matter, heldOn);
    const threshold = thresholdOf(matter, meeting.unit.kind, heldOn);
    const plans = planRecording({ ...meeting, threshold, convened, present }, people, used, scope.today);
    const faults = plans.flatMap(({ itemId, name, faults: own }) =>
      own.map((fault) => ({ ...fault, itemId, name, blocks: true })),
    );
    if (faults.length > 0) return { refused: faults };
    if (plans.every(({ outcome }) => outcome === "pending"))
      return { refused: [{ is: "nobodyDecided", blocks: true }] };
    const registered = await registeredFaults(scope, plans);
    if (registered.length > 0) return { refused: registered };

    for (const { itemId, candidate, steps } of plans) {
      if (candidate === null || steps.length === 0) continue;
      const saved =
        (await saveDecisionNumbers(scope, candidate, steps)) &&
        (await saveSteps(scope, candidate, candidate.version, steps));
      if (!saved) throw new Error("a candidate changed while their meeting was being recorded");
      await saveRecorded(scope, itemId);
    }
    await saveState(scope, meeting, "recorded");
    return {
      done: { message: "Đã ghi kết quả phiên họp.", redirectTo: `/meetings/${meeting.id}?done=recorded` },
    };
  },
});

/** Takes back all that a meeting recorded, as long as none of its people has moved on. */
export const reopenMeeting = defineAction<typeof meetingIdSchema, Meeting, MeetingFinding>({
  name: "reopenMeeting",
  permission: "meeting.hold",
  schema: meetingIdSchema,
  target: (scope, { meetingId }) => heldMeeting(scope, { meetingId }, "alone"),
  revalidates: EVERYTHING,
  timeoutMs: 60_000,
  async run({ scope, target: meeting, input: { version } }) {
    if (meeting.state !== "recorded") return { refused: [{ is: "notRecorded", blocks: true }] };
    if (version !== meeting.version) return { refused: [meetingChanged(meeting)] };
    const items = (await findItems(scope, meeting.id)).filter(
      ({ recordedVersion }) => recordedVersion !== null,
    );
    const found = await heldCandidates(scope, items);
    const candidates = new Map(found.map((candidate) => [candidate.id, candidate]));
    const moved = items.filter(
      ({ candidateId, recordedVersion }) => candidates.get(candidateId)?.version !== recordedVersion,
    );
    if (moved.length > 0) {
      const names = moved.map(({ candidateId }) => candidates.get(candidateId)?.person.name ?? "");
      return { refused: [{ is: "peopleMovedOn", blocks: true, names: names.filter(Boolean) }] };
    }
    for (const { id, candidateId, recordedSteps } of items) {
      await saveUndoneDecisionNumber(scope, candidateId, meeting.matter);
      let candidate = candidates.get(candidateId);
      for (const stepId of recordedSteps) {
        if (!candidate || !(await saveUndoneStep(scope, candidate, candidate.version, stepId)))
          throw new Error("a candidate changed while their meeting was being reopened");
        candidate = {
          ...candidate,
          version: candidate.version + 1,
          steps: candidate.steps.filter((step) => step.id !== stepId),
        };
      }
      await saveUnrecorded(scope, id);
    }
    await saveState(scope, meeting, "open");
    return { done: { message: "Đã mở lại phiên họp.", redirectTo: `/meetings/${meeting.id}?done=reopened` } };
  },
});

/** Ends a meeting that was opened by mistake; nothing of it was recorded. */
export const dropMeeting = defineAction<typeof meetingIdSchema, Meeting, MeetingFinding>({
  name: "dropMeeting",
  permission: "meeting.hold",
  schema: meetingIdSchema,
  target: (scope, input) => heldMeeting(scope, input),
  revalidates: PAGES,
  async run({ scope, target: meeting, input: { version } }) {
    if (meeting.state !== "open") return { refused: [{ is: "notOpen", blocks: true }] };
    if (!(await saveState(scope, { ...meeting, version }, "dropped")))
      return { refused: [meetingChanged(meeting)] };
    return { done: { message: "Đã bỏ phiên họp.", redirectTo: "/meetings?done=dropped" } };
  },
});

/** Decisions whose number the committee's register gave to another document. */
async function registeredFaults(scope: UnitScope, plans: readonly Plan[]): Promise<MeetingFinding[]> {
  const faults: MeetingFinding[] = [];
  for (const { itemId, name, candidate, steps } of plans) {
    if (candidate && (await isNumberRegistered(scope, candidate, steps))) {
      const number = steps.at(-1)?.documentNumber ?? "";
      faults.push({ is: "numberUsed", number, itemId, name, blocks: true });
    }
  }
  return faults;
}

/** The people of these rows, kept as they are until all is written. */
async function heldCandidates(scope: UnitScope, items: readonly Item[]): Promise<CandidateDetails[]> {
  const ids = items.map(({ candidateId }) => candidateId);
  await holdCandidates(scope, ids);
  return findCandidates(scope, ids);
}

/** The meeting, if the actor may record what it decides; else it does not exist for them. */
async function heldMeeting(
  scope: UnitScope,
  { meetingId }: { meetingId: string },
  hold: Hold = "share",
): Promise<Meeting | null> {
  const meeting = await findMeeting(scope, meetingId, hold);
  return meeting && mayHold(scope, meeting.matter) ? meeting : null;
}

const mayHold = (scope: UnitScope, matter: Matter): boolean =>
  can(scope.actor, PERMISSION_OF[voteStepOf(matter)]);

const meetingChanged = ({ savedByName }: Meeting): MeetingFinding => ({
  is: "meetingChanged",
  blocks: true,
  by: savedByName,
});

function headFinding({ convened, present }: Pick<Meeting, "convened" | "present">): MeetingFinding | null {
  if (convened !== null && present !== null && present > convened)
    return { is: "presentAboveConvened", blocks: true, present, convened };
  return null;
}
