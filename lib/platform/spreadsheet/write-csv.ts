import { guardFormula } from "./formula";
import { type Cell, type Column, type Rows, streamOf } from "./sheet";

const quoted = (text: string): string =>
  /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

function fieldOf(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  if (typeof cell === "boolean") return cell ? "1" : "0";
  return quoted(guardFormula(typeof cell === "string" ? cell : cell.date));
}

const lineOf = (cells: Cell[]): string => `${cells.map(fieldOf).join(",")}\r\n`;

const CHUNK = 64 * 1024;

async function* csvBytes(columns: Pick<Column, "title">[], rows: Rows): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = `\uFEFF${lineOf(columns.map(({ title }) => title))}`;
  for await (const row of rows) {
    text += lineOf(row);
    if (text.length < CHUNK) continue;
    yield encoder.encode(text);
    text = "";
  }
  if (text) yield encoder.encode(text);
}

/**
 * A CSV file as a stream: UTF-8 with BOM, comma, CRLF, numbers with a point. A text that a spreadsheet
 * program would run as a formula gets a `'` before it (also the headers).
 */
export const writeCsv = (columns: Pick<Column, "title">[], rows: Rows): ReadableStream<Uint8Array> =>
  streamOf(csvBytes(columns, rows));
