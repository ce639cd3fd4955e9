import type { Cell, Column } from "@/lib/platform/spreadsheet/sheet";
import { coverageListLabel, listCountLabel, liveStepLabel } from "../labels";
import { COVERAGE_LISTS, type CoverageLine, type CoverageList, type CoverageReport } from "../rules/coverage";
import { LIVE_STEPS } from "../rules/figure";

export const COVERAGE_COLUMNS: Column[] = [
  { title: "Mã đơn vị", kind: "text", width: 14 },
  { title: "Đơn vị", kind: "text", width: 44 },
  { title: "Nguồn đang có", kind: "number" },
  ...LIVE_STEPS.toReversed().map((step): Column => ({ title: liveStepLabel(step), kind: "number" })),
  { title: "Còn phải kết nạp", kind: "number" },
  { title: "Nguồn / còn phải kết nạp (%)", kind: "percent" },
  ...COVERAGE_LISTS.map(
    (list): Column => ({ title: `Chi bộ: ${coverageListLabel(list).toLowerCase()}`, kind: "number" }),
  ),
  { title: "Số năm chưa kết nạp", kind: "number" },
];

export function coverageRows({ rows, total }: CoverageReport): Cell[][] {
  return [...rows, total].map((line: CoverageLine) => [
    line.unit.code,
    line.unit.name,
    line.liveSources,
    ...line.byStep.map(({ count }) => count),
    line.remaining,
    line.coverage.percent,
    ...COVERAGE_LISTS.map((list) => line.lists[list].length),
    line.yearsWithoutAdmission,
  ]);
}

/** The columns of one list of cells. */
export function listColumns(list: CoverageList): Column[] {
  return [
    { title: "Mã chi bộ", kind: "text", width: 14 },
    { title: "Chi bộ", kind: "text", width: 50 },
    { title: "Cấp ủy cấp trên", kind: "text", width: 44 },
    { title: listCountLabel(list), kind: "number" },
    { title: "Kết nạp gần nhất", kind: "day" },
  ];
}

export function listRows(list: CoverageList, { total }: CoverageReport): Cell[][] {
  return total.lists[list].map(({ unit, above, count, lastAdmittedOn }) => [
    unit.code,
    unit.name,
    above,
    count,
    lastAdmittedOn,
  ]);
}
