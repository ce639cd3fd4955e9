import type { Table, TableCell } from "@/lib/platform/spreadsheet/read-table";
import { fold } from "@/lib/shared/vietnamese";
import type { LayoutLine, OfficialReport } from "../rules/layout";
import { rowSource } from "../rules/row-key";

/** The columns of a file that lays a table out, with one example. */
export const LAYOUT_COLUMNS = ["Số thứ tự", "Tiêu chí", "Bậc", "Khóa"] as const;

const MOST_LINES = 300;
const DEEPEST = 3;

/** The lines of a table as a file lays them out, or every fault in one pass, by row. */
export function readLayoutLines(
  report: OfficialReport,
  { header, rows }: Table,
): { lines: LayoutLine[]; faults: string[] } {
  const places = LAYOUT_COLUMNS.map((column) =>
    header.findIndex((title) => fold(title).trim() === fold(column)),
  );
  const missing = LAYOUT_COLUMNS.filter((_, place) => (places[place] ?? -1) < 0);
  if (missing.length > 0) return { lines: [], faults: [`Thiếu cột: ${missing.join(", ")}.`] };
  if (rows.length > MOST_LINES) return { lines: [], faults: [`Nhiều hơn ${MOST_LINES} dòng.`] };
  const faults: string[] = [];
  const seen = new Map<string, number>();
  const lines = rows.map(({ row, cells }): LayoutLine => {
    const [number = "", label = "", level = "", key = ""] = places.map((place) =>
      textOf(cells[place] ?? null),
    );
    if (label === "") faults.push(`Dòng ${row}: chưa có tiêu chí.`);
    if (!/^[0-3]$/.test(level)) faults.push(`Dòng ${row}: bậc là một số từ 0 đến ${DEEPEST}.`);
    if (key !== "" && !isKeyOf(report, key)) faults.push(`Dòng ${row}: không có khóa "${key}".`);
    const before = seen.get(key);
    if (key !== "" && before !== undefined) faults.push(`Dòng ${row}: khóa "${key}" đã có ở dòng ${before}.`);
    seen.set(key, row);
    return { number, label, level: Number(level) || 0, key: key || null };
  });
  if (!lines.some(({ key }) => key !== null)) faults.push("Không có dòng nào có khóa.");
  return { lines, faults };
}

/** Biểu số 2B and 5 have columns of their own, so that their rows can only be groups of people. */
function isKeyOf(report: OfficialReport, key: string): boolean {
  const source = rowSource(key);
  if (report === "ethnicity-religion") return /^(ethnicity|religion)\./.test(key) && source !== null;
  if (report === "unit-types") return (key === "total" || key.startsWith("type.")) && source !== null;
  return source !== null;
}

const textOf = (cell: TableCell): string =>
  cell === null ? "" : typeof cell === "object" ? cell.date : String(cell).normalize("NFC").trim();
