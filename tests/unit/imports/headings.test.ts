import { expect, test } from "vitest";
import { Faults } from "@/lib/imports/fault";
import { matchColumns, suggestColumn } from "@/lib/imports/headings";
import { IMPORT_KINDS, importKindNamed } from "@/lib/intake/registry";

const columns = importKindNamed("ho-so")?.columns ?? [];
const NONE = { columns: {}, script: null, mends: {}, matches: {} } as const;
const same = (words: string) => words;

test("a heading may mean the column that shares its words, unless another heading has it", () => {
  const mean = (words: string, taken: string[] = []) => suggestColumn(words, columns, new Set(taken));
  expect(mean("Họ tên")).toBe("name");
  expect(mean("Chi bộ")).toBe("cell");
  expect(mean("Ngày tháng năm sinh")).toBe("birth");
  expect(mean("Quyết định kết nạp số")).toBe("decisionNumber");
  expect(mean("Họ tên", ["name"])).not.toBe("name");
  expect(mean("Ghi chú")).toBe("");
});

test("an answer goes before a column's own header, and that before what is remembered", () => {
  const placesOf = (answers: Record<string, string | null>, remembered: [string, string][]) =>
    matchColumns(["Họ và tên", "Người"], columns, new Faults(), {
      answers: { ...NONE, columns: answers },
      headings: new Map(remembered),
      inUnicode: same,
    }).places.map(({ place, column }) => [place, column.key]);
  expect(placesOf({}, [])).toEqual([[0, "name"]]);
  expect(placesOf({}, [["nguoi", "cell"]])).toEqual([
    [0, "name"],
    [1, "cell"],
  ]);
  expect(placesOf({}, [["ho va ten", ""]])).toEqual([[0, "name"]]);
  expect(placesOf({}, [["ho va ten", "cell"]])).toEqual([[0, "name"]]);
  expect(placesOf({}, [["nguoi", "name"]]), "its own header stands beside it").toEqual([[0, "name"]]);
  expect(placesOf({ 0: null }, [["nguoi", "name"]])).toEqual([[1, "name"]]);
  expect(placesOf({ 0: null, 1: "name" }, [["ho va ten", "name"]])).toEqual([[1, "name"]]);
});

test("a column that was once not wanted is named each time it is left out, unless it is left out by hand", () => {
  const warned = (answers: Record<string, string | null>) => {
    const faults = new Faults();
    const known = { answers: { ...NONE, columns: answers }, headings: new Map([["ghi them", ""]]) };
    matchColumns(["Ghi thêm"], columns, faults, { ...known, inUnicode: same });
    return faults.list.filter(({ level }) => level === "warning").map(({ message }) => message);
  };
  expect(warned({})).toEqual(['Không dùng đến cột "Ghi thêm".']);
  expect(warned({ 0: null })).toEqual([]);
});

test("a heading like __proto__ is a heading like any other", () => {
  const faults = new Faults();
  const headings = new Map<string, string>();
  const known = { answers: NONE, headings, inUnicode: same };
  matchColumns(["__proto__", "constructor", "Họ và tên"], columns, faults, known);
  expect(faults.list.filter(({ level }) => level === "warning").map(({ column }) => column)).toEqual([
    "__proto__",
    "constructor",
  ]);
});

test("every example of every template is one of its list", () => {
  for (const { name, columns: ofKind } of IMPORT_KINDS) {
    for (const { key, choices, example } of ofKind) {
      if (choices && example && key !== "occupation") expect(choices, `${name}: ${key}`).toContain(example);
    }
  }
});
