import { expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { type UnitScope, withScope } from "@/lib/access/gate";
import { saveNewUnits, savePlacements } from "@/lib/organisation/repository/placements";
import { followToday, rebuildTodayTree, renumberUnits } from "@/lib/organisation/repository/tree";
import { findUnitsByCodes } from "@/lib/organisation/repository/units";
import { givenOfficer, givenUnits, inEmptyTree } from "@/tests/support/organisation";

test("a change whose day has come since takes effect, once", () =>
  inEmptyTree(async (scope) => {
    await givenUnits(scope, [
      { code: "A" },
      { code: "B" },
      { code: "A.1", parent: "A", name: "Tên cũ", until: "2024-06-30" },
      { code: "A.1", parent: "B", name: "Tên mới", from: "2024-07-01" },
    ]);
    await rebuildTodayTree(scope, "2024-06-30");
    expect(await findUnitsByCodes(scope, ["A.1"])).toMatchObject([{ name: "Tên cũ" }]);

    expect(await followToday(scope)).toBe(true);
    const [a1, b] = (await findUnitsByCodes(scope, ["A.1", "B"])).sort((x, y) =>
      x.code.localeCompare(y.code),
    );
    expect(a1).toMatchObject({ name: "Tên mới", parentId: b?.id });
    expect(await followToday(scope)).toBe(false);
  }));

test("a day on which nothing begins or ends changes nothing", () =>
  inEmptyTree(async (scope) => {
    await givenUnits(scope, [{ code: "A" }, { code: "A.1", parent: "A", from: "2020-01-01" }]);
    await rebuildTodayTree(scope, "2024-06-30");
    expect(await followToday(scope)).toBe(false);
  }));

test("a page does not wait for an import that writes just now", async () => {
  const asOperator = <T>(run: (scope: UnitScope) => Promise<T>) =>
    actAsOperator("test", () => withScope("organisation.change", run));
  await asOperator(async (scope) => {
    await givenUnits(scope, [{ code: "W", until: "2024-06-30" }]);
    await rebuildTodayTree(scope, "2024-01-01");
  });
  await asOperator(async (importing) => {
    await importing.db
      .$executeRaw`INSERT INTO headcount (unit_id, on_day, total) SELECT id, '2024-01-01', 1 FROM unit`;
    expect(await asOperator(followToday)).toBeNull();
  });
  expect(await asOperator(followToday)).toBe(true);
});

test("after the tree was numbered anew the same transaction writes in the hat's new range, and only there", async () => {
  const { ids, token } = await actAsOperator("test", () =>
    withScope("organisation.change", async (scope) => {
      const made = await givenUnits(scope, [{ code: "M" }, { code: "M.1", parent: "M" }, { code: "Z" }]);
      return {
        ids: made,
        token: await givenOfficer(scope, "officer of M", "provinceOfficer", made.get("M")),
      };
    }),
  );
  await actAsOperator("test", () =>
    withScope("organisation.change", async (scope) => {
      await givenUnits(scope, [{ code: "B" }, { code: "C" }]);
    }),
  );
  const count = (code: string) => () =>
    withScope("headcount.record", async (scope) => {
      await renumberUnits(scope);
      await scope.db
        .$executeRaw`INSERT INTO headcount (unit_id, on_day, total) VALUES (${ids.get(code)}, '2024-01-01', 5)`;
    });
  await actAs(token, count("M.1"));
  await expect(actAs(token, count("Z"))).rejects.toThrow(/row-level security/);
});

test("many units added at once leave the officer's range and the sisters' ordinals as they are", async () => {
  const { token, places } = await actAsOperator("test", () =>
    withScope("organisation.change", async (scope) => {
      const made = await givenUnits(scope, [
        { code: "Q" },
        { code: "Q.1", parent: "Q" },
        { code: "Q.1.1", parent: "Q.1" },
        { code: "Q.2", parent: "Q" },
        { code: "R" },
      ]);
      await renumberUnits(scope);
      return {
        token: await givenOfficer(scope, "officer of Q.1", "upperOfficer", made.get("Q.1")),
        places: await findUnitsByCodes(scope, ["Q", "Q.1", "Q.2", "R"]),
      };
    }),
  );
  await actAs(token, () =>
    withScope("organisation.change", async (scope) => {
      const added = Array.from({ length: 200 }, (_, number) => `Q.1.${number + 2}`);
      const ids = await saveNewUnits(
        scope,
        added.map((code) => ({ code })),
      );
      const [above] = await findUnitsByCodes(scope, ["Q.1"]);
      const shape = {
        name: "Chi bộ",
        kind: "CELL",
        type: null,
        mayDecideAdmission: false,
        closed: false,
      } as const;
      await savePlacements(
        scope,
        [...ids.values()].map((unitId) => ({
          unitId,
          parentId: above?.id ?? null,
          ...shape,
          from: null,
          until: null,
        })),
      );
      await rebuildTodayTree(scope);
      expect(await findUnitsByCodes(scope, added)).toHaveLength(200);
    }),
  );
  await actAsOperator("test", () =>
    withScope("organisation.read", async (scope) => {
      const after = await findUnitsByCodes(scope, ["Q", "Q.1", "Q.2", "R"]);
      const spots = (units: typeof after) => units.map(({ code, lo, hi }) => [code, lo, hi]).sort();
      expect(spots(after)).toEqual(spots(places));
      expect(await scope.db.$queryRaw`SELECT * FROM sec.displaced_units()`).toEqual([]);
    }),
  );
});
