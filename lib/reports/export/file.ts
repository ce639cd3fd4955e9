import { writePdf } from "@/lib/platform/documents/write-pdf";
import { writeWord } from "@/lib/platform/documents/write-word";
import type { NamedFile } from "@/lib/platform/file-answer";
import { type Cell, type Column, type Rows, type Sheet, streamOf } from "@/lib/platform/spreadsheet/sheet";
import { writeCsv } from "@/lib/platform/spreadsheet/write-csv";
import { writeXlsx } from "@/lib/platform/spreadsheet/write-xlsx";
import { formatDay } from "@/lib/shared/days";
import { coverageListTitle, explainClasses, explainCoverage, explainFigure, reportLabel } from "../labels";
import { explainOfficial } from "../labels/explained";
import { explainNameList } from "../labels/official";
import type { PeopleReport } from "../queries/people";
import type { AttainmentReport } from "../rules/attainment";
import type { ClassesReport } from "../rules/classes";
import { COVERAGE_LISTS, type CoverageList, type CoverageReport } from "../rules/coverage";
import type { Figure } from "../rules/figure";
import type { FunnelReport } from "../rules/funnel";
import { OFFICIAL_REPORTS } from "../rules/layout";
import type { NameListReport } from "../rules/name-list";
import type { ProbationReport } from "../rules/probation";
import type { SourcesReport } from "../rules/sources";
import type { ReportFormat } from "../schema";
import { ATTAINMENT_COLUMNS, attainmentRows } from "./attainment";
import { CLASSES_COLUMNS, classesRows } from "./classes";
import { COVERAGE_COLUMNS, coverageRows, listColumns, listRows } from "./coverage";
import { type Form, type FormSheet, formPaper, formSheet, plainForm } from "./form";
import { FUNNEL_COLUMNS, funnelRows } from "./funnel";
import { nameListAnswer, nameListForm, nameListTable } from "./name-list";
import { generated, headOf, type OfficialTable, officialForm, officialTable, signedBy } from "./official";
import { PEOPLE_COLUMNS, peopleRows } from "./people";
import { PROBATION_COLUMNS, probationForm, probationRows } from "./probation";
import { SOURCES_COLUMNS, sourcesRows } from "./sources";

export type AnyReport =
  | { name: "attainment"; report: AttainmentReport }
  | { name: "funnel"; report: FunnelReport }
  | { name: "sources"; report: SourcesReport }
  | { name: "classes"; report: ClassesReport }
  | { name: "coverage"; report: CoverageReport; list: CoverageList | null }
  | { name: "probation"; report: ProbationReport }
  | { name: OfficialTable["report"]; report: OfficialTable }
  | { name: "name-list"; report: NameListReport }
  | { name: "people"; report: PeopleReport };

/** A report as a file: JSON as in formats.md §4, CSV, XLSX with a second sheet "Cách tính", Word or PDF to sign. */
export function reportFile(any: AnyReport, format: ReportFormat): NamedFile<ReadableStream<Uint8Array>> {
  return { name: fileName(any, format), body: bodyOf(any, format) };
}

/** The list of people behind a figure as a table, of people who come one page after the other. */
export function peopleFile(
  report: PeopleReport,
  rows: Rows,
  format: "csv" | "xlsx",
): NamedFile<ReadableStream<Uint8Array>> {
  const any: AnyReport = { name: "people", report };
  const sheet = { name: reportLabel("people").slice(0, 31), columns: PEOPLE_COLUMNS, rows };
  return {
    name: fileName(any, format),
    body: format === "csv" ? writeCsv(PEOPLE_COLUMNS, rows) : writeXlsx([sheet, explanation(any)]),
  };
}

function fileName(any: AnyReport, format: ReportFormat): `${string}.${ReportFormat}` {
  const { report, name } = any;
  const list = any.name === "name-list" ? `-${any.report.list}` : "";
  return `${name}${list}-${report.unit.code}-${report.asOf}.${format}`;
}

function bodyOf(any: AnyReport, format: ReportFormat): ReadableStream<Uint8Array> {
  switch (format) {
    case "json":
      return new Blob([`${JSON.stringify(answerOf(any))}\n`]).stream();
    case "csv": {
      const { columns, rows } = tableOf(any);
      return writeCsv(columns, rows);
    }
    case "xlsx":
      return writeXlsx(reportSheets(any));
    case "docx":
      return streamOf(once(() => writeWord(formPaper(formOf(any)))));
    case "pdf":
      return streamOf(once(() => writePdf(formPaper(formOf(any)))));
  }
}

/** What a machine reads: a list of names leaves ethnicity and religion out, as its table does. */
const answerOf = (any: AnyReport) => (any.name === "name-list" ? nameListAnswer(any.report) : any.report);

async function* once(write: () => Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield await write();
}

function firstSheet(any: AnyReport): Sheet {
  const form = ownForm(any);
  return form ? formSheet(form) : { name: reportLabel(any.name).slice(0, 31), ...tableOf(any) };
}

/** The form or list of a report that is signed; null: it has none. */
function ownForm(any: AnyReport): Form | null {
  if (any.name === "probation") return probationForm(any.report);
  if (any.name === "name-list") return nameListForm(any.report);
  return isOfficial(any) ? officialForm(any.report) : null;
}

function isOfficial(any: AnyReport): any is Extract<AnyReport, { report: OfficialTable }> {
  return OFFICIAL_REPORTS.some((known) => known === any.name);
}

function formOf(any: AnyReport): Form {
  const own = ownForm(any);
  if (own) return own;
  const { columns, rows } = tableOf(any);
  const title = reportLabel(any.name);
  return {
    ...plainForm(
      title,
      {
        ...headOf(any.report, { formNumber: "ĐẢNG CỘNG SẢN VIỆT NAM", title, document: "" }),
        notes: [`Lập lúc ${generated(any.report)}.`],
      },
      columns,
      rows,
    ),
    signatures: signedBy(any.report),
  };
}

/** The sheets of a report's workbook, "Cách tính" last. */
function reportSheets(any: AnyReport): Sheet[] {
  return [firstSheet(any), ...listSheets(any), explanation(any)];
}

/** What a snapshot freezes: the form that is signed first, whatever the report; then the workbook's other sheets. */
export function signedSheets(any: AnyReport): [FormSheet, ...Sheet[]] {
  return [formSheet(formOf(any)), ...listSheets(any), explanation(any)];
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
    case "probation":
      return { columns: PROBATION_COLUMNS, rows: probationRows(any.report) };
    case "name-list":
      return nameListTable(any.report);
    default:
      return officialTable(any.report);
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
    { label: "Lập lúc", text: generated(report) },
  ];
  return {
    name: "Cách tính",
    columns: [
      { title: "Mục", kind: "text", width: 18 },
      { title: "Nội dung", kind: "text", width: 100 },
    ],
    rows: lines.map(({ label, text }) => [label, text]),
    frame: {
      left: [],
      right: [],
      title: ["CÁCH TÍNH"],
      numbering: [],
      levels: [],
      indented: -1,
      notes: [],
      signatures: [],
    },
  };
}

function explained(any: AnyReport, figure: Figure): { label: string; text: string }[] {
  switch (any.name) {
    case "classes":
      return explainClasses(any.report);
    case "coverage":
      return explainCoverage(any.report, any.report);
    case "name-list":
      return explainNameList(any.report.list, any.report);
    case "probation":
      return explainOfficial("probation", any.report);
    case "new-members":
    case "ethnicity-religion":
    case "changes":
    case "unit-types":
    case "member-work":
      return explainOfficial(any.name, any.report, any.report.layout);
    default:
      return explainFigure(
        figure,
        any.report,
        "Số ghi trong cột mẫu số của từng dòng; không giao chỉ tiêu thì không có tỷ lệ.",
      );
  }
}
