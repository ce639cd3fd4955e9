import { expect, test } from "vitest";
import { actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { undoImport } from "@/lib/imports/run";
import { IMPORT_KINDS } from "@/lib/intake/registry";
import { treeOn } from "@/lib/organisation/repository/tree-on";
import { findUnitByCode } from "@/lib/organisation/repository/units";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";

const asOperator = <T>(run: () => Promise<T>) => actAsOperator("test", run);
const HEADER = [
  "Mã đơn vị",
  "Tên đơn vị",
  "Loại tổ chức",
  "Mã đơn vị cấp trên",
  "Từ ngày",
  "Đến ngày",
  "Mã đơn vị kế tục",
];

const rowsOn = (code: string, day: string) =>
  asOperator(() =>
    withScope("organisation.read", async (scope) => {
      const unit = await findUnitByCode(scope, code);
      return (unit && (await treeOn(scope, unit.id, day, "as-was")))?.rows.map(
        ({ unit: { code: row, name } }) => `${row} ${name}`,
      );
    }),
  );

test("units come in any order, once, and unchanged the second time", async () => {
  const first = await asOperator(() => bringIn("don-vi", aFile(...UNITS)));
  expect([first.committed, first.toAdd]).toEqual([true, 8]);
  const again = await asOperator(() => bringIn("don-vi", aFile(...UNITS)));
  expect([again.toAdd, again.toChange, again.unchanged]).toEqual([0, 0, 8]);
  expect(await rowsOn("H", "2024-01-01")).toEqual([
    "A Đảng bộ xã A",
    "B Đảng bộ xã B",
    "S Chi bộ Trường THPT S",
  ]);
});

test("circles, unknown parents and wrong codes are refused, each with its row", async () => {
  const answer = await asOperator(() =>
    bringIn(
      "don-vi",
      aFile(
        HEADER,
        ["X", "X", "Đảng bộ cơ sở", "Y", "", "", ""],
        ["Y", "Y", "Đảng bộ cơ sở", "X", "", "", ""],
        ["Z", "Z", "Chi bộ", "KHONG-CO", "", "", ""],
        ["a b", "Q", "Chi bộ", "A", "", "", ""],
      ),
      "check",
    ),
  );
  expect(answer.refused).toBe(4);
  expect(answer.faults.map(({ row, message }) => `${row} ${message}`).join("\n")).toMatch(
    /2 .*vòng lặp[\s\S]*3 .*vòng lặp[\s\S]*4 .*KHONG-CO[\s\S]*5 .*chữ không dấu/,
  );
});

test("a later day gives another name; an end puts the unit beneath its successor; both are undone as one", async () => {
  const answer = await asOperator(() =>
    bringIn(
      "don-vi",
      aFile(
        HEADER,
        ["B", "Đảng bộ xã B mới", "Đảng bộ cơ sở", "H", "01/07/2025", "", ""],
        ["A", "Đảng bộ xã A", "Đảng bộ cơ sở", "H", "", "30/06/2025", "B"],
      ),
    ),
  );
  expect([answer.committed, answer.toChange]).toEqual([true, 2]);
  expect(await rowsOn("H", "2025-06-30")).toEqual([
    "A Đảng bộ xã A",
    "B Đảng bộ xã B",
    "S Chi bộ Trường THPT S",
  ]);
  expect(await rowsOn("H", "2025-07-01")).toEqual(["B Đảng bộ xã B mới", "S Chi bộ Trường THPT S"]);
  expect(await rowsOn("B", "2025-07-01")).toEqual([
    "A-1 Chi bộ thôn 1",
    "A-2 Chi bộ thôn 2",
    "B-1 Chi bộ thôn 1",
  ]);

  const refused = await asOperator(() =>
    withScope("import.run", (scope) => undoImport(scope, IMPORT_KINDS, answer.batch ?? "")),
  );
  expect(refused).toBeNull();
  expect(await rowsOn("H", "2025-07-01")).toEqual([
    "A Đảng bộ xã A",
    "B Đảng bộ xã B",
    "S Chi bộ Trường THPT S",
  ]);
});

test("a member count larger than the whole is refused", async () => {
  const header = ["Mã đơn vị", "Ngày", "Tổng số đảng viên", "Nữ"];
  const answer = await asOperator(() =>
    bringIn(
      "so-luong-dang-vien",
      aFile(
        header,
        ["A", "31/12/2023", "1.905", "900"],
        ["B", "31/12/2023", "10", "15"],
        ["KHONG", "31/12/2023", "10", ""],
      ),
      "check",
    ),
  );
  expect([answer.toAdd, answer.refused]).toEqual([1, 2]);
});

test("a quota revised by a later document stands beside the earlier one", async () => {
  const header = ["Mã đơn vị", "Từ ngày", "Đến ngày", "Nguồn", "Giá trị", "Số văn bản", "Ngày văn bản"];
  const year = ["H", "01/01/2024", "31/12/2024", "Cấp trên giao"];
  await asOperator(() => bringIn("chi-tieu", aFile(header, [...year, "450", "1-QĐ", "10/01/2024"])));
  const later = await asOperator(() =>
    bringIn("chi-tieu", aFile(header, [...year, "380", "9-QĐ", "10/08/2024"])),
  );
  expect(later.toAdd).toBe(1);
  const stored = await asOperator(() => withScope("quota.read", ({ db }) => db.quota.count()));
  expect(stored).toBe(2);
});
