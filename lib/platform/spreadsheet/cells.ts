import { xmlText } from "@/lib/shared/xml-text";
import type { Cell, ColumnKind } from "./sheet";

/** Order of the cell styles in `xl/styles.xml`. */
export const STYLE: Record<ColumnKind | "header", number> = {
  text: 1,
  number: 2,
  percent: 3,
  day: 4,
  header: 5,
};

/** A text for XML; what looks like the program's own escape `_x0041_` stays what it is. */
export function escaped(text: string): string {
  return xmlText(text)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** The letters of a column: A … Z, AA … */
export function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

/** A text cell, never a formula. */
export const textCell = (at: string, text: string, style: number): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** A cell with a number. */
export const numberCell = (at: string, number: number | string, style: number): string =>
  `<c r="${at}" s="${style}"><v>${number}</v></c>`;

const MS_PER_DAY = 86_400_000;
const FIRST_SURE_DAY = "1900-03-01";

/** A day as spreadsheets count it, or null before March 1900, where they count a day that never was. */
export function serialOf(day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || day < FIRST_SURE_DAY) return null;
  const moment = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(moment) ? null : Math.round((moment - Date.UTC(1899, 11, 30)) / MS_PER_DAY);
}

function dayCell(at: string, day: string): string {
  const serial = serialOf(day);
  return serial === null ? textCell(at, day, STYLE.text) : numberCell(at, serial, STYLE.day);
}

/** A cell of a plain table; empty where there is nothing to hold. */
export function cellXml(at: string, cell: Cell, kind: ColumnKind): string {
  if (cell === null) return "";
  if (typeof cell === "object") return dayCell(at, cell.date);
  if (typeof cell === "string") return kind === "day" ? dayCell(at, cell) : textCell(at, cell, STYLE.text);
  if (typeof cell === "boolean") return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (!Number.isFinite(cell)) return "";
  if (kind === "percent") return numberCell(at, Number(`${cell}e-2`), STYLE.percent);
  return numberCell(at, cell, kind === "number" ? STYLE.number : 0);
}

/** A row of cells. */
export const rowXml = (number: number, cells: string[]): string =>
  `<row r="${number}">${cells.join("")}</row>`;
