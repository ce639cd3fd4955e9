import { expect, test } from "vitest";
import { rulebookOn } from "@/lib/pipeline/rulebook";
import { nextStep } from "@/lib/pipeline/rules/next-step";
import { CENTRAL_OPTIONS } from "@/lib/pipeline/rules/options";
import { reviewStep } from "@/lib/pipeline/rules/recording";
import {
  reviewBaseVote,
  reviewCellVote,
  reviewCeremony,
  reviewDecision,
  reviewRecognition,
  reviewRecognitionVote,
} from "@/lib/pipeline/rules/review";
import { buildStanding } from "@/lib/pipeline/rules/standing";
import type { Step } from "@/lib/pipeline/rules/step";
import { aCase, aStep, aVote, PROBATION_PAPERS, READY } from "@/tests/support/pipeline";

const passed = { votes: null, passed: true };
const CELL = aStep({ kind: "cellVoted", onDay: "2024-05-03", documentNumber: "07-NQ/CB", data: passed });
const BASE = aStep({ kind: "baseVoted", onDay: "2024-05-20", documentNumber: "21-NQ/ĐU", data: passed });
const SUBMITTED = aStep({ kind: "submitted", onDay: "2024-05-24", documentNumber: null, data: {} });
const DECIDED = aStep({ kind: "decided", onDay: "2024-08-25", documentNumber: "83-QĐ/HU", data: {} });
const ADMITTED = aStep({ kind: "admitted", onDay: "2024-09-15", documentNumber: null, data: {} });
const upTo = (...steps: Step[]): Step[] => [...READY, ...steps];

test("R-28: the base committee agrees by two thirds, after the cell", () => {
  const event = aCase({ steps: upTo(CELL), onDay: "2024-05-20", today: "2024-06-01" });
  expect(reviewBaseVote({ ...event, votes: aVote({ convened: 15, agreed: 10 }) }).findings).toEqual([]);
  expect(
    reviewBaseVote({ ...event, votes: aVote({ convened: 15, agreed: 9 }) }).findings.map(({ is }) => is),
  ).toEqual(["votesShort"]);
  expect(
    reviewBaseVote({ ...event, onDay: "2024-05-01", votes: aVote() }).findings.map(({ is }) => is),
  ).toContain("beforeEarlierStep");
});

test("R-27, R-30, R-31: number, power and time of a decision", () => {
  const event = aCase({ steps: upTo(CELL, BASE, SUBMITTED), onDay: "2024-07-01", today: "2024-12-01" });
  const decision = { number: "83-QĐ/HU", numberUsed: false, lateReason: null };
  expect(reviewDecision({ ...event, decision }).findings).toEqual([]);
  expect(
    reviewDecision({ ...event, decision: { ...decision, numberUsed: true } }).findings.map(({ is }) => is),
  ).toEqual(["decisionNumberUsed"]);
  expect(
    reviewDecision({ ...event, cell: { ...event.cell, decider: null }, decision }).findings.map(
      ({ is }) => is,
    ),
  ).toEqual(["mayNotDecide"]);
  // 60 working days after 3/5/2024 (4/5 is a Saturday worked)
  const late = (onDay: string) => reviewDecision({ ...event, onDay, decision }).findings.map(({ is }) => is);
  expect(late("2024-07-25")).toEqual([]);
  expect(late("2024-07-26")).toEqual(["decisionLate"]);
});

test("R-34: a ceremony is not before its decision", () => {
  const event = (onDay: string) => ({
    ...aCase({ steps: upTo(CELL, BASE, DECIDED), onDay, today: "2025-01-01" }),
    ceremony: { superiorConsent: false, helper: "Nguyễn Văn Bình" },
  });
  expect(reviewCeremony(event("2024-08-24")).findings.map(({ is }) => is)).toEqual([
    "ceremonyBeforeDecision",
  ]);
  expect(reviewCeremony(event("2024-08-25")).findings).toEqual([]);
});

test("R-33: thirty working days, from the receipt before 208 and from the issue since; later only with consent", () => {
  const received = aStep({
    kind: "decided",
    onDay: "2026-08-03",
    documentNumber: "1",
    data: { receivedOn: "2026-08-20" },
  });
  const steps = upTo(CELL, BASE, received);
  const late = (onDay: string, superiorConsent: boolean) =>
    reviewCeremony({
      ...aCase({ steps, onDay, today: "2026-12-01" }),
      ceremony: { superiorConsent, helper: "B" },
    }).findings.find(({ is }) => is === "ceremonyLate");
  expect(late("2026-09-18", false)?.blocks).toBe(true);
  expect(late("2026-09-18", true)?.blocks).toBe(false);
  const old = aStep({
    kind: "decided",
    onDay: "2024-08-01",
    documentNumber: "1",
    data: { receivedOn: "2024-08-20" },
  });
  const before = reviewCeremony({
    ...aCase({ steps: upTo(CELL, BASE, old), onDay: "2024-09-20", today: "2024-12-01" }),
    ceremony: { superiorConsent: false, helper: "B" },
  });
  expect(before.findings).toEqual([]);
});

test("R-36, R-38: recognition is reviewed after twelve months, with the class for new members", () => {
  const steps = upTo(CELL, BASE, DECIDED, ADMITTED);
  const at = (onDay: string, more: Step[] = []) =>
    reviewRecognitionVote({
      ...aCase({ steps: [...steps, ...PROBATION_PAPERS, ...more], onDay, today: "2026-01-01" }),
      votes: aVote(),
    }).findings.map(({ is }) => is);
  const trained = aStep({ kind: "newMemberCertified", onDay: "2025-03-01", documentNumber: "3", data: {} });
  expect(at("2025-09-14", [trained])).toEqual(["probationNotOver"]);
  expect(at("2025-09-15", [trained])).toEqual([]);
  expect(at("2025-09-15")).toEqual(["newMemberClassMissing"]);
  expect(at("2025-12-15", [trained])).toEqual(["recognitionLate"]);
});

test("R-39: recognised from the day on which the twelve months ended", () => {
  const voted = aStep({ kind: "recognitionVoted", onDay: "2025-09-20", documentNumber: "9", data: passed });
  const byBase = aStep({
    kind: "recognitionBaseVoted",
    onDay: "2025-09-25",
    documentNumber: "4",
    data: passed,
  });
  const at = (onDay: string) =>
    reviewRecognition({
      ...aCase({ steps: upTo(CELL, BASE, DECIDED, ADMITTED, voted, byBase), onDay, today: "2026-01-01" }),
      decidedOn: "2025-10-10",
    }).findings.map(({ is }) => is);
  expect(at("2025-09-15")).toEqual([]);
  expect(at("2025-10-01")).toEqual(["recognitionDayWrong"]);
});

test("the next step, who does it and until when", () => {
  const next = (steps: Step[], kind = "CELL") => {
    const found = nextStep(buildStanding(steps), {
      cellKind: kind,
      book: rulebookOn("2024-05-04"),
      options: CENTRAL_OPTIONS,
    });
    return found && [found.kind, found.level, found.dueOn];
  };
  expect(next([])).toEqual(["sympathiserRecognised", "cell", null]);
  expect(next([...READY])).toEqual(["cellVoted", "cell", "2024-09-10"]);
  expect(next(upTo(CELL))).toEqual(["baseVoted", "base", "2024-07-25"]);
  expect(next(upTo(CELL), "BASE_CELL")).toEqual(["submitted", "upper", "2024-07-25"]);
  expect(next(upTo(CELL, BASE, SUBMITTED))?.slice(0, 2)).toEqual(["decided", "upper"]);
  expect(next(upTo(CELL, BASE, DECIDED))?.slice(0, 2)).toEqual(["admitted", "cell"]);
  expect(next(upTo(CELL, BASE, DECIDED, ADMITTED))?.slice(0, 2)).toEqual(["recognitionVoted", "cell"]);
  expect(
    next([
      ...READY,
      aStep({ kind: "closed", onDay: "2024-05-05", documentNumber: null, data: { reason: "withdrew" } }),
    ]),
  ).toBeNull();
});

test("what cannot be is refused: decided again, received too early, a record not cleared, enough votes as short", () => {
  const known = { numberUsed: false, helped: 0 };
  const common = { candidateId: "1", version: 1, documentNumber: "9-QĐ/HU" };
  const found = (event: Parameters<typeof reviewStep>[0], input: Parameters<typeof reviewStep>[1]) =>
    reviewStep(event, input, known).findings.map(({ is }) => is);

  const admitted = aCase({ steps: upTo(CELL, BASE, DECIDED, ADMITTED), onDay: "2024-10-01" });
  expect(
    found(admitted, { kind: "decided", ...common, onDay: "2024-10-01", receivedOn: null, lateReason: "x" }),
  ).toContain("alreadyAdmitted");

  const moved = aStep({
    kind: "transferred",
    onDay: "2024-06-01",
    documentNumber: "14-CV/ĐU",
    data: {
      fromCode: "A",
      fromName: "A",
      toCode: "B",
      toName: "B",
      letter: "92",
      movedOn: "2024-05-20",
      sameDecider: true,
    },
  });
  const received = (onDay: string) =>
    found(aCase({ steps: upTo(CELL, moved), onDay, today: "2024-07-01" }), {
      kind: "transferReceived",
      ...common,
      onDay,
    });
  expect(received("2024-05-31")).toContain("receivedBeforeMove");
  expect(received("2024-06-01")).not.toContain("receivedBeforeMove");

  const former = aStep({
    kind: "formerMembership",
    onDay: "2024-01-01",
    documentNumber: null,
    data: { leftOn: "2010-01-01", reason: "lesserCrime", readmittedBefore: false },
  });
  const again = aCase({ steps: [...READY, former], readmission: true });
  expect(reviewCellVote({ ...again, votes: null }).findings.map(({ is }) => is)).toContain(
    "recordNotCleared",
  );

  const votes = { ...aVote({ convened: 15, agreed: 10 }), ballot: "secret" as const, fellShort: true };
  expect(found(aCase(), { kind: "cellVoted", ...common, onDay: "2024-05-03", ...votes })).toEqual([
    "votesSuffice",
  ]);
});
