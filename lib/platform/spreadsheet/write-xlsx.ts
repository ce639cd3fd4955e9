import { cellXml, escaped, letters, rowXml, STYLE, textCell } from "./cells";
import { dropDowns, listSheet } from "./choice-lists";
import { framedRows, framedSheet } from "./framed-sheet";
import type { Column, Sheet } from "./sheet";
import { streamOf } from "./sheet";
import { STYLES } from "./styles";
import { type ZipPart, zip } from "./zip-stream";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const MOST_ROWS = 1_048_576;
const CHUNK = 64 * 1024;

/** Wider than this, in letters, a table squeezed onto one page can no longer be read. */
const WIDEST_FITTED = 200;
const FITTED = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
const PRINTED = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';

function sheetStart(columns: Column[]): string {
  const sizes = columns.map(({ width, title }) => width ?? Math.max(10, title.length + 2));
  const fitted = sizes.reduce((sum, width) => sum + width, 0) <= WIDEST_FITTED;
  const widths = sizes.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  return `${HEAD}<worksheet xmlns="${MAIN}">${fitted ? FITTED : ""}${frozen}${widths.length ? `<cols>${widths.join("")}</cols>` : ""}<sheetData>`;
}

async function* sheetXml({ columns, rows, name }: Sheet, after: string): AsyncGenerator<string> {
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
  yield `${text}</sheetData>${after}${PRINTED}</worksheet>`;
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

/** The header of a framed table comes again on every printed page. */
function printTitles(sheets: Sheet[]): string {
  const names = sheetNames(sheets);
  const titles = sheets.flatMap(({ frame }, index) => {
    if (!frame) return [];
    const { header, last } = framedRows(frame);
    const name = escaped((names[index] ?? "").replaceAll("'", "''"));
    return [
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${name}'!$${header}:$${last}</definedName>`,
    ];
  });
  return titles.length === 0 ? "" : `<definedNames>${titles.join("")}</definedNames>`;
}

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
        `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${names.join("")}</sheets>${printTitles(sheets)}</workbook>`,
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
 * with a format. The first row of each sheet holds the titles and stays in view; a sheet with a frame looks like
 * the official form.
 */
export function writeXlsx(given: Sheet[]): ReadableStream<Uint8Array> {
  const sheets = [...given, ...listSheet(given)];
  const contents = sheets.map((sheet, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    content: sheet.frame
      ? framedSheet({ ...sheet, frame: sheet.frame })
      : sheetXml(sheet, dropDowns(sheet, given, letters)),
  }));
  return streamOf(zip([...partsAround(sheets), ...contents]));
}
