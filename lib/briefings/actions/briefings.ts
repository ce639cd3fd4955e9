"use server";

import { defineAction } from "@/lib/access/action";
import { findUnit, findUnitByCode, type Unit } from "@/lib/organisation/repository/units";
import { loadBeneath } from "../queries/briefings";
import { findBriefing, isHeldOn, saveBriefing, saveBriefingHead } from "../repository/briefings";
import { findCaretakers, saveCaretaker } from "../repository/caretakers";
import { findCommitment, saveCommitment, saveReport, saveReview } from "../repository/commitments";
import { findDifficulty, saveDifficulty, saveSettled } from "../repository/difficulties";
import {
  type Briefing,
  type BriefingFinding,
  type Commitment,
  type Difficulty,
  reviewCaretaker,
  reviewCommitment,
  reviewHolding,
  reviewOutcome,
} from "../rules/briefing";
import {
  briefingHeadSchema,
  caretakerSchema,
  commitmentSchema,
  difficultySchema,
  holdBriefingSchema,
  reportSchema,
  reviewSchema,
  settleSchema,
} from "../schema";

const PAGES = ["/", "/briefings"];
const unitUnknown: BriefingFinding = { is: "unitUnknown", blocks: true };

/** Records a briefing as it was held; what is still open of earlier ones stands on it by itself. */
export const holdBriefing = defineAction<typeof holdBriefingSchema, Unit, BriefingFinding>({
  name: "holdBriefing",
  permission: "briefing.hold",
  schema: holdBriefingSchema,
  target: (scope, { unit }) => findUnitByCode(scope, unit),
  revalidates: PAGES,
  async run({ scope, target: unit, input: { heldOn, place, ledBy, present: codes } }) {
    const beneath = await loadBeneath(scope, unit.id, heldOn);
    const known = await isHeldOn(scope, unit.id, heldOn);
    const refused = reviewHolding({ heldOn, today: scope.today, known }, beneath.length);
    if (refused) return { refused: [refused] };
    const present = beneath.filter(({ code }) => codes.includes(code)).map(({ id }) => id);
    const id = await saveBriefing(scope, unit.id, { heldOn, place, ledBy, present });
    return { done: { message: "Đã ghi phiên giao ban.", redirectTo: `/briefings/${id}?done=held` } };
  },
});

/** Changes where it was, who led it and who came. */
export const editBriefing = defineAction<typeof briefingHeadSchema, Briefing, BriefingFinding>({
  name: "editBriefing",
  permission: "briefing.hold",
  schema: briefingHeadSchema,
  target: (scope, { briefingId }) => findBriefing(scope, briefingId, true),
  revalidates: PAGES,
  async run({ scope, target: briefing, input: { version, place, ledBy, present: codes } }) {
    const beneath = await loadBeneath(scope, briefing.unit.id, briefing.heldOn);
    const present = beneath.filter(({ code }) => codes.includes(code)).map(({ id }) => id);
    if (!(await saveBriefingHead(scope, briefing.id, version, { place, ledBy, present })))
      return { refused: [{ is: "changedMeanwhile", blocks: true, by: briefing.savedByName }] };
    return { done: { message: "Đã sửa.", redirectTo: `/briefings/${briefing.id}?done=edited` } };
  },
});

/** What a unit told that it finds difficult. */
export const raiseDifficulty = defineAction<typeof difficultySchema, Briefing, BriefingFinding>({
  name: "raiseDifficulty",
  permission: "briefing.hold",
  schema: difficultySchema,
  target: (scope, { briefingId }) => findBriefing(scope, briefingId, true),
  revalidates: PAGES,
  async run({ scope, target: briefing, input: { unit: code, topic, words } }) {
    const beneath = await loadBeneath(scope, briefing.unit.id, briefing.heldOn);
    const unit = beneath.find((one) => one.code === code);
    if (!unit) return { refused: [unitUnknown] };
    await saveDifficulty(scope, briefing, unit, { topic, words });
    return { done: { message: "Đã ghi khó khăn.", redirectTo: `/briefings/${briefing.id}?done=raised` } };
  },
});

/** The committee says that a difficulty is settled. */
export const settleDifficulty = defineAction<
  typeof settleSchema,
  Difficulty & { committeeId: number },
  BriefingFinding
>({
  name: "settleDifficulty",
  permission: "briefing.hold",
  schema: settleSchema,
  target: async (scope, { difficultyId }) => {
    const difficulty = await findDifficulty(scope, difficultyId);
    return difficulty && (await findUnit(scope, difficulty.committeeId)) ? difficulty : null;
  },
  revalidates: PAGES,
  async run({ scope, target: difficulty, input: { version } }) {
    if (difficulty.settledOn !== null)
      return { refused: [{ is: "closedAlready", blocks: true, on: difficulty.settledOn }] };
    if (!(await saveSettled(scope, { ...difficulty, version }, scope.today)))
      return { refused: [{ is: "changedMeanwhile", blocks: true, by: difficulty.savedByName }] };
    return { done: { message: "Đã ghi là đã tháo gỡ." } };
  },
});

/** What was agreed at a briefing, by whom and by when. */
export const agreeCommitment = defineAction<typeof commitmentSchema, Briefing, BriefingFinding>({
  name: "agreeCommitment",
  permission: "briefing.hold",
  schema: commitmentSchema,
  target: (scope, { briefingId }) => findBriefing(scope, briefingId, true),
  revalidates: PAGES,
  async run({ scope, target: briefing, input: { unit: code, doer, words, dueOn } }) {
    const beneath = await loadBeneath(scope, briefing.unit.id, briefing.heldOn);
    const unit = [briefing.unit, ...beneath].find((one) => one.code === code);
    const refused = unit ? reviewCommitment(dueOn, briefing.heldOn) : unitUnknown;
    if (!unit || refused) return { refused: [refused ?? unitUnknown] };
    const by = unit.id === briefing.unit.id ? "committee" : doer;
    await saveCommitment(scope, briefing, unit, { doer: by, words, dueOn });
    return {
      done: { message: "Đã ghi việc thống nhất.", redirectTo: `/briefings/${briefing.id}?done=agreed` },
    };
  },
});

/** What a later briefing found of something agreed: done, carried on, or not done any more. */
export const reviewCommitmentAt = defineAction<
  typeof reviewSchema,
  { briefing: Briefing; commitment: Commitment },
  BriefingFinding
>({
  name: "reviewCommitmentAt",
  permission: "briefing.hold",
  schema: reviewSchema,
  target: async (scope, { briefingId, commitmentId }) => {
    const briefing = await findBriefing(scope, briefingId, true);
    const commitment = await findCommitment(scope, commitmentId);
    if (!briefing || !commitment || commitment.committeeId !== briefing.unit.id) return null;
    return { briefing, commitment };
  },
  revalidates: PAGES,
  async run({ scope, target: { briefing, commitment }, input: { version, outcome, dueOn, note } }) {
    const refused = reviewOutcome(commitment, { outcome, dueOn }, briefing.heldOn);
    if (refused) return { refused: [refused] };
    const saved = await saveReview(scope, briefing, { ...commitment, version }, { outcome, dueOn, note });
    if (!saved)
      return {
        refused: [
          { is: "changedMeanwhile", blocks: true, by: commitment.reportedByName ?? commitment.savedByName },
        ],
      };
    return { done: { message: "Đã ghi kết quả.", redirectTo: `/briefings/${briefing.id}?done=reviewed` } };
  },
});

/** Its doer says that it is done, with a word; the committee confirms it at the next briefing. */
export const reportCommitment = defineAction<typeof reportSchema, Commitment, BriefingFinding>({
  name: "reportCommitment",
  permission: "briefing.report",
  schema: reportSchema,
  target: async (scope, { commitmentId }) => {
    const commitment = await findCommitment(scope, commitmentId);
    if (commitment?.doer === "committee" && !(await findUnit(scope, commitment.committeeId))) return null;
    return commitment;
  },
  revalidates: PAGES,
  async run({ scope, target: commitment, input: { version, report } }) {
    if (commitment.closedOn !== null)
      return { refused: [{ is: "closedAlready", blocks: true, on: commitment.closedOn }] };
    if (!(await saveReport(scope, commitment.id, version, report)))
      return {
        refused: [
          { is: "changedMeanwhile", blocks: true, by: commitment.reportedByName ?? commitment.savedByName },
        ],
      };
    return {
      done: {
        message: "Đã báo là đã xong.",
        redirectTo: "/briefings/commitments?state=reported&done=reported",
      },
    };
  },
});

/** Gives a unit to somebody of the committee to look after, from a day on. */
export const setCaretaker = defineAction<typeof caretakerSchema, Unit, BriefingFinding>({
  name: "setCaretaker",
  permission: "briefing.hold",
  schema: caretakerSchema,
  target: (scope, { unit }) => findUnitByCode(scope, unit),
  revalidates: PAGES,
  async run({ scope, target: unit, input: { name, from } }) {
    const now = (await findCaretakers(scope, [unit.id])).find(({ until }) => until === null) ?? null;
    const refused = reviewCaretaker(now, { name, from });
    if (refused) return { refused: [refused] };
    await saveCaretaker(scope, unit.id, { name, from });
    return { done: { message: `Đã phân công phụ trách ${unit.name}.` } };
  },
});
