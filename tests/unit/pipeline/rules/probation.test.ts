import { describe, expect, test } from "vitest";
import { rulebookOn } from "@/lib/pipeline/rulebook";
import type { Review } from "@/lib/pipeline/rules/finding";
import { HANOI_OPTIONS } from "@/lib/pipeline/rules/options";
import { partyAgeFrom, probationEnd } from "@/lib/pipeline/rules/probation";
import {
  reviewMove,
  reviewProlongation,
  reviewReception,
  reviewRecognition,
  reviewRecognitionVote,
} from "@/lib/pipeline/rules/review";
import { buildStanding } from "@/lib/pipeline/rules/standing";
import type { StepFacts, TransferLetter } from "@/lib/pipeline/rules/step";
import { blocked, foundIn, warned } from "@/tests/support/boundaries";
import { aCase, aVote, given, PROBATION_PAPERS, READY } from "@/tests/support/pipeline";

type Told = Parameters<typeof aCase>[0];
const at = (told: Told) => aCase({ today: "2030-01-01", ...told });
const PASSED = { votes: null, passed: true };
const DECIDED = given("decided", "2024-08-25", {}, "83-QĐ/HU");
const admitted = (onDay: string) => [
  ...READY,
  given("cellVoted", "2024-05-03", PASSED),
  given("baseVoted", "2024-05-20", PASSED),
  DECIDED,
  given("admitted", onDay),
];
const TRAINED = given("newMemberCertified", "2025-03-01", {}, "31/ĐVM");
const ON_PROBATION = [...admitted("2024-09-15"), TRAINED];
const PAPERS = [...ON_PROBATION, ...PROBATION_PAPERS];
const short = (onDay: string) => given("recognitionVoted", onDay, { votes: null, passed: false });
const VOTED = [
  ...PAPERS,
  given("recognitionVoted", "2025-09-20", PASSED, "9-NQ/CB"),
  given("recognitionBaseVoted", "2025-09-25", PASSED, "4-NQ/ĐU"),
];

const cellReview = (told: Told): Review =>
  reviewRecognitionVote({ ...at({ steps: PAPERS, onDay: "2025-09-20", ...told }), votes: aVote() });
const recognition = (decidedOn: string, told: Told = {}): Review =>
  reviewRecognition({ ...at({ steps: VOTED, onDay: "2025-09-15", ...told }), decidedOn });
const prolongation = (months: number, told: Told = {}): Review =>
  reviewProlongation({ ...at({ steps: ON_PROBATION, onDay: "2025-09-20", ...told }), months });
const move = (letter: TransferLetter | null, letterNumber: string | null): Review =>
  reviewMove({ ...at({}), letter, letterNumber });
const moved = (onDay: string, more: Partial<StepFacts["transferred"]> = {}) => [
  ...READY,
  given("transferred", onDay, {
    fromCode: "EAP-08",
    fromName: "Chi bộ thôn 1",
    toCode: "EAP-09",
    toName: "Chi bộ thôn 2",
    letter: "53",
    movedOn: onDay,
    sameDecider: true,
    ...more,
  }),
];
const reception = (told: Told): Review => reviewReception(at(told));

const BOUNDARIES = [
  blocked(
    "R-36",
    "twelve months from the ceremony",
    "probationNotOver",
    cellReview({ onDay: "2025-09-15" }),
    cellReview({ onDay: "2025-09-14" }),
  ),
  blocked(
    "R-36",
    "a self-review of the last day",
    "selfReviewEarly",
    cellReview({ steps: [...PAPERS, given("selfReviewed", "2025-09-15")] }),
    cellReview({ steps: [...ON_PROBATION, given("selfReviewed", "2025-09-14")] }),
  ),
  blocked(
    "R-36",
    "a probation that was prolonged by three months",
    "probationNotOver",
    cellReview({
      steps: [...PAPERS, given("probationExtended", "2025-09-10", { months: 3, reason: "vi phạm" })],
      onDay: "2025-12-15",
    }),
    cellReview({
      steps: [...PAPERS, given("probationExtended", "2025-09-10", { months: 3, reason: "vi phạm" })],
      onDay: "2025-12-14",
    }),
  ),
  blocked(
    "R-36",
    "decided when the twelve months are over",
    "probationNotOver",
    recognition("2025-09-15"),
    recognition("2025-09-14"),
  ),
  warned(
    "R-37",
    "30 working days after the twelve months",
    "recognitionLate",
    cellReview({ onDay: "2025-10-27" }),
    cellReview({ onDay: "2025-10-28" }),
  ),
  blocked(
    "R-38",
    "the class for new members",
    "newMemberClassMissing",
    cellReview({}),
    cellReview({ steps: [...admitted("2024-09-15"), ...PROBATION_PAPERS] }),
  ),
  blocked(
    "R-39",
    "from the very day on which the twelve months ended",
    "recognitionDayWrong",
    recognition("2025-10-10"),
    recognition("2025-10-10", { onDay: "2025-09-16" }),
  ),
  blocked(
    "R-40",
    "a third vote, no fourth",
    "recognitionRoundsUsed",
    cellReview({ steps: [...PAPERS, short("2025-09-17"), short("2025-09-18")] }),
    cellReview({ steps: [...PAPERS, short("2025-09-17"), short("2025-09-18"), short("2025-09-19")] }),
  ),
  blocked(
    "R-41",
    "twelve months in all",
    "prolongationTooLong",
    prolongation(12, { options: HANOI_OPTIONS }),
    prolongation(13, { options: HANOI_OPTIONS }),
  ),
  blocked(
    "R-41",
    "what was prolonged before counts",
    "prolongationTooLong",
    prolongation(6, {
      options: HANOI_OPTIONS,
      steps: [...ON_PROBATION, given("probationExtended", "2025-09-16", { months: 6, reason: "vi phạm" })],
    }),
    prolongation(7, {
      options: HANOI_OPTIONS,
      steps: [...ON_PROBATION, given("probationExtended", "2025-09-16", { months: 6, reason: "vi phạm" })],
    }),
  ),
  blocked(
    "R-41",
    "only where the province allows it",
    "prolongationNotAllowed",
    prolongation(1, { options: HANOI_OPTIONS }),
    prolongation(1),
  ),
  warned(
    "R-42",
    "decided within 30 working days",
    "recognitionDecisionLate",
    recognition("2025-10-31"),
    recognition("2025-11-01"),
  ),
  blocked(
    "R-42",
    "voted again after 45, where the province says so",
    "recognitionVoteLapsed",
    recognition("2025-11-21", { options: HANOI_OPTIONS }),
    recognition("2025-11-22", { options: HANOI_OPTIONS }),
  ),
  blocked("R-49", "the letter and its number", "letterMissing", move("53", "12-GCN/ĐU"), move("53", null)),
  blocked("R-49", "a letter at all", "letterMissing", move("53", "12-GCN/ĐU"), move(null, "12-GCN/ĐU")),
  blocked(
    "R-49",
    "of somebody who came",
    "letterMissing",
    reception({ steps: moved("2024-05-03"), onDay: "2024-05-10" }),
    reception({ steps: moved("2024-05-03", { letter: null }), onDay: "2024-05-10" }),
  ),
  warned(
    "R-50",
    "presented within 30 working days",
    "letterLate",
    reception({ steps: moved("2024-05-03"), onDay: "2024-06-13" }),
    reception({ steps: moved("2024-05-03"), onDay: "2024-06-14" }),
  ),
  warned(
    "R-50",
    "all done within 60 of the move",
    "transferLate",
    reception({ steps: moved("2024-07-01", { movedOn: "2024-05-03" }), onDay: "2024-07-25" }),
    reception({ steps: moved("2024-07-01", { movedOn: "2024-05-03" }), onDay: "2024-07-26" }),
  ),
];

describe.each(BOUNDARIES)("$rule, $at", ({ rule, is, blocks, holds, breaks }) => {
  test("is silent on the good side", () => expect(foundIn(holds, is)).toBeUndefined());
  test("is heard on the other", () => expect(foundIn(breaks, is)).toMatchObject({ rule, blocks }));
});

test("R-42 ⚙ asks no second vote where the province set nothing", () => {
  expect(foundIn(recognition("2026-03-02"), "recognitionVoteLapsed")).toBeUndefined();
});

test("R-43: the Party age counts from the decision, once recognised", () => {
  expect(partyAgeFrom(buildStanding(VOTED))).toBeNull();
  expect(partyAgeFrom(buildStanding([...VOTED, given("recognised", "2025-09-15")]))).toBe("2024-08-25");
});

test("a recognition is decided on a day that came, after its votes", () => {
  expect(foundIn(recognition("2025-10-10", { today: "2025-10-09" }), "inFuture")?.blocks).toBe(true);
  expect(foundIn(recognition("2025-10-10", { today: "2025-10-10" }), "inFuture")).toBeUndefined();
  expect(foundIn(recognition("2025-09-24"), "recognisedBeforeVote")?.blocks).toBe(true);
  expect(foundIn(recognition("2025-09-25"), "recognisedBeforeVote")).toBeUndefined();
});

test("after the third short vote the committee above decides without the cell's resolution", () => {
  const steps = [...PAPERS, short("2025-09-17"), short("2025-09-18"), short("2025-09-19")];
  const review = recognition("2025-10-10", { steps });
  expect(review.findings).toEqual([]);
  expect(
    foundIn(recognition("2025-10-10", { steps: steps.slice(0, -1) }), "recognitionNotVoted")?.blocks,
  ).toBe(true);
});

test.each([
  ["2024-10-10", "2025-10-10"],
  ["2024-09-15", "2025-09-15"],
  ["2024-02-29", "2025-02-28"],
  ["2024-08-31", "2025-08-31"],
])("a ceremony of %s ends its probation on %s", (onDay, ends) => {
  expect(probationEnd(buildStanding(admitted(onDay)), rulebookOn(onDay))).toBe(ends);
});
