import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { crc32, deflateRawSync } from "node:zlib";
import type { FileFault } from "@/lib/platform/spreadsheet/unreadable-file";

/** A megabyte. */
export const MEGABYTE = 1024 * 1024;
type Entry = { name: string; content: Buffer | string; claimed?: number; method?: number; flags?: number };

/** An archive that may lie: `claimed` is the size it gives for the content. */
function archive(entries: Entry[]): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const { name, content, claimed, method = 8, flags = 0 } of entries) {
    const bytes = Buffer.from(content);
    const packed = method === 8 ? deflateRawSync(bytes, { level: 9 }) : bytes;
    const title = Buffer.from(name);
    const size = claimed ?? bytes.length;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(method, 8);
    local.writeUInt32LE(crc32(bytes), 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(title.length, 26);
    const listed = Buffer.alloc(46);
    listed.writeUInt32LE(0x02014b50, 0);
    local.copy(listed, 6, 4, 30);
    listed.writeUInt32LE(at, 42);
    parts.push(local, title, packed);
    list.push(listed, title);
    at += 30 + title.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(list).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...list, end]);
}

const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const sheet = (rows: string): string =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;
const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const ROWS = `<row r="1">${cell("Mã chi bộ")}${cell("Họ và tên")}</row><row r="2">${cell("A-1")}${cell("Nguyễn Văn An")}</row>`;

const workbook = (content: string | Buffer, more: Entry[] = [], of: Partial<Entry> = {}): Buffer =>
  archive([
    {
      name: "[Content_Types].xml",
      content: `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    {
      name: "_rels/.rels",
      content: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      content: `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    { name: "xl/worksheets/sheet1.xml", content, ...of },
    ...more,
  ]);

const table = (content: string | Buffer, more: Entry[] = []): Buffer =>
  archive([
    { name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet", method: 0 },
    { name: "content.xml", content },
    ...more,
  ]);
const ods = (rows: string): string =>
  `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table>${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
const odsCell = (attributes = ""): string =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>x</text:p></table:table-cell>`;

const extra = (name: string): Entry[] => [{ name, content: "x" }];
const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * MEGABYTE, "0");
/** What hardly shrinks: as large in the file as out of it. */
function garbage(bytes: number): Buffer {
  const made = Buffer.alloc(bytes);
  let state = 12345;
  for (let at = 0; at < bytes; at++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    made[at] = state >> 16;
  }
  return made;
}

/** A workbook like any other. */
export const honest = workbook(sheet(ROWS));
const cut = (share: number): Buffer => honest.subarray(0, Math.floor(honest.length * share));
/** Text that shrinks to a sixtieth: just what no rule about ratios notices. */
const sparse = (megabytes: number): string => {
  const block = Array.from({ length: 40 }, (_, at) => `<row>${cell(`A${at}`).repeat(20)}</row>`).join("");
  return block.repeat(Math.ceil((megabytes * MEGABYTE) / block.length));
};

type Hostile = [what: string, name: string, bytes: () => Uint8Array, faults: FileFault[]];
/** Files that nobody sends by mistake, and the reasons they may be refused for. */
export const HOSTILE: Hostile[] = [
  ["a sheet of 600 MB of zeros", "a.xlsx", () => workbook(zeros(600)), ["bomb"]],
  [
    "a sheet of 300 MB that claims 1 kB",
    "a.xlsx",
    () => workbook(zeros(300), [], { claimed: 1024 }),
    ["bomb"],
  ],
  ["a sheet that claims 4 GB", "a.xlsx", () => workbook(sheet(ROWS), [], { claimed: 0xffffffff }), ["bomb"]],
  [
    "shared texts of 200 MB",
    "a.xlsx",
    () => workbook(sheet(ROWS), [{ name: "xl/sharedStrings.xml", content: zeros(200) }]),
    ["bomb"],
  ],
  [
    "styles of 100 MB",
    "a.xlsx",
    () => workbook(sheet(ROWS), [{ name: "xl/styles.xml", content: zeros(100) }]),
    ["bomb"],
  ],
  [
    "a picture of 150 MB",
    "a.xlsx",
    () => workbook(sheet(ROWS), [{ name: "xl/media/image1.png", content: zeros(150) }]),
    ["bomb"],
  ],
  [
    "3 000 entries",
    "a.xlsx",
    () =>
      workbook(
        sheet(ROWS),
        Array.from({ length: 3000 }, (_, at) => ({ name: `xl/${at}.xml`, content: "x" })),
      ),
    ["bomb"],
  ],
  [
    "twenty sheets of 40 MB",
    "a.xlsx",
    () =>
      workbook(
        sheet(ROWS),
        Array.from({ length: 20 }, (_, at) => ({
          name: `xl/worksheets/sheet${at + 2}.xml`,
          content: zeros(40),
        })),
      ),
    ["bomb"],
  ],
  [
    "one cell of 120 MB",
    "a.xlsx",
    () => workbook(sheet(`<row>${cell("abcdefghij ".repeat(11 * MEGABYTE))}</row>`)),
    ["bomb"],
  ],
  [
    "a million rows",
    "a.xlsx",
    () => workbook(sheet(sparse(500))),
    ["bomb", "tooHeavy", "tooManyRows", "damaged"],
  ],
  [
    "entities upon entities",
    "a.xlsx",
    () =>
      workbook(
        `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${"abcdefghij"[at + 1]} "${`&${"abcdefghij"[at]};`.repeat(10)}">`).join("")}]><worksheet><sheetData><row><c t="inlineStr"><is><t>&j;</t></is></c></row></sheetData></worksheet>`,
      ),
    ["entities"],
  ],
  [
    "an entity from a file of the server",
    "a.xlsx",
    () =>
      workbook(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${sheet(`<row>${cell("&a;")}</row>`)}`),
    ["entities"],
  ],
  [
    "an entity in the workbook",
    "a.xlsx",
    () =>
      workbook(sheet(ROWS), [
        { name: "xl/sharedStrings.xml", content: `<!DOCTYPE x [<!ENTITY a "b">]><sst xmlns="${MAIN}"/>` },
      ]),
    ["entities"],
  ],
  ["macros", "a.xlsx", () => workbook(sheet(ROWS), extra("xl/vbaProject.bin")), ["macros"]],
  [
    "macro sheets of Excel 4",
    "a.xlsx",
    () => workbook(sheet(ROWS), extra("xl/macrosheets/sheet1.xml")),
    ["macros"],
  ],
  ["macros by name", "a.xlsm", () => workbook(sheet(ROWS)), ["macros"]],
  ["macros of OpenDocument", "a.ods", () => table(ods(""), extra("Basic/Standard/Module1.xml")), ["macros"]],
  [
    "links to other workbooks",
    "a.xlsx",
    () => workbook(sheet(ROWS), extra("xl/externalLinks/externalLink1.xml")),
    ["links"],
  ],
  [
    "a connection to a database",
    "a.xlsx",
    () => workbook(sheet(ROWS), extra("xl/connections.xml")),
    ["links"],
  ],
  [
    "a query to the web",
    "a.xlsx",
    () => workbook(sheet(ROWS), extra("xl/queryTables/queryTable1.xml")),
    ["links"],
  ],
  [
    "an embedded file",
    "a.xlsx",
    () => workbook(sheet(ROWS), extra("xl/embeddings/oleObject1.bin")),
    ["embedded"],
  ],
  ["a control", "a.xlsx", () => workbook(sheet(ROWS), extra("xl/activeX/activeX1.xml")), ["embedded"]],
  [
    "an archive in the archive",
    "a.xlsx",
    () => workbook(sheet(ROWS), [{ name: "xl/inner.zip", content: honest }]),
    ["embedded"],
  ],
  [
    "a program in the archive",
    "a.xlsx",
    () => workbook(sheet(ROWS), extra("xl/media/photo.exe")),
    ["embedded"],
  ],
  [
    "an encrypted entry",
    "a.xlsx",
    () => workbook(sheet(ROWS), [{ name: "xl/x.xml", content: "x", flags: 1 }]),
    ["encrypted"],
  ],
  [
    "a workbook with a password",
    "a.xlsx",
    () =>
      Buffer.concat([
        Buffer.from("d0cf11e0a1b11ae1", "hex"),
        Buffer.alloc(2000),
        Buffer.from("EncryptedPackage", "utf16le"),
      ]),
    ["encrypted"],
  ],
  [
    "a workbook of Excel 97",
    "a.xlsx",
    () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2000)]),
    ["notWhatItsNameSays"],
  ],
  [
    "a picture",
    "a.xlsx",
    () => Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
    ["notWhatItsNameSays"],
  ],
  [
    "a web page",
    "a.xlsx",
    () => Buffer.from("<html><table><tr><td>Mã chi bộ</td></tr></table></html>"),
    ["notWhatItsNameSays"],
  ],
  [
    "an archive of something else",
    "a.xlsx",
    () => archive([{ name: "doc.txt", content: "x" }]),
    ["notWhatItsNameSays"],
  ],
  ["a workbook named a table of text", "a.csv", () => honest, ["notWhatItsNameSays"]],
  ["a Word file", "a.docx", () => honest, ["scan"]],
  ["a file of no kind", "a", () => honest, ["unknownKind"]],
  ["cut in half", "a.xlsx", () => cut(0.5), ["damaged"]],
  ["cut near its end", "a.xlsx", () => cut(0.98), ["damaged"]],
  [
    "a list of entries that leads nowhere",
    "a.xlsx",
    () => {
      const bytes = Buffer.from(honest);
      bytes.writeUInt32LE(0x7fffffff, bytes.length - 6);
      return bytes;
    },
    ["damaged"],
  ],
  ["12 MB of garbage as a workbook", "a.xlsx", () => garbage(12 * MEGABYTE), ["notWhatItsNameSays"]],
  ["12 MB of garbage as text", "a.csv", () => garbage(12 * MEGABYTE), ["notUtf8"]],
  ["12 MB of garbage in an archive", "a.xlsx", () => workbook(garbage(12 * MEGABYTE)), ["damaged", "empty"]],
  [
    "a row said a million times",
    "a.ods",
    () =>
      table(
        ods(
          `<table:table-row>${odsCell()}</table:table-row><table:table-row table:number-rows-repeated="1000000">${odsCell()}</table:table-row>`,
        ),
      ),
    ["tooManyRows"],
  ],
  [
    "a cell said a billion times",
    "a.ods",
    () =>
      table(
        ods(`<table:table-row>${odsCell('table:number-columns-repeated="1000000000"')}</table:table-row>`),
      ),
    ["tooManyColumns"],
  ],
  ["2 000 columns", "a.csv", () => Buffer.from(`${"a,".repeat(2000)}b`), ["tooManyColumns"]],
  ["300 000 rows", "a.csv", () => Buffer.from("a\n".repeat(300_000)), ["tooManyRows"]],
  [
    "one quote and 20 MB after it",
    "a.csv",
    () => Buffer.from(`a,b\n"${"x\n".repeat(10 * MEGABYTE)}`),
    ["damaged", "tooHeavy"],
  ],
  ["UTF-16", "a.csv", () => Buffer.from("Mã chi bộ,Họ và tên\n", "utf16le"), ["notUtf8"]],
  ["nothing", "a.csv", () => Buffer.alloc(0), ["empty"]],
  ["51 MB", "a.csv", () => Buffer.alloc(51 * MEGABYTE, "a,\n"), ["tooLarge"]],
];

/** Run by itself, it writes the files to a folder: making them costs more memory than reading them may. */
if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const folder = process.argv[2] ?? ".";
  for (const [place, [, , make]] of HOSTILE.entries())
    writeFileSync(path.join(folder, String(place)), make());
}
