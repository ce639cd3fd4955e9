import type { Cell, Column } from "@/lib/platform/spreadsheet/sheet";
import { groupLabel, indicatorLabel, quotaKindLabel, sourceLabel, statusLabel } from "@/lib/quotas/labels";
import { heldWords } from "../labels/official";
import type { AttainmentLine, AttainmentReport, HeldQuota } from "../rules/attainment";

export const ATTAINMENT_COLUMNS: Column[] = [
  { title: "Mã đơn vị", kind: "text", width: 14 },
  { title: "Đơn vị", kind: "text", width: 44 },
  { title: "Đã kết nạp trong kỳ", kind: "number" },
  { title: "Đảng viên", kind: "number" },
  { title: "Kết nạp / đảng viên cuối năm trước (%)", kind: "percent" },
  { title: "Nguồn", kind: "text", width: 20 },
  { title: "Chỉ tiêu", kind: "text" },
  { title: "Nhóm", kind: "text" },
  { title: "Kiểu", kind: "text" },
  { title: "Giá trị", kind: "number" },
  { title: "Từ ngày", kind: "day" },
  { title: "Đến ngày", kind: "day" },
  { title: "Đạt (tử số)", kind: "number" },
  { title: "Số được giao (mẫu số)", kind: "number" },
  { title: "Tỷ lệ đạt (%)", kind: "percent" },
  { title: "Còn thiếu", kind: "number" },
  { title: "Vượt", kind: "number" },
  { title: "Nhịp", kind: "number" },
  { title: "Tiến độ", kind: "text", width: 18 },
  { title: "Dự báo chắc chắn", kind: "number" },
  { title: "Dự báo có thể", kind: "number" },
  { title: "Dự báo tối đa", kind: "number" },
];

/** One row per unit and quota; a unit without a quota has one row that says so. */
export function attainmentRows({ rows, total }: AttainmentReport): Cell[][] {
  return [...rows, total].flatMap(rowsOfLine);
}

function rowsOfLine(line: AttainmentLine): Cell[][] {
  const { unit, admitted, members, rate, forecast, held = [] } = line;
  const head: Cell[] = [unit.code, unit.name, admitted, members, rate.percent];
  const tail: Cell[] = [forecast.certain, forecast.likely, forecast.possible];
  if (line.quotas.length + held.length === 0)
    return [[...head, ...Array<Cell>(13).fill(null), statusLabel("notAssigned"), ...tail]];
  const counted = line.quotas.map((quota) => [
    ...head,
    ...askedCells(quota),
    quota.achieved.numerator,
    quota.achieved.denominator,
    quota.achieved.percent,
    quota.remaining,
    quota.surplus,
    quota.pace,
    statusLabel(quota.status),
    ...tail,
  ]);
  const kept = held.map((quota) => [
    ...head,
    ...askedCells(quota),
    heldWords(quota.shown),
    ...Array<Cell>(6).fill(null),
    ...tail,
  ]);
  return [...counted, ...kept];
}

const askedCells = (quota: Omit<HeldQuota, "shown">): Cell[] => [
  sourceLabel(quota.source),
  indicatorLabel(quota.indicator),
  groupLabel(quota.group),
  quotaKindLabel(quota.kind),
  quota.value,
  quota.from,
  quota.to,
];
