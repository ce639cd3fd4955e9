import fc from "fast-check";
import { expect, test } from "vitest";
import { rulebookOn } from "@/lib/pipeline/rulebook";
import { blocks } from "@/lib/pipeline/rules/finding";
import { HANOI_OPTIONS } from "@/lib/pipeline/rules/options";
import { reviewStep, type StepInput } from "@/lib/pipeline/rules/recording";
import { buildStanding, STAGES } from "@/lib/pipeline/rules/standing";
import type { NewStep, Step, StepKind } from "@/lib/pipeline/rules/step";
import { buildSteps } from "@/lib/pipeline/rules/steps-of-form";
import { addDays, addMonths, type PlainDate } from "@/lib/shared/days";
import { addWorkingDays } from "@/lib/shared/working-days";
import { aCase, aStep } from "@/tests/support/pipeline";

const TODAY = "2030-06-01";
const PERSON = { birthDate: "2005-03-15", birthYear: 2005 };

/** The way as it should go; the random moves leave it, repeat it, or come too early or too late. */
const WAY = [
  "sympathiserRecognised",
  "helperAssigned",
  "certified",
  "permissionGranted",
  "applied",
  "referred",
  "verified",
  "opinionCollected:massOrganisation",
  "opinionCollected:residenceCell",
  "cellVoted",
  "baseVoted",
  "submitted",
  "decided",
  "admitted",
  "newMemberCertified",
  "selfReviewed",
  "helperReported",
  "probationOpinionCollected:massOrganisation",
  "probationOpinionCollected:residenceCell",
  "recognitionVoted",
  "recognitionBaseVoted",
  "recognised",
] as const;
const ASIDE = [
  "helperEnded",
  "returned",
  "resent",
  "closed",
  "reopened",
  "dossierRenewed",
  "certificationGiven",
  "probationExtended",
  "decisionVoted",
  "removalVoted",
  "cvDeclared",
] as const;

type Move = {
  /** Goes on with the way, or does anything else. */
  along: boolean;
  kind: string;
  /** Days after the last move; negative: dated back. */
  gap: number;
  /** Everything in order, or votes and results as they come. */
  good: boolean;
  convened: number;
  agreed: number;
  short: boolean;
  flag: boolean;
};

const oftenTrue = (inTwenty: number) => fc.integer({ min: 1, max: 20 }).map((chance) => chance <= inTwenty);

/** A move; `calm` of twenty keep to the way and are in order. */
const aMove = (calm: number): fc.Arbitrary<Move> =>
  fc.record({
    along: oftenTrue(calm),
    kind: fc.constantFrom<string>(...WAY, ...ASIDE),
    gap: fc.oneof(
      { weight: calm, arbitrary: fc.integer({ min: 0, max: 20 }) },
      { weight: 20 - calm, arbitrary: fc.integer({ min: -300, max: 800 }) },
    ),
    good: oftenTrue(calm),
    convened: fc.integer({ min: 0, max: 12 }),
    agreed: fc.integer({ min: 0, max: 12 }),
    short: fc.boolean(),
    flag: fc.boolean(),
  });

/** Wild beginnings, and calm ways that get far before something goes wrong. */
const anyMoves = fc.oneof(
  fc.array(aMove(14), { minLength: 5, maxLength: 40 }),
  fc.array(aMove(18), { minLength: 25, maxLength: 50 }),
  fc.array(aMove(19), { minLength: 25, maxLength: 50 }),
);

/** What somebody types for a move. */
function inputOf(kindAndFrom: string, onDay: PlainDate, move: Move, model: Model): StepInput {
  const [kind, from = "massOrganisation"] = kindAndFrom.split(":");
  const { good, flag } = move;
  const convened = good ? 20 : move.convened;
  const agreed = good ? 20 : Math.min(move.agreed, convened);
  const right = model.admittedOn && addMonths(model.admittedOn, 12 + model.prolonged);
  return {
    kind,
    candidateId: "",
    version: 1,
    onDay: kind === "recognised" && right && good ? right : onDay,
    documentNumber: `${onDay}/1`,
    ...{ convened, present: convened, agreed, disagreed: convened - agreed, other: 0, ballot: "secret" },
    fellShort: !good && move.short,
    helper: "Nguyễn Văn Bình",
    official: good || flag,
    replacement: false,
    issuer: null,
    cvDeclaredOn: null,
    formVersion: null,
    targets: [],
    combination: good || flag ? "unionAndMember" : "twoMembers",
    firstReferrer: "Nguyễn Văn Bình",
    secondReferrer: null,
    firstMonths: good || flag ? 24 : 3,
    result: good ? "passed" : flag ? "notPassed" : "concludedAbove",
    qualified: good ? "yes" : "no",
    politicalIssueOpen: false,
    from,
    lateReason: flag ? "chờ kết luận" : null,
    receivedOn: null,
    superiorConsent: flag,
    decidedOn: onDay,
    months: 3,
    reason: kind === "closed" ? (flag ? "removed" : "withdrew") : "lý do",
    to: flag ? "cell" : "base",
    revote: good ? "yes" : "no",
    comments: [],
    note: null,
    cvChanged: false,
  } as unknown as StepInput;
}

/** A second, smaller telling of where somebody stands, from the raw steps in the order of their days. */
type Model = {
  sympathiser: boolean;
  helpers: number;
  permitted: boolean;
  certifiedOn: PlainDate | null;
  openedOn: PlainDate | null;
  referred: boolean;
  verified: boolean;
  opinions: Set<string>;
  cell: PlainDate | null;
  base: PlainDate | null;
  decidedOn: PlainDate | null;
  admittedOn: PlainDate | null;
  prolonged: number;
  trained: boolean;
  papers: Set<string>;
  shortRounds: number;
  recognition: boolean;
  recognitionBase: boolean;
  closed: boolean;
};

function tell(steps: readonly Step[]): Model {
  const so: Model = {
    sympathiser: false,
    helpers: 0,
    permitted: false,
    certifiedOn: null,
    openedOn: null,
    referred: false,
    verified: false,
    opinions: new Set(),
    cell: null,
    base: null,
    decidedOn: null,
    admittedOn: null,
    prolonged: 0,
    trained: false,
    papers: new Set(),
    shortRounds: 0,
    recognition: false,
    recognitionBase: false,
    closed: false,
  };
  let applied: PlainDate | null = null;
  let declared: PlainDate | null = null;
  let renewed: PlainDate | null = null;
  for (const step of inOrder(steps)) {
    const { onDay } = step;
    if (step.kind === "sympathiserRecognised") so.sympathiser = true;
    if (step.kind === "helperAssigned") so.helpers++;
    if (step.kind === "helperEnded") so.helpers = 0;
    if (step.kind === "permissionGranted") so.permitted = true;
    if (step.kind === "certified") so.certifiedOn = onDay;
    if (step.kind === "applied") applied = onDay;
    if (step.kind === "cvDeclared") declared = onDay;
    if (step.kind === "dossierRenewed") {
      renewed = onDay;
      so.referred = false;
      so.verified = false;
      so.opinions.clear();
    }
    if (step.kind === "referred") so.referred = true;
    if (step.kind === "verified" && step.data.result === "passed") so.verified = true;
    if (step.kind === "opinionCollected") so.opinions.add(step.data.from);
    if (step.kind === "cellVoted" && step.data.passed) so.cell = onDay;
    if (step.kind === "baseVoted" && step.data.passed) so.base = onDay;
    if (step.kind === "returned") {
      if (step.data.to === "cell" && step.data.revote) so.cell = null;
      if (step.data.to === "cell" || step.data.revote) so.base = null;
    }
    if (step.kind === "decided") so.decidedOn = onDay;
    if (step.kind === "admitted") {
      so.admittedOn = onDay;
      so.helpers = 1;
    }
    if (step.kind === "newMemberCertified") so.trained = true;
    if (step.kind === "selfReviewed" || step.kind === "helperReported") so.papers.add(step.kind);
    if (step.kind === "probationOpinionCollected") so.papers.add(step.data.from);
    if (step.kind === "probationExtended") {
      so.prolonged += step.data.months;
      so.shortRounds = 0;
    }
    if (step.kind === "recognitionVoted") {
      if (step.data.passed) so.recognition = true;
      else so.shortRounds++;
      if (step.data.passed) so.recognitionBase = false;
    }
    if (step.kind === "recognitionBaseVoted" && step.data.passed) so.recognitionBase = true;
    if (step.kind === "closed") so.closed = true;
    if (step.kind === "reopened") so.closed = false;
  }
  so.openedOn = renewed ?? declared ?? applied;
  return so;
}

const inOrder = (steps: readonly Step[]) =>
  steps.toSorted((a, b) => a.onDay.localeCompare(b.onDay) || a.recordedAt.localeCompare(b.recordedAt));

/** What the law asks of a step that was accepted, told by the model and by plain arithmetic. */
function expectLawful(step: NewStep, before: Model, input: StepInput): void {
  const { onDay } = step;
  const votes = "agreed" in input && "convened" in input ? input : null;
  const twoThirds = () => {
    expect(votes && votes.agreed * 3).toBeGreaterThanOrEqual((votes?.convened ?? 0) * 2);
    expect(votes?.agreed).toBeGreaterThan(0);
  };
  if (step.kind !== "reopened") expect(before.closed, `${step.kind} of a closed dossier`).toBe(false);
  if (step.kind !== "recognised" && step.kind !== "reopened")
    expect(onDay <= TODAY, `${step.kind} in the future`).toBe(true);

  if (step.kind === "cellVoted" && step.data.passed) {
    twoThirds();
    expect(votes?.convened).toBeGreaterThanOrEqual(3);
    expect(onDay.slice(0, 7) >= "2023-03", "18 by month").toBe(true);
    const { sympathiser, permitted, referred, verified, opinions, certifiedOn, openedOn } = before;
    expect({ sympathiser, permitted, referred, verified, opinions: opinions.size }).toEqual({
      sympathiser: true,
      permitted: true,
      referred: true,
      verified: true,
      opinions: 2,
    });
    expect(before.helpers).toBeGreaterThan(0);
    expect(certifiedOn !== null && onDay <= addMonths(certifiedOn, 60)).toBe(true);
    expect(openedOn !== null && onDay <= addMonths(openedOn, 12)).toBe(true);
  }
  if (step.kind === "baseVoted" && step.data.passed) {
    twoThirds();
    expect(before.cell !== null && before.cell <= onDay).toBe(true);
  }
  if (step.kind === "submitted" || step.kind === "decided") {
    expect(before.cell !== null && before.cell <= onDay).toBe(true);
    expect(before.base !== null && before.base <= onDay).toBe(true);
  }
  if (step.kind === "decided" && before.cell !== null && !step.data.lateReason)
    expect(onDay <= addWorkingDays(before.cell, 60), "decided in time or with a reason").toBe(true);
  if (step.kind === "admitted") {
    expect(before.decidedOn !== null && before.decidedOn <= onDay).toBe(true);
    if (!step.data.superiorConsent)
      expect(onDay <= addWorkingDays(before.decidedOn ?? "", 30), "in time or with a consent").toBe(true);
  }
  const ends = before.admittedOn && addMonths(before.admittedOn, 12 + before.prolonged);
  if (step.kind === "recognitionVoted")
    expect(ends !== null && onDay >= ends, "after the probation").toBe(true);
  if (step.kind === "recognitionVoted" && step.data.passed) {
    twoThirds();
    expect(before.trained).toBe(true);
    expect(before.papers.size).toBe(4);
    expect(before.shortRounds).toBeLessThan(3);
  }
  if (step.kind === "recognised") {
    expect(onDay).toBe(ends);
    const decidedOn = step.data.decidedOn ?? TODAY;
    expect(decidedOn >= onDay && decidedOn <= TODAY).toBe(true);
    if (before.shortRounds < 3) expect([before.recognition, before.recognitionBase]).toEqual([true, true]);
  }
  if (step.kind === "probationExtended") {
    expect(before.admittedOn).not.toBeNull();
    expect(before.prolonged + step.data.months).toBeLessThanOrEqual(12);
  }
}

/** A stage of the standing has its fact and the facts below it among the steps. */
function expectFounded(steps: readonly Step[]): void {
  const { stage } = buildStanding(steps);
  const has = (kind: StepKind) =>
    steps.some((step) => step.kind === kind && (!("passed" in step.data) || step.data.passed));
  const from = (least: (typeof STAGES)[number]) => STAGES.indexOf(stage) >= STAGES.indexOf(least);
  if (from("cellResolved")) expect(has("cellVoted")).toBe(true);
  if (from("baseResolved")) expect(has("baseVoted")).toBe(true);
  if (from("decided")) expect(has("decided")).toBe(true);
  if (from("admitted")) expect(has("admitted")).toBe(true);
  if (from("recognised")) expect(has("recognised")).toBe(true);
}

/** Plays the moves through the rules; answers the steps that were accepted. */
function play(moves: readonly Move[]): Step[] {
  let steps: Step[] = [];
  let day: PlainDate = "2023-02-01";
  let place = 0;
  for (const [turn, move] of moves.entries()) {
    const model = tell(steps);
    const wanted = move.along ? (WAY[place] ?? move.kind) : move.kind;
    const waits = move.along && wanted === "selfReviewed" && model.admittedOn;
    day = addDays(waits ? addMonths(model.admittedOn ?? day, 12 + model.prolonged) : day, move.gap);
    const input = inputOf(wanted, day, move, model);
    const event = aCase({
      person: PERSON,
      steps,
      onDay: input.onDay,
      today: TODAY,
      book: rulebookOn(input.onDay),
      options: HANOI_OPTIONS,
    });
    if (blocks(reviewStep(event, input, { numberUsed: false, helped: 0 }))) continue;
    for (const made of buildSteps(input)) {
      expectLawful(made, model, input);
      const recordedAt = `2030-01-01T00:00:00.${String(turn).padStart(6, "0")}Z`;
      steps = [...steps, aStep(made, { id: `${turn}`, recordedAt })];
    }
    expectFounded(steps);
    if (move.along && wanted === WAY[place]) place++;
  }
  return steps;
}

test("no sequence of accepted steps reaches a stage without what the rulebook asks", {
  timeout: 60_000,
}, () => {
  const reached = new Map<string, number>();
  fc.assert(
    fc.property(anyMoves, (moves) => {
      const { stage } = buildStanding(play(moves));
      reached.set(stage, (reached.get(stage) ?? 0) + 1);
    }),
    { numRuns: 600, seed: 20261122, interruptAfterTimeLimit: 45_000 },
  );
  for (const stage of ["cellResolved", "decided", "admitted", "recognised"])
    expect(reached.get(stage) ?? 0, `random moves that end at ${stage}`).toBeGreaterThan(0);
});

test("the way as it should go is accepted to its end", () => {
  const calm: Move = {
    along: true,
    kind: "closed",
    gap: 3,
    good: true,
    convened: 0,
    agreed: 0,
    short: false,
    flag: true,
  };
  const moves = WAY.map((_, place) => (place === 0 ? { ...calm, gap: 30 } : calm));
  expect(buildStanding(play(moves)).stage).toBe("recognised");
});
