import { type Line, type Paper, TABLE_SIZE, type TableCell } from "@/lib/platform/documents/paper";
import type { Cell, Column, Sheet } from "@/lib/platform/spreadsheet/sheet";
import { formatDay } from "@/lib/shared/days";
import { formatNumber, formatPercent } from "@/lib/shared/ratio";

/** A table as it is printed and signed; the same for the workbook, Word and PDF. */
export type Form = {
  /** Of the sheet and of the file's properties. */
  name: string;
  left: readonly string[];
  right: readonly string[];
  /** The first line is the title. */
  title: readonly string[];
  columns: readonly (Column & { width: number })[];
  numbering: readonly string[];
  rows: Cell[][];
  /** How far in each row stands; 0: in bold. */
  levels: readonly number[];
  indented: number;
  notes: readonly string[];
  /** Columns of lines; the second line of each is the office. */
  signatures: readonly (readonly string[])[];
};

/** From so many letters across a table is set in small type. */
const MANY_LETTERS = 150;
const SMALL = 8;

/** The form as a sheet of a workbook. */
export function formSheet({ name, columns, rows, ...form }: Form): Sheet {
  return { name: name.slice(0, 31), columns: [...columns], rows, frame: form };
}

/** The form as a paper across, for signature. */
export function formPaper(form: Form): Paper {
  const { name, left, right, title, columns, numbering, rows, levels, indented, notes, signatures } = form;
  const size = columns.reduce((sum, { width }) => sum + width, 0) > MANY_LETTERS ? SMALL : TABLE_SIZE;
  return {
    name,
    orientation: "landscape",
    head: {
      left: left.map((text, place) => ({ text, bold: place === left.length - 1, size: 12 })),
      right: right.map((text, place) => ({ text, bold: place === 0, italic: place > 0, size: 12 })),
    },
    title: title.map(
      (text, place): Line => (place === 0 ? { text, bold: true, size: 15 } : { text, italic: true }),
    ),
    blocks: [
      {
        is: "table",
        table: {
          columns: columns.map(({ width, kind }, column) => ({
            width,
            align:
              kind === "text"
                ? column === indented || width > 14
                  ? "left"
                  : "center"
                : kind === "day"
                  ? "center"
                  : "right",
          })),
          head: [
            columns.map(({ title: words }) => ({ text: words, size })),
            ...(numbering.length > 0
              ? [numbering.map((text) => ({ text, bold: false, italic: true, size: 9 }))]
              : []),
          ],
          body: rows.map((cells, place) =>
            columns.map((column, at): TableCell => {
              const level = levels[place] ?? 1;
              return {
                text: printed(cells[at] ?? null, column),
                size,
                ...(level === 0 ? { bold: true } : {}),
                ...(at === indented && level > 1 ? { indent: level - 1 } : {}),
              };
            }),
          ),
        },
      },
      ...notes.map((text) => ({
        is: "paragraph" as const,
        text,
        italic: true,
        size: 10,
        align: "left" as const,
      })),
    ],
    signatures: signatures.map((lines) => ({
      above: lines.map((text, place) => ({
        text: text || " ",
        bold: place === 1,
        italic: place !== 1,
        size: 12,
      })),
    })),
    foot: [right[0], left[0]].filter(Boolean).join(", "),
  };
}

/** A cell in words, as paper shows it. */
function printed(cell: Cell, { kind }: Column): string {
  if (cell === null) return "";
  if (typeof cell === "object") return formatDay(cell.date);
  if (typeof cell === "boolean") return cell ? "x" : "";
  if (typeof cell === "number") return kind === "percent" ? formatPercent(cell) : formatNumber(cell);
  return kind === "day" && /^\d{4}-\d{2}-\d{2}$/.test(cell) ? formatDay(cell) : cell;
}

/** A plain table as a form, for the reports that have no official one. */
export function plainForm(
  name: string,
  { left, right, title, notes }: Pick<Form, "left" | "right" | "title" | "notes">,
  columns: readonly Column[],
  rows: Cell[][],
): Form {
  return {
    name,
    left,
    right,
    title,
    columns: columns.map((column) => ({ ...column, width: column.width ?? 12 })),
    numbering: [],
    rows,
    levels: rows.map(() => 1),
    indented: -1,
    notes,
    signatures: SIGNED_BY_BOARD,
  };
}

/** Who signs a table of an organisation board. */
export const SIGNED_BY_BOARD = [
  [" ", "NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên, điện thoại)"],
  ["Ngày …… tháng …… năm ………", "TRƯỞNG BAN", "(Ký, đóng dấu, ghi rõ họ tên)"],
];

/** Who signs a table of a committee without a board of its own. */
export const SIGNED_BY_SECRETARY = [
  [" ", "NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên, điện thoại)"],
  ["Ngày …… tháng …… năm ………", "BÍ THƯ", "(Ký, đóng dấu, ghi rõ họ tên)"],
];
