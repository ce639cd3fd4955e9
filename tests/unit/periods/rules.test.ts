import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figureWords } from "@/lib/periods/labels";
import { compareFigures } from "@/lib/periods/rules/comparison";
import { canonicalJson, type FrozenFigure, keyTotals } from "@/lib/periods/rules/content";
import { walkFigures } from "@/lib/periods/rules/figures";
import { reviewPeriod } from "@/lib/periods/rules/period";
import { buildVerdict, isGenuine, type LineAnswer } from "@/lib/periods/rules/verdict";
import { PROBATION_COLUMNS } from "@/lib/reports/export/probation";
import { PROBATION_FIELDS } from "@/lib/reports/rules/probation";

const aFigure = (told: Partial<FrozenFigure>): FrozenFigure => ({
  path: "funnel:total.decided",
  line: null,
  label: "Có quyết định",
  number: 0,
  people: [],
  ...told,
});

describe("canonical JSON", () => {
  test("knows no order of keys, and says what JSON says", () => {
    expect(canonicalJson({ b: 1, a: [undefined, { d: null, c: "ộ" }] })).toBe(
      '{"a":[null,{"c":"ộ","d":null}],"b":1}',
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        const turned = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonicalJson(turned)).toBe(text);
      }),
    );
  });
});

test("every number of a report is walked, however deep it stands", () => {
  const line = {
    unit: { code: "X", name: "Đơn vị X" },
    admitted: 3,
    rate: { numerator: 3, denominator: 10, percent: 30 },
    forecast: { certain: 4 },
    quotas: [
      {
        source: "ASSIGNED",
        group: "ALL",
        status: "late",
        value: 5,
        achieved: { numerator: 3, denominator: 5, percent: 60 },
      },
    ],
    byStep: [{ step: "certified", count: 2 }],
    lists: { none: [{ unit: { code: "X-1" }, count: 7 }] },
    members: null,
  };
  const found = walkFigures({
    rows: [line, { key: "women", label: "Nữ", current: 1, percent: 20 }],
    total: line,
  });
  expect(
    found.filter(({ line: own }) => own === "total").map(({ fields, number }) => [fields, number]),
  ).toEqual([
    [["admitted"], 3],
    [["rate"], 3],
    [["forecast.certain"], 4],
    [["quotas[source=ASSIGNED,group=ALL].value"], 5],
    [["quotas[source=ASSIGNED,group=ALL].achieved"], 3],
    [["byStep[step=certified].count", "byStep.certified"], 2],
    [["lists.none"], 1],
  ]);
  expect(found.filter(({ line: own }) => own === "rows[key=women]")).toEqual([
    { line: "rows[key=women]", lineName: "Nữ", fields: ["current"], number: 1 },
  ]);
});

test("a comparison tells who came and went, also where the number stayed", () => {
  const before = [
    aFigure({ number: 2, people: ["a", "b"] }),
    aFigure({ path: "funnel:total.gone", number: 1, people: ["z"] }),
  ];
  const after = [aFigure({ number: 2, people: ["b", "c"] })];
  expect(compareFigures(before, after)).toEqual([
    {
      path: "funnel:total.decided",
      line: null,
      label: "Có quyết định",
      before: 2,
      after: 2,
      people: { came: ["c"], went: ["a"] },
    },
    {
      path: "funnel:total.gone",
      line: null,
      label: "Có quyết định",
      before: 1,
      after: null,
      people: { came: [], went: ["z"] },
    },
  ]);
  expect(compareFigures(after, after)).toEqual([]);
});

test("key totals leave ethnicity and religion inside", () => {
  const figures = ["total", "women", "ethnicMinority", "religious"].map((key) =>
    aFigure({ path: `funnel:total.${key}`, number: 2 }),
  );
  expect(keyTotals(figures).map(({ key }) => key)).toEqual(["funnel:total.total", "funnel:total.women"]);
  const rows = ["rows[key=total].current", "rows[key=total].previous", "rows[key=religious].current"].map(
    (path) => aFigure({ path: `new-members:${path}`, line: "Tổng số", label: "Kỳ này" }),
  );
  expect(keyTotals(rows)[0]?.label).toBe("Tổng số: Kỳ này");
  expect(keyTotals(rows).map(({ key }) => key)).toEqual([
    "new-members:rows[key=total].current",
    "new-members:rows[key=total].previous",
  ]);
});

test.each([
  ["1.905", true],
  ["1905", true],
  ["1906", false],
  ["một", false],
] as const)("a paper that says %s of 1905: genuine %s", (typed, genuine) => {
  const frozen = { hash: "ab", totals: [{ key: "k", label: "K", number: 1905 }] };
  const says = (h: string, k: string) =>
    isGenuine(buildVerdict(frozen, { h, line: "", number: "", totals: { k } }, null));
  expect(says("AB", typed)).toBe(genuine);
  expect(says("", typed)).toBe(false);
  expect(says("ab", "")).toBe(false);
  expect(says("ac", typed)).toBe(false);
});

test("a number that its line does not have makes no paper genuine, also where others are the same", () => {
  const frozen = { hash: "ab", totals: [{ key: "k", label: "K", number: 5 }] };
  const typed = { h: "ab", line: "Chi bộ 1", number: "7", totals: { k: "5" } };
  const says = (answer: LineAnswer | null) => isGenuine(buildVerdict(frozen, typed, answer));
  expect(says(null)).toBe(true);
  expect(says({ known: true, labels: ["Kết nạp"] })).toBe(true);
  expect(says({ known: true, labels: [] })).toBe(false);
});

test.each([
  [{ from: "2024-02-01", to: "2024-01-01" }, "daysReversed"],
  [{ cutOff: "2023-12-31" }, "cutOffOutside"],
  [{ dueOn: "2024-01-30" }, "dueBeforeCutOff"],
  [{ from: "2023-12-31" }, "periodOverlaps"],
  [{ kind: "year" }, undefined],
] as const)("a period with %j: %s", (told, finding) => {
  const days = {
    kind: "month",
    from: "2024-01-01",
    to: "2024-01-31",
    cutOff: "2024-01-31",
    dueOn: "2024-02-05",
  } as const;
  expect(reviewPeriod({ ...days, ...told }, [days])?.is).toBe(finding);
});

test("a figure of the report on probation is called as its column is", () => {
  const columns = PROBATION_COLUMNS.map(({ title }) => title);
  for (const field of PROBATION_FIELDS) expect(columns).toContain(figureWords(field));
});

test("a figure has words", () => {
  expect(figureWords("quotas[source=ASSIGNED,group=ALL,from=2024-01-01].achieved")).toContain("Đạt");
  expect(figureWords("byStep.certified")).toBe("Nguồn theo bước: Được cấp chứng nhận");
  expect(figureWords("AWARENESS.grades.good")).toContain("Kết quả");
});
