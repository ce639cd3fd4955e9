import { afterAll, beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { closeDatabase } from "@/lib/platform/database";
import { loadPeople } from "@/lib/reports/queries/people";
import { loadSources } from "@/lib/reports/queries/sources";
import type { TreeMode } from "@/lib/reports/rules/parameters";
import { loadRegister } from "@/lib/sources/queries/register";
import { registerAddress } from "@/lib/sources/schema";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";
import { givenOfficer } from "@/tests/support/organisation";

const HEADER = [
  "Mã tổ chức",
  "Tên tổ chức",
  "Cấp",
  "Mã tổ chức cấp trên",
  "Khối",
  "Mã đơn vị đảng",
  "Từ ngày",
  "Đến ngày",
];
const LAST = "30/06/2025";
const FIRST = "01/07/2025";
/** A district with two communes, a school that stands beneath the province, and what became of it in July 2025. */
const UNION = [
  HEADER,
  ["D-T", "Tỉnh đoàn T", "Tỉnh đoàn", "", "", "T", "", ""],
  ["D-H", "Đoàn huyện H", "Cấp huyện", "D-T", "", "H", "", LAST],
  ["D-A", "Đoàn xã A", "Đoàn cơ sở", "D-H", "Khu dân cư", "A", "", LAST],
  ["D-A-1", "Chi đoàn thôn 1", "Chi đoàn", "D-A", "", "A-1", "", ""],
  ["D-B", "Đoàn xã B", "Đoàn cơ sở", "D-H", "Khu dân cư", "B", "", LAST],
  ["D-B-1", "Chi đoàn thôn 1", "Chi đoàn", "D-B", "", "B-1", "", ""],
  ["D-S", "Đoàn Trường THPT S", "Đoàn cơ sở", "D-T", "Trường học", "S", "", ""],
  ["D-A", "Đoàn xã A mới", "Đoàn cơ sở", "D-T", "Khu dân cư", "A", FIRST, ""],
  ["D-B", "Đoàn xã B", "Đoàn cơ sở", "D-A", "Khu dân cư", "B", FIRST, ""],
];
const MEMBERS: Record<string, number> = { "D-A-1": 3, "D-B-1": 4, "D-S": 5, "D-H": 2 };
let province: string;
let district: string;

beforeAll(() =>
  actAsOperator("test", async () => {
    await bringIn("don-vi", aFile(...UNITS));
    const rows = Object.entries(MEMBERS).flatMap(([unit, count]) =>
      Array.from({ length: count }, (_, place) => [
        unit,
        `Lê Văn ${"ABCDEF"[place]}`,
        "12/08/2003",
        "Nam",
        "26/03/2020",
        "2024",
        "HTXSNV",
      ]),
    );
    // Entered while the district was there: a closed organisation takes nobody.
    const before = UNION.map((row) => row.with(7, row[7] === LAST ? "" : (row[7] ?? "")));
    await bringIn("to-chuc-doan", aFile(HEADER, ...before.slice(1, -2)));
    const members = await bringIn(
      "doan-vien",
      aFile(
        [
          "Mã tổ chức đoàn",
          "Họ và tên",
          "Ngày sinh",
          "Giới tính",
          "Ngày vào Đoàn",
          "Năm xếp loại",
          "Xếp loại",
        ],
        ...rows,
      ),
    );
    expect(members.refused).toBe(0);
    const summary = await bringIn("to-chuc-doan", aFile(...UNION));
    expect([summary.committed, summary.refused]).toEqual([true, 0]);
    expect((await bringIn("to-chuc-doan", aFile(...UNION))).unchanged).toBe(UNION.length - 1);
    await withScope("account.manage", async (scope) => {
      const party = async (code: string) =>
        (await scope.db.unit.findUniqueOrThrow({ where: { codeKey: code } })).id;
      const union = async (code: string) =>
        (await scope.db.unionUnit.findUniqueOrThrow({ where: { codeKey: code } })).id;
      province = await givenOfficer(scope, "province", "unionOfficer", await party("T"), await union("D-T"));
      district = await givenOfficer(scope, "district", "unionOfficer", await party("H"), await union("D-H"));
    });
  }),
);
afterAll(closeDatabase);

const report = (token: string, unit: string, asOf: string, tree: TreeMode = "as-was") =>
  actAs(token, () =>
    loadSources({ unit, from: "2024-01-01", to: "2024-12-31", asOf, countBy: "decision", tree }),
  );
const shown = async (...asked: Parameters<typeof report>) => {
  const { unit, rows, total } = await report(...asked);
  return {
    unit: unit.name,
    total: [total.unionMembers, total.excellent],
    rows: rows.map((row) => [row.unit.code, row.unit.name, row.unionMembers, row.excellent]),
  };
};

const BEFORE = {
  unit: "Tỉnh đoàn T",
  total: [14, 14],
  rows: [
    ["D-H", "Đoàn huyện H", 9, 9],
    ["D-S", "Đoàn Trường THPT S", 5, 5],
  ],
};
/** Who is still registered in the closed district counts in the total alone. */
const AFTER = {
  unit: "Tỉnh đoàn T",
  total: [14, 14],
  rows: [
    ["D-A", "Đoàn xã A mới", 7, 7],
    ["D-S", "Đoàn Trường THPT S", 5, 5],
  ],
};

test.each([
  ["2024-05-04", BEFORE],
  ["2025-06-30", BEFORE],
  ["2025-07-01", AFTER],
  ["2026-01-01", AFTER],
])("as of %s the Union's figures stand in the tree of that day", async (asOf, expected) => {
  expect(await shown(province, "D-T", asOf)).toEqual(expected);
});

test("as it is, every day stands in the tree of today", async () => {
  expect(await shown(province, "D-T", "2025-06-30", "as-is")).toEqual(AFTER);
});

test("a district and a commune have what stood beneath them on the day", async () => {
  expect((await shown(province, "D-H", "2025-06-30")).rows).toEqual([
    ["D-A", "Đoàn xã A", 3, 3],
    ["D-B", "Đoàn xã B", 4, 4],
  ]);
  expect((await shown(province, "D-H", "2025-07-01")).total).toEqual([2, 2]);
  expect((await shown(province, "D-A", "2025-06-30")).total).toEqual([3, 3]);
  expect((await shown(province, "D-A", "2025-07-01")).total).toEqual([7, 7]);
});

test("an officer counts what they may see: what has left their range since is the level above's", async () => {
  expect((await shown(district, "D-H", "2025-06-30")).total).toEqual([2, 2]);
  await expect(report(district, "D-A", "2025-06-30")).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
});

test("the list has as many people as the figure of the day says", async () => {
  for (const [asOf, unit, count] of [
    ["2025-06-30", "D-H", 9],
    ["2025-07-01", "D-A", 7],
  ] as const) {
    const people = await actAs(province, () =>
      loadPeople(
        { unit: "D-T", from: "2024-01-01", to: "2024-12-31", asOf, countBy: "decision", tree: "as-was" },
        `sources:rows[unit.code=${unit}].excellent`,
      ),
    ).catch((error: Error) => error.message);
    expect(people).toMatchObject({ count });
  }
});

test("an organisation's page tells where it stood before", async () => {
  const register = (unit: string) =>
    actAs(province, () => loadRegister(registerAddress({ unit }, "2026-01-01")));
  expect((await register("D-A")).history).toEqual([
    { from: "2025-07-01", until: null, name: "Đoàn xã A mới", level: "BASE", aboveName: "Tỉnh đoàn T" },
    { from: null, until: "2025-06-30", name: "Đoàn xã A", level: "BASE", aboveName: "Đoàn huyện H" },
  ]);
  const closed = await register("D-H");
  expect([closed.unit?.closed, closed.history[0]?.until]).toEqual([true, "2025-06-30"]);
});
