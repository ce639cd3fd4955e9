import { describe, expect, test } from "vitest";
import { Cells } from "@/lib/imports/cells";
import { Faults } from "@/lib/imports/fault";
import type { ImportColumn } from "@/lib/imports/kind";
import { buildVerdict } from "@/lib/periods/rules/verdict";
import { sumTyped } from "@/lib/quotas/rules/allocation";
import { quotaSchema } from "@/lib/quotas/schema";
import { answerTaskSchema } from "@/lib/reports/schema";
import { parseNumber, parseWhole } from "@/lib/shared/numbers";
import { exactValue } from "@/lib/totals/rules";

const NUMBERS: [string, number | null, number | null][] = [
  ["1905", 1905, 1905],
  ["1.905", 1905, 1905],
  ["12.345.678", 12_345_678, 12_345_678],
  ["1 905", 1905, 1905],
  ["1.905,25", 1905.25, null],
  ["3,25", 3.25, null],
  ["3.5", 3.5, null],
  ["3.25", 3.25, null],
  ["12.3456", 12.3456, null],
  ["0.125", 0.125, null],
  ["0,5", 0.5, null],
  [" 7 ", 7, 7],
  ["0", 0, 0],
  ["", null, null],
  ["1.90", 1.9, null],
  ["1.905.2", null, null],
  ["1.905 678", null, null],
  ["12 5", null, null],
  ["3,5,5", null, null],
  ["1,905,000", null, null],
  ["-3", null, null],
  ["1e3", null, null],
  [".5", null, null],
  ["5,", null, null],
  ["gần 90", null, null],
];

test.each(NUMBERS)("%j is the number %j, the whole number %j", (typed, number, whole) => {
  expect(parseNumber(typed)).toBe(number);
  expect(parseWhole(typed)).toBe(whole);
});

describe("every field reads it alike", () => {
  const columns: ImportColumn[] = [{ key: "value", header: "Giá trị" }];
  const cellsOf = (text: string) =>
    new Cells(
      { row: 2, cells: new Map([["value", text]]), columns: new Set(["value"]), raw: [text] },
      columns,
      new Faults(),
    );
  const asQuota = (value: string, kind = "SHARE_OF_MEMBERS") =>
    quotaSchema.safeParse({
      unit: "H",
      source: "ASSIGNED",
      indicator: "ADMISSION",
      group: "ALL",
      kind,
      value,
      from: "01/01/2024",
      to: "31/12/2024",
    }).data?.value;
  const asAnswer = (number: string) =>
    answerTaskSchema.safeParse({
      taskId: "11111111-1111-4111-8111-111111111111",
      version: "1",
      answer: "",
      number,
    }).data?.number;

  test.each([
    ["3.5", 3.5],
    ["3,5", 3.5],
    ["1.905", 1905],
  ])("%j", (typed, value) => {
    expect(cellsOf(typed).number("value")).toBe(value);
    expect(cellsOf(`${typed} %`).number("value")).toBe(value);
    expect(asQuota(typed, value > 100 ? "NUMBER" : "SHARE_OF_MEMBERS")).toBe(value);
    expect(asAnswer(typed)).toBe(value);
    const frozen = { hash: "ab", totals: [{ key: "total", label: "Tổng số", number: value }] };
    const paper = { h: "", totals: { total: typed }, line: "", number: "" };
    expect(buildVerdict(frozen, paper, null)).toMatchObject({ numbers: [{ same: true }] });
  });

  test("whole ones take no decimals", () => {
    expect(cellsOf("3.5").count("value")).toBeNull();
    expect(cellsOf("1.905").count("value")).toBe(1905);
    expect(exactValue("3.5")).toBeNull();
    expect(exactValue("1.905")).toBe(1905);
    expect(sumTyped(["1.905", "3.5", "7"])).toBe(1912);
  });

  test("each keeps its own limits", () => {
    expect(asAnswer("3,125")).toBeUndefined();
    expect(asAnswer("1.000.000.000.000")).toBeUndefined();
    expect(asQuota("1.000.000", "NUMBER")).toBe(1_000_000);
    expect(asQuota("1.000.001", "NUMBER")).toBeUndefined();
    expect(asQuota("3,12345")).toBeUndefined();
  });
});
