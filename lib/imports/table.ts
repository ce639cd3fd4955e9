import type { TableCell } from "@/lib/platform/spreadsheet/read-table";
import { readTable } from "@/lib/platform/spreadsheet/read-table";
import { fold, looksLikeLegacyEncoding, normalise } from "@/lib/shared/vietnamese";
import type { Faults } from "./fault";
import type { ImportColumn, ImportRow } from "./kind";

/** A file that came in, its columns recognised. `header` is as the sender wrote it. */
export type ImportTable = { header: string[]; rows: ImportRow[] };

/**
 * Reads a file and matches its columns: case, accents, tone-mark placement, Unicode form, spaces and a
 * trailing `*` do not matter. An unknown column is a warning on row 1, a missing or double one an error.
 * @throws UnreadableFile when it cannot be read at all.
 */
export async function openImportTable(
  bytes: Uint8Array,
  fileName: string,
  columns: readonly ImportColumn[],
  faults: Faults,
): Promise<ImportTable> {
  const table = await readTable(bytes, fileName);
  const places = matchColumns(table.header, columns, faults);
  const rows = table.rows.map(({ row, cells }) => readRow(row, cells.map(textOf), places, faults));
  return { header: table.header, rows };
}

type Place = { column: ImportColumn; place: number };

function matchColumns(header: readonly string[], columns: readonly ImportColumn[], faults: Faults): Place[] {
  const byHeader = new Map(columns.map((column) => [headerKey(column.header), column]));
  const places: Place[] = [];
  header.forEach((words, place) => {
    if (normalise(words) === "") return;
    const column = byHeader.get(headerKey(words));
    if (!column) {
      if (headerKey(words) !== "loi")
        faults.warning(1, words, words, `Không dùng đến cột "${normalise(words)}".`);
    } else if (places.some((known) => known.column === column)) {
      faults.error(1, words, words, `Cột "${column.header}" có hai lần.`);
    } else {
      places.push({ column, place });
    }
  });
  for (const column of columns) {
    if (column.required && !places.some((known) => known.column === column)) {
      faults.error(1, column.header, "", `Thiếu cột "${column.header}".`);
    }
  }
  return places;
}

/** Tone marks fall away with the accents, so "Hòa" and "Hoà" are one. */
const headerKey = (words: string): string =>
  fold(words)
    .replace(/[\s*]+$/u, "")
    .replace(/[\s_–-]+/g, " ");

function readRow(row: number, raw: string[], places: readonly Place[], faults: Faults): ImportRow {
  const cells = new Map<string, string>();
  for (const { column, place } of places) {
    const text = normalise(raw[place] ?? "");
    if (text === "") {
      if (column.required) faults.error(row, column.header, "", `${column.header}: chưa có.`);
    } else if (looksLikeLegacyEncoding(raw[place] ?? "")) {
      faults.error(
        row,
        column.header,
        text,
        `${column.header}: chữ theo bảng mã cũ (TCVN3, VNI). Hãy chuyển tệp sang Unicode.`,
      );
    } else {
      cells.set(column.key, text);
    }
  }
  return { row, cells, columns: new Set(places.map(({ column }) => column.key)), raw };
}

function textOf(cell: TableCell): string {
  if (cell === null) return "";
  if (typeof cell === "object") return cell.date;
  if (typeof cell === "boolean") return cell ? "có" : "không";
  return String(cell);
}
