import { describe, expect, test } from "vitest";
import type { UnitScope } from "@/lib/access/gate";
import { rebuildTodayTree, renumberUnits } from "@/lib/organisation/repository/tree";
import { findUnitsByCodes } from "@/lib/organisation/repository/units";
import { givenPlacements, givenUnits, inEmptyTree } from "@/tests/support/organisation";

async function displaced(scope: UnitScope): Promise<number> {
  const rows = await scope.db.$queryRaw<unknown[]>`SELECT * FROM sec.displaced_units()`;
  return rows.length;
}

describe("numbering the tree", () => {
  test("a subtree is one interval, in code order, with gaps of 2^20", () =>
    inEmptyTree(async (scope) => {
      await givenUnits(scope, [
        { code: "A" },
        { code: "A.2", parent: "A" },
        { code: "A.1", parent: "A" },
        { code: "A.1.1", parent: "A.1", kind: "CELL" },
        { code: "B" },
      ]);
      await renumberUnits(scope);
      const units = await findUnitsByCodes(scope, ["A", "A.1", "A.1.1", "A.2", "B"]);
      const gap = 2n ** 20n;
      const places = new Map(units.map(({ code, lo, hi }) => [code, [lo / gap, (hi + 1n) / gap]]));
      expect(Object.fromEntries(places)).toEqual({
        A: [1n, 5n],
        "A.1": [2n, 4n],
        "A.1.1": [3n, 4n],
        "A.2": [4n, 5n],
        B: [5n, 6n],
      });
      expect(await displaced(scope)).toBe(0);
    }));

  test("a new unit takes a place in the gap and leaves the others where they are", () =>
    inEmptyTree(async (scope) => {
      const ids = await givenUnits(scope, [{ code: "A" }, { code: "A.1", parent: "A" }, { code: "B" }]);
      await renumberUnits(scope);
      const before = await findUnitsByCodes(scope, [...ids.keys()]);
      await givenUnits(scope, [{ code: "C" }]);
      const [a] = await findUnitsByCodes(scope, ["A"]);
      if (!a) throw new Error("no unit A");
      for (let number = 2; number < 60; number++) {
        const made = await scope.db.$queryRaw<{ id: number }[]>`
          INSERT INTO unit (code, code_key, name, name_fold, kind, lo, hi)
          VALUES (${`A.${number}`}, ${`A.${number}`}, 'x', '', 'CELL', ${scope.hi}, ${scope.hi}) RETURNING id`;
        await scope.db.$executeRaw`
          INSERT INTO unit_placement (unit_id, parent_id, name, kind) VALUES (${made[0]?.id}, ${a.id}, 'x', 'CELL')`;
        await rebuildTodayTree(scope);
      }
      expect(await displaced(scope)).toBe(0);
      const after = await findUnitsByCodes(scope, [...ids.keys()]);
      const places = (units: typeof after) => units.map(({ code, lo, hi }) => ({ code, lo, hi }));
      expect(places(after)).toEqual(expect.arrayContaining(places(before)));
    }));

  test("a tree of any depth stays nested when each unit is added beneath the one before", () =>
    inEmptyTree(async (scope) => {
      const ids = await givenUnits(scope, [{ code: "D0" }]);
      for (let depth = 1; depth <= 40; depth++) {
        const made = await givenUnitBeneath(scope, `D${depth}`, ids.get(`D${depth - 1}`));
        ids.set(`D${depth}`, made);
      }
      expect(await displaced(scope)).toBe(0);
      const [top] = await findUnitsByCodes(scope, ["D0"]);
      const inside = await scope.db.$queryRaw<{ n: number }[]>`
        SELECT count(*)::int AS n FROM unit WHERE lo BETWEEN ${top?.lo} AND ${top?.hi}`;
      expect(inside[0]?.n).toBe(41);
    }));

  test("a unit beneath itself is refused", () =>
    inEmptyTree(async (scope) => {
      await expect(
        givenUnits(scope, [
          { code: "X", parent: "Y" },
          { code: "Y", parent: "X" },
        ]),
      ).rejects.toThrow(/beneath itself/);
    }));

  test("what a unit holds follows it when it moves", () =>
    inEmptyTree(async (scope) => {
      const ids = await givenUnits(scope, [
        { code: "A" },
        { code: "B" },
        { code: "A.1", parent: "A", until: "2024-06-30" },
      ]);
      await scope.db.$executeRaw`
        INSERT INTO headcount (unit_id, on_day, total) VALUES (${ids.get("A.1")}, '2024-01-01', 10)`;
      await givenPlacements(scope, ids, [{ code: "A.1", parent: "B", from: "2024-07-01" }]);
      const [b] = await findUnitsByCodes(scope, ["B"]);
      const [head] = await scope.db.$queryRaw<{ ord: bigint }[]>`SELECT unit_ord AS ord FROM headcount`;
      expect(head && b && head.ord > b.lo && head.ord <= b.hi).toBe(true);
    }));
});

async function givenUnitBeneath(scope: UnitScope, code: string, parent: number | undefined): Promise<number> {
  const [made] = await scope.db.$queryRaw<{ id: number }[]>`
    INSERT INTO unit (code, code_key, name, name_fold, kind, lo, hi)
    VALUES (${code}, ${code}, 'x', '', 'CELL', ${scope.hi}, ${scope.hi}) RETURNING id`;
  if (!made) throw new Error("no unit made");
  await scope.db.$executeRaw`
    INSERT INTO unit_placement (unit_id, parent_id, name, kind) VALUES (${made.id}, ${parent}, 'x', 'BASE_COMMITTEE')`;
  await rebuildTodayTree(scope);
  return made.id;
}
