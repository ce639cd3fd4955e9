/** One import file of formats.md §1, as header words and cells. */
export type SeedTable = {
  kind:
    | "don-vi"
    | "so-luong-dang-vien"
    | "chi-tieu"
    | "ho-so"
    | "to-chuc-doan"
    | "doan-vien"
    | "lop"
    | "hoc-vien";
  fileName: string;
  rows: Record<string, string>[];
};

/** The file as CSV; a cell is quoted where it must be. */
export function csvOf({ rows }: SeedTable): string {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [header, ...rows.map((row) => header.map((column) => row[column] ?? ""))];
  return lines.map((cells) => cells.map(quoted).join(",")).join("\n");
}

function quoted(cell: string): string {
  return /[",\n;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
