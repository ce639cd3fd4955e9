import { describe, expect, test } from "vitest";
import { buildMonthsLine, monthsOf, shadeOf } from "@/lib/reports/rules/months";
import { bandOf, buildGroupShare, buildPyramid } from "@/lib/reports/rules/structure";
import { buildYearsLine } from "@/lib/reports/rules/years";

const unit = { code: "H", name: "Huyện", kind: "UPPER" };

describe("structure", () => {
  test("each group is a share of its own, with the change in points of what is shown", () => {
    const share = buildGroupShare(
      "WOMEN",
      { now: 122, before: 60 },
      { now: 333, before: 196 },
      { asked: null, safe: false },
    );
    expect(share).toMatchObject({ current: { percent: 36.64 }, before: { percent: 30.61 }, change: 6.03 });
  });

  test("nobody a year earlier is no change", () => {
    expect(
      buildGroupShare("WOMEN", { now: 1, before: 0 }, { now: 2, before: 0 }, { asked: 30, safe: false }),
    ).toMatchObject({
      change: null,
      asked: 30,
    });
  });

  test.each([
    [17, "18-30"],
    [18, "18-30"],
    [30, "18-30"],
    [31, "31-35"],
    [35, "31-35"],
    [36, "36-40"],
    [55, "51-55"],
    [60, "56-60"],
    [61, "over60"],
  ])("%i years stand in %s", (age, band) => {
    expect(bandOf(age)).toBe(band);
  });

  test("the pyramid stands with the oldest on top and loses nobody", () => {
    const lines = buildPyramid([
      { age: 22, sex: "female", people: 3 },
      { age: 29, sex: "male", people: 2 },
      { age: 61, sex: null, people: 1 },
    ]);
    expect([lines[0], lines.at(-1)]).toEqual([
      { band: "over60", female: 0, male: 0, unknown: 1 },
      { band: "18-30", female: 3, male: 2, unknown: 0 },
    ]);
  });
});

describe("months", () => {
  test("a period's months are clipped to it", () => {
    expect(monthsOf({ from: "2023-12-15", to: "2024-02-10" })).toEqual([
      { key: "m202312", from: "2023-12-15", to: "2023-12-31" },
      { key: "m202401", from: "2024-01-01", to: "2024-01-31" },
      { key: "m202402", from: "2024-02-01", to: "2024-02-10" },
    ]);
  });

  test("a month that has not begun is empty, one that has without anybody is 0", () => {
    const months = monthsOf({ from: "2024-01-01", to: "2024-04-30" });
    const line = buildMonthsLine(unit, months, new Map([["m202401", 2]]), "2024-03-01");
    expect(line).toMatchObject({ months: [2, 0, 0, null], sum: 2 });
  });

  test.each([
    [0, 8, 0],
    [1, 8, 1],
    [2, 8, 1],
    [3, 8, 2],
    [8, 8, 4],
    [0, 0, 0],
  ])("%i of %i is shade %i", (people, largest, shade) => {
    expect(shadeOf(people, largest)).toBe(shade);
  });
});

describe("years", () => {
  const line = (years: [admitted: number, asked: number | null, complete?: boolean][], ever = true) =>
    buildYearsLine(
      unit,
      years.map(([admitted, asked, complete = true], place) => ({
        year: 2017 + place,
        admitted,
        asked,
        complete,
      })),
      ever,
    );

  test("C31: the quota is missed for the third year running", () => {
    expect(
      line([
        [10, 10],
        [9, 10],
        [8, 10],
        [7, 10],
      ]).missed,
    ).toBe(3);
  });

  test("the year under way is neither missed nor met", () => {
    expect(
      line([
        [9, 10],
        [0, 10, false],
      ]).missed,
    ).toBe(1);
    expect(
      line([
        [0, 10],
        [0, 10, false],
      ]).without,
    ).toBe(1);
  });

  test.each([
    [
      [
        [5, 10],
        [9, null],
        [5, 10],
      ],
      1,
    ],
    [
      [
        [5, 10],
        [10, 10],
        [5, 10],
      ],
      1,
    ],
    [
      [
        [5, 10],
        [5, 10],
        [10, 10],
      ],
      0,
    ],
    [
      [
        [5, 10],
        [5, 10],
        [0, 0],
      ],
      0,
    ],
  ] as [[number, number | null][], number][])(
    "a year without or with a quota met ends the row: %j",
    (years, missed) => {
      expect(line(years).missed).toBe(missed);
    },
  );

  test("years without anybody run back from the last complete one", () => {
    expect(
      line([
        [1, null],
        [0, null],
        [0, 3],
      ]).without,
    ).toBe(2);
  });
});
