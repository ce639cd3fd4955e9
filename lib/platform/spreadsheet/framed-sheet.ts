import { escaped, letters, numberCell, rowXml, serialOf, textCell } from "./cells";
import type { Cell, Column, ColumnKind, Frame, Sheet } from "./sheet";
import { FRAMED } from "./styles";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** Rows left free for a signature. */
const SIGN_ROWS = 4;

type Placed = { from: number; to: number; row: number };

/** Where the parts of a frame lie, by row number. */
export function framedRows({ left, right, title, numbering }: Frame) {
  const head = Math.max(left.length, right.length);
  const first = head + 2;
  const header = first + title.length + 1;
  const last = numbering.length > 0 ? header + 1 : header;
  return { head, title: first, header, last, body: last + 1 };
}

/**
 * A sheet that looks like the official form and prints on A4 across, its header on every page. The text is made
 * at once: a form has rows by the dozen, not by the hundred thousand.
 */
export async function* framedSheet({
  columns,
  rows,
  frame,
}: Sheet & { frame: Frame }): AsyncGenerator<string> {
  const merged: Placed[] = [];
  const width = columns.length;
  const at = framedRows(frame);
  const split = splitOf(columns);
  const lines: string[] = [];
  const across = (row: number, from: number, to: number, text: string, style: number): string => {
    if (to > from) merged.push({ from, to, row });
    return textCell(`${letters(from)}${row}`, text, style);
  };
  const line = (row: number, cells: string[], height?: number) =>
    lines.push(
      height
        ? rowXml(row, cells).replace("<row ", `<row ht="${height}" customHeight="1" `)
        : rowXml(row, cells),
    );

  for (let row = 1; row <= at.head; row++) {
    const [left, right] = [frame.left[row - 1], frame.right[row - 1]];
    line(row, [
      ...(left ? [across(row, 0, split - 1, left, FRAMED.name)] : []),
      ...(right ? [across(row, split, width - 1, right, row === 1 ? FRAMED.name : FRAMED.under)] : []),
    ]);
  }
  for (const [place, text] of frame.title.entries()) {
    const row = at.title + place;
    line(
      row,
      [across(row, 0, width - 1, text, place === 0 ? FRAMED.title : FRAMED.under)],
      place === 0 ? 22 : undefined,
    );
  }
  line(
    at.header,
    columns.map(({ title }, column) => textCell(`${letters(column)}${at.header}`, title, FRAMED.header)),
    heightOf(columns.map(({ title, width: wide }) => [title, wide])),
  );
  if (at.last > at.header)
    line(
      at.last,
      columns.map((_, column) =>
        textCell(`${letters(column)}${at.last}`, frame.numbering[column] ?? "", FRAMED.numbering),
      ),
    );
  let row = at.body;
  let place = 0;
  for await (const cells of rows) {
    const level = frame.levels[place] ?? 1;
    line(
      row,
      columns.map(({ kind }, column) =>
        cellOf(
          `${letters(column)}${row}`,
          cells[column] ?? null,
          kind,
          column === frame.indented ? level : null,
          level === 0,
        ),
      ),
      heightOf(columns.map(({ width: wide }, column) => [String(cells[column] ?? ""), wide])),
    );
    row += 1;
    place += 1;
  }
  row += 1;
  for (const note of frame.notes) {
    const wide = columns.reduce((sum, column) => sum + (column.width ?? 12), 0);
    line(row, [across(row, 0, width - 1, note, FRAMED.note)], heightOf([[note, wide]]));
    row += 1;
  }
  row += 1;
  const places = signaturePlaces(split, width, frame.signatures.length);
  const most = Math.max(0, ...frame.signatures.map((signature) => signature.length));
  for (let place = 0; place < most; place++, row++)
    line(
      row,
      frame.signatures.flatMap((signature, column) => {
        const [from, to] = places[column] ?? [0, 0];
        const text = signature[place];
        return text ? [across(row, from, to, text, place === 1 ? FRAMED.name : FRAMED.under)] : [];
      }),
    );
  line(row + SIGN_ROWS, []);
  yield `${startOf(columns, at.body)}${lines.join("")}${endOf(merged)}`;
}

function cellOf(at: string, cell: Cell, kind: ColumnKind, level: number | null, bold: boolean): string {
  const text = (words: string, style: number) => textCell(at, words, style);
  if (level !== null) return text(String(cell ?? ""), FRAMED.indented + Math.min(level, 3));
  if (cell === null) return text("", FRAMED.text);
  if (typeof cell === "number") {
    const style = FRAMED.number + (bold ? FRAMED.bold : 0);
    if (kind === "percent") return numberCell(at, Number(`${cell}e-2`), style + 2);
    return numberCell(at, cell, Number.isInteger(cell) ? style : style + 1);
  }
  if (typeof cell === "boolean") return text(cell ? "x" : "", FRAMED.mark);
  if (kind === "day" || typeof cell === "object") {
    const day = typeof cell === "object" ? cell.date : cell;
    const serial = serialOf(day);
    return serial === null ? text(day, FRAMED.mark) : numberCell(at, serial, FRAMED.day);
  }
  return text(cell, kind === "text" ? FRAMED.text : FRAMED.held);
}

/** Where the left half of the head ends: the column in which half of the width is reached. */
function splitOf(columns: readonly Column[]): number {
  const widths = columns.map(({ width = 12 }) => width);
  const half = widths.reduce((sum, width) => sum + width, 0) / 2;
  let sum = 0;
  for (const [column, width] of widths.entries()) {
    sum += width;
    if (sum >= half) return Math.min(Math.max(column + 1, 1), Math.max(columns.length - 1, 1));
  }
  return 1;
}

function signaturePlaces(split: number, width: number, count: number): [number, number][] {
  if (count === 2)
    return [
      [0, split - 1],
      [split, width - 1],
    ];
  return [[split, width - 1]];
}

const LINE_HEIGHT = 15;
/** Letters of the usual text that fill a column of width 1. */
const LETTER = 0.95;

/** Room for the longest text of a row: a program that only shows does not make it by itself. */
const heightOf = (texts: readonly (readonly [string, number | undefined])[]): number =>
  LINE_HEIGHT * Math.max(1, ...texts.map(([text, width = 12]) => Math.ceil((text.length * LETTER) / width)));

function startOf(columns: readonly Column[], body: number): string {
  const widths = columns
    .map(
      ({ width = 12 }, column) =>
        `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`,
    )
    .join("");
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="${body - 1}" topLeftCell="A${body}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData>`;
}

function endOf(merged: readonly Placed[]): string {
  const cells = merged.map(
    ({ from, to, row }) => `<mergeCell ref="${letters(from)}${row}:${letters(to)}${row}"/>`,
  );
  return `</sheetData>${cells.length > 0 ? `<mergeCells count="${cells.length}">${cells.join("")}</mergeCells>` : ""}<printOptions horizontalCentered="1"/><pageMargins left="0.6" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>${escaped("&RTrang &P/&N")}</oddFooter></headerFooter></worksheet>`;
}
