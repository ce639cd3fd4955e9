import { describe, expect, test } from "vitest";
import { standingRow } from "@/lib/pipeline/repository/rows";
import { rulebookOn } from "@/lib/pipeline/rulebook";
import { type NextStep, nextStep } from "@/lib/pipeline/rules/next-step";
import { CENTRAL_OPTIONS, HANOI_OPTIONS } from "@/lib/pipeline/rules/options";
import { lastDayOfPeriod } from "@/lib/pipeline/rules/progress";
import { buildStanding } from "@/lib/pipeline/rules/standing";
import type { Step } from "@/lib/pipeline/rules/step";
import {
  articleOf,
  groupOf,
  levelOfStep,
  type TaskFacts,
  taskDays,
  tasksOf,
} from "@/lib/pipeline/rules/tasks";
import { aStep, READY } from "@/tests/support/pipeline";

const TODAY = "2024-05-04";
const NOTHING: TaskFacts = {
  cellKind: "CELL",
  decidedAtBase: false,
  nextStep: "cellVoted",
  dueOn: null,
  returnedTo: null,
  returnedOn: null,
  sympathiserOn: "2022-03-12",
  certificateUntil: null,
  papersUntil: null,
  replyUntil: null,
  admittedOn: null,
  probationUntil: null,
  newMemberCertifiedOn: null,
  arrivedOn: null,
  missingConsent: null,
  helped: true,
  helpedSince: "2022-03-12",
  notedFor: "2024-Q2",
};
const tasks = (facts: Partial<TaskFacts>, every: "month" | "quarter" | null = "quarter") =>
  tasksOf({ ...NOTHING, ...facts }, TODAY, every);
const group = (facts: Partial<TaskFacts>) => tasks(facts).map((task) => groupOf(task, taskDays(TODAY)));

describe("what there is to do with a dossier", () => {
  test("a day that passed is overdue, one within 14 days is soon, later ones come after", () => {
    const step = { nextStep: "baseVoted" as const };
    expect(group({ ...step, dueOn: "2024-05-03" })).toEqual(["overdue"]);
    expect(group({ ...step, dueOn: "2024-05-04" })).toEqual(["soon"]);
    expect(group({ ...step, dueOn: "2024-05-18" })).toEqual(["soon"]);
    expect(group({ ...step, dueOn: "2024-05-19" })).toEqual(["later"]);
  });

  test("R-06, R-23: a certificate is told six months ahead, papers two; both are mended by the cell", () => {
    const certificate = (day: string) => tasks({ dueOn: day, certificateUntil: day });
    expect(certificate("2024-11-04")).toMatchObject([{ kind: "certificate", step: "cellVoted" }]);
    expect(certificate("2024-11-05")).toEqual([]);
    expect(certificate("2024-05-03")).toMatchObject([{ level: "cell", step: "certified" }]);
    const papers = (day: string) => tasks({ dueOn: day, papersUntil: day });
    expect(papers("2024-07-04")).toMatchObject([{ kind: "papers" }]);
    expect(papers("2024-07-05")).toEqual([]);
    expect(papers("2024-05-03")).toMatchObject([{ step: "dossierRenewed" }]);
  });

  test("a return takes the place of the step, at the level it was returned to", () => {
    expect(
      tasks({ dueOn: "2024-04-01", papersUntil: "2024-04-01", returnedTo: "cell", returnedOn: "2024-05-01" }),
    ).toEqual([{ kind: "returned", level: "cell", day: "2024-05-01", step: "cellVoted" }]);
  });

  test("R-19: an answer that is late comes before the day of the papers", () => {
    const waiting = {
      nextStep: "verificationReturned" as const,
      dueOn: "2024-09-01",
      papersUntil: "2024-09-01",
    };
    expect(tasks({ ...waiting, replyUntil: "2024-05-02" })).toMatchObject([
      { kind: "reply", day: "2024-05-02" },
    ]);
  });

  test("R-36, R-38: the end of a probation is told two months ahead, the class for new members first", () => {
    const probation = {
      nextStep: "recognitionVoted" as const,
      admittedOn: "2023-06-01",
      dueOn: "2024-07-12",
    };
    expect(tasks({ ...probation, probationUntil: "2024-06-01" })).toMatchObject([
      { kind: "probation", day: "2024-06-01", step: "newMemberCertified" },
    ]);
    expect(
      tasks({ ...probation, probationUntil: "2024-06-01", newMemberCertifiedOn: "2024-01-01" }),
    ).toMatchObject([{ step: null }]);
    expect(tasks({ ...probation, probationUntil: "2024-07-05" })).toEqual([]);
    expect(tasks({ ...probation, probationUntil: "2024-05-04" })).toMatchObject([
      { kind: "step", day: "2024-07-12", step: "recognitionVoted" },
    ]);
  });

  test("R-09: whom the cell has taken up is followed by somebody, who reports when a period is over", () => {
    expect(tasks({ helped: false })).toMatchObject([{ kind: "helper", step: "helperAssigned" }]);
    expect(tasks({ helped: false, sympathiserOn: null })).toEqual([]);
    expect(tasks({ helped: false, arrivedOn: "2024-05-01" })).toEqual([]);
    expect(tasks({ notedFor: "2024-03" }, "month")).toMatchObject([{ kind: "note" }]);
    expect(tasks({ notedFor: "2024-04" }, "month")).toEqual([]);
    expect(tasks({ notedFor: null, helpedSince: "2024-05-01" }, "month")).toEqual([]);
    expect(tasks({ notedFor: null }, null)).toEqual([]);
  });

  test("R-46: between the cell's resolution and the decision the province consents, where it has to", () => {
    const consent = (nextStep: TaskFacts["nextStep"]) =>
      tasks({ nextStep, dueOn: "2024-06-01", missingConsent: "overAge" }).filter(
        ({ kind }) => kind === "consent",
      );
    expect(consent("submitted")).toEqual([
      { kind: "consent", level: "province", day: "2024-06-01", step: "consentGiven", of: "overAge" },
    ]);
    expect(consent("cellVoted")).toEqual([]);
    expect(consent("admitted")).toEqual([]);
  });

  test("what has ended asks for nothing", () => {
    expect(tasks({ nextStep: null, helped: false, returnedTo: "cell", returnedOn: TODAY })).toEqual([]);
  });

  test.each([
    ["2026-09", "2026-09-30"],
    ["2024-02", "2024-02-29"],
    ["2026-Q3", "2026-09-30"],
    ["2026-Q4", "2026-12-31"],
  ])("the period %s ends on %s", (period, day) => {
    expect(lastDayOfPeriod(period)).toBe(day);
  });

  test("each task names the article of its rule", () => {
    const book = rulebookOn("2024-05-04");
    expect(articleOf({ kind: "step", step: "admitted" }, book, false)).toEqual({
      rule: "R-33",
      source: "Quy định 24-QĐ/TW, mục 4",
    });
    expect(articleOf({ kind: "helper", step: "helperAssigned" }, book, true).rule).toBe("R-35");
  });
});

test("the level of a task is the level of the next step, wherever a dossier stands", () => {
  const passed = { votes: null, passed: true };
  const way: readonly Step[] = [
    ...READY,
    aStep({ kind: "cellVoted", onDay: "2024-05-03", documentNumber: "1", data: passed }),
    aStep({ kind: "baseVoted", onDay: "2024-05-10", documentNumber: "1", data: passed }),
    aStep({ kind: "submitted", onDay: "2024-05-12", documentNumber: null, data: {} }),
    aStep({ kind: "decided", onDay: "2024-06-12", documentNumber: "1", data: {} }),
    aStep({ kind: "admitted", onDay: "2024-06-20", documentNumber: null, data: {} }),
    aStep({ kind: "recognitionVoted", onDay: "2025-06-25", documentNumber: "1", data: passed }),
    aStep({ kind: "recognitionBaseVoted", onDay: "2025-07-01", documentNumber: "1", data: passed }),
  ];
  const met = new Set<NextStep["kind"]>();
  for (const cellKind of ["CELL", "BASE_CELL"])
    for (const options of [CENTRAL_OPTIONS, HANOI_OPTIONS])
      for (let length = 0; length <= way.length; length++) {
        const taken = way.slice(0, length);
        const so = buildStanding(
          cellKind === "CELL"
            ? taken
            : taken.filter(({ kind }) => !kind.startsWith("base") && kind !== "recognitionBaseVoted"),
        );
        const next = nextStep(so, { cellKind, book: rulebookOn(TODAY), options });
        if (!next) throw new Error("the way is at its end");
        met.add(next.kind);
        const level = levelOfStep(next.kind, { cellKind, decidedAtBase: false });
        const above = next.kind === "permissionGranted" && cellKind === "BASE_CELL";
        expect(level, `${next.kind} of a ${cellKind}`).toBe(above ? "upper" : next.level);
      }
  expect(met.size).toBeGreaterThan(9);
  expect(levelOfStep("decided", { cellKind: "CELL", decidedAtBase: true })).toBe("base");
});

test("the stored copy tells since when somebody follows the person, and which answer is late first", () => {
  const sent = (target: "parents" | "spouse", onDay: string) =>
    aStep(
      {
        kind: "verificationSent",
        onDay,
        documentNumber: null,
        data: { target, abroad: false, carrierRelated: false },
      },
      { id: target },
    );
  const steps = [
    ...READY.filter(({ kind }) => kind !== "verified"),
    aStep({
      kind: "cvDeclared",
      onDay: "2023-09-12",
      documentNumber: null,
      data: { targets: ["self", "parents", "spouse"] },
    }),
    sent("spouse", "2024-03-04"),
    sent("parents", "2024-01-02"),
    aStep({
      kind: "verificationReturned",
      onDay: "2024-02-02",
      documentNumber: null,
      data: { target: "parents", result: "passed" },
    }),
  ];
  const row = standingRow(steps, { cellKind: "CELL", book: rulebookOn(TODAY), options: CENTRAL_OPTIONS });
  expect(row).toMatchObject({ helped: true, helped_since: "2022-03-12", reply_until: "2024-04-15" });
});
