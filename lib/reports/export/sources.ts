import { SOURCES, sourceLabel } from "@/lib/pipeline/labels/words";
import type { Cell, Column } from "@/lib/platform/spreadsheet/sheet";
import { blocLabel } from "@/lib/sources/labels";
import { BLOCS } from "@/lib/sources/rules/tree";
import type { SourcesReport } from "../rules/sources";

export const SOURCES_COLUMNS: Column[] = [
  { title: "Mã đơn vị", kind: "text", width: 14 },
  { title: "Đơn vị", kind: "text", width: 44 },
  { title: "Đoàn viên", kind: "number" },
  ...BLOCS.map((bloc): Column => ({ title: `Đoàn viên: ${blocLabel(bloc).toLowerCase()}`, kind: "number" })),
  { title: "HTXSNV", kind: "number" },
  { title: "Đoàn viên ưu tú", kind: "number" },
  { title: "Ưu tú / HTXSNV (%)", kind: "percent" },
  { title: "Đoàn giới thiệu", kind: "number" },
  ...BLOCS.map((bloc): Column => ({ title: `Giới thiệu: ${blocLabel(bloc).toLowerCase()}`, kind: "number" })),
  { title: "Giới thiệu: học sinh", kind: "number" },
  ...SOURCES.map((by): Column => ({ title: `Nguồn: ${sourceLabel(by)}`, kind: "number" })),
  { title: "Kết nạp từ Đoàn giới thiệu", kind: "number" },
  { title: "Kết nạp / giới thiệu (%)", kind: "percent" },
  { title: "Đoàn viên / tổng số kết nạp (%)", kind: "percent" },
  { title: "Đảng viên là đoàn viên / đảng viên (%)", kind: "percent" },
];

export function sourcesRows({ rows, total }: SourcesReport): Cell[][] {
  return [...rows, total].map((line) => [
    line.unit.code,
    line.unit.name,
    line.unionMembers,
    ...line.byBloc.map(({ count }) => count),
    line.excellent,
    line.outstanding,
    line.outstandingOfExcellent.percent,
    line.introduced,
    ...line.introducedByBloc.map(({ count }) => count),
    line.introducedPupils,
    ...line.introducedBy.map(({ count }) => count),
    line.admitted,
    line.admittedOfIntroduced.percent,
    line.unionMembersOfAdmitted.percent,
    line.unionMembersOfMembers.percent,
  ]);
}
