import { addDays, formatDay } from "../../lib/shared/days";

const HEAD = [
  "Mã chi bộ",
  "Họ và tên",
  "Ngày sinh",
  "Giới tính",
  "Giáo dục phổ thông",
  "Ngày giới thiệu",
  "Ngày vào diện cảm tình",
  "Số GCN nhận thức",
  "Ngày cấp GCN nhận thức",
  "Ngày viết đơn",
  "Ngày nghị quyết chi bộ",
  "Ngày nghị quyết đảng ủy cơ sở",
  "Ngày trình cấp có thẩm quyền",
];

/** The last resolution somebody has: of the cell, of the base committee, or sent to the deciding committee. */
export type Reached = "cell" | "base" | "submitted";

const WORDS =
  "An Bình Chi Dung Giang Hà Hạnh Hiền Hoa Khoa Lan Lâm Linh Loan Mai Minh Nam Nga Ngân Oanh Phong Quân Sơn Tâm Thu".split(
    " ",
  );

/** A name of the tests, another one for each number. */
export const nameOf = (number: number): string =>
  `Hoàng ${WORDS[Math.floor(number / WORDS.length) % WORDS.length]} ${WORDS[number % WORDS.length]}`;

/** Rows of `ho-so`, header first, of people who wait for the meeting that follows what they reached. */
export function dossiersReaching(
  reached: Reached,
  cells: readonly string[],
  count: number,
  today: string,
  from = 0,
): string[][] {
  const rows = Array.from({ length: count }, (_, place) => [
    cells[place % cells.length] ?? "",
    nameOf(from + place),
    `12/08/${1985 + (place % 10)}`,
    place % 2 === 0 ? "Nữ" : "Nam",
    "THPT",
    ...[700, 680].map((days) => formatDay(addDays(today, -days))),
    `${from + place + 1}/GCN`,
    ...[500, 200, 40].map((days) => formatDay(addDays(today, -days))),
    reached === "cell" ? "" : formatDay(addDays(today, -20)),
    reached === "submitted" ? formatDay(addDays(today, -10)) : "",
  ]);
  return [HEAD, ...rows];
}
