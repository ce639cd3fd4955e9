import { expect, test } from "vitest";
import {
  committeeName,
  formatDocumentNumber,
  numberSign,
  parseDocumentNumber,
} from "@/lib/organisation/rules/register";

test.each([
  ["83-QĐ/HU", { number: 83, register: "QĐ", sign: "HU" }],
  ["007 - qđ/HU", { number: 7, register: "QĐ", sign: "HU" }],
  ["83/QĐ-HU", { number: 83, register: "QĐ", sign: "HU" }],
  ["83-QĐ/HU".normalize("NFD"), { number: 83, register: "QĐ", sign: "HU" }],
  ["QĐ 83", null],
  ["00-QĐ/HU", null],
  ["83", null],
])("%s is %o", (text, parsed) => expect(parseDocumentNumber(text)).toEqual(parsed));

test("a number is written as it was read", () => {
  expect(formatDocumentNumber({ number: 7, register: "NQ", sign: "CB" })).toBe("07-NQ/CB");
  expect(formatDocumentNumber({ number: 183, register: "QĐ", sign: "HU" })).toBe("183-QĐ/HU");
});

test.each([
  ["Đảng bộ huyện Krông Pắc", "Huyện ủy Krông Pắc", "HU"],
  ["Đảng bộ tỉnh Đắk Lắk", "Tỉnh ủy Đắk Lắk", "TU"],
  ["Đảng bộ thành phố Hà Nội", "Thành ủy Hà Nội", "TU"],
  ["Đảng bộ thị xã Buôn Hồ", "Thị ủy Buôn Hồ", "ThU"],
  ["Đảng bộ xã Ea Phê", "Đảng ủy xã Ea Phê", "ĐU"],
  ["Chi bộ thôn 1", "Chi bộ thôn 1", "CB"],
])("%s is led by %s, sign %s", (organisation, committee, sign) => {
  expect(committeeName(organisation)).toBe(committee);
  expect(numberSign(organisation)).toBe(sign);
});
