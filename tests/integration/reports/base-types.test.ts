import { beforeAll, expect, test } from "vitest";
import { actAsOperator } from "@/lib/access/acting";
import { loadPeople } from "@/lib/reports/queries/people";
import { loadUnitTypes } from "@/lib/reports/queries/unit-types";
import { aFile, bringIn } from "@/tests/support/imports";

const asOperator = <T>(run: () => Promise<T>) => actAsOperator("test", run);
const on = (asOf: string, tree: "as-was" | "as-is" = "as-was") => ({
  unit: "H",
  from: "2024-01-01",
  to: "2024-12-31",
  asOf,
  countBy: null,
  tree,
});

beforeAll(async () => {
  const units = [
    ["Mã đơn vị", "Tên đơn vị", "Loại tổ chức", "Mã đơn vị cấp trên", "Loại hình", "Từ ngày"],
    ["H", "Đảng bộ huyện H", "Cấp trên trực tiếp cơ sở", "", "", ""],
    ["A", "Đảng bộ xã A", "Đảng bộ cơ sở", "H", "xã", ""],
    ["S", "Đảng bộ Trường S", "Đảng bộ cơ sở", "H", "trường học", ""],
    ["A-1", "Chi bộ 1", "Chi bộ", "A", "thôn/tổ dân phố", ""],
    ["A-1", "Chi bộ 1", "Chi bộ", "S", "trường học", "01/07/2024"],
    ["A", "Đảng bộ phường A", "Đảng bộ cơ sở", "H", "phường", "01/09/2024"],
  ];
  await asOperator(() => bringIn("don-vi", aFile(...units)));
  const people = [
    ["Mã chi bộ", "Họ và tên", "Ngày sinh", "Giới tính", "Ngày giới thiệu", "Ngày quyết định kết nạp"],
    ["A-1", "Trần Thị An", "12/08/1998", "Nữ", "10/01/2022", "15/03/2024"],
  ];
  await asOperator(() => bringIn("ho-so", aFile(...people)));
});

test.each([
  ["2024-06-30", "as-was", "type.COMMUNE"],
  ["2024-07-01", "as-was", "type.SCHOOL"],
  ["2024-06-30", "as-is", "type.SCHOOL"],
] as const)("on %s, %s, one admitted in the cell counts at %s", async (asOf, tree, key) => {
  const { rows, checks } = await asOperator(() => loadUnitTypes(on(asOf, tree)));
  const admitted = rows.filter(({ current }) => current === 1).map((row) => row.key);
  expect(admitted).toEqual(["total", key]);
  expect(checks.every(({ ok }) => ok)).toBe(true);
  const people = await asOperator(() => loadPeople(on(asOf, tree), `unit-types:${key}`));
  expect(people.count).toBe(1);
});

test("a base organisation that has another type since keeps that of the day", async () => {
  const types = async (asOf: string) =>
    (await asOperator(() => loadUnitTypes(on(asOf)))).rows
      .filter(({ key, organisations }) => key.startsWith("type.") && organisations > 0)
      .map(({ key, organisations, admitting }) => [key, organisations, admitting]);
  expect(await types("2024-06-30")).toEqual([
    ["type.COMMUNE", 1, 1],
    ["type.SCHOOL", 1, 0],
  ]);
  expect(await types("2024-12-31")).toEqual([
    ["type.WARD", 1, 0],
    ["type.SCHOOL", 1, 1],
  ]);
});
