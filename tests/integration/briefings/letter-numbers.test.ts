import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { actAsOperator } from "@/lib/access/acting";
import { type UnitScope, withScope } from "@/lib/access/gate";
import { loadBriefings } from "@/lib/briefings/queries/briefings";
import { loadLetterFacts } from "@/lib/briefings/queries/letter-facts";
import { loadCommitments, loadDifficulties } from "@/lib/briefings/queries/matters";
import { dayOfLetter } from "@/lib/briefings/rules/issue";
import { hrefOf } from "@/lib/briefings/rules/letter/address";
import { writeLetter } from "@/lib/briefings/rules/letter/letter";
import type { Figure, FigureAddress, Paragraph, QuotaField } from "@/lib/briefings/rules/letter/parts";
import { briefingsAddress, commitmentsAddress, difficultiesAddress } from "@/lib/briefings/schema";
import { findUnitByCode } from "@/lib/organisation/repository/units";
import { loadOverdueGroup } from "@/lib/pipeline/queries/tasks";
import { tasksAddress } from "@/lib/pipeline/schema/tasks";
import { saveQuotas } from "@/lib/quotas/repository/quotas";
import { GROUPS, QUOTA_KINDS, QUOTA_SOURCES } from "@/lib/quotas/rules/quota";
import { countStatuses, prepareRows } from "@/lib/reports/chart/board";
import { loadAttainmentWithin } from "@/lib/reports/queries/attainment";
import { loadReportContext } from "@/lib/reports/queries/context";
import { loadDrawer } from "@/lib/reports/queries/drawer";
import type { QuotaLine } from "@/lib/reports/rules/attainment";
import { parseFigurePath } from "@/lib/reports/rules/figure-path";
import { boardAddress, boardParameters } from "@/lib/reports/schema";
import { addMonths, type PlainDate } from "@/lib/shared/days";
import { formatNumber, formatPercent } from "@/lib/shared/ratio";
import { ensureDemoWorld } from "@/prisma/seed/demo";
import { givenUnits, inEmptyTree } from "@/tests/support/organisation";
import { givenCandidates } from "@/tests/support/people";
import { aQuota } from "@/tests/support/quotas";

const figuresOf = (paragraphs: readonly Paragraph[]): Figure[] =>
  paragraphs.flatMap(({ sentences }) => sentences.flat().filter((part) => typeof part !== "string"));

const parametersAt = (at: FigureAddress) =>
  boardParameters(boardAddress.parse({ ...at, group: "ALL" }), at.unit, at.asOf);

async function peopleAt(scope: UnitScope, at: FigureAddress): Promise<number> {
  const drawer = await loadDrawer(scope, parametersAt(at), at.figure ?? "");
  if (!drawer) throw new Error(`nobody opens ${at.figure}`);
  return drawer.count;
}

async function quotaAt(scope: UnitScope, at: FigureAddress, field: QuotaField): Promise<number | null> {
  const report = await loadAttainmentWithin(
    scope,
    await loadReportContext(scope, "attainment", parametersAt(at)),
  );
  const path = parseFigurePath(at.figure ?? "");
  if (!path?.quota) throw new Error(`no quota in ${at.figure}`);
  const { line, quota: where } = path;
  const row = "total" in line ? report.total : report.rows.find(({ unit }) => unit.code === line.unitCode);
  const quota = row?.quotas.find((one) =>
    Object.entries(where).every(([key, value]) => String(one[key as keyof QuotaLine]) === value),
  );
  if (!quota) throw new Error(`no quota like ${at.figure}`);
  const { achieved, remaining, surplus, value, valueTo } = quota;
  return {
    asked: achieved.denominator,
    percent: achieved.percent,
    remaining,
    surplus,
    share: value,
    upTo: valueTo,
  }[field];
}

async function unitsAt(scope: UnitScope, at: FigureAddress, status: "assigned" | "done" | "none") {
  const report = await loadAttainmentWithin(
    scope,
    await loadReportContext(scope, "attainment", parametersAt(at)),
  );
  const rows = prepareRows(report.rows, "ALL", at.asOf);
  return status === "assigned"
    ? rows.filter(({ asked }) => asked !== null).length
    : countStatuses(rows)[status];
}

/** What the report says to which the number leads; those of lists are asked for from outside the scope. */
async function countedAgain(scope: UnitScope, { source }: Figure): Promise<number | null | "elsewhere"> {
  switch (source.is) {
    case "people":
      return peopleAt(scope, source.at);
    case "quota":
      return quotaAt(scope, source.at, source.field);
    case "difference":
      return (await peopleAt(scope, source.of)) - (await peopleAt(scope, source.minus));
    case "units":
      return (await unitsAt(scope, source.at, source.status)) - source.less;
    default:
      return "elsewhere";
  }
}

/** The pages of lists, by the address that the number carries. */
async function listedAt({ source }: Figure): Promise<number> {
  const told = Object.fromEntries(new URL(hrefOf(source), "http://here").searchParams);
  switch (source.is) {
    case "tasks": {
      const { unit, group, kind, after } = tasksAddress.parse(told);
      return (await loadOverdueGroup(unit, { group: group ?? "watch", kind, after })).count;
    }
    case "briefings":
      return (await loadBriefings(briefingsAddress.parse(told))).briefings.length;
    case "difficulties":
      return (await loadDifficulties(difficultiesAddress.parse(told))).difficulties.length;
    case "commitments":
      return (await loadCommitments(commitmentsAddress.parse(told))).commitments.length;
    default:
      throw new Error(`${source.is} is no list`);
  }
}

/** The number as it is written is the number that was counted. */
function expectWritten({ text, value }: Figure) {
  expect([formatNumber(value), formatPercent(value).split("\u00a0")[0]]).toContain(text);
}

async function lettersOf(scope: UnitScope, code: string, months: readonly PlainDate[]): Promise<Figure[]> {
  const unit = await findUnitByCode(scope, code);
  if (!unit) throw new Error(`no unit ${code}`);
  const figures: Figure[] = [];
  for (const month of months) {
    const asOf = dayOfLetter(month, scope.today) ?? scope.today;
    figures.push(...figuresOf(writeLetter(await loadLetterFacts(scope, unit, month, asOf))));
  }
  return figures;
}

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

describe("and so in the demo's world, with its briefings", () => {
  beforeAll(() => ensureDemoWorld(() => undefined), 300_000);

  test.each([
    ["KRONGPAC", ["2024-05-01", "now"], 20],
    ["EAP", ["2024-05-01", "before", "now"], 10],
    ["XUANLOI", ["2021-06-01", "2021-07-01", "now"], 15],
    ["CCQ-QUANGBINH", ["2019-12-01"], 5],
  ])(
    "%s",
    async (code, months, least) => {
      const figures = await actAsOperator("test", () =>
        withScope("letter.read", async (scope) => {
          const first = `${scope.today.slice(0, 7)}-01`;
          const days = months.map((month) =>
            month === "now" ? first : month === "before" ? addMonths(first, -1) : month,
          );
          const found = await lettersOf(scope, code, days);
          for (const figure of found) {
            expectWritten(figure);
            const again = await countedAgain(scope, figure);
            if (again !== "elsewhere") expect([figure.source, figure.value]).toEqual([figure.source, again]);
          }
          return found;
        }),
      );
      expect(figures.length).toBeGreaterThan(least);
      const lists = figures.filter(({ source }) =>
        ["tasks", "briefings", "difficulties", "commitments"].includes(source.is),
      );
      for (const figure of lists)
        expect([figure.source, figure.value]).toEqual([
          figure.source,
          await actAsOperator("test", () => listedAt(figure)),
        ]);
      if (code === "EAP")
        expect(new Set(lists.map(({ source }) => source.is))).toEqual(
          new Set(["tasks", "briefings", "difficulties", "commitments"]),
        );
    },
    120_000,
  );
});
