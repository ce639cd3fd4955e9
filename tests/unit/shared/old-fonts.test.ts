import { expect, test } from "vitest";
import { convertOldFont, guessOldFont, isSurelyUnicode } from "@/lib/shared/old-fonts";

const TCVN3 = [
  ["NguyÔn V¨n ¸nh", "Nguyễn Văn Ánh"],
  ["TrÇn ThÞ Mai H\u00ad¬ng", "Trần Thị Mai Hương"],
  ["§Æng Quèc TuÊn", "Đặng Quốc Tuấn"],
  ["NGUYÔN V¡N HßA", "NGUYỄN VĂN HÒA"],
  ["Hä vµ tªn", "Họ và tên"],
  ["Ph¹m Thu Hµ", "Phạm Thu Hà"],
  ["y tÕ x·", "y tế xã"],
];
const VNI = [
  ["Nguyeãn Vaên AÙnh", "Nguyễn Văn Ánh"],
  ["Traàn Thò Mai Höông", "Trần Thị Mai Hương"],
  ["Ñaëng Quoác Tuaán", "Đặng Quốc Tuấn"],
  ["NGUYEÃN VAÊN HOØA", "NGUYỄN VĂN HÒA"],
  ["Leâ Thò Myõ Leä", "Lê Thị Mỹ Lệ"],
];

test.each(TCVN3)("TCVN3 %s is %s", (old, text) => {
  expect(convertOldFont(old, "tcvn3")).toBe(text);
  expect(guessOldFont([old])).toBe("tcvn3");
});

test.each(VNI)("VNI %s is %s", (old, text) => {
  expect(convertOldFont(old, "vni")).toBe(text);
  expect(guessOldFont([old])).toBe("vni");
});

test("Unicode text is no old font, nor is what no font makes Vietnamese", () => {
  expect(guessOldFont(["Nguyễn Văn Ánh", "Lê Hà", "H'Hen Niê", "EAP-09", "12/08/1990"])).toBeNull();
  expect(guessOldFont(["Müller Straße", "Größe"])).toBeNull();
  expect(isSurelyUnicode("Nguyễn")).toBe(true);
  expect(isSurelyUnicode("NguyÔn V¨n")).toBe(false);
});
