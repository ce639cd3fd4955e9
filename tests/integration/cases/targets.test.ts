import { describe, expect, test } from "vitest";
import { actAsOperator } from "@/lib/access/acting";
import { loadAttainment } from "@/lib/reports/queries/attainment";
import { loadCoverage } from "@/lib/reports/queries/coverage";
import type { AttainmentLine } from "@/lib/reports/rules/attainment";
import { bringInArticle, committee, type People, province } from "@/tests/support/articles";
import { bringIn } from "@/tests/support/imports";

const asOperator = <T>(run: () => Promise<T>) => actAsOperator("test", run);
type Days = readonly [from: string, to: string];
const year = (of: number): Days => [`${of}-01-01`, `${of}-12-31`];
const attain = (unit: string, [from, to]: Days, asOf = to) =>
  asOperator(() => loadAttainment({ unit, from, to, asOf, countBy: null, tree: "as-was" }));

type Asked = { group?: string; kind?: string; source?: string; more?: Record<string, string> };
const asks = (unit: string, [from, to]: Days, value: number | string, told: Asked = {}) => ({
  "Mã đơn vị": unit,
  "Từ ngày": from,
  "Đến ngày": to,
  Nguồn: told.source ?? "Cấp trên giao",
  Nhóm: told.group ?? "Tất cả",
  Kiểu: told.kind ?? "Số lượng",
  "Giá trị": String(value),
  ...told.more,
});
const admits = (unit: string, count: number, on: string, told: Partial<People["told"]> = {}): People => ({
  count,
  told: { cell: `${unit}-CB`, decidedOn: on, ...told },
});
const members = (rows: [unit: string, day: string, total: number][]) =>
  asOperator(() =>
    bringIn(
      "so-luong-dang-vien",
      new TextEncoder().encode(
        ["Mã đơn vị,Ngày,Tổng số đảng viên", ...rows.map((row) => row.join(","))].join("\n"),
      ),
    ),
  );
const bring = (...given: Parameters<typeof bringInArticle>) => asOperator(() => bringInArticle(...given));
const reached = ({ quotas }: AttainmentLine) =>
  quotas.map(({ achieved: { numerator, denominator, percent } }) => [numerator, denominator, percent]);
const byCode = (rows: AttainmentLine[]) => Object.fromEntries(rows.map((line) => [line.unit.code, line]));

test("C03, Ninh Thuận to 30 June 2022: 288 of 815; the article calls units at exactly 50 % above it", async () => {
  const units: [code: string, admitted: number, asked: number][] = [
    ["C03-CA", 21, 20],
    ["C03-NP", 52, 102],
    ["C03-QS", 5, 10],
    ["C03-BP", 4, 8],
    ["C03-NS", 13, 75],
    ["C03-K", 193, 600],
  ];
  await bring(
    3,
    [province("C03", "Đảng bộ tỉnh Ninh Thuận"), ...units.flatMap(([code]) => committee(code, code, "C03"))],
    [asks("C03", year(2022), 815), ...units.map(([code, , asked]) => asks(code, year(2022), asked))],
    units.map(([code, admitted]) => admits(code, admitted, "2022-05-10")),
  );
  const { total, rows } = await attain("C03", year(2022), "2022-06-30");
  expect(reached(total)).toEqual([[288, 815, 35.34]]);
  const percents = Object.fromEntries(rows.map((line) => [line.unit.code, line.quotas[0]?.achieved.percent]));
  expect(percents).toMatchObject({
    "C03-CA": 105,
    "C03-NP": 50.98,
    "C03-QS": 50,
    "C03-BP": 50,
    "C03-NS": 17.33,
  });
  expect(rows.filter(({ quotas }) => (quotas[0]?.achieved.percent ?? 0) > 50)).toHaveLength(2);
  expect(total.childrenQuotas[0]).toMatchObject({ sum: 815, own: 815, difference: 0 });
});

test("C06, Bình Thuận 2017: 35 pupils and students are 2.53 % of the 1 383 admitted, not 1.75 %", async () => {
  await bring(
    6,
    [
      province("C06", "Đảng bộ tỉnh Bình Thuận"),
      ...committee("C06-CA", "Công an tỉnh", "C06"),
      ...committee("C06-K", "Các đảng bộ khác", "C06"),
    ],
    [
      asks("C06", year(2017), 2000),
      asks("C06", year(2017), 2, { group: "Sinh viên", kind: "Tỷ lệ kết nạp" }),
      asks("C06-CA", year(2017), 55),
    ],
    [
      admits("C06-CA", 87, "2017-06-01"),
      admits("C06-K", 35, "2017-06-01", { occupation: "10" }),
      admits("C06-K", 1261, "2017-06-01", { occupation: "5" }),
    ],
  );
  const { total, rows } = await attain("C06", year(2017), "2017-09-26");
  const shares = Object.fromEntries(total.quotas.map(({ group, achieved }) => [group, achieved.percent]));
  expect(shares).toEqual({ ALL: 69.15, STUDENT: 2.53 });
  expect(byCode(rows)["C06-CA"]?.quotas[0]).toMatchObject({ surplus: 32, achieved: { percent: 158.18 } });
}, 60_000);

test("C07, Bình Thuận 2019: a resolution of 2 000 a year on average, 1 669 are 83.45 %; C31, Hải Dương: 1 855 of 2 500", async () => {
  const term = { source: "Nghị quyết nhiệm kỳ", kind: "Tối thiểu" };
  await bring(
    7,
    [...committee("C07", "Đảng bộ tỉnh Bình Thuận", ""), ...committee("C31", "Đảng bộ tỉnh Hải Dương", "")],
    [asks("C07", year(2019), 2000, term), asks("C31", year(2019), 2500)],
    [admits("C07", 1669, "2019-06-03"), admits("C31", 1855, "2019-06-03")],
  );
  expect(reached((await attain("C07", year(2019))).total)).toEqual([[1669, 2000, 83.45]]);
  const { total } = await attain("C31", year(2019));
  expect(reached(total)).toEqual([[1855, 2500, 74.2]]);
  expect(total.quotas[0]).toMatchObject({ status: "late", remaining: 645 });
}, 60_000);

test("C13, Xuân Lộc: 358 are 7.61 % of 4 704 members; 7 % of the members of the first day is asked of the next year", async () => {
  await bring(
    13,
    committee("C13", "Huyện ủy Xuân Lộc", ""),
    [asks("C13", year(2018), 7, { kind: "Tỷ lệ đảng viên", more: { "Ngày chốt đảng viên": "2018-01-01" } })],
    [admits("C13", 358, "2017-06-03")],
  );
  await members([
    ["C13", "2016-12-31", 4704],
    ["C13", "2018-01-01", 5021],
  ]);
  expect((await attain("C13", year(2017))).total.rate).toEqual({
    numerator: 358,
    denominator: 4704,
    percent: 7.61,
  });
  expect(reached((await attain("C13", year(2018))).total)).toEqual([[0, 352, 0]]);
});

test("C21, Hải Dương to April 2014: 68 of 200, 47 women are 69.12 % and 44 young people 64.71 % of them", async () => {
  const units: [code: string, admitted: number][] = [
    ["C21-KT", 12],
    ["C21-BV", 6],
    ["C21-TD", 4],
    ["C21-PN", 4],
    ["C21-K", 42],
  ];
  let place = 0;
  await bring(
    21,
    [
      {
        code: "C21",
        name: "Thành ủy Hải Dương",
        kind: "Cấp trên trực tiếp cơ sở",
        parent: "",
        decides: true,
      },
      ...units.flatMap(([code]) => committee(code, code, "C21")),
    ],
    [
      asks("C21", year(2014), 200),
      asks("C21", year(2014), 50, { group: "Nữ", kind: "Tỷ lệ kết nạp" }),
      asks("C21", year(2014), 60, { group: "Đoàn viên", kind: "Tỷ lệ kết nạp" }),
    ],
    units.flatMap(([code, admitted]) =>
      Array.from({ length: admitted }, () => {
        const number = place++;
        return admits(code, 1, "2014-02-10", { sex: number < 47 ? "Nữ" : "Nam", union: number >= 24 });
      }),
    ),
  );
  const { total, rows } = await attain("C21", year(2014), "2014-04-03");
  const shares = Object.fromEntries(total.quotas.map(({ group, achieved }) => [group, achieved]));
  expect(shares).toEqual({
    ALL: { numerator: 68, denominator: 200, percent: 34 },
    WOMEN: { numerator: 47, denominator: 68, percent: 69.12 },
    UNION_MEMBER: { numerator: 44, denominator: 68, percent: 64.71 },
  });
  expect(rows.map(({ admitted }) => admitted).toSorted((a, b) => b - a)).toEqual([42, 12, 6, 4, 4]);
});

test("C26, Lục Ngạn in the first half of 2018: 113 of 296 are 38.18 %; communes at 73.33, 114.29 and 85.71 %", async () => {
  const units: [code: string, admitted: number, asked: number][] = [
    ["C26-TH", 11, 15],
    ["C26-DC", 8, 7],
    ["C26-TS", 6, 7],
    ["C26-K", 88, 267],
  ];
  await bring(
    26,
    [
      { code: "C26", name: "Huyện ủy Lục Ngạn", kind: "Cấp trên trực tiếp cơ sở", parent: "", decides: true },
      ...units.flatMap(([code]) => committee(code, code, "C26")),
    ],
    [asks("C26", year(2018), 296), ...units.map(([code, , asked]) => asks(code, year(2018), asked))],
    units.map(([code, admitted]) => admits(code, admitted, "2018-04-10")),
  );
  const { total, rows } = await attain("C26", year(2018), "2018-06-30");
  expect(reached(total)).toEqual([[113, 296, 38.18]]);
  const lines = byCode(rows);
  expect(["C26-TH", "C26-DC", "C26-TS"].map((code) => lines[code]?.quotas[0]?.achieved.percent)).toEqual([
    73.33, 114.29, 85.71,
  ]);
});

describe("C28, Thái Nguyên 2020: 360 of 450 and 40 dossiers under appraisal", () => {
  test("would be 400, 88.89 %, and still 50 short; a later document asks for 380, and the first stays readable", async () => {
    const first = { "Số văn bản": "1-QĐ", "Ngày văn bản": "2020-01-05" };
    const second = { "Số văn bản": "2-QĐ", "Ngày văn bản": "2020-11-20" };
    await bring(
      28,
      committee("C28", "Thành ủy Thái Nguyên", ""),
      [asks("C28", year(2020), 450, { more: first }), asks("C28", year(2020), 380, { more: second })],
      [
        admits("C28", 360, "2020-06-03"),
        {
          count: 40,
          told: {
            cell: "C28-CB",
            decidedOn: null,
            days: {
              "Ngày giới thiệu": "2019-09-01",
              "Ngày vào diện cảm tình": "2019-10-01",
              "Ngày cấp GCN nhận thức": "2020-02-10",
              "Ngày viết đơn": "2020-05-10",
              "Ngày nghị quyết chi bộ": "2020-09-10",
              "Ngày nghị quyết đảng ủy cơ sở": "2020-09-25",
              "Ngày trình cấp có thẩm quyền": "2020-10-01",
            },
          },
        },
      ],
    );
    const { total } = await attain("C28", year(2020), "2020-11-19");
    expect(reached(total)).toEqual([[360, 450, 80]]);
    expect([total.forecast.certain, 450 - total.forecast.certain]).toEqual([400, 50]);
    expect(reached((await attain("C28", year(2020), "2020-11-20")).total)).toEqual([[360, 380, 94.74]]);
  });
});

test("C29, the agencies' bloc of Thái Nguyên: 3 % of 5 356 are 161 people, 90 of them after nine months are behind", async () => {
  await bring(
    29,
    committee("C29", "Đảng bộ Khối các cơ quan tỉnh Thái Nguyên", ""),
    [asks("C29", year(2020), 3, { kind: "Tỷ lệ đảng viên", more: { "Ngày chốt đảng viên": "2020-06-30" } })],
    [admits("C29", 90, "2020-07-03")],
  );
  await members([["C29", "2020-06-30", 5356]]);
  const { total } = await attain("C29", year(2020), "2020-09-30");
  expect(reached(total)).toEqual([[90, 161, 55.9]]);
  expect(total.quotas[0]).toMatchObject({ remaining: 71, pace: 0.75, status: "late" });
});

test("C32, the agencies' bloc of Hải Dương 2023: 6 beyond 120, its units 11 and 6 and 4 beyond, 6 and 4 short; 41 % have no source", async () => {
  const units: [code: string, admitted: number, asked: number][] = [
    ["C32-NS", 21, 10],
    ["C32-TN", 16, 10],
    ["C32-DL", 14, 10],
    ["C32-YT", 14, 20],
    ["C32-VH", 6, 10],
    ["C32-K", 55, 60],
  ];
  const empty = Array.from({ length: 94 }, (_, place) => `C32-R${String(place + 1).padStart(2, "0")}`);
  await bring(
    32,
    [
      {
        code: "C32",
        name: "Đảng bộ Khối Hải Dương",
        kind: "Cấp trên trực tiếp cơ sở",
        parent: "",
        decides: true,
      },
      ...[...units.map(([code]) => code), ...empty].map((code) => ({
        code,
        name: `Chi bộ ${code}`,
        kind: "Chi bộ cơ sở" as const,
        parent: "C32",
        type: "cơ quan",
      })),
    ],
    [asks("C32", year(2023), 120), ...units.map(([code, , asked]) => asks(code, year(2023), asked))],
    [
      ...units.map(
        ([code, admitted]): People => ({ count: admitted, told: { cell: code, decidedOn: "2023-06-05" } }),
      ),
      ...[...units.map(([code]) => code), ...empty.slice(0, 53)].map(
        (cell): People => ({
          count: 1,
          told: { cell, decidedOn: null, days: { "Ngày giới thiệu": "2023-03-01" } },
        }),
      ),
    ],
  );
  const { total, rows } = await attain("C32", year(2023));
  expect(total.quotas[0]).toMatchObject({ surplus: 6, remaining: 0, status: "done" });
  const gaps = rows.flatMap(({ quotas }) => quotas.map(({ surplus, remaining }) => surplus - remaining));
  expect(gaps.toSorted((a, b) => b - a)).toEqual([11, 6, 4, -4, -5, -6]);
  const coverage = await asOperator(() =>
    loadCoverage({
      unit: "C32",
      from: "2023-01-01",
      to: "2023-12-31",
      asOf: "2023-12-31",
      countBy: null,
      tree: "as-was",
    }),
  );
  expect([coverage.total.lists.noSource.length, rows.length]).toEqual([41, 100]);
});

test("C34, Đồng Lạc: 24 in half a term are 240 % of 4 a year over 2.5 years, 200 % over 3", async () => {
  const term = { source: "Nghị quyết nhiệm kỳ", kind: "Tối thiểu" };
  await bring(
    34,
    committee("C34", "Đảng bộ xã Đồng Lạc", ""),
    [
      asks("C34", ["2020-07-01", "2022-12-31"], 10, term),
      asks("C34", ["2020-01-01", "2022-12-31"], 12, term),
    ],
    [admits("C34", 24, "2021-06-05")],
  );
  const both = reached((await attain("C34", ["2020-07-01", "2022-12-31"])).total);
  expect(both.toSorted()).toEqual([
    [24, 10, 240],
    [24, 12, 200],
  ]);
});

test("C36, Xiêng My: 11 of 8 to 10 in 2023 are 137.5 %, 42 of 40 in the term 105 %; 7 more are on the way in 2024", async () => {
  const TERM: Days = ["2020-07-01", "2025-06-30"];
  await bring(
    36,
    committee("C36", "Đảng bộ xã Xiêng My", ""),
    [
      asks("C36", TERM, 40, { source: "Nghị quyết nhiệm kỳ" }),
      asks("C36", year(2023), 8, { kind: "Khoảng", more: { "Giá trị đến": "10" } }),
      asks("C36", year(2024), 8, { kind: "Khoảng", more: { "Giá trị đến": "10" } }),
    ],
    [
      admits("C36", 24, "2021-06-05"),
      admits("C36", 11, "2023-06-05"),
      admits("C36", 7, "2024-03-05"),
      {
        count: 7,
        told: {
          cell: "C36-CB",
          decidedOn: null,
          days: {
            "Ngày giới thiệu": "2023-01-05",
            "Ngày vào diện cảm tình": "2023-02-05",
            "Ngày cấp GCN nhận thức": "2023-06-05",
          },
        },
      },
    ],
  );
  const in2023 = (await attain("C36", year(2023))).total.quotas.find(({ kind }) => kind === "RANGE");
  expect(in2023).toMatchObject({ achieved: { numerator: 11, denominator: 8, percent: 137.5 }, surplus: 1 });
  const in2024 = (await attain("C36", year(2024), "2024-07-01")).total;
  expect(in2024.forecast.possible).toBe(14);
  expect(in2024.quotas.find(({ source }) => source === "TERM_RESOLUTION")?.achieved).toEqual({
    numerator: 42,
    denominator: 40,
    percent: 105,
  });
});

test("C37, Tu Lý 2024: 13 of 11 are 118.18 %, 433 members, 19 cells of five types", async () => {
  const types: [type: string, count: number][] = [
    ["thôn/tổ dân phố", 12],
    ["trường học", 4],
    ["sự nghiệp", 1],
    ["công an", 1],
    ["quân đội", 1],
  ];
  const cells = types.flatMap(([type, count]) => Array.from({ length: count }, () => type));
  await bring(
    37,
    [
      { code: "C37", name: "Đảng bộ xã Tu Lý", kind: "Đảng bộ cơ sở", parent: "", type: "xã" },
      ...cells.map((type, place) => ({
        code: `C37-${place + 1}`,
        name: `Chi bộ ${place + 1}`,
        kind: "Chi bộ" as const,
        parent: "C37",
        type,
      })),
    ],
    [asks("C37", year(2024), 11)],
    [{ count: 13, told: { cell: "C37-1", decidedOn: "2024-05-06" } }],
  );
  await members([["C37", "2024-12-01", 433]]);
  const { total, rows } = await attain("C37", year(2024));
  expect([reached(total), total.members, rows.length]).toEqual([[[13, 11, 118.18]], 433, 19]);
});

test("C39, Đức Trọng: 39 of 200 by 27 April 2017 are 19.5 %, 250 of 200 the year before 125 %", async () => {
  await bring(
    39,
    committee("C39", "Huyện ủy Đức Trọng", ""),
    [asks("C39", year(2016), 200), asks("C39", year(2017), 200)],
    [admits("C39", 250, "2016-06-03"), admits("C39", 39, "2017-03-03")],
  );
  const now = (await attain("C39", year(2017), "2017-04-27")).total;
  expect(reached(now)).toEqual([[39, 200, 19.5]]);
  expect(now.quotas[0]).toMatchObject({ pace: 0.61, status: "late" });
  expect(reached((await attain("C39", year(2016))).total)).toEqual([[250, 200, 125]]);
});
