import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { UnitScope } from "@/lib/access/gate";
import { type TreeOnDay, treeOn } from "@/lib/organisation/repository/tree-on";
import { GROUPS, type Group } from "@/lib/quotas/rules/quota";
import { countByDay, countFigures, findFigurePeople } from "@/lib/reports/repository/figures";
import { BANDS, EVENTS, type Figure, LIVE_STEPS } from "@/lib/reports/rules/figure";
import { givenUnits, inEmptyTree } from "@/tests/support/organisation";
import { type GivenCandidate, givenCandidates } from "@/tests/support/people";

const UNITS = ["U", "U.1", "U.2", "U.1.1", "U.1.2"] as const;
const AS_OF = "2024-05-04";

const day = fc.constantFrom(
  null,
  "2019-03-01",
  "2023-12-31",
  "2024-01-01",
  AS_OF,
  "2024-05-05",
  "2024-12-31",
);
const candidates = fc.array(
  fc.record({
    unit: fc.nat(UNITS.length - 1),
    sex: fc.constantFrom(null, "female", "male"),
    ethnicity: fc.constantFrom(null, "01", "12"),
    religion: fc.constantFrom(null, "none", "buddhism"),
    occupation: fc.constantFrom(null, "7c", "10", "11"),
    unionMember: fc.constantFrom(null, true, false),
    privateOwner: fc.constantFrom(null, true, false),
    introducedOn: day,
    certifiedOn: day,
    appliedOn: day,
    cellResolvedOn: day,
    baseResolvedOn: day,
    submittedOn: day,
    decidedOn: day,
    admittedOn: day,
    revokedOn: day,
    recognisedOn: day,
    closedOn: day,
  }),
  { minLength: 1, maxLength: 25 },
);

const aFigure = (what: Figure["what"], group: Group, countBy: Figure["countBy"]): Figure => ({
  what,
  from: "2024-01-01",
  to: "2024-12-31",
  asOf: AS_OF,
  group,
  countBy,
});

/** Every event and band of everybody and of one group, and the admitted of every group. */
const figuresWith = (group: Group, countBy: Figure["countBy"]): Figure[] => [
  ...[
    ...EVENTS.map((event) => ({ event })),
    ...BANDS.map((band) => ({ band })),
    ...(["all", ...LIVE_STEPS, "notSent", { notReviewedFor: 2 }] as const).map((live) => ({ live })),
  ].flatMap((what) => [aFigure(what, "ALL", countBy), aFigure(what, group, countBy)]),
  ...GROUPS.map((of) => aFigure({ event: "admitted" }, of, countBy)),
];

async function treeWith(scope: UnitScope, given: readonly GivenCandidate[]): Promise<TreeOnDay> {
  const ids = await givenUnits(scope, [
    { code: "U", kind: "UPPER", type: null },
    { code: "U.1", parent: "U" },
    { code: "U.2", parent: "U", kind: "BASE_CELL", type: "NON_STATE_ENTERPRISE" },
    { code: "U.1.1", parent: "U.1", kind: "CELL", type: "HAMLET" },
    { code: "U.1.2", parent: "U.1", kind: "CELL" },
  ]);
  const idOf = (place: number): number => ids.get(UNITS[place] ?? "U") ?? 0;
  await givenCandidates(
    scope,
    given.map((told) => ({ ...told, unit: idOf(told.unit) })),
  );
  const tree = await treeOn(scope, idOf(0), AS_OF, "as-was");
  if (!tree) throw new Error("no tree");
  return tree;
}

const linesOf = (tree: TreeOnDay) => [{ unit: tree.unit, ranges: tree.total }, ...tree.rows];

describe("a figure counts exactly the people it lists", () => {
  test("for every event, band, group and row, whatever the data", async () => {
    await fc.assert(
      fc.asyncProperty(
        candidates,
        fc.constantFrom(...GROUPS),
        fc.constantFrom("decision" as const, "ceremony" as const),
        (given, group, countBy) =>
          inEmptyTree(async (scope) => {
            const tree = await treeWith(scope, given);
            const figures = figuresWith(group, countBy);
            const counts = await countFigures(scope, tree, figures);
            for (const { unit, ranges } of linesOf(tree)) {
              for (const [place, figure] of figures.entries()) {
                const people = await findFigurePeople(scope, ranges, figure);
                expect([figure, unit.code, people.length]).toEqual([
                  figure,
                  unit.code,
                  counts.get(unit.id)?.[place] ?? 0,
                ]);
              }
            }
          }),
      ),
      { numRuns: 12 },
    );
  }, 120_000);

  test("and the days of the line add up to it", async () => {
    await fc.assert(
      fc.asyncProperty(candidates, (given) =>
        inEmptyTree(async (scope) => {
          const tree = await treeWith(scope, given);
          const figure = aFigure({ event: "admitted" }, "ALL", "decision");
          const people = await findFigurePeople(scope, tree.total, figure);
          const days = await countByDay(scope, tree.total, figure);
          expect(days.reduce((sum, of) => sum + of.people, 0)).toBe(people.length);
        }),
      ),
      { numRuns: 20 },
    );
  }, 60_000);
});

describe("the rows and the unit's own people make the total", () => {
  test("whatever the data", async () => {
    await fc.assert(
      fc.asyncProperty(candidates, (given) =>
        inEmptyTree(async (scope) => {
          const tree = await treeWith(scope, given);
          const figure = aFigure({ event: "admitted" }, "ALL", "decision");
          const counts = await countFigures(scope, tree, [figure]);
          const rows = tree.rows.reduce((sum, { unit }) => sum + (counts.get(unit.id)?.[0] ?? 0), 0);
          const own = given.filter((told) => told.unit === 0 && admittedByDecision(told)).length;
          expect(counts.get(tree.unit.id)?.[0] ?? 0).toBe(rows + own);
          expect(rows + own).toBe(given.filter(admittedByDecision).length);
        }),
      ),
      { numRuns: 20 },
    );
  }, 60_000);
});

/** formats.md §4, said once more: decided within the period, not after the as-of day, not revoked by then. */
function admittedByDecision({
  decidedOn,
  revokedOn,
}: Pick<GivenCandidate, "decidedOn" | "revokedOn">): boolean {
  return (
    decidedOn != null &&
    decidedOn >= "2024-01-01" &&
    decidedOn <= AS_OF &&
    (revokedOn == null || revokedOn > AS_OF)
  );
}

test("the three bands are counted apart: nobody twice, nobody decided", () =>
  inEmptyTree(async (scope) => {
    const passed = { certifiedOn: "2023-06-01", cellResolvedOn: "2024-02-01", submittedOn: "2024-03-01" };
    const tree = await treeWith(scope, [
      { unit: 3, ...passed },
      { unit: 3, ...passed, submittedOn: "2024-05-05" },
      { unit: 3, ...passed, submittedOn: null, cellResolvedOn: null },
      { unit: 3, certifiedOn: "2019-03-01" },
      { unit: 3, ...passed, decidedOn: "2024-04-01" },
      { unit: 3, ...passed, closedOn: AS_OF },
    ]);
    const counts = await countFigures(
      scope,
      tree,
      BANDS.map((band) => aFigure({ band }, "ALL", "decision")),
    );
    expect(counts.get(tree.unit.id)).toEqual([1, 1, 1]);
  }));
