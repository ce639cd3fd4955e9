import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rulebookOn } from "@/lib/pipeline/rulebook";
import type { Case } from "@/lib/pipeline/rules/case";
import {
  type Assumptions,
  earliestAdmission,
  type Link,
  longestAllowed,
  longestWait,
} from "@/lib/pipeline/rules/earliest";
import type { Finding } from "@/lib/pipeline/rules/finding";
import { CENTRAL_OPTIONS, HANOI_OPTIONS } from "@/lib/pipeline/rules/options";
import {
  reviewBaseVote,
  reviewCellVote,
  reviewCeremony,
  reviewDecision,
  reviewSubmission,
} from "@/lib/pipeline/rules/review";
import { buildStanding } from "@/lib/pipeline/rules/standing";
import type { Step } from "@/lib/pipeline/rules/step";
import { addDays } from "@/lib/shared/days";
import { addWorkingDays } from "@/lib/shared/working-days";
import { aCase, aStep, aVote, READY } from "@/tests/support/pipeline";

const TODAY = "2026-09-07";
const AT_ONCE = { study: 0, verification: 0, base: 0, decision: 0, ceremony: 0 };
const ANY_DAY: Assumptions = { classOn: null, meetingOn: null, usual: AT_ONCE };

const at = (days: number) => addDays(TODAY, -days);
/** A dossier that is ready for the cell today. */
const FRESH: readonly Step[] = [
  aStep({ kind: "introduced", onDay: at(700), documentNumber: null, data: {} }),
  aStep({ kind: "sympathiserRecognised", onDay: at(680), documentNumber: null, data: {} }),
  aStep({
    kind: "helperAssigned",
    onDay: at(680),
    documentNumber: null,
    data: { name: "Nguyễn Văn Bình", official: true, replacement: false },
  }),
  aStep({ kind: "certified", onDay: at(500), documentNumber: "1/GCN", data: {} }),
  aStep({ kind: "applied", onDay: at(200), documentNumber: null, data: {} }),
  aStep({
    kind: "referred",
    onDay: at(100),
    documentNumber: null,
    data: {
      combination: "unionAndMember",
      referrers: [{ name: "Nguyễn Văn Bình", official: true, monthsTogether: null }],
    },
  }),
  aStep({ kind: "verified", onDay: at(90), documentNumber: null, data: { result: "passed" } }),
  aStep({
    kind: "opinionCollected",
    onDay: at(60),
    documentNumber: null,
    data: { from: "massOrganisation" },
  }),
  aStep({ kind: "opinionCollected", onDay: at(50), documentNumber: null, data: { from: "residenceCell" } }),
];
const aPlan = (told: Parameters<typeof aCase>[0] = {}): Case =>
  aCase({ steps: FRESH, onDay: TODAY, today: TODAY, ...told });
const dayOf = (links: readonly Link[], step: Step["kind"]) => links.find((link) => link.step === step)?.onDay;

describe("the earliest lawful day of admission", () => {
  test("who has everything is voted on at the cell's next meeting, the rest by the usual days", () => {
    const usual = { ...AT_ONCE, base: 10, decision: 30, ceremony: 5 };
    const { links, admittedOn, decidedOn } = earliestAdmission(aPlan(), {
      ...ANY_DAY,
      meetingOn: "2026-10-03",
      usual,
    });
    expect(dayOf(links, "cellVoted")).toBe("2026-10-03");
    expect(decidedOn).toBe(addWorkingDays("2026-10-03", 30));
    expect(admittedOn).toBe(addWorkingDays(decidedOn ?? "", 5));
    expect(longestWait(links, TODAY)?.step).toBe("decided");
  });

  test("without a certificate the class comes first, and the cell meets a month later when its day is too early", () => {
    const steps = FRESH.filter(({ kind }) => kind === "introduced" || kind === "sympathiserRecognised");
    const { links } = earliestAdmission(aPlan({ steps }), {
      classOn: "2026-10-10",
      meetingOn: "2026-10-03",
      usual: { ...AT_ONCE, study: 5 },
    });
    expect(dayOf(links, "certified")).toBe(addWorkingDays("2026-10-10", 5));
    expect(dayOf(links, "cellVoted")).toBe("2026-11-03");
  });

  test("R-01: nobody is voted on before the month in which they become 18", () => {
    const person = { birthDate: "2008-12-20", birthYear: 2008 };
    const { links } = earliestAdmission(aPlan({ person }), ANY_DAY);
    expect(links.find(({ step }) => step === "cellVoted")).toMatchObject({
      onDay: "2026-12-01",
      bound: "rule",
      rule: "R-01",
    });
  });

  test("a certificate that runs out before the meeting is made anew", () => {
    const steps = FRESH.map((step) => (step.kind === "certified" ? { ...step, onDay: "2021-09-20" } : step));
    const soon = earliestAdmission(aPlan({ steps }), ANY_DAY);
    expect(dayOf(soon.links, "certified")).toBeUndefined();
    const later = earliestAdmission(aPlan({ steps }), { ...ANY_DAY, meetingOn: "2026-10-03" });
    expect(dayOf(later.links, "certified")).toBe(TODAY);
    expect(later.admittedOn).toBe("2026-10-03");
  });

  test("R-23: papers older than a year are made anew, or half a year before a meeting far off", () => {
    const old = FRESH.map((step) => (step.kind === "applied" ? { ...step, onDay: at(400) } : step));
    expect(dayOf(earliestAdmission(aPlan({ steps: old }), ANY_DAY).links, "dossierRenewed")).toBe(TODAY);
    const far = earliestAdmission(aPlan({ person: { birthDate: "2011-01-20", birthYear: 2011 } }), ANY_DAY);
    expect(far.admittedOn).toBe("2029-01-01");
    expect(dayOf(far.links, "dossierRenewed")).toBe("2028-07-01");
  });

  test("what no day mends leaves no day of admission, and says why", () => {
    const small = earliestAdmission(aPlan({ cell: { officialMembers: 2 } }), ANY_DAY);
    expect(small.admittedOn).toBeNull();
    expect(small.obstacles.map(({ is }) => is)).toEqual(["cellTooSmall"]);
    const again = earliestAdmission(aPlan({ readmission: true }), ANY_DAY);
    expect(again.obstacles.map(({ is }) => is)).toContain("formerMembershipMissing");
  });

  test("what waits at the base committee is counted from the cell's resolution, not from today", () => {
    const steps = [
      ...FRESH,
      aStep({ kind: "cellVoted", onDay: at(20), documentNumber: "1", data: { votes: null, passed: true } }),
    ];
    const { decidedOn } = earliestAdmission(aPlan({ steps }), {
      ...ANY_DAY,
      usual: { ...AT_ONCE, decision: 40 },
    });
    expect(decidedOn).toBe(addWorkingDays(at(20), 40));
  });

  test("the longest that is allowed is what the province or the book says", () => {
    const book = rulebookOn(TODAY);
    expect(longestAllowed(book, CENTRAL_OPTIONS)).toMatchObject({
      verification: 30,
      base: 60,
      decision: 60,
      ceremony: 30,
    });
    expect(longestAllowed(book, HANOI_OPTIONS)).toMatchObject({ base: 25, decision: 45 });
  });
});

/** Any part of a dossier, of people around 18, with certificates and papers around their end. */
const anyCase = fc
  .record({
    left: fc.subarray(FRESH.map((_, place) => place).slice(1)),
    certifiedAgo: fc.integer({ min: 200, max: 2000 }),
    appliedAgo: fc.integer({ min: 100, max: 500 }),
    birthDate: fc.constantFrom("1998-08-12", "2008-08-30", "2008-09-20", "2008-12-31", "2010-03-01", null),
    kind: fc.constantFrom("CELL", "BASE_CELL"),
    options: fc.constantFrom(CENTRAL_OPTIONS, HANOI_OPTIONS),
    occupation: fc.constantFrom("8", "11"),
  })
  .map(({ left, certifiedAgo, appliedAgo, birthDate, kind, options, occupation }) => {
    const days = { certified: at(certifiedAgo), applied: at(appliedAgo) } as Record<string, string>;
    const steps = FRESH.filter((_, place) => place === 0 || left.includes(place)).map((step) =>
      days[step.kind] ? { ...step, onDay: days[step.kind] as string } : step,
    );
    return aPlan({
      steps,
      person: { birthDate, birthYear: Number(birthDate?.slice(0, 4) ?? 1990), occupation },
      cell: { kind },
      options,
    });
  });
const anyDay = fc.option(fc.integer({ min: 0, max: 200 }).map((days) => addDays(TODAY, days)));
const anyAssumptions = fc.record({
  classOn: anyDay,
  meetingOn: anyDay,
  usual: fc.record({
    study: fc.integer({ min: 0, max: 20 }),
    verification: fc.integer({ min: 0, max: 30 }),
    base: fc.integer({ min: 0, max: 30 }),
    decision: fc.integer({ min: 0, max: 60 }),
    ceremony: fc.integer({ min: 0, max: 30 }),
  }),
});

/** What the rules say of a step of the plan on a day, knowing only what is recorded by then. */
function blockingOn(event: Case, planned: readonly Step[], link: Link, onDay: string): Finding["is"][] {
  const steps = planned.filter(
    (step) => step.onDay <= onDay && !(step.recordedAt.startsWith("9999") && step.kind === link.step),
  );
  const before = steps.filter((step) => !FOLLOWING[link.step]?.includes(step.kind));
  const then = {
    ...event,
    steps: before,
    standing: buildStanding(before),
    book: rulebookOn(onDay),
    onDay,
    today: onDay,
  };
  const review = () => {
    switch (link.step) {
      case "cellVoted":
        return reviewCellVote({ ...then, votes: aVote({ convened: 10 }) });
      case "baseVoted":
        return reviewBaseVote({ ...then, votes: aVote({ convened: 10 }) });
      case "submitted":
        return reviewSubmission(then);
      case "decided":
        return reviewDecision({ ...then, decision: { number: "1-QĐ", numberUsed: false, lateReason: null } });
      case "admitted":
        return reviewCeremony({ ...then, ceremony: { superiorConsent: false, helper: "Nguyễn Văn Bình" } });
      default:
        return null;
    }
  };
  return (
    review()
      ?.findings.filter(({ blocks }) => blocks)
      .map(({ is }) => is) ?? []
  );
}
/** What comes after a step on the same day is not there yet when it is judged. */
const FOLLOWING: Partial<Record<Step["kind"], Step["kind"][]>> = {
  cellVoted: ["baseVoted", "submitted", "decided", "admitted"],
  baseVoted: ["submitted", "decided", "admitted"],
  submitted: ["decided", "admitted"],
  decided: ["admitted"],
};

test("no step of a plan lies earlier than the rules allow, and none that a rule or the order holds could", {
  timeout: 30_000,
}, () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(anyCase, fc.oneof(anyAssumptions, fc.constant(ANY_DAY)), (event, assumed) => {
      const plan = earliestAdmission(event, assumed);
      fc.pre(plan.admittedOn !== null);
      for (const link of plan.links) {
        expect(link.onDay >= TODAY).toBe(true);
        expect(blockingOn(event, plan.steps, link, link.onDay), `${link.step} on ${link.onDay}`).toEqual([]);
        if (link.bound !== "rule" && link.bound !== "order") continue;
        met.add(`${link.step} ${link.bound}`);
        const dayBefore = addDays(link.onDay, -1);
        expect(blockingOn(event, plan.steps, link, dayBefore), `${link.step} on ${dayBefore}`).not.toEqual(
          [],
        );
      }
    }),
    { numRuns: 400, seed: 208 },
  );
  expect([...met]).toEqual(
    expect.arrayContaining([
      "cellVoted rule",
      "cellVoted order",
      "baseVoted order",
      "submitted order",
      "decided order",
      "admitted order",
    ]),
  );
});

test("a later meeting or class never brings anybody in earlier", () => {
  fc.assert(
    fc.property(anyCase, anyAssumptions, fc.integer({ min: 1, max: 27 }), (event, assumed, days) => {
      const told = earliestAdmission(event, { ...assumed, meetingOn: null });
      const classLater = assumed.classOn && addDays(assumed.classOn, days);
      const later = earliestAdmission(event, { ...assumed, meetingOn: null, classOn: classLater });
      expect((later.admittedOn ?? "9999") >= (told.admittedOn ?? "9999")).toBe(true);
    }),
    { numRuns: 300, seed: 3 },
  );
});

test("the steps of READY are a dossier too", () => {
  expect(earliestAdmission(aCase({ steps: READY, today: "2024-05-03" }), ANY_DAY).admittedOn).toBe(
    "2024-05-03",
  );
});
