import fc from "fast-check";
import { expect, test } from "vitest";
import { type CountedRow, type Shown, suppress } from "@/lib/reports/rules/suppression";

const totals = (...values: number[]): CountedRow[] => values.map((total) => ({ total, parts: [] }));
const column = (shown: Shown[][]) => shown.map(([first]) => first);

test("one and two are few; none and three are shown", () => {
  expect(column(suppress(totals(0, 1, 2, 3, 90)))).toEqual(["shown", "few", "few", "shown", "shown"]);
});

test("a single small number takes the next smallest along, so that the sum does not tell it", () => {
  expect(column(suppress(totals(190, 1, 2 + 5, 0)))).toEqual(["shown", "few", "guarded", "shown"]);
});

test("two that could only be 1 and 1 take another along", () => {
  expect(column(suppress(totals(1, 1, 8, 20)))).toEqual(["few", "few", "guarded", "shown"]);
  expect(column(suppress(totals(1, 2, 8, 20)))).toEqual(["few", "few", "shown", "shown"]);
});

test("where another table prints the sum of some rows, their small numbers are not told by it", () => {
  const minorities = (...values: number[]) => column(suppress(totals(190, ...values), [1, 2, 3]));
  expect(minorities(1, 7, 0)).toEqual(["shown", "few", "guarded", "shown"]);
  expect(minorities(2, 2, 0)).toEqual(["shown", "guarded", "guarded", "shown"]);
  expect(minorities(1, 2, 0)).toEqual(["shown", "few", "few", "shown"]);
  expect(minorities(1, 0, 0)).toEqual(["guarded", "few", "shown", "shown"]);
  expect(minorities(1, 1, 0)).toEqual(["guarded", "guarded", "guarded", "shown"]);
});

test("whatever the table and that sum, nobody can tell a small number", () => {
  const some = fc.oneof(fc.constant(0), fc.constant(1), fc.constant(2), fc.integer({ min: 3, max: 7 }));
  fc.assert(
    fc.property(
      fc.integer({ min: 3, max: 9 }),
      fc.array(some, { minLength: 2, maxLength: 4 }),
      (kinh, told) => {
        const values = [kinh, ...told];
        const state = column(
          suppress(
            totals(...values),
            told.map((_, place) => place + 1),
          ),
        );
        const sum = told.reduce((all, value) => all + value, 0);
        const few = (people: number) => people > 0 && people < 3;
        const possible = waysToFill(values, state, (filled) => {
          const others = filled.slice(1).reduce((all, value) => all + value, 0);
          return filled[0] === kinh + sum - others && (few(sum) ? few(others) : others === sum);
        });
        for (const [place, value] of values.entries())
          if (few(value))
            expect([place, new Set(possible.map((filled) => filled[place])).size > 1]).toEqual([place, true]);
        if (few(sum)) expect(new Set(possible.map(([first]) => first)).size).toBeGreaterThan(1);
      },
    ),
    { numRuns: 1000 },
  );
});

/** Every table that looks the same and agrees with what else is known. */
function waysToFill(
  values: readonly number[],
  state: readonly (Shown | undefined)[],
  agrees: (filled: readonly number[]) => boolean,
): number[][] {
  const most = values.reduce((all, value) => all + value, 0);
  return values
    .reduce<number[][]>(
      (ways, value, place) => {
        const [from, to] =
          state[place] === "few" ? [1, 2] : state[place] === "guarded" ? [0, most] : [value, value];
        const choices = Array.from({ length: to - from + 1 }, (_, step) => from + step);
        return ways.flatMap((way) => choices.map((choice) => [...way, choice]));
      },
      [[]],
    )
    .filter(agrees);
}

test("what is left of a row's total is not told by its parts", () => {
  const rows = [
    { total: 10, parts: [9] },
    { total: 10, parts: [5] },
    { total: 10, parts: [4] },
  ];
  expect(suppress(rows)).toEqual([
    ["shown", "guarded"],
    ["shown", "shown"],
    ["shown", "guarded"],
  ]);
});

test("whatever the table, nobody can tell a number below three from what is shown and the sums", () => {
  const row = fc
    .record({
      total: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9 })),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ total, share }) => ({ total, parts: [Math.round(total * share)] }));
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 4 }), (rows) => {
      const shown = suppress(rows);
      for (const [place, { total, parts }] of rows.entries()) {
        const [all, part] = shown[place] ?? [];
        const few = (people: number) => people > 0 && people < 3;
        if (few(total)) expect(all).not.toBe("shown");
        if (few(parts[0] ?? 0) || (all === "shown" && few(total - (parts[0] ?? 0))))
          expect(part).not.toBe("shown");
      }
      for (const at of [0, 1])
        expect(
          toldOf(
            rows.map(({ total, parts }) => (at === 0 ? total : (parts[0] ?? 0))),
            shown,
            at,
          ),
        ).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

/** By trying every way to fill what is held back: which small numbers have a single possible value? */
function toldOf(values: number[], shown: Shown[][], at: number): number[] {
  const state = shown.map((line) => line[at] ?? "shown");
  const hidden = values.flatMap((_, place) => (state[place] === "shown" ? [] : [place]));
  const sum = hidden.reduce((all, place) => all + (values[place] ?? 0), 0);
  const possible = hidden.map(() => new Set<number>());
  const fill = (index: number, left: number, chosen: number[]): void => {
    if (index === hidden.length) {
      if (left === 0) for (const [place, value] of chosen.entries()) possible[place]?.add(value);
      return;
    }
    const few = state[hidden[index] ?? 0] === "few";
    for (let value = few ? 1 : 0; value <= (few ? 2 : left) && value <= left; value++)
      fill(index + 1, left - value, [...chosen, value]);
  };
  fill(0, sum, []);
  const others = values.filter((value, place) => state[place] === "shown" && value >= 0).length;
  return hidden.flatMap((place, index) =>
    state[place] === "few" && possible[index]?.size === 1 && others > 0 ? [values[place] ?? 0] : [],
  );
}
