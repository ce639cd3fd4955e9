import { describe, expect, test } from "vitest";
import { parseFigurePath } from "@/lib/reports/rules/figure-path";
import { buildProgrammeLine, isEmptyLine } from "@/lib/reports/rules/programme";
import { sourceFigureOf } from "@/lib/reports/rules/source-figure";

const UNIT = { code: "H", name: "Đảng bộ huyện H", kind: "UPPER" };

describe("how many came as far as a step", () => {
  test("are compared with the step before", () => {
    const { conversions } = buildProgrammeLine(UNIT, [0, 40, 30, 20, 10, 5, 4, 4]);
    expect(conversions.introduced).toBeUndefined();
    expect(conversions.certified).toEqual({
      of: "sentToClass",
      share: { numerator: 10, denominator: 20, percent: 50 },
    });
    expect(conversions.admitted?.of).toBe("decided");
  });

  test("a step that was not recorded of everybody is passed over", () => {
    const { conversions } = buildProgrammeLine(UNIT, [2, 30, 30, 1, 29, 28, 28, 28]);
    expect(conversions.certified).toMatchObject({ of: "sympathisers", share: { percent: 96.67 } });
    expect(conversions.cellResolved?.of).toBe("certified");
  });

  test("where more reached it in the period than any step before, the nearest is told", () => {
    expect(buildProgrammeLine(UNIT, [0, 1, 0, 0, 3, 0, 0, 0]).conversions.certified?.of).toBe("sentToClass");
  });

  test("a line without anybody is empty, one with somebody under way is not", () => {
    expect(isEmptyLine(buildProgrammeLine(UNIT, []))).toBe(true);
    expect(isEmptyLine(buildProgrammeLine(UNIT, [1]))).toBe(false);
  });
});

describe("a number of the report on sources", () => {
  const figureOf = (path: string) => {
    const parsed = parseFigurePath(`sources:${path}`);
    return parsed && sourceFigureOf(parsed, 2024);
  };

  test.each([
    ["total.unionMembers", { what: "members" }],
    ["total.outstanding", { what: "outstanding", year: 2024 }],
    ["rows[unit.code=X].introducedBy[by=WOMEN].count", { what: "introduced", by: "WOMEN" }],
    ["total.introducedByBloc[bloc=SCHOOL].count", { what: "introduced", by: "UNION", bloc: "SCHOOL" }],
    ["total.flow[].outstanding", { what: "outstanding" }],
    ["total.flow[year=2021].admitted", { what: "admitted", year: 2021 }],
    ["total.flow[year=2021].members", { what: "members" }],
    ["total.flow[bloc=SCHOOL].introduced", { what: "introduced", by: "UNION", bloc: "SCHOOL" }],
  ])("%s", (path, figure) => {
    expect(figureOf(path)).toEqual(figure);
  });

  test.each([
    "total.introduced[bloc=SCHOOL].count",
    "total.byBloc[bloc=NOWHERE].count",
    "total.byBloc[].count",
    "total.introducedBy[by=UNION,bloc=SCHOOL].count",
    "total.flow[bloc=X].introduced",
    "total.flow[year=21].introduced",
    "total.flow[sex=male].introduced",
    "total.flow[].introducedBy",
    "total.toString",
  ])("%s is none", (path) => {
    expect(figureOf(path)).toBeNull();
  });
});
