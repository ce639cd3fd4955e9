import { expect, test } from "vitest";
import { cellWords, formPaper, plainForm } from "@/lib/reports/export/form";

const paperOf = (count: number) => {
  const columns = Array.from({ length: count }, (_, at) => ({ title: `C${at}`, kind: "number" as const }));
  const row = columns.map((_, at) => at);
  const around = { left: ["HUYỆN ỦY"], right: ["ĐẢNG"], title: ["BẢNG"], notes: [] };
  const { blocks } = formPaper(plainForm("Bảng", around, columns, [row]));
  return blocks.flatMap((block) => (block.is === "table" ? [block.table] : []));
};
const headOf = ({ head }: ReturnType<typeof paperOf>[number]) => head[0]?.map(({ text }) => text);

test("a table of many columns goes on beneath, its first columns again, and loses none", () => {
  expect(paperOf(14).map(headOf)).toEqual([Array.from({ length: 14 }, (_, at) => `C${at}`)]);
  const tables = paperOf(22);
  expect(tables).toHaveLength(2);
  for (const table of tables) expect(headOf(table)?.slice(0, 2)).toEqual(["C0", "C1"]);
  const shown = tables.flatMap((table) => headOf(table)?.slice(2));
  expect(shown).toEqual(Array.from({ length: 20 }, (_, at) => `C${at + 2}`));
  expect(tables[1]?.body[0]?.map(({ text }) => text)).toEqual([
    "0",
    "1",
    ...Array.from({ length: 10 }, (_, at) => String(at + 12)),
  ]);
});

test("a cell is written as paper writes it", () => {
  expect(cellWords(true, { kind: "text" })).toBe("x");
  expect(cellWords(false, { kind: "text" })).toBe("");
  expect(cellWords(1905, { kind: "number" })).toBe("1.905");
  expect(cellWords("2024-05-04", { kind: "day" })).toBe("04/05/2024");
});
