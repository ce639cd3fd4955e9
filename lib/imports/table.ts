import type { Table, TableCell } from "@/lib/platform/spreadsheet/read-table";
import { convertOldFont } from "@/lib/shared/old-fonts";
import { looksLikeLegacyEncoding, normalise } from "@/lib/shared/vietnamese";
import { type Answers, NO_ANSWERS } from "./answers";
import type { Faults } from "./fault";
import { type Headings, matchColumns, NO_HEADINGS, type Place } from "./headings";
import type { ImportColumn, ImportRow } from "./kind";
import { converterOf, inTurns, type OldFontOffer, offerOldFont } from "./old-text";

/**
 * A file that came in, its columns recognised: `places` names the column of each heading. `header` is as the
 * sender wrote it, and ends with the columns that only mended cells have.
 */
export type ImportTable = {
  header: string[];
  places: (string | null)[];
  rows: ImportRow[];
  oldFont: OldFontOffer | null;
};

/**
 * Takes an opened file as its sender answered about it and matches its columns: case, accents, tone-mark placement,
 * Unicode form, spaces and a trailing `*` do not matter. An unknown column is a warning on row 1, a missing
 * or double one an error.
 */
export async function matchTable(
  table: Table,
  columns: readonly ImportColumn[],
  faults: Faults,
  { answers = NO_ANSWERS, headings = NO_HEADINGS }: { answers?: Answers; headings?: Headings } = {},
): Promise<ImportTable> {
  const rows = table.rows.map(({ row, cells }) => ({ row, texts: cells.map(textOf) }));
  const oldFont =
    answers.script === null ? await offerOldFont([{ row: 1, texts: table.header }, ...rows]) : null;
  const font = answers.script ?? oldFont?.font ?? "unicode";
  const inUnicode = (words: string) => (font === "unicode" ? words : convertOldFont(words, font));
  const { places, header } = withMended(
    matchColumns(table.header, columns, faults, { answers, headings, inUnicode }),
    columns,
    answers,
  );
  const converted =
    answers.script === null || answers.script === "unicode" ? null : await converterOf(rows, answers.script);
  const read: ImportRow[] = [];
  await inTurns(rows, ({ row, texts }) => {
    const mended = answers.mends[row];
    const raw = header.map((_, place) => {
      const text = texts[place] ?? "";
      return converted ? converted(text, place) : text;
    });
    for (const { column, place } of places) {
      const mend = mended?.[column.key];
      if (mend !== undefined) raw[place] = mend;
    }
    read.push(readRow(row, raw, places, faults, answers));
  });
  const keys = header.map((_, place) => places.find((known) => known.place === place)?.column.key ?? null);
  return {
    header: header.map((words) => (converted ? inUnicode(words) : words)),
    places: keys,
    rows: read,
    oldFont,
  };
}

/** Columns that the file has not, but a mended row has, stand at its end. */
function withMended(
  { header, places }: { header: string[]; places: Place[] },
  columns: readonly ImportColumn[],
  { mends }: Answers,
): { header: string[]; places: Place[] } {
  const mended = new Set(Object.values(mends).flatMap((cells) => Object.keys(cells)));
  const more = columns.filter(
    (column) => mended.has(column.key) && !places.some((known) => known.column === column),
  );
  return {
    header: [...header, ...more.map((column) => column.header)],
    places: [...places, ...more.map((column, place) => ({ column, place: header.length + place }))],
  };
}

function readRow(
  row: number,
  raw: string[],
  places: readonly Place[],
  faults: Faults,
  { script, mends }: Answers,
): ImportRow {
  const cells = new Map<string, string>();
  for (const { column, place } of places) {
    const given = raw[place] ?? "";
    const text = normalise(given);
    if (text === "") {
      if (column.required) faults.error(row, column.header, "", `${column.header}: chưa có.`);
      continue;
    }
    const mended = mends[row]?.[column.key] !== undefined;
    if (script !== "unicode" && !mended && looksLikeLegacyEncoding(given)) {
      faults.error(
        row,
        column.header,
        text,
        `${column.header}: chữ theo bảng mã cũ (TCVN3, VNI). Hãy chuyển tệp sang Unicode.`,
      );
      continue;
    }
    cells.set(column.key, text);
  }
  return { row, cells, columns: new Set(places.map(({ column }) => column.key)), raw };
}

function textOf(cell: TableCell): string {
  if (cell === null) return "";
  if (typeof cell === "object") return cell.date;
  if (typeof cell === "boolean") return cell ? "có" : "không";
  return String(cell);
}
