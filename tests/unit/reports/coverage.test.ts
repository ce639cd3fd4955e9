import { describe, expect, test } from "vitest";
import {
  buildCoverageLine,
  type CellFact,
  isListed,
  listCells,
  USUAL_LIMITS,
} from "@/lib/reports/rules/coverage";
import { LIVE_STEPS } from "@/lib/reports/rules/figure";
import { reviewGiving, taskStateOf } from "@/lib/reports/rules/unit-task";

const AS_OF = "2024-05-04";

const aCell = (told: Partial<CellFact> = {}): CellFact => ({
  lo: 1n,
  code: "C-1",
  name: "Chi bộ 1",
  above: "Đảng bộ xã 1",
  kind: "CELL",
  live: 2,
  notSent: 0,
  notReviewed: 0,
  admitted: 1,
  lastAdmittedOn: "2024-02-01",
  ...told,
});

const steps = (count: number) =>
  LIVE_STEPS.toReversed().map((step, place) => ({ step, count: place === 0 ? count : 0 }));

describe("a cell is on a list exactly while it is so", () => {
  test.each([
    ["none", { admitted: 0 }, { admitted: 1 }],
    ["sourcesNotSent", { notSent: 1 }, { notSent: 0 }],
    ["certifiedNotReviewed", { notReviewed: 1 }, { notReviewed: 0 }],
    ["noSource", { live: 0 }, { live: 1 }],
  ] as const)("%s", (list, listed, gone) => {
    expect(isListed(list, aCell(listed), USUAL_LIMITS, AS_OF)).toBe(true);
    expect(isListed(list, aCell(gone), USUAL_LIMITS, AS_OF)).toBe(false);
  });

  test.each([
    ["2021-05-04", true],
    ["2021-05-05", false],
    [null, true],
  ])("no admission for three years, the last on %s: %s", (lastAdmittedOn, listed) => {
    const cell = aCell({ admitted: 0, lastAdmittedOn });
    expect(isListed("none", cell, { months: 12, years: 3 }, AS_OF)).toBe(listed);
  });
});

test("the number of a cell is of the people the list is about", () => {
  const cells = [aCell({ live: 5, notSent: 3, notReviewed: 2, admitted: 0 })];
  const counts = (["none", "sourcesNotSent", "certifiedNotReviewed"] as const).map(
    (list) => listCells(list, cells, USUAL_LIMITS, AS_OF)[0]?.count,
  );
  expect(counts).toEqual([5, 3, 2]);
});

describe("a line", () => {
  const unit = { code: "H", name: "Huyện", kind: "UPPER" };
  const line = (remaining: number | null, cells: CellFact[] = [aCell()]) =>
    buildCoverageLine(unit, cells, steps(6), { remaining, limits: USUAL_LIMITS, asOf: AS_OF });

  test("live sources stand against the people still missing", () => {
    expect(line(4).coverage).toEqual({ numerator: 6, denominator: 4, percent: 150 });
  });

  test("no quota is no ratio", () => {
    expect(line(null)).toMatchObject({ liveSources: 6, remaining: null, coverage: { percent: null } });
  });

  test("years without admission run from the latest of all cells", () => {
    const cells = [
      aCell({ lastAdmittedOn: "2020-12-31" }),
      aCell({ lastAdmittedOn: null }),
      aCell({ lastAdmittedOn: "2022-01-01" }),
    ];
    expect(line(1, cells).yearsWithoutAdmission).toBe(2);
    expect(line(1, [aCell({ lastAdmittedOn: null })]).yearsWithoutAdmission).toBeNull();
    expect(line(1, []).yearsWithoutAdmission).toBeNull();
  });
});

describe("tasks", () => {
  test.each([
    ["2024-05-03", 1, "dueInPast"],
    ["2024-05-04", 1, undefined],
    ["2024-05-04", 0, "noCells"],
  ])("due %s for %i cells: %s", (dueOn, cells, finding) => {
    expect(reviewGiving({ dueOn, today: AS_OF }, cells)?.is).toBe(finding);
  });

  test.each([
    [null, null, "open"],
    [AS_OF, null, "answered"],
    [null, AS_OF, "closed"],
    [AS_OF, AS_OF, "closed"],
  ] as const)("answered %s, closed %s: %s", (answeredOn, closedOn, state) => {
    expect(taskStateOf({ answeredOn, closedOn })).toBe(state);
  });
});
