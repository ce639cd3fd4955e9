import { Cells } from "@/lib/imports/cells";
import type { ImportColumn, ImportKind, Verdict } from "@/lib/imports/kind";
import { nearest } from "@/lib/imports/nearest";
import { saveChanges } from "@/lib/imports/repository/changes";
import { saveUndoneRows } from "@/lib/imports/repository/undo";
import { headcountPartLabel } from "../labels";
import { findHeadcountsOn, saveHeadcounts } from "../repository/headcount-rows";
import { findScopeUnits } from "../repository/units";
import { HEADCOUNT_PARTS, type Headcount } from "../rules/headcount";

const COLUMNS = [
  { key: "unit", header: "Mã đơn vị", required: true, example: "EAP" },
  { key: "day", header: "Ngày", required: true, example: "31/12/2023" },
  { key: "total", header: "Tổng số đảng viên", required: true, example: "601" },
  { key: "women", header: "Nữ", example: "236" },
  { key: "ethnicMinority", header: "Dân tộc thiểu số", example: "88" },
  { key: "religious", header: "Tôn giáo", example: "14" },
  { key: "unionMembers", header: "Đoàn viên", example: "95" },
  { key: "probationary", header: "Dự bị", example: "21" },
] as const satisfies readonly ImportColumn[];

type Line = { row: number; unitId: number; headcount: Headcount };

/** Members of a unit's whole subtree on a day (formats.md §1 `so-luong-dang-vien`). */
export const headcountsImport: ImportKind = {
  name: "so-luong-dang-vien",
  label: "Số lượng đảng viên",
  permission: "import.party",
  columns: COLUMNS,
  async check(scope, rows, faults, progress) {
    const units = new Map((await findScopeUnits(scope)).map(({ id, code }) => [code.toUpperCase(), id]));
    const lines = await progress.reading(rows, (row): Line[] => {
      const cells = new Cells(row, COLUMNS, faults);
      const unitId = cells.word(
        "unit",
        (text) => units.get(text.toUpperCase()) ?? null,
        nearest(cells.text("unit") ?? "", units.keys()) ?? undefined,
      );
      const onDay = cells.day("day", scope.today);
      const total = cells.count("total");
      const parts = Object.fromEntries(HEADCOUNT_PARTS.map((part) => [part, cells.count(part)])) as Record<
        (typeof HEADCOUNT_PARTS)[number],
        number | null
      >;
      for (const part of HEADCOUNT_PARTS) {
        const count = parts[part];
        if (total !== null && count !== null && count > total)
          cells.wrong(part, `${headcountPartLabel(part)} ${count} nhiều hơn tổng số ${total}.`);
      }
      if (unitId === null || onDay === null || total === null) return [];
      return [{ row: row.row, unitId, headcount: { onDay, total, ...parts } }];
    });

    const stored = await findHeadcountsOn(
      scope,
      lines.map(({ unitId, headcount }) => ({ unitId, onDay: headcount.onDay })),
    );
    const keyOf = (unitId: number, onDay: string) => `${unitId}|${onDay}`;
    const seen = new Map<string, number>();
    const verdicts = new Map<number, Verdict["is"]>();
    await progress.checking(lines, ({ row, unitId, headcount }) => {
      const key = keyOf(unitId, headcount.onDay);
      const earlier = seen.get(key);
      if (earlier !== undefined)
        faults.error(row, "Mã đơn vị", "", `Trùng đơn vị và ngày với dòng ${earlier}.`);
      seen.set(key, row);
      const known = stored.get(key);
      verdicts.set(row, !known ? "add" : sameCounts(known, headcount) ? "same" : "change");
    });
    return {
      verdicts: rows.map(({ row }) => ({
        row,
        is: faults.refuses(row) ? "refuse" : (verdicts.get(row) ?? "refuse"),
      })),
      async apply({ id }, accepted) {
        progress.writing(accepted.size);
        const taken = lines.filter(({ row }) => accepted.has(row));
        await saveChanges(scope, id, await saveHeadcounts(scope, taken, id));
      },
    };
  },
  undo: saveUndoneRows,
};

function sameCounts(a: Headcount, b: Headcount): boolean {
  return a.total === b.total && HEADCOUNT_PARTS.every((part) => b[part] === null || a[part] === b[part]);
}
