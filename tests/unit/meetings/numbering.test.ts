import { expect, test } from "vitest";
import { nextNumber, numberKey, splitNumber, tailOf } from "@/lib/meetings/rules/numbering";

test("the next number follows the highest of its own sequence", () => {
  expect(nextNumber(["91-QĐ/HU", "93-QĐ/HU", "92-qđ/hu", "400-QĐ/TU"], "-QĐ/HU")).toBe("94-QĐ/HU");
  expect(nextNumber([], "-NQ/CB")).toBe("01-NQ/CB");
  expect(nextNumber(["06-NQ/CB"], "-NQ/CB")).toBe("07-NQ/CB");
});

test("two ways of writing a number are one number, two numbers are two", () => {
  expect(numberKey("07-NQ/CB")).toBe(numberKey(" 7 - nq/cb"));
  expect(numberKey("94-QĐ/HU")).toBe(numberKey("94-QD/HU"));
  expect(numberKey("94-QĐ/HU")).not.toBe(numberKey("94-QĐ/TU"));
  expect(numberKey("94-QĐ/HU")).not.toBe(numberKey("940-QĐ/HU"));
});

test("a number ends as the one before it did, or as such committees write it", () => {
  expect(tailOf(["không số", "12-QĐ/ĐUK"], "decided", "Đảng bộ huyện X")).toBe("-QĐ/ĐUK");
  expect(tailOf([], "decided", "Đảng bộ huyện X")).toBe("-QĐ/HU");
  expect(tailOf([], "decided", "Đảng bộ thành phố X")).toBe("-QĐ/TU");
  expect(tailOf([], "cellVoted", "Chi bộ 1")).toBe("-NQ/CB");
  expect(tailOf([], "baseVoted", "Đảng bộ xã A")).toBe("-NQ/ĐU");
});

test("what does not begin with a number has no place in a sequence", () => {
  expect(splitNumber("QĐ 94")).toBeNull();
  expect(splitNumber("0094-QĐ/HU")).toEqual({ count: 94, tail: "-QĐ/HU" });
});
