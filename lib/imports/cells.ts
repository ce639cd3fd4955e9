import { type PlainDate, parseDay } from "@/lib/shared/days";
import { parseNumber, parseWhole } from "@/lib/shared/numbers";
import { fold } from "@/lib/shared/vietnamese";
import type { Faults } from "./fault";
import type { ImportColumn, ImportRow } from "./kind";
import { nearest } from "./nearest";

/** Reads the cells of one row; what cannot be read becomes a fault and counts as absent. */
export class Cells {
  private readonly columns: ReadonlyMap<string, ImportColumn>;

  constructor(
    readonly row: ImportRow,
    columns: readonly ImportColumn[],
    private readonly faults: Faults,
  ) {
    this.columns = new Map(columns.map((column) => [column.key, column]));
  }

  text(key: string): string | null {
    return this.row.cells.get(key) ?? null;
  }

  /** Does the file have this column at all? */
  hasColumn(key: string): boolean {
    return this.row.columns.has(key);
  }

  /** A day of formats.md §1; none after `notAfter`. */
  day(key: string, notAfter?: PlainDate): PlainDate | null {
    const text = this.text(key);
    if (text === null) return null;
    const day = parseDay(text);
    if (day === null)
      return this.wrong(
        key,
        /^\d{4}$/.test(text) ? `cần đủ ngày, tháng, năm (${text} chỉ là năm).` : `không có ngày ${text}.`,
      );
    if (notAfter !== undefined && day > notAfter) return this.wrong(key, `${text} sau hôm nay.`);
    return day;
  }

  /** A whole number: `1905` or `1.905`. */
  count(key: string): number | null {
    const text = this.text(key);
    if (text === null) return null;
    return parseWhole(text) ?? this.wrong(key, `"${text}" không phải số nguyên.`);
  }

  /** A number, with or without %: `3,25 %`. */
  number(key: string): number | null {
    const text = this.text(key)?.replace(/\s*%$/, "");
    if (text === undefined) return null;
    return parseNumber(text) ?? this.wrong(key, `"${text}" không phải số.`);
  }

  /** `có`/`không`, `x`, `1`/`0`. */
  yesNo(key: string): boolean | null {
    const text = this.text(key);
    if (text === null) return null;
    const word = fold(text);
    if (["co", "x", "1", "yes", "dung", "true"].includes(word)) return true;
    if (["khong", "0", "no", "false", "sai"].includes(word)) return false;
    return this.wrong(key, `"${text}": hãy ghi "có" hoặc "không".`);
  }

  /** A code word of a list; `choices`, or those of the column, are named in the fault. */
  word<Code>(key: string, parse: (text: string) => Code | null, choices?: string): Code | null {
    const text = this.text(key);
    if (text === null) return null;
    const code = parse(text);
    if (code !== null) return code;
    const allowed = choices
      ? `Các giá trị: ${choices}.`
      : allowedWords(text, this.columns.get(key)?.choices ?? []);
    return this.wrong(key, `không hiểu "${text}"${allowed ? `. ${allowed}` : "."}`);
  }

  /** Says what is wrong with a cell; the row is refused. */
  wrong(key: string, message: string, rule: string | null = null): null {
    this.faults.error(
      this.row.row,
      this.header(key),
      this.text(key) ?? "",
      `${this.header(key)}: ${message}`,
      rule,
    );
    return null;
  }

  /** Something to look at; the row is taken. */
  warn(key: string, message: string, rule: string | null = null): void {
    this.faults.warning(
      this.row.row,
      this.header(key),
      this.text(key) ?? "",
      `${this.header(key)}: ${message}`,
      rule,
    );
  }

  private header(key: string): string {
    return this.columns.get(key)?.header ?? key;
  }
}

const MOST_NAMED = 20;

/** The words of a list, or of a long one the nearest. */
function allowedWords(text: string, choices: readonly string[]): string {
  if (choices.length === 0) return "";
  if (choices.length <= MOST_NAMED) return `Các giá trị: ${choices.join(", ")}.`;
  const near = nearest(text, choices);
  return `Hãy chọn trong danh mục ${choices.length} giá trị.${near ? ` Gần nhất: ${near}.` : ""}`;
}
