import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { saveQuotas } from "@/lib/quotas/repository/quotas";
import { GROUPS, QUOTA_KINDS, QUOTA_SOURCES } from "@/lib/quotas/rules/quota";
import { countedAgain, expectWritten, lettersOf } from "@/tests/support/letter-figures";
import { givenUnits, inEmptyTree } from "@/tests/support/organisation";
import { givenCandidates } from "@/tests/support/people";
import { aQuota } from "@/tests/support/quotas";

describe("every number of a letter is the number of the report it leads to", () => {
  const day = fc.constantFrom(
    null,
    "2022-11-03",
    "2023-03-01",
    "2023-05-31",
    "2023-12-31",
    "2024-01-01",
    "2024-04-30",
    "2024-05-01",
    "2024-05-31",
  );
  const people = fc.array(
    fc.record({
      unit: fc.nat(3),
      sex: fc.constantFrom(null, "female", "male"),
      unionMember: fc.constantFrom(null, true, false),
      baseResolvedOn: day,
      submittedOn: day,
      decidedOn: day,
      admittedOn: day,
      revokedOn: fc.constantFrom(null, null, null, "2024-02-01"),
    }),
    { maxLength: 30 },
  );
  const quotas = fc.array(
    fc.record({
      unit: fc.nat(3),
      source: fc.constantFrom(...QUOTA_SOURCES),
      kind: fc.constantFrom(...QUOTA_KINDS),
      group: fc.constantFrom("ALL" as const, "ALL" as const, ...GROUPS),
      indicator: fc.constantFrom("ADMISSION" as const, "ADMISSION" as const, "INTRODUCTION" as const),
      value: fc.integer({ min: 0, max: 9 }),
      from: fc.constantFrom("2024-01-01", "2021-01-01"),
      dueOn: fc.constantFrom(null, "2024-09-30"),
    }),
    { maxLength: 8 },
  );

  test("whatever the data", async () => {
    await fc.assert(
      fc.asyncProperty(people, quotas, (given, asked) =>
        inEmptyTree(async (scope) => {
          const ids = await givenUnits(scope, [
            { code: "U", kind: "UPPER" },
            { code: "U.1", parent: "U" },
            { code: "U.2", parent: "U" },
            { code: "U.2.1", parent: "U.2", kind: "CELL" },
          ]);
          const idOf = (place: number) => ids.get(["U", "U.1", "U.2", "U.2.1"][place] ?? "") ?? 0;
          await givenCandidates(
            scope,
            given.map((told) => ({ ...told, unit: idOf(told.unit) })),
          );
          const once = new Map(
            asked.map((told) => [
              [told.unit, told.source, told.indicator, told.group, told.from].join(),
              told,
            ]),
          );
          await saveQuotas(
            scope,
            [...once.values()].map(({ unit, from, ...told }) => ({
              id: null,
              quota: aQuota({
                ...told,
                unitId: idOf(unit),
                from,
                to: from === "2024-01-01" ? "2024-12-31" : "2025-12-31",
                valueTo: told.kind === "RANGE" ? told.value + 2 : null,
              }),
            })),
            null,
          );
          for (const code of ["U", "U.2", "U.2.1"]) {
            const figures = await lettersOf(scope, code, ["2024-05-01", "2024-01-01"]);
            for (const figure of figures) {
              expectWritten(figure);
              const again = await countedAgain(scope, figure);
              if (again !== "elsewhere")
                expect([figure.source, figure.value]).toEqual([figure.source, again]);
            }
          }
        }),
      ),
      { numRuns: 10 },
    );
  }, 240_000);
});
