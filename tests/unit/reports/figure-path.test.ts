import { describe, expect, test } from "vitest";
import { type FigurePath, figurePath, parseFigurePath } from "@/lib/reports/rules/figure-path";

describe("the path of a figure", () => {
  test.each<[string, FigurePath]>([
    [
      "attainment:total.admitted",
      { report: "attainment", line: { total: true }, field: "admitted", quota: null },
    ],
    [
      "attainment:rows[unit.code=38.168.053].admitted",
      { report: "attainment", line: { unitCode: "38.168.053" }, field: "admitted", quota: null },
    ],
    [
      "attainment:total.forecast.possible",
      { report: "attainment", line: { total: true }, field: "forecast.possible", quota: null },
    ],
    [
      "attainment:total.quotas[source=ASSIGNED,group=ALL].achieved",
      {
        report: "attainment",
        line: { total: true },
        field: "achieved",
        quota: { source: "ASSIGNED", group: "ALL" },
      },
    ],
    [
      "sources:rows[unit.code=D-A].introducedBy[by=WOMEN].count",
      {
        report: "sources",
        line: { unitCode: "D-A" },
        field: "introducedBy.count",
        quota: null,
        chosen: { by: "WOMEN" },
      },
    ],
    [
      "sources:total.flow[].certified",
      { report: "sources", line: { total: true }, field: "flow.certified", quota: null, chosen: {} },
    ],
    ["funnel:total.certified", { report: "funnel", line: { total: true }, field: "certified", quota: null }],
  ])("%s is read, and written the same", (text, path) => {
    expect(parseFigurePath(text)).toEqual(path);
    expect(figurePath(path)).toBe(text);
  });

  test.each([
    "",
    "attainment",
    "attainment:",
    "attainment:total",
    "attainment:rows[unit.code=].admitted",
    "attainment:rows[name=X].admitted",
    "attainment:total.quotas[source].achieved",
    "attainment:total.a.b.c",
    ":total.admitted",
  ])("%j is none", (text) => {
    expect(parseFigurePath(text)).toBeNull();
  });
});
