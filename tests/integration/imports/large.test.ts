import { beforeAll, expect, test } from "vitest";
import { actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { undoImport } from "@/lib/imports/run";
import { IMPORT_KINDS } from "@/lib/intake/registry";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";

const HEADER = [
  "Mã chi bộ",
  "Họ và tên",
  "Ngày sinh",
  "Giới tính",
  "Dân tộc",
  "Tôn giáo",
  "Số định danh",
  "Nhóm nghề nghiệp",
  "Giáo dục phổ thông",
  "Chuyên môn",
  "Lý luận chính trị",
  "Đoàn viên",
  "Nguồn giới thiệu",
  "Ngày giới thiệu",
  "Số quyết định kết nạp",
  "Ngày quyết định kết nạp",
  "Ngày lễ kết nạp",
  "Ngày kết thúc",
  "Lý do kết thúc",
];
const GOOD = [
  "A-1",
  "",
  "12/08/1990",
  "Nam",
  "Kinh",
  "Không",
  "",
  "5",
  "THPT",
  "Đại học",
  "Sơ cấp",
  "có",
  "Đoàn TNCS",
  "20/02/2022",
];

/** Twenty ways to be wrong: the column, what stands there, and what is said of it. */
const FAULTS: readonly [column: string, value: string, says: RegExp][] = [
  ["Mã chi bộ", "A-99", /không có chi bộ mang mã A-99/],
  ["Mã chi bộ", "", /chưa có/],
  ["Họ và tên", "", /chưa có/],
  ["Họ và tên", "Nguyễn 3 Văn", /ký tự không phải chữ/],
  ["Họ và tên", "NguyÔn V¨n", /bảng mã cũ/],
  ["Ngày sinh", "31/02/1999", /không có ngày 31\/02\/1999/],
  ["Ngày sinh", "12/08/2099", /không thể là ngày sinh/],
  ["Ngày sinh", "", /chưa có/],
  ["Giới tính", "Nem", /không hiểu "Nem". Các giá trị: Nam, Nữ/],
  ["Dân tộc", "Kin", /không hiểu "Kin". .*Gần nhất: Kinh/],
  ["Tôn giáo", "Đạo", /không hiểu "Đạo". Các giá trị: .*Công giáo/],
  ["Số định danh", "12345", /không đủ 12 chữ số/],
  ["Nhóm nghề nghiệp", "99", /không hiểu "99"/],
  ["Giáo dục phổ thông", "lớp 13", /không hiểu "lớp 13". Các giá trị: .*THCS/],
  ["Chuyên môn", "Cao thủ", /không hiểu "Cao thủ". Các giá trị: .*Thạc sĩ/],
  ["Lý luận chính trị", "Vững", /không hiểu "Vững". Các giá trị: .*Cao cấp/],
  ["Đoàn viên", "chắc thế", /hãy ghi "có" hoặc "không"/],
  ["Nguồn giới thiệu", "Hàng xóm", /không hiểu "Hàng xóm". Các giá trị: .*Đoàn TNCS/],
  ["Ngày giới thiệu", "2022", /cần đủ ngày, tháng, năm/],
  ["Lý do kết thúc", "Xin rút", /chưa có Ngày kết thúc/],
];

const ROWS = 10_000;
const WRONG = 100;
/** The rows that are wrong, spread over the whole file, in the numbers a spreadsheet shows. */
const wrongRows = new Map(
  Array.from({ length: WRONG }, (_, place) => [
    place * (ROWS / WRONG) + 37,
    FAULTS[place % FAULTS.length] ?? FAULTS[0],
  ]),
);

const letters = (number: number) =>
  `N${[...String(number)].map((digit) => "abcdefghij"[Number(digit)]).join("")}`;

function aWorld(mended: boolean): Uint8Array {
  const rows = Array.from({ length: ROWS }, (_, place) => {
    const row = HEADER.map((_column, column) => GOOD[column] ?? "");
    row[1] = `Nguyễn Văn ${letters(place)}`;
    const wrong = wrongRows.get(place + 2);
    if (wrong && !mended) row[HEADER.indexOf(wrong[0])] = wrong[1];
    return row;
  });
  return aFile(HEADER, ...rows);
}

const asOperator = <T>(run: () => Promise<T>) => actAsOperator("test", run);
const counts = () =>
  asOperator(() =>
    withScope("candidate.read", async ({ db }) => [
      await db.person.count(),
      await db.candidate.count(),
      await db.step.count({ where: { undoneAt: null } }),
    ]),
  );

beforeAll(() => asOperator(() => bringIn("don-vi", aFile(...UNITS))));

test("of 10 000 rows with 100 faults of 20 kinds exactly 9 900 come in; mended 100 more; undone as before", async () => {
  expect(new Set(FAULTS.map(([column, value]) => `${column}|${value}`)).size).toBe(20);
  expect(wrongRows.size).toBe(WRONG);

  const nothing = await asOperator(() => bringIn("ho-so", aWorld(false)));
  expect([nothing.committed, nothing.refused]).toEqual([false, WRONG]);
  expect(await counts()).toEqual([0, 0, 0]);

  const first = await asOperator(() => bringIn("ho-so", aWorld(false), "commitValid"));
  expect([first.toAdd, first.toChange, first.unchanged, first.refused]).toEqual([ROWS - WRONG, 0, 0, WRONG]);
  expect(await counts()).toEqual([ROWS - WRONG, ROWS - WRONG, ROWS - WRONG]);
  const errors = first.faults.filter(({ level }) => level === "error");
  expect(errors).toHaveLength(WRONG);
  for (const { row, column, message } of errors) {
    const [wrongColumn, , says] = wrongRows.get(row) ?? ["", "", /never/];
    expect([row, column]).toEqual([row, wrongColumn]);
    expect(message).toMatch(says);
  }

  const again = await asOperator(() => bringIn("ho-so", aWorld(false), "commitValid"));
  expect([again.toAdd, again.toChange, again.unchanged, again.refused]).toEqual([0, 0, ROWS - WRONG, WRONG]);

  const mended = await asOperator(() => bringIn("ho-so", aWorld(true)));
  expect([mended.committed, mended.toAdd, mended.unchanged, mended.refused]).toEqual([
    true,
    WRONG,
    ROWS - WRONG,
    0,
  ]);
  expect(await counts()).toEqual([ROWS, ROWS, ROWS]);

  const undo = (batch: string | null) =>
    asOperator(() => withScope("import.run", (scope) => undoImport(scope, IMPORT_KINDS, batch ?? "")));
  expect(await undo(mended.batch)).toBeNull();
  expect(await counts()).toEqual([ROWS - WRONG, ROWS - WRONG, ROWS - WRONG]);
  expect(await undo(first.batch)).toBeNull();
  expect(await counts()).toEqual([0, 0, 0]);
}, 300_000);
