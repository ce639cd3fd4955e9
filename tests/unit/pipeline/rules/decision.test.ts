import { describe, expect, test } from "vitest";
import { rulebookNamed } from "@/lib/pipeline/rulebook";
import type { Review } from "@/lib/pipeline/rules/finding";
import { HANOI_OPTIONS } from "@/lib/pipeline/rules/options";
import {
  reviewBaseVote,
  reviewCellVote,
  reviewCeremony,
  reviewDecision,
  reviewDecisionVote,
  reviewSubmission,
} from "@/lib/pipeline/rules/review";
import type { Votes } from "@/lib/pipeline/rules/step";
import { blocked, foundIn, warned } from "@/tests/support/boundaries";
import { aCase, aVote, given, READY, readyWith } from "@/tests/support/pipeline";

type Told = Parameters<typeof aCase>[0];
const at = (told: Told) => aCase({ today: "2030-01-01", ...told });
const under = (name: string) => {
  const book = rulebookNamed(name);
  return book ? { book } : {};
};
const PASSED = { votes: null, passed: true };
const CELL = given("cellVoted", "2024-05-03", PASSED, "07-NQ/CB");
const BASE = given("baseVoted", "2024-05-20", PASSED, "21-NQ/ĐU");
const decided = (onDay: string, receivedOn?: string) =>
  given("decided", onDay, receivedOn ? { receivedOn } : {}, "83-QĐ/HU");

const cellVote = (votes: Votes): Review => reviewCellVote({ ...at({}), votes });
const baseVote = (votes: Votes | null, told: Told = {}): Review =>
  reviewBaseVote({ ...at({ steps: [...READY, CELL], onDay: "2024-05-20", ...told }), votes });
const decisionVote = (votes: Votes, told: Told = {}): Review =>
  reviewDecisionVote({ ...at({ steps: [...READY, CELL, BASE], onDay: "2024-06-10", ...told }), votes });
const decision = (told: Told, more: { numberUsed?: boolean; lateReason?: string } = {}): Review =>
  reviewDecision({
    ...at({ steps: [...READY, CELL, BASE], onDay: "2024-06-10", ...told }),
    decision: {
      number: "83-QĐ/HU",
      numberUsed: more.numberUsed ?? false,
      lateReason: more.lateReason ?? null,
    },
  });
const ceremony = (told: Told, superiorConsent = false, helper = "Nguyễn Văn Bình"): Review =>
  reviewCeremony({
    ...at({ steps: [...READY, CELL, BASE, decided("2024-08-01")], onDay: "2024-08-20", ...told }),
    ceremony: { superiorConsent, helper },
  });
const votes = (convened: number, agreed: number) => aVote({ convened, agreed });
const delegated = { cell: { decider: { kind: "BASE_COMMITTEE", name: "Đảng ủy xã" } } };
const baseCell = { cell: { kind: "BASE_CELL" } };
const NEW = [...READY, CELL, BASE, decided("2026-08-03", "2026-08-20")];
const OLD = [...READY, CELL, BASE, decided("2024-08-01", "2024-08-20")];
const late = (steps: typeof NEW, onDay: string, name: string) => ceremony({ steps, onDay, ...under(name) });
const consented = (onDay: string) => [
  ...OLD,
  given("consentGiven", onDay, { of: "lateCeremony", by: "Huyện ủy" }, "9-CV/HU"),
];
/** Issued on 15/1/2020: valid at the cell's meeting of 3/5/2024, no more at what comes after 15/1/2025. */
const lapsing = (...more: typeof NEW) => [
  ...readyWith([given("certified", "2020-01-15", {}, "1/GCN")], ["certified"]),
  CELL,
  BASE,
  ...more,
];

const BOUNDARIES = [
  blocked("R-24", "three members", "cellTooSmall", cellVote(votes(3, 3)), cellVote(votes(2, 2))),
  ...(
    [
      [20, 14],
      [22, 15],
      [3, 2],
      [4, 3],
      [5, 4],
    ] as const
  ).map(([convened, needed]) =>
    blocked(
      "R-25",
      `${needed} of ${convened}`,
      "votesShort",
      cellVote(votes(convened, needed)),
      cellVote(votes(convened, needed - 1)),
    ),
  ),
  blocked(
    "R-25",
    "absent members count: 14 agree of 20 and of 22 convened",
    "votesShort",
    cellVote(aVote({ convened: 20, present: 15, agreed: 14 })),
    cellVote(aVote({ convened: 22, present: 15, agreed: 14 })),
  ),
  blocked(
    "R-26",
    "the votes are those of the present",
    "votesDoNotAddUp",
    cellVote({ convened: 18, present: 17, agreed: 12, disagreed: 5, other: 0 }),
    cellVote({ convened: 18, present: 17, agreed: 12, disagreed: 5, other: 1 }),
  ),
  blocked(
    "R-26",
    "nobody comes who was not convened",
    "presentAboveConvened",
    cellVote(aVote({ convened: 14, present: 14 })),
    cellVote(aVote({ convened: 14, present: 15 })),
  ),
  blocked(
    "R-27",
    "a number of one's own",
    "decisionNumberUsed",
    decision({}),
    decision({}, { numberUsed: true }),
  ),
  blocked(
    "R-27",
    "a resolution of one's own",
    "resolutionNumberUsed",
    reviewCellVote({ ...at({}), votes: aVote(), resolution: { number: "7", numberUsed: false } }),
    reviewCellVote({ ...at({}), votes: aVote(), resolution: { number: "7", numberUsed: true } }),
  ),
  blocked("R-28", "10 of 15", "votesShort", baseVote(votes(15, 10)), baseVote(votes(15, 9))),
  blocked("R-28", "somebody was convened", "votesShort", baseVote(votes(1, 1)), baseVote(votes(0, 0))),
  blocked("R-29", "5 of 9", "votesShort", decisionVote(votes(9, 5)), decisionVote(votes(9, 4))),
  blocked("R-29", "6 of 10", "votesShort", decisionVote(votes(10, 6)), decisionVote(votes(10, 5))),
  blocked(
    "R-29",
    "a delegated base committee: two thirds of all",
    "votesShort",
    decisionVote(votes(15, 10), delegated),
    decisionVote(votes(15, 9), delegated),
  ),
  blocked(
    "R-29",
    "its standing committee since 208: more than half",
    "votesShort",
    decisionVote(votes(15, 9), { ...delegated, ...under("208/2026") }),
    decisionVote(votes(15, 7), { ...delegated, ...under("208/2026") }),
  ),
  blocked(
    "R-30",
    "a committee above with the power",
    "mayNotDecide",
    decision({}),
    decision({ cell: { decider: null } }),
  ),
  warned(
    "R-30",
    "the body that 208 names",
    "deciderUnusual",
    decision({ ...delegated, ...under("208/2026") }),
    decision(under("208/2026")),
  ),
  blocked(
    "R-31",
    "60 working days",
    "decisionLate",
    decision({ onDay: "2024-07-25" }),
    decision({ onDay: "2024-07-26" }),
  ),
  blocked(
    "R-31",
    "30 more when it was prolonged",
    "decisionLate",
    decision({
      steps: [...READY, CELL, BASE, given("decisionExtended", "2024-07-20", { reason: "chờ kết luận" })],
      onDay: "2024-09-09",
    }),
    decision({
      steps: [...READY, CELL, BASE, given("decisionExtended", "2024-07-20", { reason: "chờ kết luận" })],
      onDay: "2024-09-10",
    }),
  ),
  warned(
    "R-31",
    "a reason is told",
    "decisionLate",
    decision({ onDay: "2024-07-25" }, { lateReason: "chờ kết luận" }),
    decision({ onDay: "2024-07-26" }, { lateReason: "chờ kết luận" }),
  ),
  warned(
    "R-32",
    "sent up within 5 working days",
    "localDeadlinePassed",
    reviewSubmission(
      at({ steps: [...READY, CELL], onDay: "2024-05-09", options: HANOI_OPTIONS, ...baseCell }),
    ),
    reviewSubmission(
      at({ steps: [...READY, CELL], onDay: "2024-05-10", options: HANOI_OPTIONS, ...baseCell }),
    ),
  ),
  warned(
    "R-32",
    "resolved at the base within 25",
    "localDeadlinePassed",
    baseVote(null, { onDay: "2024-06-06", options: HANOI_OPTIONS }),
    baseVote(null, { onDay: "2024-06-07", options: HANOI_OPTIONS }),
  ),
  warned(
    "R-32",
    "decided within 45",
    "localDeadlinePassed",
    decision({ onDay: "2024-07-04", options: HANOI_OPTIONS }),
    decision({ onDay: "2024-07-05", options: HANOI_OPTIONS }),
  ),
  warned(
    "R-32",
    "15 more when it was prolonged",
    "localDeadlinePassed",
    decision({
      steps: [...READY, CELL, BASE, given("decisionExtended", "2024-07-01", { reason: "chờ" })],
      onDay: "2024-07-25",
      options: HANOI_OPTIONS,
    }),
    decision({
      steps: [...READY, CELL, BASE, given("decisionExtended", "2024-07-01", { reason: "chờ" })],
      onDay: "2024-07-26",
      options: HANOI_OPTIONS,
    }),
  ),
  blocked(
    "R-33",
    "30 working days from the issue, since 208",
    "ceremonyLate",
    late(NEW, "2026-09-16", "208/2026"),
    late(NEW, "2026-09-17", "208/2026"),
  ),
  blocked(
    "R-33",
    "from the receipt before",
    "ceremonyLate",
    late(OLD, "2024-10-03", "24/2021"),
    late(OLD, "2024-10-04", "24/2021"),
  ),
  blocked(
    "R-34",
    "the day of the decision",
    "ceremonyBeforeDecision",
    ceremony({ onDay: "2024-08-01" }),
    ceremony({ onDay: "2024-07-31" }),
  ),
  blocked(
    "R-34",
    "a decision at all",
    "notDecided",
    ceremony({}),
    ceremony({ steps: [...READY, CELL, BASE] }),
  ),
  warned(
    "R-35",
    "a helper for the probation",
    "probationHelperMissing",
    ceremony({}),
    ceremony(
      {
        steps: [...readyWith([], ["helperAssigned"]), CELL, BASE, decided("2024-08-01")],
      },
      false,
      "",
    ),
  ),
  blocked(
    "R-05",
    "until 2025 the certificate has to last until the decision",
    "certificateExpired",
    decision({ steps: lapsing(), onDay: "2025-01-15", ...under("24/2021") }),
    decision({ steps: lapsing(), onDay: "2025-01-16", ...under("24/2021") }),
  ),
  blocked(
    "R-05",
    "since 2025 until the cell's review only",
    "certificateExpired",
    decision({ steps: lapsing(), onDay: "2025-01-20", ...under("232/2025") }),
    decision({ steps: lapsing(), onDay: "2025-01-19", ...under("24/2021") }),
  ),
  blocked(
    "R-05",
    "and until the ceremony",
    "certificateExpired",
    ceremony({ steps: lapsing(decided("2025-01-10")), onDay: "2025-01-15", ...under("24/2021") }),
    ceremony({ steps: lapsing(decided("2025-01-10")), onDay: "2025-01-16", ...under("24/2021") }),
  ),
];

describe.each(BOUNDARIES)("$rule, $at", ({ rule, is, blocks, holds, breaks }) => {
  test("is silent on the good side", () => expect(foundIn(holds, is)).toBeUndefined());
  test("is heard on the other", () => expect(foundIn(breaks, is)).toMatchObject({ rule, blocks }));
});

test("R-33: late with a consent is a warning; a consent that came after the ceremony is none", () => {
  const at0410 = { onDay: "2024-10-04", ...under("24/2021") };
  const found = (review: Review) => foundIn(review, "ceremonyLate")?.blocks;
  expect(found(ceremony({ steps: OLD, ...at0410 }, true))).toBe(false);
  expect(found(ceremony({ steps: consented("2024-10-04"), ...at0410 }))).toBe(false);
  expect(found(ceremony({ steps: consented("2024-10-05"), ...at0410 }))).toBe(true);
});

test("R-32 asks nothing of a province that set nothing, nor of a base cell's base", () => {
  expect(foundIn(decision({ onDay: "2024-07-05" }), "localDeadlinePassed")).toBeUndefined();
  const late7June = reviewSubmission(
    at({ steps: [...READY, CELL, BASE], onDay: "2024-06-07", options: HANOI_OPTIONS }),
  );
  expect(foundIn(late7June, "localDeadlinePassed")?.facts).toMatchObject({ step: "base", days: 25 });
});

test("a step needs the one before it, and its day", () => {
  expect(foundIn(baseVote(null, { steps: READY }), "cellNotResolved")?.blocks).toBe(true);
  expect(foundIn(decision({ steps: [...READY, CELL] }), "baseNotResolved")?.blocks).toBe(true);
  expect(foundIn(decision({ steps: [...READY, CELL], ...baseCell }), "baseNotResolved")).toBeUndefined();
  expect(foundIn(baseVote(null, { onDay: "2024-05-02" }), "beforeEarlierStep")?.blocks).toBe(true);
  expect(foundIn(baseVote(null, { today: "2024-05-19" }), "inFuture")?.blocks).toBe(true);
});
