import {
  type Block,
  type Line,
  type Paper,
  TABLE_SIZE,
  type TableCell,
} from "@/lib/platform/documents/paper";
import type { Cell, Column, Frame, Sheet } from "@/lib/platform/spreadsheet/sheet";
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

/** A sheet with all its rows, and the one of a form. */
export type WholeSheet = Omit<Sheet, "rows"> & { rows: Cell[][] };
export type FormSheet = WholeSheet & { frame: Frame };

/** The form as a sheet of a workbook. */
export function formSheet({ name, columns, rows, ...form }: Form): FormSheet {
  return { name: name.slice(0, 31), columns: [...columns], rows, frame: form };
}

/** The form as a paper across, for signature. */
export function formPaper(form: Form): Paper {
  const { name, left, right, title, notes, signatures } = form;
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
      ...tableBlocks(form),
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

/** The table of a form on paper: one, or of many columns several beneath each other. */
export const tableBlocks = (
  form: Pick<Form, "columns" | "numbering" | "rows" | "levels" | "indented">,
): Block[] => parts(form.columns.length).map((shown) => tableOf(form, shown));

function tableOf(
  { columns, numbering, rows, levels, indented }: Parameters<typeof tableBlocks>[0],
  shown: readonly number[],
): Block {
  const own = shown.flatMap((at) => columns[at] ?? []);
  const size = own.reduce((sum, { width }) => sum + width, 0) > MANY_LETTERS ? SMALL : TABLE_SIZE;
  return {
    is: "table",
    table: {
      columns: own.map(({ width, kind }, place) => ({
        width,
        align:
          kind === "text"
            ? shown[place] === indented || width > 14
              ? "left"
              : "center"
            : kind === "day"
              ? "center"
              : "right",
      })),
      head: [
        own.map(({ title: words }) => ({ text: words, size })),
        ...(numbering.length > 0
          ? [shown.map((at) => ({ text: numbering[at] ?? "", bold: false, italic: true, size: 9 }))]
          : []),
      ],
      body: rows.map((cells, row) =>
        own.map((column, place): TableCell => {
          const [at, level] = [shown[place] ?? place, levels[row] ?? 1];
          return {
            text: cellWords(cells[at] ?? null, column),
            size,
            ...(level === 0 ? { bold: true } : {}),
            ...(at === indented && level > 1 ? { indent: level - 1 } : {}),
          };
        }),
      ),
    },
  };
}

/** As many columns as the widest official list has; beyond them a table goes on beneath, its first columns again. */
const MOST_COLUMNS = 14;
const REPEATED = 2;

/** The columns of each table, about as many in each. */
function parts(columns: number): number[][] {
  const all = Array.from({ length: columns }, (_, at) => at);
  if (columns <= MOST_COLUMNS) return [all];
  const [first, rest] = [all.slice(0, REPEATED), all.slice(REPEATED)];
  const tables = Math.ceil(rest.length / (MOST_COLUMNS - REPEATED));
  const room = Math.ceil(rest.length / tables);
  return Array.from({ length: tables }, (_, table) => [
    ...first,
    ...rest.slice(table * room, (table + 1) * room),
  ]);
}

/** A cell in words, as paper shows it: 1.905, 23,17 %, 04/05/2024. */
export function cellWords(cell: Cell, { kind }: Pick<Column, "kind">): string {
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
