import { HucreError } from "hucre";
import { streamCsvRows } from "hucre/csv";
import { streamOdsRows } from "hucre/ods";
import { streamXlsxRows } from "hucre/xlsx";
import { type ArchiveEntry, checkArchive, textOfEntry } from "./archive";
import { unguardFormula } from "./formula";
import { checkRepeatedCells } from "./repeated-cells";
import { FILE_LIMITS, UnreadableFile } from "./unreadable-file";

/** The content of a cell; a day cell of a spreadsheet is its ISO day. */
export type TableCell = string | number | boolean | { date: string } | null;

/** `row` is the number a spreadsheet shows: the header is row 1. Empty cells at the end are left out. */
export type TableRow = { row: number; cells: TableCell[] };

/** The first sheet of a file. Rows without any content are left out, the others keep their number. */
export type Table = { header: string[]; rows: TableRow[] };

type Kind = "xlsx" | "ods" | "csv";
type SourceRow = { index: number; values: unknown[] };

function kindByName(fileName: string): Kind {
  const ending = fileName.toLowerCase().split(".").at(-1);
  if (ending === "xlsx" || ending === "ods" || ending === "csv") return ending;
  if (ending === "xlsm" || ending === "xltm") throw new UnreadableFile("macros");
  throw new UnreadableFile(ending && PAPERS.includes(ending) ? "scan" : "unknownKind");
}

/** What papers and their scans come as: none of it belongs here. */
const PAPERS = ["pdf", "doc", "docx", "rtf", "odt", "jpg", "jpeg", "png", "heic", "tif", "tiff", "webp"];

const startsWith = (bytes: Uint8Array, signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, [0x50, 0x4b]);

/** The old binary container: a password-protected workbook, or a workbook of Excel 97. */
function refuseOldContainer(bytes: Uint8Array): void {
  if (!startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return;
  const marker = Buffer.from("EncryptedPackage", "utf16le");
  const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(marker);
  throw new UnreadableFile(encrypted ? "encrypted" : "notWhatItsNameSays");
}

const hasEntry = (entries: ArchiveEntry[], name: RegExp): boolean =>
  entries.some((entry) => name.test(entry.name));

async function* xlsxRows(bytes: Uint8Array): AsyncGenerator<SourceRow> {
  const entries = await checkArchive(bytes);
  if (hasEntry(entries, /vbaProject\.bin$|^xl\/macrosheets\/|^xl\/dialogsheets\//i))
    throw new UnreadableFile("macros");
  if (hasEntry(entries, /^xl\/externalLinks\/|^xl\/connections\.xml$|^xl\/queryTables\//i))
    throw new UnreadableFile("links");
  if (hasEntry(entries, /^xl\/embeddings\/|^xl\/activeX\/|\.(zip|exe|dll|js|vbs|bat|xls[xmb]?)$/i))
    throw new UnreadableFile("embedded");
  if (!hasEntry(entries, /^\[Content_Types\]\.xml$/) || !hasEntry(entries, /^xl\/workbook\.xml$/i)) {
    throw new UnreadableFile("notWhatItsNameSays");
  }
  yield* streamXlsxRows(bytes);
}

async function* odsRows(bytes: Uint8Array): AsyncGenerator<SourceRow> {
  const entries = await checkArchive(bytes);
  const type = (await textOfEntry(bytes, "mimetype"))?.trim();
  if (type !== "application/vnd.oasis.opendocument.spreadsheet")
    throw new UnreadableFile("notWhatItsNameSays");
  if (hasEntry(entries, /^(Basic|Scripts)\//)) throw new UnreadableFile("macros");
  const manifest = await textOfEntry(bytes, "META-INF/manifest.xml");
  if (manifest?.includes("encryption-data")) throw new UnreadableFile("encrypted");
  const content = await textOfEntry(bytes, "content.xml");
  if (content === null) throw new UnreadableFile("damaged");

  checkRepeatedCells(content);
  for await (const row of streamOdsRows(bytes)) if ((row.sheetIndex ?? 0) === 0) yield row;
}

function textOf(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw new UnreadableFile("notUtf8");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile("notUtf8");
  }
}

/** The separator that the first line with content uses most, outside of quotes. */
function separatorOf(text: string): string {
  const counts = new Map([";", ",", "\t"].map((separator) => [separator, 0]));
  let quoted = false;
  for (const letter of text.trimStart()) {
    if (letter === '"') quoted = !quoted;
    if (!quoted && (letter === "\n" || letter === "\r")) break;
    const count = counts.get(letter);
    if (!quoted && count !== undefined) counts.set(letter, count + 1);
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

/** No cell of a spreadsheet holds more than 32 767 letters. */
const LONGEST_FIELD = 100_000;

/** A quote that is opened and not closed would make one cell of all that follows. */
function refuseOpenQuote(text: string): void {
  const opening = /(?:^|[;,\t\r\n])"/g;
  while (opening.test(text)) {
    const start = opening.lastIndex;
    let end = text.indexOf('"', start);
    while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
    if (end < 0 || end - start > LONGEST_FIELD) throw new UnreadableFile("damaged");
    opening.lastIndex = end + 1;
  }
}

async function* csvRows(bytes: Uint8Array): AsyncGenerator<SourceRow> {
  if (isZip(bytes) || startsWith(bytes, [0x25, 0x50, 0x44, 0x46]))
    throw new UnreadableFile("notWhatItsNameSays");
  const text = textOf(bytes);
  refuseOpenQuote(text);
  let index = 0;
  for (const values of streamCsvRows(text, { delimiter: separatorOf(text), typeInference: false })) {
    yield {
      index,
      values: values.map((value) => (typeof value === "string" ? unguardFormula(value) : value)),
    };
    index += 1;
  }
}

function rowsOf(kind: Kind, bytes: Uint8Array): AsyncGenerator<SourceRow> {
  if (kind === "csv") return csvRows(bytes);
  if (!isZip(bytes)) throw new UnreadableFile("notWhatItsNameSays");
  return kind === "xlsx" ? xlsxRows(bytes) : odsRows(bytes);
}

function cellOf(value: unknown): TableCell {
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? null : { date: value.toISOString().slice(0, 10) };
  }
  if (typeof value === "string") return value === "" ? null : value;
  return typeof value === "number" || typeof value === "boolean" ? value : null;
}

function cellsOf(values: unknown[]): TableCell[] {
  if (values.length > FILE_LIMITS.columns) {
    if (values.slice(FILE_LIMITS.columns).some((value) => cellOf(value) !== null)) {
      throw new UnreadableFile("tooManyColumns");
    }
  }
  const cells = values.slice(0, FILE_LIMITS.columns).map(cellOf);
  while (cells.length > 0 && cells.at(-1) === null) cells.pop();
  return cells;
}

const headerOf = (cells: TableCell[]): string[] =>
  cells.map((cell) => (cell === null ? "" : typeof cell === "object" ? cell.date : String(cell)));

/** How much text a table may hold: no honest one of 200 000 rows does. */
const MOST_LETTERS = 120_000_000;

const lettersIn = (cells: TableCell[]): number =>
  cells.reduce<number>((count, cell) => count + (typeof cell === "string" ? cell.length : 8), 0);

async function collect(source: AsyncGenerator<SourceRow>, take: (row: TableRow) => void): Promise<string[]> {
  let header: string[] | null = null;
  let letters = 0;
  for await (const { index, values } of source) {
    if (index > FILE_LIMITS.rows) throw new UnreadableFile("tooManyRows");
    const cells = cellsOf(values);
    if (cells.length === 0) continue;
    letters += lettersIn(cells);
    if (letters > MOST_LETTERS) throw new UnreadableFile("tooHeavy");
    if (header === null) header = headerOf(cells);
    else take({ row: index + 1, cells });
  }
  if (header === null) throw new UnreadableFile("empty");
  return header;
}

/**
 * Reads the first sheet of an XLSX, ODS or CSV file (UTF-8 with or without BOM; comma, semicolon or tab) and
 * hands each row to `take`; answers the header. Of a formula its last result is read. Files of formats.md §1
 * that are to be refused are refused before their content is spread out.
 * @throws UnreadableFile with a message for the sender.
 */
export async function readRows(
  bytes: Uint8Array,
  fileName: string,
  take: (row: TableRow) => void,
): Promise<string[]> {
  if (bytes.byteLength > FILE_LIMITS.bytes) throw new UnreadableFile("tooLarge");
  if (bytes.byteLength === 0) throw new UnreadableFile("empty");
  const kind = kindByName(fileName);
  refuseOldContainer(bytes);
  try {
    return await collect(rowsOf(kind, bytes), take);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    if (error instanceof HucreError || error instanceof RangeError) throw new UnreadableFile("damaged");
    throw error;
  }
}

/** The same, all rows at once. @throws UnreadableFile */
export async function readTable(bytes: Uint8Array, fileName: string): Promise<Table> {
  const rows: TableRow[] = [];
  const header = await readRows(bytes, fileName, (row) => rows.push(row));
  return { header, rows };
}
