import { withScope } from "@/lib/access/gate";
import { type ImportMode, runImport } from "@/lib/imports/run";
import { importKindNamed } from "@/lib/intake/registry";

/** The rows of a file as CSV, header first. */
export function aFile(...rows: string[][]): Uint8Array {
  return new TextEncoder().encode(
    rows
      .map((cells) =>
        cells.map((cell) => (/[",\n;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(","),
      )
      .join("\n"),
  );
}

/** Brings in a file as whoever acts; answers what the import answers. */
export async function bringIn(kindName: string, bytes: Uint8Array, mode: ImportMode = "commit") {
  const kind = importKindNamed(kindName);
  if (!kind) throw new Error(`no kind ${kindName}`);
  const { summary } = await withScope(
    "import.run",
    (scope) => runImport(scope, kind, { name: `${kindName}.csv`, bytes }, mode),
    { timeoutMs: 120_000 },
  );
  return summary;
}

/** Units of a small district: two committees with two cells each, a school. */
export const UNITS = [
  ["Mã đơn vị", "Tên đơn vị", "Loại tổ chức", "Mã đơn vị cấp trên", "Loại hình", "Quyết định kết nạp"],
  ["A-1", "Chi bộ thôn 1", "Chi bộ", "A", "thôn/tổ dân phố", ""],
  ["T", "Đảng bộ tỉnh T", "Đảng bộ tỉnh", "", "", ""],
  ["H", "Đảng bộ huyện H", "Cấp trên trực tiếp cơ sở", "T", "", "có"],
  ["A", "Đảng bộ xã A", "Đảng bộ cơ sở", "H", "xã", ""],
  ["A-2", "Chi bộ thôn 2", "Chi bộ", "A", "thôn/tổ dân phố", ""],
  ["B", "Đảng bộ xã B", "Đảng bộ cơ sở", "H", "xã", ""],
  ["B-1", "Chi bộ thôn 1", "Chi bộ", "B", "thôn/tổ dân phố", ""],
  ["S", "Chi bộ Trường THPT S", "Chi bộ cơ sở", "H", "trường học", ""],
];
