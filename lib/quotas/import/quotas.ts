import { Cells } from "@/lib/imports/cells";
import type { Faults } from "@/lib/imports/fault";
import type { ImportColumn, ImportKind, ImportRow, Verdict } from "@/lib/imports/kind";
import { nearest } from "@/lib/imports/nearest";
import { holdRows, saveChanges } from "@/lib/imports/repository/changes";
import { saveUndoneRows } from "@/lib/imports/repository/undo";
import { findScopeUnits } from "@/lib/organisation/repository/units";
import {
  groupLabel,
  indicatorLabel,
  parseGroup,
  parseIndicator,
  parseQuotaKind,
  parseSource,
  quotaKindLabel,
  sourceLabel,
} from "../labels";
import { findQuotasOf, saveQuotas } from "../repository/quotas";
import { GROUPS, INDICATORS, QUOTA_KINDS, QUOTA_SOURCES, type Quota, quotaKey } from "../rules/quota";

const COLUMNS = [
  { key: "unit", header: "Mã đơn vị", required: true, example: "EAP" },
  { key: "from", header: "Từ ngày", required: true, example: "01/01/2024" },
  { key: "to", header: "Đến ngày", required: true, example: "31/12/2024" },
  {
    key: "source",
    header: "Nguồn",
    required: true,
    example: "Cấp trên giao",
    choices: QUOTA_SOURCES.map(sourceLabel),
  },
  { key: "indicator", header: "Chỉ tiêu", example: "Kết nạp", choices: INDICATORS.map(indicatorLabel) },
  { key: "group", header: "Nhóm", example: "Tất cả", choices: GROUPS.map(groupLabel) },
  { key: "kind", header: "Kiểu", example: "Số lượng", choices: QUOTA_KINDS.map(quotaKindLabel) },
  { key: "value", header: "Giá trị", required: true, example: "18" },
  { key: "valueTo", header: "Giá trị đến", example: "", help: "cho kiểu Khoảng" },
  { key: "membersDay", header: "Ngày chốt đảng viên", example: "", help: "cho kiểu Tỷ lệ đảng viên" },
  { key: "dueOn", header: "Hạn hoàn thành", example: "" },
  { key: "documentNumber", header: "Số văn bản", example: "402-QĐ/HU" },
  { key: "documentDay", header: "Ngày văn bản", example: "25/01/2024" },
] as const satisfies readonly ImportColumn[];

type Line = { row: number; quota: Omit<Quota, "id" | "version" | "note"> };

/** Quotas (formats.md §1 `chi-tieu`). A later document revises an earlier one, both stay readable. */
export const quotasImport: ImportKind = {
  name: "chi-tieu",
  label: "Chỉ tiêu",
  permission: "import.party",
  columns: COLUMNS,
  async check(scope, rows, faults, progress) {
    const units = new Map((await findScopeUnits(scope)).map(({ id, code }) => [code.toUpperCase(), id]));
    const lines = await progress.reading(rows, (row) => readLine(row, faults, units));
    const stored = new Map(
      (await findQuotasOf(scope, [...new Set(lines.map(({ quota }) => quota.unitId))])).map((quota) => [
        documentKey(quota),
        quota,
      ]),
    );
    const seen = new Map<string, number>();
    const verdicts = new Map<number, Verdict["is"]>();
    const writes = new Map<number, { quota: Line["quota"]; id: string | null; known: Quota | null }>();
    await progress.checking(lines, ({ row, quota }) => {
      const key = documentKey(quota);
      const earlier = seen.get(key);
      if (earlier !== undefined)
        faults.error(row, "Mã đơn vị", "", `Trùng đơn vị, kỳ, nguồn, nhóm và văn bản với dòng ${earlier}.`);
      seen.set(key, row);
      const known = stored.get(key);
      verdicts.set(row, !known ? "add" : sameQuota(known, quota) ? "same" : "change");
      writes.set(row, { quota, id: known?.id ?? null, known: known ?? null });
    });
    return {
      verdicts: rows.map(({ row }) => ({
        row,
        is: faults.refuses(row) ? "refuse" : (verdicts.get(row) ?? "refuse"),
      })),
      async apply({ id }, accepted) {
        progress.writing(accepted.size);
        const taken = [...writes].filter(([row]) => accepted.has(row)).map(([, write]) => write);
        await holdRows(
          scope,
          "quota",
          taken.flatMap(({ known }) => known ?? []),
        );
        await saveChanges(scope, id, await saveQuotas(scope, taken, id));
      },
    };
  },
  undo: saveUndoneRows,
};

function readLine(row: ImportRow, faults: Faults, units: ReadonlyMap<string, number>): Line[] {
  const cells = new Cells(row, COLUMNS, faults);
  const code = cells.text("unit");
  const unitId = code === null ? null : (units.get(code.toUpperCase()) ?? null);
  if (code !== null && unitId === null) {
    const near = nearest(code, units.keys());
    cells.wrong("unit", `không có đơn vị mang mã ${code}.${near ? ` Gần nhất: ${near}.` : ""}`);
  }
  const [from, to] = [cells.day("from"), cells.day("to")];
  const [dueOn, membersDay, documentDay] = [
    cells.day("dueOn"),
    cells.day("membersDay"),
    cells.day("documentDay"),
  ];
  const source = cells.word("source", parseSource, QUOTA_SOURCES.map(sourceLabel).join(", "));
  const indicator =
    cells.text("indicator") === null
      ? "ADMISSION"
      : cells.word("indicator", parseIndicator, INDICATORS.map(indicatorLabel).join(", "));
  const group =
    cells.text("group") === null ? "ALL" : cells.word("group", parseGroup, GROUPS.map(groupLabel).join(", "));
  const kind =
    cells.text("kind") === null
      ? "NUMBER"
      : cells.word("kind", parseQuotaKind, QUOTA_KINDS.map(quotaKindLabel).join(", "));
  const [value, valueTo] = [cells.number("value"), cells.number("valueTo")];

  if (from && to && to < from) cells.wrong("to", "trước ngày bắt đầu.");
  if (dueOn && from && to && (dueOn < from || dueOn > to)) cells.wrong("dueOn", "phải nằm trong kỳ.");
  const share = kind === "SHARE_OF_MEMBERS" || kind === "SHARE_OF_ADMITTED";
  if (value !== null && !share && !Number.isInteger(value))
    cells.wrong("value", `"${value}" phải là số nguyên người.`);
  if (value !== null && kind === "SHARE_OF_ADMITTED" && value > 100)
    cells.wrong("value", "tỷ lệ không thể quá 100 %.");
  if (kind === "RANGE" && valueTo === null) cells.wrong("valueTo", "kiểu Khoảng cần giá trị đến.");
  if (kind !== "RANGE" && kind !== null && valueTo !== null)
    cells.wrong("valueTo", "chỉ dùng cho kiểu Khoảng.");
  if (value !== null && valueTo !== null && valueTo < value) cells.wrong("valueTo", "nhỏ hơn giá trị.");
  if (
    unitId === null ||
    !from ||
    !to ||
    !source ||
    !indicator ||
    !group ||
    !kind ||
    value === null ||
    faults.refuses(row.row)
  )
    return [];
  return [
    {
      row: row.row,
      quota: {
        unitId,
        source,
        indicator,
        group,
        kind,
        value,
        valueTo,
        from,
        to,
        membersDay,
        dueOn,
        documentNumber: cells.text("documentNumber"),
        documentDay,
      },
    },
  ];
}

/** The same document on the same quota is the same row. */
const documentKey = (quota: Line["quota"]): string =>
  [quotaKey(quota), quota.documentNumber ?? "", quota.documentDay ?? ""].join("|");

function sameQuota(a: Line["quota"], b: Line["quota"]): boolean {
  return (
    a.kind === b.kind &&
    a.value === b.value &&
    a.valueTo === b.valueTo &&
    a.dueOn === b.dueOn &&
    a.membersDay === b.membersDay
  );
}
