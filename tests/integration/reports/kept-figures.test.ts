import { beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { type UnitScope, withScope } from "@/lib/access/gate";
import { openSessionOf } from "@/lib/access/repository/operator";
import { type TreeOnDay, treeOn } from "@/lib/organisation/repository/tree-on";
import { countFigures } from "@/lib/reports/repository/figures";
import { admittedFigure, BANDS, bandFigure, type Figure } from "@/lib/reports/rules/figure";
import type { PlainDate } from "@/lib/shared/days";
import { WORLD_ACCOUNTS } from "@/prisma/seed/accounts";
import { openAccounts } from "@/prisma/seed/demo";
import { makeWorld } from "@/prisma/seed/nationwide/make-world";

const [NOW, BEFORE] = ["2026-04-30", "2024-12-31"];

const as = <T>(login: "tinh" | "trunguong", run: (scope: UnitScope) => Promise<T>) =>
  actAs(`figures of ${login}`, () => withScope("report.read", run));

beforeAll(async () => {
  const size = { provinces: 2, districts: 3, bases: 4, cells: 8, admitted: 4000, onTheWay: 800 };
  await makeWorld(process.env.DATABASE_OWNER_URL ?? "", size, () => undefined);
  await actAsOperator("test", () => openAccounts(WORLD_ACCOUNTS));
  for (const login of ["tinh", "trunguong"] as const)
    await actAsOperator("test", () => openSessionOf(login, `figures of ${login}`));
}, 120_000);

const figuresOn = (asOf: PlainDate, group: Figure["group"] = "ALL"): Figure[] => {
  const parameters = {
    unit: "TW",
    from: `${asOf.slice(0, 4)}-01-01`,
    to: asOf,
    asOf,
    countBy: null,
    tree: "as-was",
  } as const;
  return [
    { ...admittedFigure(parameters, "decision"), group },
    { ...admittedFigure(parameters, "ceremony"), group },
    ...BANDS.map((band) => ({ ...bandFigure(band, parameters, "decision"), group })),
  ];
};

const treeOf = async (scope: UnitScope, day: PlainDate): Promise<TreeOnDay> => {
  const unit = await scope.db.unit.findUniqueOrThrow({ where: { codeKey: "TW" } });
  const tree = await treeOn(scope, unit.id, day, "as-was");
  if (!tree) throw new Error("no tree");
  return tree;
};

/** The same tree in a range as wide as a country's. */
const wide = (tree: TreeOnDay): TreeOnDay => ({
  ...tree,
  total: [...tree.total.slice(0, -1), { lo: tree.total.at(-1)?.lo ?? 0n, hi: 1n << 40n }],
});

/** What is kept is what is counted anew; answers the totals. */
async function compared(scope: UnitScope, day: PlainDate, group?: Figure["group"]): Promise<number[]> {
  const tree = await treeOf(scope, day);
  const figures = figuresOn(day, group);
  const anew = await countFigures(scope, tree, figures);
  expect(await countFigures(scope, wide(tree), figures)).toEqual(anew);
  return anew.get(tree.unit.id) ?? [];
}

const totals = (day: PlainDate, group?: Figure["group"]) =>
  as("trunguong", (scope) => compared(scope, day, group));

/** Revokes a decision of 2024 on a day, or gives it back. */
const revoke = (scope: UnitScope, on: string | null) =>
  scope.db.$executeRaw`
    UPDATE candidate SET revoked_on = ${on}::date WHERE id = (SELECT id FROM candidate
      WHERE unit_ord BETWEEN ${scope.lo} AND ${scope.hi} AND decided_on BETWEEN '2024-01-01' AND '2024-12-31' ORDER BY id LIMIT 1)`;

test.each([NOW, BEFORE])("figures of a country on %s are kept and follow each change", async (day) => {
  const before = await totals(day);
  expect(before[0]).toBeGreaterThan(0);
  expect(await totals(day)).toEqual(before);

  const change = (on: string | null) => as("tinh", (scope) => revoke(scope, on));
  await change("2024-12-30");
  const after = await totals(day);
  expect(after[0]).toBe((before[0] ?? 0) - (day === BEFORE ? 1 : 0));
  await change(null);
  expect(await totals(day)).toEqual(before);
});

test("what a transaction changed and took back was never kept", async () => {
  const before = await totals(BEFORE);
  const takenBack = as("trunguong", async (scope) => {
    await revoke(scope, "2024-12-30");
    expect(await compared(scope, BEFORE)).not.toEqual(before);
    throw new Error("taken back");
  });
  await expect(takenBack).rejects.toThrow("taken back");
  expect(await totals(BEFORE)).toEqual(before);
});

test("a transaction that looks at one moment sees no number of later", async () => {
  const before = await totals(BEFORE);
  await actAs("figures of trunguong", () =>
    withScope(
      "report.read",
      async (scope) => {
        await treeOf(scope, BEFORE);
        await as("tinh", (other) => revoke(other, "2024-12-30"));
        expect(await totals(BEFORE)).not.toEqual(before);
        expect(await compared(scope, BEFORE)).toEqual(before);
      },
      { isolation: "RepeatableRead" },
    ),
  );
  await as("tinh", (scope) => revoke(scope, null));
  expect(await totals(BEFORE)).toEqual(before);
});

test("what a transaction changes after it counted is counted anew by the next", async () => {
  const before = await totals(BEFORE);
  await as("trunguong", async (scope) => {
    await scope.db.$queryRaw`SELECT pg_current_xact_id()::text`;
    await as("tinh", (other) => revoke(other, null));
    expect(await compared(scope, BEFORE)).toEqual(before);
    await revoke(scope, "2024-12-30");
  });
  expect(await totals(BEFORE)).not.toEqual(before);
  await as("trunguong", (scope) => revoke(scope, null));
  expect(await totals(BEFORE)).toEqual(before);
});

test("figures that look at persons are counted anew", async () => {
  const before = await totals(NOW, "WOMEN");
  await as(
    "tinh",
    (scope) => scope.db.$executeRaw`
      UPDATE person SET sex = CASE sex WHEN 'male' THEN 'female' ELSE 'male' END
      WHERE id IN (SELECT person_id FROM candidate WHERE unit_ord BETWEEN ${scope.lo} AND ${scope.hi})`,
  );
  expect(await totals(NOW, "WOMEN")).not.toEqual(before);
});
