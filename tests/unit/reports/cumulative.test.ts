import { describe, expect, test } from "vitest";
import { prepareCumulative, prepareMonths } from "@/lib/reports/chart/cumulative";
import { periodOf, periodWords, preparePeriods } from "@/lib/reports/chart/period";
import { boardAddress, boardParameters } from "@/lib/reports/schema";

const line = prepareCumulative({
  from: "2024-01-01",
  to: "2024-12-31",
  asOf: "2024-05-04",
  now: [
    { day: "2024-01-12", people: 2 },
    { day: "2024-05-04", people: 3 },
  ],
  before: [{ day: "2023-02-28", people: 7 }],
  paces: [
    { source: "ASSIGNED", asked: 246, from: "2024-01-01", to: "2024-12-31", dueOn: null },
    { source: "OWN_PLAN", asked: 275, from: "2024-01-01", to: "2024-12-31", dueOn: "2024-09-30" },
  ],
});
const on = (day: string) => line.find((point) => point.day === day);

describe("the cumulative line", () => {
  test("grows by the people of each day and ends on the as-of day", () => {
    expect(on("2024-01-31")?.admitted).toBe(2);
    expect(on("2024-05-04")?.admitted).toBe(5);
    expect(on("2024-05-31")?.admitted).toBeNull();
  });

  test("last year stands beside it, day for day", () => {
    expect(on("2024-01-31")?.before).toBe(0);
    expect(on("2024-02-29")?.before).toBe(7);
    expect(on("2024-12-31")?.before).toBe(7);
  });

  test("the end of February stands beside the end of a longer one", () => {
    const [, end] = prepareCumulative({
      from: "2025-02-27",
      to: "2025-02-28",
      asOf: "2025-02-28",
      now: [],
      before: [{ day: "2024-02-29", people: 1 }],
      paces: [],
    });
    expect([end?.day, end?.before]).toEqual(["2025-02-28", 1]);
  });

  test("a needed pace reaches what is asked on its deadline and ends there", () => {
    expect(on("2024-12-31")?.paces).toEqual([246, null]);
    expect(on("2024-09-30")?.paces[1]).toBe(275);
  });

  test("its table has the month's ends and the as-of day", () => {
    expect(prepareMonths(line, "2024-05-04")).toHaveLength(13);
  });
});

describe("periods", () => {
  test.each([
    ["2024", "2024-01-01", "2024-12-31"],
    ["2024-H1", "2024-01-01", "2024-06-30"],
    ["2024-H2", "2024-07-01", "2024-12-31"],
    ["2024-Q1", "2024-01-01", "2024-03-31"],
    ["2024-Q4", "2024-10-01", "2024-12-31"],
  ])("%s is %s to %s, and is named", (key, from, to) => {
    expect(periodOf(key)).toMatchObject({ from, to });
    expect(periodWords(from, to)).not.toContain("–");
  });

  test.each(["24", "2024-Q5", "2024-", "x"])("%s is none", (key) => {
    expect(periodOf(key)).toBeNull();
  });

  test("the years since 2019 are offered, with the parts of the chosen one", () => {
    expect(preparePeriods(2024, 2026).map(({ key }) => key)).toEqual([
      "2026",
      "2025",
      "2024",
      "2024-H1",
      "2024-H2",
      "2024-Q1",
      "2024-Q2",
      "2024-Q3",
      "2024-Q4",
      "2023",
      "2022",
      "2021",
      "2020",
      "2019",
    ]);
  });
});

describe("the board's address", () => {
  const asked = (told: Record<string, string>) =>
    boardParameters(boardAddress.parse(told), "KRONGPAC", "2024-05-04");

  test("says nothing for the actor's unit, this year, as of today", () => {
    expect(asked({})).toEqual({
      unit: "KRONGPAC",
      from: "2024-01-01",
      to: "2024-12-31",
      asOf: "2024-05-04",
      countBy: null,
      tree: "as-was",
    });
  });

  test("a past period is seen as of its end", () => {
    expect(asked({ period: "2023" })).toMatchObject({ from: "2023-01-01", asOf: "2023-12-31" });
  });

  test("what makes no sense counts as not told", () => {
    expect(asked({ from: "2024-13-01", to: "x", asOf: "31/02/2024", tree: "both" })).toEqual(asked({}));
    expect(asked({ from: "2024-06-01", to: "2024-05-01" })).toEqual(asked({}));
  });
});
