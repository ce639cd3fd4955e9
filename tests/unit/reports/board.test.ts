import { describe, expect, test } from "vitest";
import {
  admissionQuotas,
  countStatuses,
  prepareCalls,
  prepareCoverage,
  prepareRanking,
  prepareRows,
  prepareTable,
} from "@/lib/reports/chart/board";
import { type AttainmentLine, buildQuotaLine } from "@/lib/reports/rules/attainment";
import { ratio } from "@/lib/shared/ratio";
import { aQuota } from "@/tests/support/quotas";

const AS_OF = "2024-05-04";

function aLine(
  code: string,
  admitted: number,
  quotas: Parameters<typeof aQuota>[0][],
  name = `Đơn vị ${code}`,
): AttainmentLine {
  return {
    unit: { code, name, kind: "BASE_COMMITTEE" },
    admitted,
    members: 100,
    rate: ratio(admitted, 100),
    quotas: quotas.map((told) =>
      buildQuotaLine(aQuota(told), { people: admitted, admitted, members: 100 }, AS_OF),
    ),
    forecast: { certain: admitted, likely: admitted, possible: admitted },
  };
}

const lines = [
  aLine("A", 7, [{ value: 3 }], "Chi bộ Trường THPT Lê Hồng Phong"),
  aLine("B", 4, [{ value: 18 }], "Đảng bộ xã Ea Phê"),
  aLine("C", 0, [{ value: 9 }], "Đảng bộ xã Ea Hiu"),
  aLine("D", 1, [], "Chi bộ Phòng Tư pháp"),
  aLine("E", 0, [{ value: 0 }], "Chi bộ Thanh tra"),
];
const rows = prepareRows(lines, "ALL", AS_OF);

describe("the rows of a board", () => {
  test("a unit without a quota, or with one of 0, is not assigned and has no per cent", () => {
    expect(
      rows
        .filter(({ status }) => status === "notAssigned")
        .map(({ unit, percent, asked }) => [unit.code, percent, asked]),
    ).toEqual([
      ["D", null, null],
      ["E", null, null],
    ]);
  });

  test("what a unit is given from above stands for it, else its own plan, else the term's", () => {
    const own = { source: "OWN_PLAN" as const, value: 20 };
    const term = { source: "TERM_RESOLUTION" as const, value: 90, from: "2020-01-01", to: "2024-12-31" };
    const askedOf = (quotas: Parameters<typeof aQuota>[0][]) =>
      prepareRows([aLine("X", 1, quotas)], "ALL", AS_OF)[0]?.asked;
    expect([askedOf([term, own, { value: 18 }]), askedOf([term, own]), askedOf([term])]).toEqual([
      18, 20, 90,
    ]);
  });

  test("asked against one source, a unit without a quota from it is not assigned", () => {
    const own = aLine("X", 1, [{ source: "OWN_PLAN", value: 20 }, { value: 18 }]);
    const [both, without] = prepareRows([own, aLine("Y", 1, [{ value: 18 }])], "ALL", AS_OF, "OWN_PLAN");
    expect([both?.asked, without?.asked, without?.status]).toEqual([20, null, "notAssigned"]);
  });

  test("of two quotas of one source the one of the shorter period stands for it", () => {
    const line = aLine("X", 1, [
      { value: 90, from: "2020-01-01" },
      { value: 18 },
      { value: 5, group: "WOMEN" },
    ]);
    expect(admissionQuotas(line, "ALL").map(({ value }) => value)).toEqual([18]);
    expect(admissionQuotas(line, "WOMEN").map(({ value }) => value)).toEqual([5]);
  });

  test("statuses are counted over all rows", () => {
    expect(countStatuses(rows)).toEqual({ done: 1, onTrack: 0, watch: 0, late: 1, none: 1, notAssigned: 2 });
  });

  test("coverage is of the units with a quota", () => {
    expect(prepareCoverage(rows)).toEqual({ numerator: 2, denominator: 3, percent: 66.67, without: 1 });
  });

  test("a ranking leaves out who has no quota", () => {
    const order = (rank: "percent" | "remaining") => prepareRanking(rows, rank).map(({ unit }) => unit.code);
    expect(order("percent")).toEqual(["A", "B", "C"]);
    expect(order("remaining")).toEqual(["B", "C", "A"]);
  });
});

describe("the table", () => {
  const shown = (told: Partial<Parameters<typeof prepareTable>[1]>) =>
    prepareTable(rows, { status: null, typed: "", sort: "code", descending: false, ...told }).map(
      ({ unit }) => unit.code,
    );

  test("is searched without accents, word by word", () => {
    expect(shown({ typed: "xa ea" })).toEqual(["B", "C"]);
    expect(shown({ typed: "PHÊ" })).toEqual(["B"]);
  });

  test("is filtered by status", () => {
    expect(shown({ status: "none" })).toEqual(["C"]);
  });

  test("is sorted, units without the number last either way", () => {
    expect(shown({ sort: "asked" })).toEqual(["A", "C", "B", "D", "E"]);
    expect(shown({ sort: "asked", descending: true })).toEqual(["B", "C", "A", "D", "E"]);
    expect(shown({ sort: "remaining" })).toEqual(["A", "C", "B", "D", "E"]);
  });
});

test("the three to call are furthest behind the even pace in people, most behind first", () => {
  const behind = prepareRows(
    [
      aLine("A", 1, [{ value: 12 }]),
      aLine("B", 0, [{ value: 9 }]),
      aLine("C", 5, [{ value: 12 }]),
      aLine("D", 0, [{ value: 30 }]),
      aLine("E", 0, [{ value: 6 }]),
      aLine("F", 0, []),
    ],
    "ALL",
    AS_OF,
  );
  expect(prepareCalls(behind).map(({ unit, behind: people }) => [unit.code, people])).toEqual([
    ["D", 10],
    ["A", 3],
    ["B", 3],
  ]);
  expect(prepareCalls(prepareRows([aLine("A", 5, [{ value: 12 }])], "ALL", AS_OF))).toEqual([]);
});
