import fc from "fast-check";
import { expect, test } from "vitest";
import { buildRail } from "@/lib/pipeline/rules/stages";
import { buildStanding, STAGES } from "@/lib/pipeline/rules/standing";
import { type NewStep, STEP_KINDS, type Step, type StepKind } from "@/lib/pipeline/rules/step";
import { addDays } from "@/lib/shared/days";
import { aStep, given, READY, readyWith } from "@/tests/support/pipeline";

const passed = { votes: null, passed: true };
const cell = (onDay: string, isPassed = true) =>
  aStep({ kind: "cellVoted", onDay, documentNumber: null, data: { votes: null, passed: isPassed } });

test("a vote that fell short moves nobody on", () => {
  expect(buildStanding([...READY, cell("2024-05-03", false)]).stage).toBe("opinionsCollected");
  expect(buildStanding([...READY, cell("2024-05-03", false), cell("2024-06-03")]).cellResolvedOn).toBe(
    "2024-06-03",
  );
});

test("a return to the cell supersedes its resolution until it resolves again", () => {
  const base = aStep({ kind: "baseVoted", onDay: "2024-05-20", documentNumber: null, data: passed });
  const returned = aStep({
    kind: "returned",
    onDay: "2024-05-25",
    documentNumber: null,
    data: { to: "cell", reason: "thiếu giấy" },
  });
  const so = buildStanding([...READY, cell("2024-05-03"), base, returned]);
  expect([so.stage, so.cellResolvedOn, so.returnedTo, so.returnReason]).toEqual([
    "opinionsCollected",
    null,
    "cell",
    "thiếu giấy",
  ]);
  const mended = buildStanding([...READY, cell("2024-05-03"), base, returned, cell("2024-06-03")]);
  expect([mended.stage, mended.returnedTo]).toEqual(["cellResolved", null]);
});

test("the state of a past day can be told", () => {
  expect(buildStanding(READY, "2022-12-31").stage).toBe("certified");
  expect(buildStanding(READY, "2022-01-01").introducedOn).toBeNull();
});

test("a record of the past with gaps stands where its furthest fact is", () => {
  const so = buildStanding([aStep({ kind: "decided", onDay: "2019-05-01", documentNumber: "5", data: {} })]);
  expect(so.stage).toBe("decided");
  expect(buildRail(so).filter(({ state }) => state === "done")).toHaveLength(9);
});

const anyStep = fc
  .record({
    kind: fc.constantFrom(...STEP_KINDS),
    offset: fc.integer({ min: 0, max: 900 }),
    passed: fc.boolean(),
    undone: fc.boolean(),
  })
  .map(({ kind, offset, passed: isPassed, undone }) =>
    made(kind, addDays("2023-01-01", offset), isPassed, undone),
  );

function made(kind: StepKind, onDay: string, isPassed: boolean, undone: boolean): Step {
  const data: Partial<Record<StepKind, unknown>> = {
    helperAssigned: { name: "B", official: true, replacement: false },
    helperEnded: { name: "B", reason: "x" },
    verified: { result: isPassed ? "passed" : "notPassed" },
    opinionCollected: { from: isPassed ? "massOrganisation" : "residenceCell" },
    cellVoted: { votes: null, passed: isPassed },
    baseVoted: { votes: null, passed: isPassed },
    decisionVoted: { votes: null, passed: isPassed },
    recognitionVoted: { votes: null, passed: isPassed },
    returned: { to: isPassed ? "cell" : "base", reason: "x" },
    closed: { reason: "other" },
  };
  return aStep({ kind, onDay, documentNumber: null, data: data[kind] ?? {} } as NewStep, {
    undoneAt: undone ? "2025-01-01" : null,
  });
}

const DAY: Record<string, string> = {
  sympathiser: "sympathiserOn",
  certified: "certifiedOn",
  applied: "appliedOn",
  verified: "verifiedOn",
  opinionsCollected: "opinionsOn",
  cellResolved: "cellResolvedOn",
  baseResolved: "baseResolvedOn",
  submitted: "submittedOn",
  decided: "decidedOn",
  admitted: "admittedOn",
  recognised: "recognisedOn",
};

test("no sequence of steps reaches a stage without its fact", () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 25 }), (steps) => {
      const so = buildStanding(steps);
      const day = DAY[so.stage];
      expect(STAGES).toContain(so.stage);
      if (day) expect(so[day as keyof typeof so]).not.toBeNull();
    }),
  );
});

test("undoing the last recorded step restores the former standing", () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 20 }), anyStep, (steps, last) => {
      expect(buildStanding([...steps, { ...last, undoneAt: "2025-01-01" } as Step])).toEqual(
        buildStanding(steps),
      );
    }),
  );
});

test("where a cell closes by a reorganisation nobody moved: votes and helper stand; a move of one's own loses them", () => {
  const moved = (reorganisation?: string) =>
    buildStanding(
      readyWith([
        cell("2024-05-03"),
        given("transferred", "2025-07-01", {
          fromCode: "A-1",
          fromName: "Chi bộ thôn 1",
          toCode: "X-1",
          toName: "Chi bộ thôn Một",
          letter: null,
          movedOn: "2025-07-01",
          sameDecider: true,
          ...(reorganisation ? { reorganisation } : {}),
        }),
      ]),
    );
  expect(moved("1656-NQ/TW")).toMatchObject({
    cellResolvedOn: "2024-05-03",
    transfer: null,
    stage: "cellResolved",
  });
  expect(moved("1656-NQ/TW").helpers).toHaveLength(1);
  expect(moved()).toMatchObject({ cellResolvedOn: null, helpers: [], transfer: { toCode: "X-1" } });
});
