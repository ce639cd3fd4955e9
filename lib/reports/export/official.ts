import { leadsBases } from "@/lib/organisation/rules/kinds";
import { writerName } from "@/lib/organisation/rules/letterhead";
import type { Cell, Column } from "@/lib/platform/spreadsheet/sheet";
import { formatDay, formatMoment } from "@/lib/shared/days";
import { periodWords } from "../chart/period";
import { countByWords, heldWords, SUPPRESSION_NOTE } from "../labels/official";
import type { Layout } from "../rules/layout";
import {
  type Check,
  type ComparedReport,
  type EthnicityReport,
  type SafeEthnicityRow,
  safeCompared,
  safeEthnicity,
  type UnitTypesReport,
} from "../rules/official";
import type { ReportHead } from "../rules/parameters";
import type { Shown } from "../rules/suppression";
import { type Form, SIGNED_BY_BOARD, SIGNED_BY_SECRETARY } from "./form";

export type OfficialTable = ComparedReport | EthnicityReport | UnitTypesReport;

type Sized = Column & { width: number };
const NUMBER: Sized = { title: "TT", kind: "text", width: 7 };
const LABEL: Sized = { title: "Tiêu chí", kind: "text", width: 62 };
const COMPARED: Sized[] = [
  { title: "Kỳ này", kind: "number", width: 14 },
  { title: "Cùng kỳ năm trước", kind: "number", width: 16 },
  { title: "% kỳ này so với cùng kỳ năm trước", kind: "percent", width: 20 },
];

/** An official table as it is printed; small numbers of ethnic groups and religions are held back. */
export function officialForm(report: OfficialTable): Form {
  const { layout } = report;
  const { columns, numbering, cells } = contentOf(report);
  return {
    name: layout.formNumber,
    ...headOf(report, layout),
    columns: [NUMBER, LABEL, ...columns],
    numbering: ["", "(1)", ...numbering],
    rows: layout.lines.map(({ number, label, key }) => [
      number,
      label,
      ...((key === null ? undefined : cells.get(key)) ?? columns.map(() => null)),
    ]),
    levels: layout.lines.map(({ level }) => level),
    indented: 1,
    notes: notesOf(report),
    signatures: signedBy(report),
  };
}

/** The same for machines: one row per key, the key first. */
export function officialTable(report: OfficialTable): { columns: Column[]; rows: Cell[][] } {
  const { columns, cells } = contentOf(report);
  return {
    columns: [{ title: "Khóa", kind: "text", width: 24 }, LABEL, ...columns],
    rows: report.rows.map(({ key, label }) => [key, label, ...(cells.get(key) ?? [])]),
  };
}

type Content = { columns: Sized[]; numbering: string[]; cells: Map<string, Cell[]> };

function contentOf(report: OfficialTable): Content {
  switch (report.report) {
    case "ethnicity-religion":
      return {
        columns: [
          { title: "Tổng số", kind: "number", width: 14 },
          { title: "Trong đó: nữ", kind: "number", width: 14 },
          { title: "Trong đó: đoàn viên Đoàn TNCS Hồ Chí Minh", kind: "number", width: 22 },
        ],
        numbering: ["(2)", "(3)", "(4)"],
        cells: new Map(safeEthnicity(report).rows.map((row) => [row.key, ethnicityCells(row)])),
      };
    case "unit-types":
      return {
        columns: [
          { title: "Tổ chức cơ sở đảng", kind: "number", width: 14 },
          { title: "Đảng bộ cơ sở", kind: "number", width: 12 },
          { title: "Chi bộ cơ sở", kind: "number", width: 12 },
          { title: "Có kết nạp trong kỳ", kind: "number", width: 14 },
          ...COMPARED.map((column, place) => ({
            ...column,
            title: place === 0 ? "Kết nạp kỳ này" : column.title,
          })),
        ],
        numbering: ["(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8) = 6 × 100 / 7"],
        cells: new Map(
          report.rows.map((row) => [
            row.key,
            [
              row.organisations,
              row.baseCommittees,
              row.baseCells,
              row.admitting,
              row.current,
              row.previous,
              row.percent,
            ],
          ]),
        ),
      };
    default:
      return {
        columns: COMPARED,
        numbering: ["(2)", "(3)", "(4) = 2 × 100 / 3"],
        cells: new Map(
          safeCompared(report.rows).map(({ key, current, previous, percent, shown }) => [
            key,
            [shownCell(current, shown?.current), shownCell(previous, shown?.previous), percent],
          ]),
        ),
      };
  }
}

function ethnicityCells({ total, women, unionMember, shown = [] }: SafeEthnicityRow): Cell[] {
  return [total, women, unionMember].map((value, place) => shownCell(value, shown[place] ?? "shown"));
}

const shownCell = (value: number | null, shown: Shown = "shown"): Cell =>
  shown === "shown" ? value : heldWords(shown);

/** Names at the left, the form's number at the right, title and period. */
export function headOf(
  { unit, period, asOf }: ReportHead,
  { formNumber, title, document }: Pick<Layout, "formNumber" | "title" | "document">,
): Pick<Form, "left" | "right" | "title"> {
  return {
    left: [writerName(unit), ...(leadsBases(unit.kind) ? ["BAN TỔ CHỨC"] : [])],
    right: [formNumber, ...(document ? [document] : [])],
    title: [
      title.toLocaleUpperCase("vi"),
      `${periodWords(period.from, period.to)}${asOf < period.to ? `, tính đến ngày ${formatDay(asOf)}` : ""}`,
    ],
  };
}

/** Who signs for the unit of a report. */
export const signedBy = ({ unit }: Pick<ReportHead, "unit">): string[][] =>
  leadsBases(unit.kind) ? SIGNED_BY_BOARD : SIGNED_BY_SECRETARY;

function notesOf(report: OfficialTable): string[] {
  const faults = (report.report === "ethnicity-religion" ? safeEthnicity(report) : report).checks.filter(
    ({ ok }: Check) => !ok,
  );
  return [
    `Tính kết nạp theo ${countByWords(report.countBy)}${report.report === "new-members" ? "; tuổi tròn vào ngày đó" : ""}. Lập lúc ${generated(report)}.`,
    ...(report.report === "ethnicity-religion" || report.report === "new-members" ? [SUPPRESSION_NOTE] : []),
    ...faults.map(({ message }) => `Số liệu không khớp: ${message}`),
  ];
}

/** "15:04 ngày 22/11/2026", in Vietnam. */
export const generated = ({ generatedAt }: Pick<ReportHead, "generatedAt">): string =>
  formatMoment(generatedAt);
