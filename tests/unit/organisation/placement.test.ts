import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canStandBeneath, UNIT_KINDS } from "@/lib/organisation/rules/kinds";
import {
  cyclesIn,
  holdsOn,
  isRowOn,
  overlap,
  type Placement,
  placementOn,
} from "@/lib/organisation/rules/placement";
import { buildChange, buildClosing } from "@/lib/organisation/rules/timeline";
import { addDays } from "@/lib/shared/days";

function aPlacement(given: Partial<Placement>): Placement {
  return {
    id: 1,
    unitId: 1,
    parentId: null,
    name: "Đảng bộ",
    kind: "BASE_COMMITTEE",
    type: null,
    mayDecideAdmission: false,
    closed: false,
    from: null,
    until: null,
    ...given,
  };
}

const day = (number: number): string => `2024-01-${String(number).padStart(2, "0")}`;
const days = fc
  .tuple(fc.option(fc.integer({ min: 1, max: 31 })), fc.option(fc.integer({ min: 1, max: 31 })))
  .map(([a, b]) => ({
    from: a === null ? null : day(Math.min(a, b ?? a)),
    until: b === null ? null : day(Math.max(a ?? b, b)),
  }));

describe("placements", () => {
  test("two overlap exactly when some day lies in both", () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const all = Array.from({ length: 33 }, (_, index) =>
          index === 0 ? "2023-01-01" : index === 32 ? "2025-01-01" : day(index),
        );
        expect(overlap(a, b)).toBe(all.some((on) => holdsOn(a, on) && holdsOn(b, on)));
      }),
    );
  });

  test("the first and the last day are included", () => {
    const placement = aPlacement({ from: day(2), until: day(4) });
    expect([1, 2, 4, 5].map((number) => isRowOn([placement], day(number)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test("before its first day a unit stands where it will begin, after its last where it ended", () => {
    const history = [
      aPlacement({ id: 1, parentId: 7, from: day(5), until: day(9) }),
      aPlacement({ id: 2, parentId: 8, from: day(15), until: day(19) }),
    ];
    expect([1, 5, 12, 15, 25].map((number) => placementOn(history, day(number))?.id)).toEqual([
      1, 1, 1, 2, 2,
    ]);
  });

  test("a cycle is found on the day it would begin", () => {
    const history = [
      aPlacement({ id: 1, unitId: 1, parentId: 2, from: day(10) }),
      aPlacement({ id: 2, unitId: 2, parentId: 3, until: day(19) }),
      aPlacement({ id: 3, unitId: 2, parentId: 1, from: day(20) }),
      aPlacement({ id: 4, unitId: 3, parentId: null }),
    ];
    expect(cyclesIn(history)).toEqual([
      { unitId: 2, day: day(20) },
      { unitId: 1, day: day(20) },
    ]);
    expect(cyclesIn(history.filter(({ id }) => id !== 3))).toEqual([]);
  });

  test("ten thousand units with a hundred days of change are looked through at once", () => {
    const history = Array.from({ length: 10_000 }, (_, unitId) => [
      aPlacement({ id: unitId, unitId, parentId: unitId === 0 ? null : Math.floor(unitId / 5) || null }),
      ...(unitId % 100 === 7
        ? [aPlacement({ unitId, parentId: 1, from: addDays(day(1), Math.floor(unitId / 100)) })]
        : []),
    ]).flat();
    const began = performance.now();
    expect(cyclesIn(history)).toEqual([]);
    expect(performance.now() - began).toBeLessThan(1000);
  });

  test("a change ends the day before and begins on the day", () => {
    const now = aPlacement({ id: 5, parentId: 2 });
    expect(buildChange([now], day(10), { name: "Tên mới" })).toEqual({
      end: { id: 5, until: day(9) },
      replace: null,
      add: { ...now, id: undefined, name: "Tên mới", from: day(10) },
    });
  });

  test("a change on the day a placement began corrects it", () => {
    const now = aPlacement({ id: 5, from: day(10) });
    expect(buildChange([now], day(10), { name: "Tên mới" })).toEqual({
      end: null,
      replace: { ...now, name: "Tên mới" },
      add: null,
    });
  });

  test("a closing includes its last day", () => {
    const now = aPlacement({ id: 5, parentId: 2 });
    expect(buildClosing([now], day(30), 9)).toMatchObject({
      end: { id: 5, until: day(30) },
      add: { closed: true, parentId: 9, from: day(31), until: null },
    });
  });
});

describe("what may stand beneath what", () => {
  test.each([
    ["CELL", "BASE_COMMITTEE", true],
    ["CELL", "SECTION", true],
    ["CELL", "UPPER", true],
    ["BASE_CELL", "UPPER", true],
    ["BASE_COMMITTEE", "PROVINCE", true],
    ["BASE_COMMITTEE", "BASE_COMMITTEE", true],
    ["CELL", "CELL", false],
    ["CELL", "BASE_CELL", false],
    ["UPPER", "BASE_COMMITTEE", false],
    ["PROVINCE", "UPPER", false],
  ] as const)("%s beneath %s: %s", (kind, above, allowed) => {
    expect(canStandBeneath(kind, above)).toBe(allowed);
  });

  test("whatever the kind, the central level may hold it", () => {
    expect(UNIT_KINDS.filter((kind) => !canStandBeneath(kind, "CENTRAL"))).toEqual([]);
  });
});
