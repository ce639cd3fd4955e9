import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Part, shareOut } from "@/lib/quotas/rules/allocation";

const free = (...weights: number[]): Part[] => weights.map((weight) => ({ weight, locked: null }));

describe("a number is shared out so that the parts add up", () => {
  test.each([
    [10, [1, 1, 1], 0, [4, 3, 3]],
    [246, [4704, 1000, 500], 0, [186, 40, 20]],
    [5, [0, 0], 0, [3, 2]],
    [3, [100, 1, 1], 1, [1, 1, 1]],
    [10, [97, 2, 1], 1, [8, 1, 1]],
    [0, [5, 5], 0, [0, 0]],
  ])("%i by weights %j, at least %i: %j", (total, weights, minimum, parts) => {
    expect(shareOut(total, free(...weights), minimum)).toEqual(parts);
  });

  test("what was written by hand stays, the others share the rest", () => {
    const parts = [...free(1, 1), { weight: 50, locked: 2 }];
    expect(shareOut(10, parts, 0)).toEqual([4, 4, 2]);
  });

  test.each([
    [5, [{ weight: 1, locked: 6 }, ...free(1)], 0],
    [3, free(1, 1, 1, 1), 1],
    [5, [{ weight: 1, locked: 4 }], 0],
  ])("%i among %j, at least %i, cannot be", (total, parts, minimum) => {
    expect(shareOut(total, parts, minimum)).toBeNull();
  });

  test("whatever the weights: the parts add up, nobody is below the minimum, more weight is never less", () => {
    fc.assert(
      fc.property(
        fc.nat(3000),
        fc.array(fc.nat(9000), { minLength: 1, maxLength: 60 }),
        fc.nat(3),
        (total, weights, minimum) => {
          const parts = shareOut(total, free(...weights), minimum);
          if (parts === null) return total < minimum * weights.length;
          const heavier = weights.every((weight, a) =>
            weights.every((other, b) => weight <= other || (parts[a] ?? 0) >= (parts[b] ?? 0)),
          );
          return (
            parts.reduce((sum, people) => sum + people, 0) === total &&
            parts.every((people) => people >= minimum) &&
            heavier
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});
