import { writeOds } from "hucre/ods";
import { writeXlsx as writeOtherXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { readTable } from "@/lib/platform/spreadsheet/read-table";
import { type FileFault, UnreadableFile } from "@/lib/platform/spreadsheet/unreadable-file";
import { type ZipPart, zip } from "@/lib/platform/spreadsheet/zip-stream";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function archive(parts: ZipPart[]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zip(parts)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function faultOf(bytes: Uint8Array, fileName: string): Promise<FileFault | null> {
  try {
    await readTable(bytes, fileName);
    return null;
  } catch (error) {
    if (error instanceof UnreadableFile) return error.fault;
    throw error;
  }
}

const xlsxParts = (sheet: Iterable<string>): ZipPart[] => [
  {
    name: "[Content_Types].xml",
    content: [
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    ],
  },
  {
    name: "_rels/.rels",
    content: [
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    ],
  },
  {
    name: "xl/workbook.xml",
    content: [
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ],
  },
  {
    name: "xl/_rels/workbook.xml.rels",
    content: [
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ],
  },
  { name: "xl/worksheets/sheet1.xml", content: sheet },
];
const sheetWith = (rows: string): string[] => [`<worksheet><sheetData>${rows}</sheetData></worksheet>`];

const odsParts = (table: string): ZipPart[] => [
  { name: "mimetype", content: ["application/vnd.oasis.opendocument.spreadsheet"] },
  {
    name: "content.xml",
    content: [
      `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table>${table}</table:table></office:spreadsheet></office:body></office:document-content>`,
    ],
  },
];

describe("CSV", () => {
  test.each([
    ["comma, with BOM", "\uFEFFMã,Tên\r\nA,Chi bộ 1\r\n"],
    ["semicolon", "Mã;Tên\nA;Chi bộ 1\n"],
    ["tab", "Mã\tTên\nA\tChi bộ 1"],
    ["old line ends", "Mã,Tên\rA,Chi bộ 1\r"],
  ])("%s", async (_, text) => {
    expect(await readTable(utf8(text), "don-vi.CSV")).toEqual({
      header: ["Mã", "Tên"],
      rows: [{ row: 2, cells: ["A", "Chi bộ 1"] }],
    });
  });

  test("a quoted field may hold separators, quotes and line ends; rows keep the number a spreadsheet shows", async () => {
    const { rows } = await readTable(utf8('Mã;Tên\n\n1;"Chi bộ; ""số"" 1\ntiếp"\n;;\n01;x\n'), "a.csv");
    expect(rows).toEqual([
      { row: 3, cells: ["1", 'Chi bộ; "số" 1\ntiếp'] },
      { row: 5, cells: ["01", "x"] },
    ]);
  });

  test.each<[string, Uint8Array, FileFault]>([
    ["not UTF-8", Uint8Array.from([0x48, 0xe0, 0x20, 0x4e]), "notUtf8"],
    ["UTF-16", new Uint8Array(Buffer.from("\uFEFFMã,Tên", "utf16le")), "notUtf8"],
    ["nothing", new Uint8Array(), "empty"],
    ["only empty lines", utf8("\n\n,,\n"), "empty"],
    ["a PDF", utf8("%PDF-1.7"), "notWhatItsNameSays"],
    ["too many rows", utf8(`Mã\n${"a\n".repeat(200_001)}`), "tooManyRows"],
    ["too many columns", utf8(`${",".repeat(1001)}x`), "tooManyColumns"],
    ["more than 50 MB", new Uint8Array(50 * 1024 * 1024 + 1), "tooLarge"],
  ])("%s is refused", async (_, bytes, fault) => {
    expect(await faultOf(bytes, "a.csv")).toBe(fault);
  });

  test("200 000 rows are read", async () => {
    const { rows } = await readTable(utf8(`Mã\n${"a\n".repeat(200_000)}`), "a.csv");
    expect(rows.length).toBe(200_000);
    expect(rows.at(-1)?.row).toBe(200_001);
  });
});

describe("XLSX", () => {
  test("days, numbers, booleans and texts of another program", async () => {
    const file = await writeOtherXlsx({
      sheets: [
        {
          name: "Trang 1",
          rows: [
            ["Ngày", "Số", "Có", "Chữ"],
            [new Date(Date.UTC(2024, 1, 29)), 3.25, true, "012345678901"],
            [new Date(Date.UTC(2026, 11, 31, 23, 59)), -1, false, "Ê-đê"],
          ],
        },
      ],
    });
    expect((await readTable(file, "a.xlsx")).rows).toEqual([
      { row: 2, cells: [{ date: "2024-02-29" }, 3.25, true, "012345678901"] },
      { row: 3, cells: [{ date: "2026-12-31" }, -1, false, "Ê-đê"] },
    ]);
  });

  test("a sheet with gaps keeps its row numbers and columns", async () => {
    const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows = `<row r="1">${cell("A1", "Mã")}${cell("C1", "Tên")}</row><row r="5">${cell("C5", "x")}</row>`;
    expect(await readTable(await archive(xlsxParts(sheetWith(rows))), "a.xlsx")).toEqual({
      header: ["Mã", "", "Tên"],
      rows: [{ row: 5, cells: [null, null, "x"] }],
    });
  });

  test("of a formula the last result is read", async () => {
    const rows =
      '<row r="1"><c r="A1" t="str"><f>"M"&amp;"ã"</f><v>Mã</v></c></row><row r="2"><c r="A2"><f>1+1</f><v>2</v></c></row>';
    expect((await readTable(await archive(xlsxParts(sheetWith(rows))), "a.xlsx")).rows).toEqual([
      { row: 2, cells: [2] },
    ]);
  });

  test("a file that unpacks to far more than its size is refused before it is read", async () => {
    const zeros = " ".repeat(1024 * 1024);
    const sheet = Array.from({ length: 40 }, () => zeros);
    expect(await faultOf(await archive(xlsxParts(sheet)), "a.xlsx")).toBe("bomb");
  });

  test("a lie about the size of the content does not help", async () => {
    const bytes = Buffer.from(
      await archive(xlsxParts(Array.from({ length: 40 }, () => " ".repeat(1024 * 1024)))),
    );
    for (let at = bytes.indexOf("PK\u0001\u0002"); at >= 0; at = bytes.indexOf("PK\u0001\u0002", at + 4)) {
      bytes.writeUInt32LE(100, at + 24);
    }
    expect(await faultOf(bytes, "a.xlsx")).toBe("bomb");
  });

  test.each<[string, () => Promise<Uint8Array>, string, FileFault]>([
    [
      "an archive without a workbook",
      () => archive([{ name: "a.txt", content: ["x"] }]),
      "a.xlsx",
      "notWhatItsNameSays",
    ],
    ["a text", async () => utf8("Mã,Tên"), "a.xlsx", "notWhatItsNameSays"],
    ["an OpenDocument file", () => archive(odsParts("")), "a.xlsx", "notWhatItsNameSays"],
    [
      "a workbook of Excel 97",
      async () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      "a.xlsx",
      "notWhatItsNameSays",
    ],
    [
      "a workbook with a password",
      async () =>
        Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from("EncryptedPackage", "utf16le")]),
      "a.xlsx",
      "encrypted",
    ],
    [
      "a workbook with macros",
      () => archive([...xlsxParts(sheetWith("")), { name: "xl/vbaProject.bin", content: ["x"] }]),
      "a.xlsx",
      "macros",
    ],
    ["a workbook that says it has macros", () => archive(xlsxParts(sheetWith(""))), "a.xlsm", "macros"],
    ["a workbook without rows", () => archive(xlsxParts(sheetWith(""))), "a.xlsx", "empty"],
    [
      "half a workbook",
      async () => (await archive(xlsxParts(sheetWith("")))).subarray(0, 500),
      "a.xlsx",
      "damaged",
    ],
    ["a Word file (R-56)", async () => utf8("x"), "a.docx", "scan"],
    ["a scan (R-56)", async () => utf8("%PDF-1.7"), "ly-lich.PDF", "scan"],
    ["a name without an ending", async () => utf8("x"), "a", "unknownKind"],
  ])("%s is refused", async (_, make, fileName, fault) => {
    expect(await faultOf(await make(), fileName)).toBe(fault);
  });
});

describe("ODS", () => {
  test("days, numbers and texts", async () => {
    const file = await writeOds({
      sheets: [
        {
          name: "Trang 1",
          rows: [
            ["Ngày", "Số", "Chữ"],
            [new Date(Date.UTC(2025, 6, 1)), 12, "Bí thư"],
          ],
        },
      ],
    });
    expect((await readTable(file, "a.ods")).rows).toEqual([
      { row: 2, cells: [{ date: "2025-07-01" }, 12, "Bí thư"] },
    ]);
  });

  test("empty rows said in one word keep the numbers right", async () => {
    const cell = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>';
    const table =
      `<table:table-row>${cell}</table:table-row>` +
      '<table:table-row table:number-rows-repeated="9"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>' +
      `<table:table-row>${cell}</table:table-row>` +
      '<table:table-row table:number-rows-repeated="1048565"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    expect((await readTable(await archive(odsParts(table)), "a.ods")).rows).toEqual([
      { row: 11, cells: ["x"] },
    ]);
  });

  test.each<[string, string, FileFault]>([
    ["a million rows said in one word", 'table:number-rows-repeated="1000000"', "tooManyRows"],
    ["two hundred thousand wide rows", "table:number-rows-repeated='200000'", "bomb"],
  ])("%s are refused", async (_, repeat, fault) => {
    const cell =
      '<table:table-cell table:number-columns-repeated="900" office:value-type="float" office:value="1"/>';
    const file = await archive(odsParts(`<table:table-row ${repeat}>${cell}</table:table-row>`));
    expect(await faultOf(file, "a.ods")).toBe(fault);
  });
});

test("every refusal has words for its sender", () => {
  expect(new UnreadableFile("encrypted").message).toContain("mật khẩu");
});
