import type { Cell, Column } from "@/lib/platform/spreadsheet/sheet";
import { reportLabel } from "../labels";
import { countByWords, probationLabel } from "../labels/official";
import { PROBATION_FIELDS, type ProbationReport } from "../rules/probation";
import type { Form } from "./form";
import { generated, headOf, signedBy } from "./official";

type Sized = Column & { width: number };

export const PROBATION_COLUMNS: Sized[] = [
  { title: "Mã đơn vị", kind: "text", width: 18 },
  { title: "Đơn vị", kind: "text", width: 44 },
  ...PROBATION_FIELDS.map((field): Sized => ({ title: probationLabel(field), kind: "number", width: 14 })),
];

export function probationRows({ rows, total }: ProbationReport): Cell[][] {
  return [...rows, total].map((line) => [
    line.unit.code,
    line.unit.name,
    ...PROBATION_FIELDS.map((field) => line[field]),
  ]);
}

/** The report as it is printed and signed, the unit itself in bold as the last row. */
export function probationForm(report: ProbationReport): Form {
  const title = reportLabel("probation");
  return {
    name: title,
    ...headOf(report, { formNumber: "ĐẢNG CỘNG SẢN VIỆT NAM", title, document: "" }),
    columns: PROBATION_COLUMNS,
    numbering: PROBATION_COLUMNS.map((_, place) => `(${place + 1})`),
    rows: probationRows(report),
    levels: [...report.rows.map(() => 1), 0],
    indented: 1,
    notes: [`Tính kết nạp theo ${countByWords(report.countBy)}. Lập lúc ${generated(report)}.`],
    signatures: signedBy(report),
  };
}
