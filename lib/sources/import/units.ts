import type { UnitScope } from "@/lib/access/gate";
import { Cells } from "@/lib/imports/cells";
import type { Faults } from "@/lib/imports/fault";
import type { ImportColumn, ImportKind, ImportRow } from "@/lib/imports/kind";
import { nearest } from "@/lib/imports/nearest";
import { blocLabel, levelLabel, parseBloc, parseLevel } from "../labels";
import {
  findPartyUnits,
  findUnionPlacements,
  findUnionUnits,
  saveUndoneUnionUnits,
} from "../repository/units";
import { BLOCS, LEVELS } from "../rules/tree";
import { UnionTreeDraft, type UnionUnitLine } from "./tree-draft";

const COLUMNS = [
  { key: "code", header: "Mã tổ chức", required: true, example: "QT-GL-01" },
  { key: "name", header: "Tên tổ chức", required: true, example: "Đoàn xã Gio Mỹ" },
  {
    key: "level",
    header: "Cấp",
    required: true,
    example: "Đoàn cơ sở",
    help: LEVELS.map(levelLabel).join(", "),
    choices: LEVELS.map(levelLabel),
  },
  { key: "parent", header: "Mã tổ chức cấp trên", example: "QT-GL" },
  {
    key: "bloc",
    header: "Khối",
    example: "Khu dân cư",
    choices: BLOCS.map(blocLabel),
    help: "để trống: theo tổ chức cấp trên",
  },
  { key: "unit", header: "Mã đơn vị đảng", example: "GIOMY", help: "để trống: theo tổ chức cấp trên" },
  { key: "from", header: "Từ ngày", example: "", help: "để trống: từ trước khi có sổ sách" },
  { key: "until", header: "Đến ngày", example: "", help: "ngày cuối cùng, tính cả ngày đó" },
] as const satisfies readonly ImportColumn[];

const CODE = /^[A-Za-z0-9.-]{1,40}$/;

/** Organisations of the Youth Union and their dated places (formats.md §1 `to-chuc-doan`). */
export const unionUnitsImport: ImportKind = {
  name: "to-chuc-doan",
  label: "Tổ chức Đoàn",
  permission: "import.union",
  columns: COLUMNS,
  async check(scope, rows, faults, progress) {
    const open = await openDraft(scope);
    const party = await findPartyUnits(
      scope,
      rows.flatMap(({ cells }) => cells.get("unit") ?? []),
    );
    const draft = open();
    const read = await progress.reading(rows, (row) => {
      const line = readLine(row, faults, draft, party, scope);
      return line && !faults.refuses(row.row) ? [line] : [];
    });
    const lines = refuseOrphans(read, faults, draft);
    const verdicts = new Map(
      await progress.checking(inOrder(lines), (line) => [line.row, draft.follow(line)] as const),
    );
    refuseCircle(lines, faults, draft);
    return {
      verdicts: rows.map(({ row }) => ({
        row,
        is: faults.refuses(row) ? "refuse" : (verdicts.get(row) ?? "refuse"),
      })),
      async apply({ id }, accepted) {
        const written = open();
        for (const line of inOrder(lines)) if (accepted.has(line.row)) written.follow(line);
        progress.writing(accepted.size);
        await written.save(scope, id);
      },
    };
  },
  undo: saveUndoneUnionUnits,
};

async function openDraft(scope: UnitScope): Promise<() => UnionTreeDraft> {
  const units = await findUnionUnits(scope);
  const placements = await findUnionPlacements(scope);
  return () => new UnionTreeDraft(units, placements);
}

function readLine(
  row: ImportRow,
  faults: Faults,
  draft: UnionTreeDraft,
  party: ReadonlyMap<string, number>,
  scope: UnitScope,
): UnionUnitLine | null {
  const cells = new Cells(row, COLUMNS, faults);
  const code = cells.text("code");
  if (code !== null && !CODE.test(code))
    cells.wrong("code", `"${code}" chỉ được có chữ không dấu, số, dấu chấm và gạch nối, tối đa 40 ký tự.`);
  const level = cells.word("level", parseLevel, LEVELS.map(levelLabel).join(", "));
  const bloc = cells.word("bloc", parseBloc, BLOCS.map(blocLabel).join(", "));
  const [from, until] = [cells.day("from"), cells.day("until")];
  if (from && until && until < from) cells.wrong("until", "trước ngày bắt đầu.");
  const parent = cells.text("parent")?.toUpperCase() ?? null;
  const key = code?.toUpperCase() ?? "";
  if (parent === null && scope.lo > 0n && !draft.isTop(key))
    cells.wrong("parent", "chưa có; tổ chức cao nhất chỉ người vận hành máy được lập.");
  const unit = cells.text("unit");
  const unitId = unit === null ? null : (party.get(unit.toUpperCase()) ?? null);
  if (unit !== null && unitId === null) cells.wrong("unit", `không có đơn vị đảng mang mã ${unit}.`);
  const name = cells.text("name");
  if (code === null || name === null || level === null) return null;
  return { row: row.row, code, key, name, level, bloc, unitId, parent, from, until };
}

/** A row whose parent is neither known nor in the file is refused, and so is what stands on it. */
function refuseOrphans(lines: UnionUnitLine[], faults: Faults, draft: UnionTreeDraft): UnionUnitLine[] {
  let left = lines;
  for (;;) {
    const codes = new Set([...draft.codes(), ...left.map(({ key }) => key)]);
    const orphans = left.filter(
      ({ key, parent }) => parent !== null && !codes.has(parent) && !draft.isTop(key),
    );
    if (orphans.length === 0) return left;
    for (const { row, parent } of orphans) {
      const near = nearest(parent ?? "", codes);
      faults.error(
        row,
        "Mã tổ chức cấp trên",
        parent ?? "",
        `Mã tổ chức cấp trên: không có tổ chức mang mã ${parent}.${near ? ` Gần nhất: ${near}.` : ""}`,
      );
    }
    left = left.filter((line) => !orphans.includes(line));
  }
}

function refuseCircle(lines: UnionUnitLine[], faults: Faults, draft: UnionTreeDraft): void {
  const circle = draft.circle();
  for (const { row, key, parent } of lines) {
    if (circle.includes(key))
      faults.error(
        row,
        "Mã tổ chức cấp trên",
        parent ?? "",
        `Mã tổ chức cấp trên: vòng lặp ${[...circle, circle[0]].join(" → ")}.`,
      );
  }
}

/** Versions of one organisation in the order of their days; parents may come after children. */
function inOrder(lines: readonly UnionUnitLine[]): UnionUnitLine[] {
  return lines.toSorted((a, b) => (a.from ?? "").localeCompare(b.from ?? "", "en") || a.row - b.row);
}
