import type { UnitScope } from "@/lib/access/gate";
import { Cells } from "@/lib/imports/cells";
import type { Faults } from "@/lib/imports/fault";
import { type ImportColumn, type ImportKind, type ImportRow, type Verdict, YES_NO } from "@/lib/imports/kind";
import { nearest } from "@/lib/imports/nearest";
import { kindLabel, parseKind, parseType, typeLabel } from "../labels";
import { saveUndoneUnits } from "../repository/import-undo";
import { findPlacements } from "../repository/placements";
import { findScopeUnits } from "../repository/units";
import { UNIT_KINDS, UNIT_TYPES } from "../rules/kinds";
import { TreeDraft, type UnitLine } from "./tree-draft";

const COLUMNS = [
  {
    key: "code",
    header: "Mã đơn vị",
    required: true,
    example: "EAP-09",
    help: "chữ, số, dấu chấm, gạch nối; tối đa 40 ký tự",
  },
  { key: "name", header: "Tên đơn vị", required: true, example: "Chi bộ thôn Phước Thọ 2" },
  {
    key: "kind",
    header: "Loại tổ chức",
    required: true,
    example: "Chi bộ",
    choices: UNIT_KINDS.map(kindLabel),
  },
  { key: "parent", header: "Mã đơn vị cấp trên", example: "EAP" },
  { key: "type", header: "Loại hình", example: "Thôn/tổ dân phố", choices: UNIT_TYPES.map(typeLabel) },
  {
    key: "decides",
    header: "Quyết định kết nạp",
    example: "không",
    choices: YES_NO,
    help: "có: được quyết định kết nạp",
  },
  { key: "from", header: "Từ ngày", example: "", help: "để trống: từ trước khi có sổ sách" },
  { key: "until", header: "Đến ngày", example: "", help: "ngày cuối cùng, tính cả ngày đó" },
  {
    key: "successors",
    header: "Mã đơn vị kế tục",
    example: "",
    help: "của đơn vị kết thúc; nhiều mã cách nhau bằng ;",
  },
] as const satisfies readonly ImportColumn[];

const CODE = /^[A-Za-z0-9.-]{1,40}$/;

/** Units and their dated places in the tree (formats.md §1 `don-vi`). */
export const unitsImport: ImportKind = {
  name: "don-vi",
  label: "Đơn vị",
  permission: "import.party",
  columns: COLUMNS,
  async check(scope, rows, faults, progress) {
    const draft = new TreeDraft(await findScopeUnits(scope), await findPlacements(scope));
    const lines = await progress.reading(rows, (row) => {
      const line = readLine(row, faults, draft, scope);
      return line && !faults.refuses(row.row) ? [line] : [];
    });
    const known = refuseOrphans(lines, faults, draft);
    const verdicts = new Map<number, Verdict["is"]>();
    await progress.checking(inOrderOfDays(known), (line) => verdicts.set(line.row, draft.follow(line)));
    refuseCycles(known, faults, draft);
    return {
      verdicts: rows.map(({ row }) => ({
        row,
        is: faults.refuses(row) ? "refuse" : (verdicts.get(row) ?? "refuse"),
      })),
      async apply({ id }, accepted) {
        const written = new TreeDraft(await findScopeUnits(scope), await findPlacements(scope));
        for (const line of inOrderOfDays(known)) if (accepted.has(line.row)) written.follow(line);
        progress.writing(accepted.size);
        await written.save(scope, id);
      },
    };
  },
  undo: saveUndoneUnits,
};

function readLine(row: ImportRow, faults: Faults, draft: TreeDraft, scope: UnitScope): UnitLine | null {
  const cells = new Cells(row, COLUMNS, faults);
  const code = cells.text("code");
  if (code !== null && !CODE.test(code))
    cells.wrong("code", `"${code}" chỉ được có chữ không dấu, số, dấu chấm và gạch nối, tối đa 40 ký tự.`);
  const kind = cells.word("kind", parseKind, UNIT_KINDS.map(kindLabel).join(", "));
  const type = cells.word("type", parseType);
  const decides = cells.yesNo("decides") ?? false;
  const [from, until] = [cells.day("from"), cells.day("until")];
  if (from && until && until < from) cells.wrong("until", "trước ngày bắt đầu.");
  const parent = cells.text("parent");
  const key = code?.toUpperCase() ?? "";
  if (parent === null && scope.lo > 0n && !draft.isTop(key))
    cells.wrong("parent", "chưa có; đơn vị gốc chỉ người vận hành máy được lập.");
  const successors = (cells.text("successors") ?? "")
    .split(";")
    .map((word) => word.trim().toUpperCase())
    .filter(Boolean);
  if (successors.length > 0 && until === null)
    cells.wrong("successors", "chỉ ghi cho đơn vị đã kết thúc (có Đến ngày).");
  const name = cells.text("name");
  if (code === null || name === null || kind === null) return null;
  return {
    row: row.row,
    code,
    key,
    name,
    kind,
    type,
    mayDecideAdmission: decides,
    parent: parent?.toUpperCase() ?? null,
    from,
    until,
    successors,
  };
}

/** A row whose parent or successor is neither known nor in the file is refused, and so is what stands on it. */
function refuseOrphans(lines: UnitLine[], faults: Faults, draft: TreeDraft): UnitLine[] {
  let left = lines;
  for (;;) {
    const codes = new Set([...draft.codes(), ...left.map(({ key }) => key)]);
    const orphans = left.filter(({ key, parent, successors }) =>
      [parent, ...successors].some((code) => code !== null && !codes.has(code) && !draft.isTop(key)),
    );
    if (orphans.length === 0) return left;
    for (const { row, parent, successors } of orphans) {
      const missing = [parent, ...successors].find((code) => code !== null && !codes.has(code)) ?? "";
      const near = nearest(missing, codes);
      const column = missing === parent ? "Mã đơn vị cấp trên" : "Mã đơn vị kế tục";
      faults.error(
        row,
        column,
        missing,
        `${column}: không có đơn vị mang mã ${missing}.${near ? ` Gần nhất: ${near}.` : ""}`,
      );
    }
    left = left.filter((line) => !orphans.includes(line));
  }
}

function refuseCycles(lines: UnitLine[], faults: Faults, draft: TreeDraft): void {
  const cyclic = draft.cycles();
  if (cyclic.length === 0) return;
  const chain = `${[...cyclic, cyclic[0]].join(" → ")}`;
  for (const { row, key, parent } of lines) {
    if (cyclic.includes(key))
      faults.error(row, "Mã đơn vị cấp trên", parent ?? "", `Mã đơn vị cấp trên: vòng lặp ${chain}.`);
  }
}

/** Versions of one unit in the order of their days; parents may come after children. */
function inOrderOfDays(lines: readonly UnitLine[]): UnitLine[] {
  return lines.toSorted((a, b) => (a.from ?? "").localeCompare(b.from ?? "", "en") || a.row - b.row);
}
