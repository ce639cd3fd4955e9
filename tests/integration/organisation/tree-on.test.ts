import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { UnitScope } from "@/lib/access/gate";
import { findPlacements } from "@/lib/organisation/repository/placements";
import { rangesRelation, treeOn } from "@/lib/organisation/repository/tree-on";
import { isRowOn, type Placement, placementOn, placementsByUnit } from "@/lib/organisation/rules/placement";
import type { PlainDate } from "@/lib/shared/days";
import { type GivenPlacement, givenUnits, inEmptyTree } from "@/tests/support/organisation";

const DAYS = ["2024-03-01", "2024-07-01", "2025-01-01", "2025-07-01"];

type History = { parent: number; moves: { day: number; parent: number; closed: boolean }[] };

/** A tree whose units may move beneath any unit made before them, or close, on some of four days. */
const histories = fc.array(
  fc.record({
    parent: fc.nat(),
    moves: fc.uniqueArray(
      fc.record({ day: fc.nat(DAYS.length - 1), parent: fc.nat(), closed: fc.boolean() }),
      { maxLength: 2, selector: ({ day }) => day },
    ),
  }),
  { minLength: 3, maxLength: 14 },
);

const code = (index: number): string => `U${index}`;

function placementsOf(history: History[]): GivenPlacement[] {
  const units = history.flatMap(({ parent, moves }, position) => {
    const index = position + 1;
    const starts = [
      { day: null, parent: code(parent % index), closed: false },
      ...moves
        .sort((a, b) => a.day - b.day)
        .map((move) => ({ ...move, day: DAYS[move.day] ?? null, parent: code(move.parent % index) })),
    ];
    return starts.map((start, turn) => ({
      code: code(index),
      parent: start.parent,
      closed: start.closed,
      from: start.day,
      until: dayBefore(starts[turn + 1]?.day ?? null),
    }));
  });
  return [{ code: code(0) }, ...units];
}

const dayBefore = (day: string | null): string | null =>
  day && new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** What treeOn should give, walked in memory: by row, the units that count there. */
function expectedTree(placements: Placement[], unitId: number, day: PlainDate): Map<number, number[]> {
  const byUnit = placementsByUnit(placements);
  const rowOf = (at: number): number | null | "outside" => {
    if (at === unitId) return null;
    const own = byUnit.get(at) ?? [];
    const parent = placementOn(own, day)?.parentId ?? null;
    if (parent === null) return "outside";
    const above = rowOf(parent);
    return above === null && isRowOn(own, day) ? at : above;
  };
  const tree = new Map<number, number[]>([[unitId, []]]);
  for (const at of byUnit.keys()) {
    const row = rowOf(at);
    if (row === "outside") continue;
    tree.get(unitId)?.push(at);
    if (row !== null) tree.set(row, [...(tree.get(row) ?? []), at]);
  }
  return tree;
}

async function countedTree(scope: UnitScope, unitId: number, day: PlainDate, mode: "as-was" | "as-is") {
  const tree = await treeOn(scope, unitId, day, mode);
  if (!tree) throw new Error("no tree");
  const rows = await scope.db.$queryRaw<{ row: number; units: number[] }[]>`
    SELECT place.row_id AS row, array_agg(h.unit_id ORDER BY h.unit_id) AS units
    FROM headcount h JOIN ${rangesRelation(tree)} place ON h.unit_ord BETWEEN place.lo AND place.hi
    GROUP BY place.row_id`;
  return { tree, counted: new Map(rows.map(({ row, units }) => [row, units])) };
}

const sorted = (tree: Map<number, number[]>): [number, number[]][] =>
  [...tree]
    .map(([row, units]): [number, number[]] => [row, units.sort((a, b) => a - b)])
    .sort(([a], [b]) => a - b);

describe("the tree of a day", () => {
  test(
    "each record counts once in the total and at most once in a row, before, on and after every change",
    () =>
      fc.assert(
        fc.asyncProperty(histories, fc.nat(), async (history, pick) => {
          await inEmptyTree(async (scope) => {
            const ids = await givenUnits(scope, placementsOf(history));
            await scope.db
              .$executeRaw`INSERT INTO headcount (unit_id, on_day, total) SELECT id, '2024-01-01', 1 FROM unit`;
            const placements = await findPlacements(scope);
            const unitId = [...ids.values()][pick % ids.size] ?? 0;
            for (const day of [
              "2024-01-01",
              "2024-06-30",
              "2024-07-01",
              "2025-01-01",
              scope.today,
            ] as PlainDate[]) {
              const { counted } = await countedTree(scope, unitId, day, "as-was");
              expect(sorted(counted)).toEqual(sorted(expectedTree(placements, unitId, day)));
            }
            const { counted } = await countedTree(scope, unitId, "2024-01-01" as PlainDate, "as-is");
            expect(sorted(counted)).toEqual(sorted(expectedTree(placements, unitId, scope.today)));
          });
        }),
        { numRuns: 40 },
      ),
    60_000,
  );

  test("where nothing beneath a unit moved the fast road is taken, also when one was renamed", () =>
    inEmptyTree(async (scope) => {
      const ids = await givenUnits(scope, [
        { code: "A" },
        { code: "B" },
        { code: "A.1", parent: "A", name: "Tên cũ", until: "2024-06-30" },
        { code: "A.1", parent: "A", name: "Tên mới", from: "2024-07-01" },
        { code: "B.1", parent: "B", until: "2024-06-30" },
        { code: "B.1", parent: "A.1", from: "2024-07-01" },
        { code: "C" },
        { code: "C.1", parent: "C" },
      ]);
      const on = (unit: string, day: string) => treeOn(scope, ids.get(unit) ?? 0, day as PlainDate, "as-was");
      expect((await on("C", "2024-01-01"))?.fast).toBe(true);
      expect((await on("B", "2024-01-01"))?.fast).toBe(false);
      expect((await on("A", "2024-07-01"))?.fast).toBe(true);
      const before = await on("A", "2024-01-01");
      expect(before?.rows.map(({ unit }) => unit.name)).toEqual(["Tên cũ"]);
      expect((await on("A", "2024-07-01"))?.rows.map(({ unit }) => unit.name)).toEqual(["Tên mới"]);
    }));

  test("a closed unit counts beneath its successor from the day after its last", () =>
    inEmptyTree(async (scope) => {
      const ids = await givenUnits(scope, [
        { code: "P" },
        { code: "OLD", parent: "P", until: "2024-06-30" },
        { code: "OLD", parent: "NEW", closed: true, from: "2024-07-01" },
        { code: "NEW", parent: "P" },
        { code: "OLD.1", parent: "OLD", kind: "CELL" },
      ]);
      const codesOn = async (unit: string, day: string) =>
        (await treeOn(scope, ids.get(unit) ?? 0, day as PlainDate, "as-was"))?.rows.map(
          ({ unit: { code } }) => code,
        );
      expect(await codesOn("P", "2024-06-30")).toEqual(["NEW", "OLD"]);
      expect(await codesOn("P", "2024-07-01")).toEqual(["NEW"]);
      expect(await codesOn("NEW", "2024-07-01")).toEqual(["OLD.1"]);
    }));
});
