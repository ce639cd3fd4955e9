import { expect, test } from "vitest";
import { officialDay, placeAndDay, signsFor, superiorName } from "@/lib/organisation/rules/letterhead";
import { A_LINE } from "@/tests/support/forms";

test.each([
  ["2024-05-03", "ngày 03 tháng 5 năm 2024"],
  ["2024-02-12", "ngày 12 tháng 02 năm 2024"],
  ["2024-10-01", "ngày 01 tháng 10 năm 2024"],
])("%s is written %s", (day, words) => expect(officialDay(day)).toBe(words));

test("a paper is written where the nearest administrative unit is", () => {
  expect(placeAndDay(A_LINE, "2024-05-03")).toBe("Ea Phê, ngày 03 tháng 5 năm 2024");
  expect(placeAndDay([{ name: "Đảng bộ Khối các cơ quan" }], null)).toBe("…………, ngày …… tháng …… năm ………");
});

test.each([
  ["Đảng bộ tỉnh Đắk Lắk", "PROVINCE", "ĐẢNG BỘ TỈNH ĐẮK LẮK"],
  ["Đảng bộ bộ phận thôn 1", "SECTION", "ĐẢNG ỦY BỘ PHẬN THÔN 1"],
  ["Ban Chấp hành Trung ương", "CENTRAL", ""],
])("above a unit of %s stands %s: %s", (name, kind, words) =>
  expect(superiorName({ name, kind })).toBe(words),
);

test.each([
  ["Chi bộ thôn Phước Thọ 2", "CELL", "T/M CHI BỘ"],
  ["Chi bộ Trường THPT Krông Pắc", "BASE_CELL", "T/M CHI BỘ"],
  ["Đảng bộ bộ phận thôn 1", "SECTION", "T/M ĐẢNG ỦY BỘ PHẬN"],
  ["Đảng bộ xã Ea Phê", "BASE_COMMITTEE", "T/M ĐẢNG ỦY"],
  ["Đảng bộ huyện Krông Pắc", "UPPER", "T/M BAN THƯỜNG VỤ"],
])("%s (%s) signs %s", (name, kind, words) => expect(signsFor({ name, kind })).toBe(words));
