import fc from "fast-check";
import { readXlsx } from "hucre/xlsx";
import { expect, test, vi } from "vitest";
import { textOfEntry } from "@/lib/platform/spreadsheet/archive";
import { readTable } from "@/lib/platform/spreadsheet/read-table";
import type { Cell, Column, Rows } from "@/lib/platform/spreadsheet/sheet";
import { writeCsv } from "@/lib/platform/spreadsheet/write-csv";
import { writeXlsx } from "@/lib/platform/spreadsheet/write-xlsx";

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const textOf = async (stream: ReadableStream<Uint8Array>): Promise<string> =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(await bytesOf(stream));

const columns: Column[] = [
  { title: "Họ và tên", kind: "text", width: 30 },
  { title: "Số lượng", kind: "number" },
  { title: "Tỷ lệ", kind: "percent" },
  { title: "Ngày", kind: "day" },
];
const workbook = (rows: Rows) => bytesOf(writeXlsx([{ name: "Danh sách", columns, rows }]));

test("what is written to a workbook reads back as it was", async () => {
  const file = await workbook([
    ["Nguyễn Thị Ánh", 1905, 23.17, "2024-05-04"],
    ["  <b>&\"'  ", -1.5, 0, { date: "1930-02-03" }],
    [null, 0, null, null],
    ["dòng một\ndòng hai", null, 100, "không rõ"],
  ]);
  const { header, rows } = await readTable(file, "ket-qua.xlsx");
  expect(header).toEqual(["Họ và tên", "Số lượng", "Tỷ lệ", "Ngày"]);
  expect(rows).toEqual([
    { row: 2, cells: ["Nguyễn Thị Ánh", 1905, 0.2317, { date: "2024-05-04" }] },
    { row: 3, cells: ["  <b>&\"'  ", -1.5, 0, { date: "1930-02-03" }] },
    { row: 4, cells: [null, 0] },
    { row: 5, cells: ["dòng một\ndòng hai", null, 1, "không rõ"] },
  ]);
});

test("any text survives a workbook, letter for letter", async () => {
  const text = fc
    .string({ unit: "grapheme" })
    .filter((value) => value !== "" && !/\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/u.test(value));
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (texts) => {
      const { rows } = await readTable(await workbook(texts.map((value) => [value])), "a.xlsx");
      expect(rows.map(({ cells }) => cells[0])).toEqual(texts);
    }),
    { numRuns: 50 },
  );
});

test.each(["=1+1", "+84912", "-5", "@SUM(A1)", "\tx", "＝1", "＋1", "－1", "＠1", '=HYPERLINK("http://x")'])(
  "%j is a text cell in a workbook and guarded in a CSV",
  async (text) => {
    const book = await readXlsx(await workbook([[text, 1, 1, null]]));
    expect(JSON.stringify(book)).not.toContain("formula");
    expect(book.sheets[0]?.rows[1]?.[0]).toBe(text);

    const csv = await textOf(writeCsv([{ title: "A" }, { title: "B" }], [[text, -5]]));
    const line = csv.split("\r\n")[1] ?? "";
    expect(line.replace(/^"/, "").startsWith("'")).toBe(true);
    expect(line.endsWith(",-5")).toBe(true);
    const back = await readTable(new TextEncoder().encode(csv), "a.csv");
    expect(back.rows[0]?.cells[0]).toBe(text);
  },
);

test("a guarded header cannot run either", async () => {
  expect(await textOf(writeCsv([{ title: "=A1" }], []))).toBe("\uFEFF'=A1\r\n");
});

test("a CSV has a BOM and quotes what needs quotes", async () => {
  const rows: Cell[][] = [['nói "chào"', "a,b", "hai\ndòng", null, 3.25, true, { date: "2026-11-22" }]];
  expect(await textOf(writeCsv([], rows))).toBe(
    '\uFEFF\r\n"nói ""chào""","a,b","hai\ndòng",,3.25,1,2026-11-22\r\n',
  );
});

test("a workbook has several sheets under names that programs accept", async () => {
  const sheet = { columns, rows: [] };
  const file = await bytesOf(
    writeXlsx([
      { name: "Kết quả [2026]: a/b", ...sheet },
      { name: "Cách tính", ...sheet },
      { name: "cách tính", ...sheet },
    ]),
  );
  const { sheets } = await readXlsx(file);
  expect(sheets.map(({ name }) => name)).toEqual(["Kết quả  2026   a b", "Cách tính", "cách tính (3)"]);
});

test("a column with a list has a drop-down, and may hold another spelling", async () => {
  const columns = [
    { title: "Họ và tên", kind: "text" as const },
    { title: "Giới tính", kind: "text" as const, choices: ["Nam", "Nữ"] },
  ];
  const file = await bytesOf(writeXlsx([{ name: "Hồ sơ", columns, rows: [["Lê Văn An", "nam"]] }]));
  const sheet = await textOfEntry(file, "xl/worksheets/sheet1.xml");
  expect(sheet).toContain(
    `<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="B2:B1048576"><formula1>'Danh mục'!$A$2:$A$3</formula1></dataValidation></dataValidations><pageSetup`,
  );
  expect(await textOfEntry(file, "xl/worksheets/sheet2.xml")).toContain("Nữ");
  expect(await readTable(file, "a.xlsx")).toEqual({
    header: ["Họ và tên", "Giới tính"],
    rows: [{ row: 2, cells: ["Lê Văn An", "nam"] }],
  });
});

test("rows are asked for only as the file is read, and no more after it is left", async () => {
  let given = 0;
  let closed = false;
  async function* endless(): AsyncGenerator<Cell[]> {
    try {
      for (;;) {
        given += 1;
        yield [`dòng ${given}`, given, null, null];
      }
    } finally {
      closed = true;
    }
  }
  const reader = writeXlsx([{ name: "A", columns, rows: endless() }]).getReader();
  while (given === 0) await reader.read();
  await reader.cancel();
  expect(given).toBeLessThan(100_000);
  await vi.waitFor(() => expect(closed).toBe(true));
});

test("200 rows of a failing source fail the stream", async () => {
  async function* failing(): AsyncGenerator<Cell[]> {
    yield ["một", 1, 1, null];
    throw new Error("no more");
  }
  await expect(workbook(failing())).rejects.toThrow("no more");
});
