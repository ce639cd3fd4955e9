import { expect, test } from "vitest";
import {
  parseEducation,
  parseEthnicity,
  parseOccupation,
  parseProfession,
  parseReligion,
  parseSex,
} from "@/lib/people/labels";
import { citizenNumberFaults, maskedCitizenNumber, mendedCitizenNumber } from "@/lib/people/rules";

const born1986 = { birthYear: 1986, sex: "male" as const };

test.each([
  ["066086917247", []],
  ["06608691724", ["wrongLength"]],
  ["099086917247", ["wrongProvince"]],
  ["066087917247", ["otherBirthYear"]],
  ["066186917247", ["otherSex"]],
  ["066286917247", ["otherBirthYear"]],
])("R-52: %s", (number, faults) => {
  expect(citizenNumberFaults(number, born1986)).toEqual(faults);
});

test("a lost leading zero is mended only where the number becomes right", () => {
  expect(mendedCitizenNumber("66086917247", born1986)).toBe("066086917247");
  expect(mendedCitizenNumber("66087917247", born1986)).toBeNull();
  expect(maskedCitizenNumber("7247")).toBe("•••• •••• 7247");
});

test.each([
  ["Ê đê", "12"],
  ["ÊĐÊ", "12"],
  ["H'Mông", "08"],
  ["Kinh", "01"],
  ["Bru-Vân Kiều", "23"],
  ["Pa Cô", "31"],
  ["xyz", null],
])("the ethnic group %s", (words, code) => {
  expect(parseEthnicity(words)).toBe(code);
  expect(parseEthnicity(words.normalize("NFD"))).toBe(code);
});

test("usual spellings of the other lists", () => {
  expect([
    parseSex("nữ"),
    parseReligion("Phật giáo Hoà Hảo"),
    parseOccupation("7A"),
    parseEducation("12/12"),
    parseProfession("Thạc sỹ"),
  ]).toEqual(["female", "hoahao", "7a", "upperSecondary", "master"]);
});
