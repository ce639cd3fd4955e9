import { xmlText } from "@/lib/shared/xml-text";
import type { Cell, Column, ColumnKind, Sheet } from "./sheet";
import { streamOf } from "./sheet";
import { type ZipPart, zip } from "./zip-stream";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const MOST_ROWS = 1_048_576;
const CHUNK = 64 * 1024;

/** Order of the cell styles in `xl/styles.xml`. */
const STYLE: Record<ColumnKind | "header", number> = { text: 1, number: 2, percent: 3, day: 4, header: 5 };

/** A text for XML; what looks like the program's own escape `_x0041_` stays what it is. */
function escaped(text: string): string {
  return xmlText(text)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** The letters of a column: A … Z, AA … */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

const textCell = (at: string, text: string, style: number): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

const numberCell = (at: string, number: number | string, style: number): string =>
  `<c r="${at}" s="${style}"><v>${number}</v></c>`;

const MS_PER_DAY = 86_400_000;
const FIRST_SURE_DAY = "1900-03-01";

/** A day as spreadsheets count it, or null before March 1900, where they count a day that never was. */
function serialOf(day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || day < FIRST_SURE_DAY) return null;
  const moment = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(moment) ? null : Math.round((moment - Date.UTC(1899, 11, 30)) / MS_PER_DAY);
}

function dayCell(at: string, day: string): string {
  const serial = serialOf(day);
  return serial === null ? textCell(at, day, STYLE.text) : numberCell(at, serial, STYLE.day);
}

function cellXml(at: string, cell: Cell, kind: ColumnKind): string {
  if (cell === null) return "";
  if (typeof cell === "object") return dayCell(at, cell.date);
  if (typeof cell === "string") return kind === "day" ? dayCell(at, cell) : textCell(at, cell, STYLE.text);
  if (typeof cell === "boolean") return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (!Number.isFinite(cell)) return "";
  if (kind === "percent") return numberCell(at, Number(`${cell}e-2`), STYLE.percent);
  return numberCell(at, cell, kind === "number" ? STYLE.number : 0);
}

const rowXml = (number: number, cells: string[]): string => `<row r="${number}">${cells.join("")}</row>`;

function sheetStart(columns: Column[]): string {
  const widths = columns.map(
    ({ width, title }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width ?? Math.max(10, title.length + 2)}" customWidth="1"/>`,
  );
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  return `${HEAD}<worksheet xmlns="${MAIN}">${frozen}${widths.length ? `<cols>${widths.join("")}</cols>` : ""}<sheetData>`;
}

async function* sheetXml({ columns, rows, name }: Sheet): AsyncGenerator<string> {
  const at = columns.map((_, index) => letters(index));
  let text = sheetStart(columns);
  text += rowXml(
    1,
    columns.map(({ title }, index) => textCell(`${at[index]}1`, title, STYLE.header)),
  );
  let number = 1;
  for await (const row of rows) {
    number += 1;
    if (number > MOST_ROWS) throw new Error(`The sheet "${name}" has more rows than a spreadsheet can hold.`);
    text += rowXml(
      number,
      row.map((cell, index) =>
        cellXml(`${at[index] ?? letters(index)}${number}`, cell, columns[index]?.kind ?? "text"),
      ),
    );
    if (text.length < CHUNK) continue;
    yield text;
    text = "";
  }
  yield `${text}</sheetData></worksheet>`;
}

/** Names as the programs allow them: 31 letters, none of []:*?/\, no two alike. */
function sheetNames(sheets: Sheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }, index) => {
    const plain =
      name
        .replace(/[[\]:*?/\\]/g, " ")
        .trim()
        .slice(0, 31) || `Sheet${index + 1}`;
    const own = taken.has(plain.toLowerCase()) ? `${plain.slice(0, 27)} (${index + 1})` : plain;
    taken.add(own.toLowerCase());
    return own;
  });
}

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="11"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="3" applyNumberFormat="1"/><xf numFmtId="10" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf fontId="1" applyFont="1" applyAlignment="1"><alignment wrapText="1" vertical="center"/></xf></cellXfs></styleSheet>`;

function partsAround(sheets: Sheet[]): ZipPart[] {
  const numbers = sheets.map((_, index) => index + 1);
  const types = numbers.map(
    (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  const names = sheetNames(sheets).map(
    (name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const links = numbers.map(
    (n) => `<Relationship Id="rId${n}" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  );
  return [
    {
      name: "[Content_Types].xml",
      content: [
        `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${types.join("")}</Types>`,
      ],
    },
    {
      name: "_rels/.rels",
      content: [
        `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ],
    },
    {
      name: "xl/workbook.xml",
      content: [
        `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${names.join("")}</sheets></workbook>`,
      ],
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: [
        `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${links.join("")}<Relationship Id="rId${sheets.length + 1}" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`,
      ],
    },
    { name: "xl/styles.xml", content: [STYLES] },
  ];
}

/**
 * A workbook as a stream, sheet after sheet and row after row, so that its size does not matter for
 * memory. A text is always a text cell and never a formula; numbers, percentages and days are numbers
 * with a format. The first row of each sheet holds the titles and stays in view.
 */
export function writeXlsx(sheets: Sheet[]): ReadableStream<Uint8Array> {
  const contents = sheets.map((sheet, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    content: sheetXml(sheet),
  }));
  return streamOf(zip([...partsAround(sheets), ...contents]));
}
