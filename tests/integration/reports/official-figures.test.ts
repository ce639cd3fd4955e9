import fc from "fast-check";
import { expect, test } from "vitest";
import { treeOn } from "@/lib/organisation/repository/tree-on";
import { countFigures, findFigurePeople } from "@/lib/reports/repository/figures";
import { BUILT_IN_LAYOUTS } from "@/lib/reports/rules/built-in-layouts";
import { reviewDeadlines } from "@/lib/reports/rules/deadlines";
import { CHANGES, PROBATIONS } from "@/lib/reports/rules/figure";
import { rowFigure, rowSource } from "@/lib/reports/rules/row-key";
import { OFFICIAL_CHANGES } from "@/lib/shared/working-days";
import { givenUnits, inEmptyTree } from "@/tests/support/organisation";
import { givenCandidates } from "@/tests/support/people";

const DAYS = { from: "2024-01-01", to: "2024-12-31" };
const KEYS = [
  ...new Set(BUILT_IN_LAYOUTS.flatMap(({ lines }) => lines.flatMap(({ key }) => key ?? []))),
  ...CHANGES,
  ...PROBATIONS.map((state) => `probation.${state}`),
  "occupation.unknown",
  "women&ethnicMinority",
  "type.unknown&age.31-35",
];

const day = fc.constantFrom(
  null,
  "2022-12-30",
  "2023-01-15",
  "2023-06-30",
  "2024-01-01",
  "2024-05-04",
  "2024-11-30",
  "2024-12-31",
  "2025-01-10",
);
const people = fc.array(
  fc.record({
    unit: fc.nat(2),
    sex: fc.constantFrom(null, "female", "male"),
    ethnicity: fc.constantFrom(null, "01", "12"),
    religion: fc.constantFrom(null, "none", "buddhism"),
    occupation: fc.constantFrom(null, "7a", "7c", "10"),
    education: fc.constantFrom(null, "lowerSecondaryCompleted", "upperSecondary"),
    profession: fc.constantFrom(null, "university"),
    unionMember: fc.constantFrom(null, true, false),
    privateOwner: fc.constantFrom(null, true),
    foreignSpouse: fc.constantFrom(null, true),
    readmission: fc.boolean(),
    birthDate: fc.constantFrom(null, "2006-05-05", "1993-05-04", "1960-01-01"),
    decidedOn: day,
    admittedOn: day,
    revokedOn: day,
    recognisedOn: day,
    recognitionVotedOn: day,
    probationExtendedOn: day,
    arrivedOn: day,
    closedOn: day,
    closedReason: fc.constantFrom("removed", "expelled", "left", "died", "moved", "withdrew"),
  }),
  { minLength: 1, maxLength: 20 },
);

test("every number of every official table counts exactly the people it lists, whatever the data", async () => {
  const deadlines = reviewDeadlines(DAYS.from, DAYS.to, OFFICIAL_CHANGES);
  await fc.assert(
    fc.asyncProperty(
      people,
      fc.constantFrom("decision" as const, "ceremony" as const),
      fc.constantFrom("2024-05-04", "2024-12-31", "2025-03-31"),
      (given, countBy, asOf) =>
        inEmptyTree(async (scope) => {
          const ids = await givenUnits(scope, [
            { code: "U", kind: "UPPER", type: null },
            { code: "U.1", parent: "U", type: "COMMUNE" },
            { code: "U.1.1", parent: "U.1", kind: "CELL", type: "HAMLET" },
          ]);
          const places = ["U", "U.1", "U.1.1"].map((code) => ids.get(code) ?? 0);
          await givenCandidates(
            scope,
            given.map((told) => ({ ...told, unit: places[told.unit] ?? 0 })),
          );
          const tree = await treeOn(scope, places[0] ?? 0, asOf, "as-was");
          if (!tree) throw new Error("no tree");
          const rows = KEYS.flatMap((key) => {
            const source = rowSource(key);
            return source?.is === "people"
              ? [{ key, figure: rowFigure(source, { ...DAYS, asOf, countBy }, deadlines) }]
              : [];
          });
          const counts = (
            await countFigures(
              scope,
              { ...tree, rows: [] },
              rows.map(({ figure }) => figure),
            )
          ).get(tree.unit.id);
          const count = (key: string) => counts?.[rows.findIndex((row) => row.key === key)] ?? 0;
          for (const { key, figure } of rows) {
            const listed = await findFigurePeople(scope, tree.total, figure);
            expect([key, listed.length]).toEqual([key, count(key)]);
            expect([key, listed.every((one) => one.day !== null)]).toEqual([key, true]);
          }
          const bands = KEYS.filter((key) => /^age\.(\d|over)/.test(key));
          expect(bands.reduce((all, key) => all + count(key), 0)).toBe(count("total"));
          expect(
            count("probation.onTime") + count("probation.late") + count("probation.overdue"),
          ).toBeLessThanOrEqual(count("probation.due"));
        }),
    ),
    { numRuns: 6 },
  );
}, 180_000);
