import type { Cell, Column, Sheet } from "@/lib/platform/spreadsheet/sheet";
import { writeCsv } from "@/lib/platform/spreadsheet/write-csv";
import { writeXlsx } from "@/lib/platform/spreadsheet/write-xlsx";
import { formatDay } from "@/lib/shared/days";
import { coverageListTitle, explainClasses, explainCoverage, explainFigure, reportLabel } from "../labels";
import type { PeopleReport } from "../queries/people";
import type { AttainmentReport } from "../rules/attainment";
import type { ClassesReport } from "../rules/classes";
import { COVERAGE_LISTS, type CoverageList, type CoverageReport } from "../rules/coverage";
import type { Figure } from "../rules/figure";
import type { FunnelReport } from "../rules/funnel";
import type { SourcesReport } from "../rules/sources";
import type { ReportFormat } from "../schema";
import { ATTAINMENT_COLUMNS, attainmentRows } from "./attainment";
import { CLASSES_COLUMNS, classesRows } from "./classes";
import { COVERAGE_COLUMNS, coverageRows, listColumns, listRows } from "./coverage";
import { FUNNEL_COLUMNS, funnelRows } from "./funnel";
import { PEOPLE_COLUMNS, peopleRows } from "./people";
import { SOURCES_COLUMNS, sourcesRows } from "./sources";

export type AnyReport =
  | { name: "attainment"; report: AttainmentReport }
  | { name: "funnel"; report: FunnelReport }
  | { name: "sources"; report: SourcesReport }
  | { name: "classes"; report: ClassesReport }
  | { name: "coverage"; report: CoverageReport; list: CoverageList | null }
  | { name: "people"; report: PeopleReport };

/** A report as a file: JSON as in formats.md §4, CSV, or XLSX with a second sheet "Cách tính". */
export function reportFile(
  any: AnyReport,
  format: ReportFormat,
): { type: string; name: string; body: ReadableStream<Uint8Array> } {
  const { report, name } = any;
  const fileName = `${name}-${report.unit.code}-${report.asOf}.${format}`;
  if (format === "json") {
    return {
      type: "application/json; charset=utf-8",
      name: fileName,
      body: new Blob([`${JSON.stringify(report)}\n`]).stream(),
    };
  }
  if (format === "csv") {
    const { columns, rows } = tableOf(any);
    return { type: "text/csv; charset=utf-8", name: fileName, body: writeCsv(columns, rows) };
  }
  return {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    name: fileName,
    body: writeXlsx(reportSheets(any)),
  };
}

/** The sheets of a report's workbook, "Cách tính" last; what a snapshot freezes. */
export function reportSheets(any: AnyReport): Sheet[] {
  return [
    { name: reportLabel(any.name).slice(0, 31), ...tableOf(any) },
    ...listSheets(any),
    explanation(any),
  ];
}

function tableOf(any: AnyReport): { columns: Column[]; rows: Cell[][] } {
  switch (any.name) {
    case "attainment":
      return { columns: ATTAINMENT_COLUMNS, rows: attainmentRows(any.report) };
    case "funnel":
      return { columns: FUNNEL_COLUMNS, rows: funnelRows(any.report) };
    case "sources":
      return { columns: SOURCES_COLUMNS, rows: sourcesRows(any.report) };
    case "classes":
      return { columns: CLASSES_COLUMNS, rows: classesRows(any.report) };
    case "coverage":
      return any.list === null
        ? { columns: COVERAGE_COLUMNS, rows: coverageRows(any.report) }
        : { columns: listColumns(any.list), rows: listRows(any.list, any.report) };
    case "people":
      return { columns: PEOPLE_COLUMNS, rows: peopleRows(any.report) };
  }
}

/** The whole report on coverage has a sheet for each of its lists. */
function listSheets(any: AnyReport): Sheet[] {
  if (any.name !== "coverage" || any.list !== null) return [];
  return COVERAGE_LISTS.map((list) => ({
    name: coverageListTitle(list, any.report).slice(0, 31),
    columns: listColumns(list),
    rows: listRows(list, any.report),
  }));
}

function explanation(any: AnyReport): Sheet {
  const { name, report } = any;
  const figure: Figure = {
    what: { event: "admitted" },
    from: report.period.from,
    to: report.period.to,
    asOf: report.asOf,
    group: "ALL",
    countBy: name === "funnel" ? "ceremony" : report.countBy,
  };
  const lines = [
    { label: "Báo cáo", text: reportLabel(name) },
    { label: "Đơn vị", text: `${report.unit.name} (${report.unit.code})` },
    {
      label: "Kỳ",
      text: `${formatDay(report.period.from)} – ${formatDay(report.period.to)}, tính đến ${formatDay(report.asOf)}`,
    },
    ...explained(any, figure),
    { label: "Lập lúc", text: report.generatedAt },
  ];
  return {
    name: "Cách tính",
    columns: [
      { title: "Mục", kind: "text", width: 18 },
      { title: "Nội dung", kind: "text", width: 100 },
    ],
    rows: lines.map(({ label, text }) => [label, text]),
  };
}

function explained(any: AnyReport, figure: Figure): { label: string; text: string }[] {
  switch (any.name) {
    case "classes":
      return explainClasses(any.report);
    case "coverage":
      return explainCoverage(any.report, any.report);
    default:
      return explainFigure(
        figure,
        any.report,
        "Số ghi trong cột mẫu số của từng dòng; không giao chỉ tiêu thì không có tỷ lệ.",
      );
  }
}
