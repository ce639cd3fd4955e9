import type { Cell, Column } from "@/lib/platform/spreadsheet/sheet";
import { eventLabel } from "../labels";
import { EVENTS } from "../rules/figure";
import type { FunnelReport } from "../rules/funnel";

export const FUNNEL_COLUMNS: Column[] = [
  { title: "Mã đơn vị", kind: "text", width: 14 },
  { title: "Đơn vị", kind: "text", width: 44 },
  ...EVENTS.map((event): Column => ({ title: eventLabel(event), kind: "number" })),
  { title: "Được cấp chứng nhận / cử học (%)", kind: "percent" },
  { title: "Kết nạp / được cấp chứng nhận (%)", kind: "percent" },
  { title: "Kết nạp / giới thiệu (%)", kind: "percent" },
];

export function funnelRows({ rows, total }: FunnelReport): Cell[][] {
  return [...rows, total].map((line) => [
    line.unit.code,
    line.unit.name,
    ...EVENTS.map((event) => line[event]),
    line.certifiedOfSent.percent,
    line.admittedOfCertified.percent,
    line.admittedOfIntroduced.percent,
  ]);
}
