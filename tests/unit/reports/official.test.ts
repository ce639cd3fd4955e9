import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BUILT_IN_LAYOUTS } from "@/lib/reports/rules/built-in-layouts";
import { figurePath, parseFigurePath } from "@/lib/reports/rules/figure-path";
import { keysOf, layoutOn } from "@/lib/reports/rules/layout";
import {
  buildComparedRow,
  exactCount,
  reviewEqual,
  reviewEthnicity,
  reviewSexes,
  reviewSums,
  safeCompared,
} from "@/lib/reports/rules/official";
import { partsOfKey } from "@/lib/reports/rules/part";
import { sameDaysLastYear } from "@/lib/reports/rules/previous-period";
import { rowSource } from "@/lib/reports/rules/row-key";

describe("a row of an official table is a key", () => {
  test.each([
    ["total", []],
    ["women", [{ of: "group", is: "WOMEN" }]],
    ["occupation.7", [{ of: "occupation", is: ["7a", "7b", "7c"] }]],
    ["occupation.10|11", [{ of: "occupation", is: ["10", "11"] }]],
    ["occupation.unknown", [{ of: "occupation", is: [] }]],
    ["age.18-30", [{ of: "age", from: 0, to: 30 }]],
    ["age.31-35", [{ of: "age", from: 31, to: 35 }]],
    ["age.over60", [{ of: "age", from: 61, to: null }]],
    ["education.lowerSecondary", [{ of: "education", is: ["lowerSecondary", "lowerSecondaryCompleted"] }]],
    [
      "ethnicity.23&women",
      [
        { of: "ethnicity", is: ["23"] },
        { of: "group", is: "WOMEN" },
      ],
    ],
    ["occupation.13", null],
    ["ethnicity.55", null],
    ["age.40-31", null],
    ["occupation.1|unknown", null],
    ["women&", null],
    ["toString", null],
  ])("%s", (key, parts) => expect(partsOfKey(key)).toEqual(parts));

  test("and every key of every table stands for something", () => {
    for (const { report, lines } of BUILT_IN_LAYOUTS)
      for (const { key } of lines)
        expect([report, key, key === null || rowSource(key) !== null]).toEqual([report, key, true]);
  });

  test("the keys of formats.md §4 stand in Biểu số 2 and 1", () => {
    const of = (report: "new-members" | "changes") =>
      keysOf(layoutOn(BUILT_IN_LAYOUTS, report, "2026-01-01"));
    expect(of("new-members")).toHaveLength(51);
    expect(of("new-members").slice(0, 9)).toEqual(
      "total women ethnicMinority religious unionMember privateOwner populationPolicy foreignSpouse readmitted".split(
        " ",
      ),
    );
    expect(of("changes").toSorted()).toEqual(
      "admitted readmitted removed removedProbationary expelled left died transferredOut"
        .split(" ")
        .toSorted(),
    );
  });

  test("its path is read and written", () => {
    for (const text of [
      "new-members:occupation.1",
      "ethnicity-religion:rows[key=ethnicity.02].women",
      "changes:rows[key=left].previous",
    ]) {
      const path = parseFigurePath(text);
      expect(path && figurePath(path)).toBe(text);
    }
    expect(parseFigurePath("ethnicity-religion:ethnicity.02.women")).toMatchObject({
      field: "ethnicity.02",
      chosen: { column: "women" },
    });
    expect(parseFigurePath("new-members:rows[key=total].current")).toMatchObject({ field: "total" });
  });
});

test("a later layout holds from its day on", () => {
  const later = {
    ...layoutOn(BUILT_IN_LAYOUTS, "changes", "2025-12-31"),
    from: "2026-01-01",
    formNumber: "Biểu số 1",
  };
  const layouts = [...BUILT_IN_LAYOUTS, later];
  expect(layoutOn(layouts, "changes", "2025-12-31").formNumber).toBe("Biểu số 1-BTCTW");
  expect(layoutOn(layouts, "changes", "2026-01-01").formNumber).toBe("Biểu số 1");
});

test.each([
  ["2024-01-01", "2024-12-31", "2023-01-01", "2023-12-31"],
  ["2024-02-01", "2024-02-29", "2023-02-01", "2023-02-28"],
  ["2025-01-01", "2025-02-28", "2024-01-01", "2024-02-29"],
  ["2024-01-01", "2024-05-04", "2023-01-01", "2023-05-04"],
])("%s – %s beside %s – %s", (from, to, before, until) => {
  expect(sameDaysLastYear({ from, to, asOf: to })).toEqual({ from: before, to: until, asOf: until });
});

describe("kỳ này so với cùng kỳ năm trước", () => {
  test.each([
    [193, 150, 128.67],
    [0, 4, 0],
    [4, 0, null],
    [0, 0, null],
  ])("%i beside %i is %s %%", (current, previous, percent) => {
    expect(buildComparedRow("total", "", exactCount(current), exactCount(previous))).toMatchObject({
      current,
      previous,
      percent,
    });
  });
  test("a mean has one decimal, and is compared by the people behind it", () => {
    expect(buildComparedRow("age.mean", "", { sum: 5_025, of: 150 }, { sum: 30, of: 1 })).toMatchObject({
      current: 33.5,
      previous: 30,
      percent: 111.67,
    });
    expect(buildComparedRow("age.mean", "", { sum: 0, of: 0 }, { sum: 30, of: 1 })).toMatchObject({
      current: null,
      percent: null,
    });
  });
  test("what is not kept is empty", () => {
    expect(buildComparedRow("populationPolicy", "", null, null)).toMatchObject({
      current: null,
      percent: null,
    });
  });
});

describe("a row that tells of ethnicity or religion, as it leaves the committee", () => {
  const row = (key: string, current: number, previous = 0) =>
    buildComparedRow(key, key, exactCount(current), exactCount(previous));
  const leaves = (...rows: [string, number, number?][]) =>
    safeCompared(rows.map(([key, current, previous]) => row(key, current, previous))).map(
      ({ current, shown }) => [current, shown?.current, shown?.previous],
    );
  test("is held back when few, and when it leaves few; by whatever key", () => {
    expect(
      leaves(
        ["total", 9, 2],
        ["women", 1],
        ["ethnicMinority", 2, 1],
        ["religious", 8],
        ["ethnicity.23|24", 1],
        ["women&religious", 2],
        ["ethnicity.02", 5],
      ),
    ).toEqual([
      [9, "shown", "shown"],
      [1, "shown", "shown"],
      [null, "few", "few"],
      [null, "guarded", "guarded"],
      [null, "few", "guarded"],
      [null, "few", "guarded"],
      [5, "shown", "guarded"],
    ]);
  });
});

describe("R-53: the parts make the whole", () => {
  const layout = layoutOn(BUILT_IN_LAYOUTS, "new-members", "2024-12-31");
  const good: Record<string, number> = {
    total: 10,
    "occupation.1": 4,
    "occupation.7": 6,
    "occupation.7a": 1,
    "occupation.7c": 5,
    "age.18-30": 9,
    "age.over60": 1,
    "education.upperSecondary": 10,
    "profession.university": 8,
  };
  const review = (values: Record<string, number>, unknown: Record<string, number> = {}) =>
    reviewSums(
      layout,
      (key) => values[key] ?? 0,
      (of) => unknown[of] ?? 0,
      "",
    );

  test("all well", () => {
    expect(review(good).map(({ ok }) => ok)).toEqual([true, true, true, true, true]);
  });
  test.each([
    ["occupation.1", "Nghề nghiệp: cộng các dòng được 11, tổng số là 10, thừa 1."],
    ["age.18-30", "Tuổi đời: cộng các dòng được 11, tổng số là 10, thừa 1."],
    ["education.primary", "Giáo dục phổ thông: cộng các dòng được 11, tổng số là 10, thừa 1."],
    ["occupation.7b", "Lao động trong doanh nghiệp: ba dòng cộng lại được 7, dòng chung là 6."],
  ])("with %s one too many, the check says which", (key, message) => {
    const faults = review({ ...good, [key]: (good[key] ?? 0) + 1 }).filter(({ ok }) => !ok);
    expect(faults.map((fault) => fault.message)).toEqual([message]);
  });
  test("women and men make the total; somebody whose sex is not told can be opened", () => {
    const sexes = (values: Record<string, number>) => reviewSexes(layout, (key) => values[key] ?? 0, "");
    expect(sexes({ total: 10, women: 6, "sex.male": 4 })[0]?.ok).toBe(true);
    expect(sexes({ total: 10, women: 6, "sex.male": 3, "sex.unknown": 1 })).toEqual([
      {
        rule: "R-53",
        ok: false,
        message: "Nữ và nam: cộng các dòng được 9, tổng số là 10, thiếu 1. 1 người chưa ghi mục này.",
        figure: "sex.unknown",
      },
    ]);
  });
  test("professions may be fewer, never more", () => {
    expect(review({ ...good, "profession.master": 3 }).find(({ ok }) => !ok)?.message).toBe(
      "Chuyên môn, nghiệp vụ: cộng các dòng được 11, tổng số là 10, thừa 1.",
    );
  });
  test("somebody whose occupation is not told is named by number and can be opened", () => {
    expect(review({ ...good, "occupation.1": 3 }, { occupation: 1 })[0]).toEqual({
      rule: "R-53",
      ok: false,
      message: "Nghề nghiệp: cộng các dòng được 9, tổng số là 10, thiếu 1. 1 người chưa ghi mục này.",
      figure: "occupation.unknown",
    });
  });
  test("Biểu 1 and Biểu 2 say the same", () => {
    const told = (one: number) =>
      reviewEqual("Kết nạp", ["Biểu số 1-BTCTW", one], ["Biểu số 2-BTCTW", 193])[0];
    expect(told(193)?.ok).toBe(true);
    expect(told(192)).toMatchObject({
      ok: false,
      message: "Kết nạp: Biểu số 1-BTCTW là 192, Biểu số 2-BTCTW là 193.",
    });
  });
  test("Biểu 2B adds up to Biểu 2", () => {
    const row = (key: string, total: number) => ({ key, label: key, total, women: 0, unionMember: 0 });
    const rows = [row("ethnicity.01", 9), row("ethnicity.23", 1), row("religion.none", 10)];
    const totals = { total: 10, ethnicMinority: 1, religious: 0 };
    const none = { ethnicity: 0, religion: 0 };
    expect(reviewEthnicity(rows, totals, none).every(({ ok }) => ok)).toBe(true);
    const wrong = reviewEthnicity([row("ethnicity.01", 8), ...rows.slice(1)], totals, none);
    expect(wrong.filter(({ ok }) => !ok).map(({ message }) => message)).toEqual([
      "Dân tộc: cộng các dòng được 9, tổng số là 10, thiếu 1.",
    ]);
  });
});

test("no key of a layout is read twice in another way", () => {
  fc.assert(
    fc.property(fc.string(), (key) => {
      const parts = partsOfKey(key);
      expect(parts === null || Array.isArray(parts)).toBe(true);
    }),
  );
});
