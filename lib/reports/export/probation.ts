import type { Cell, Column } from "@/lib/platform/spreadsheet/sheet";
import { probationLabel } from "../labels/official";
import { PROBATION_FIELDS, type ProbationReport } from "../rules/probation";

export const PROBATION_COLUMNS: Column[] = [
  { title: "Mã đơn vị", kind: "text", width: 14 },
  { title: "Đơn vị", kind: "text", width: 44 },
  ...PROBATION_FIELDS.map((field): Column => ({ title: probationLabel(field), kind: "number", width: 14 })),
];

export function probationRows({ rows, total }: ProbationReport): Cell[][] {
  return [...rows, total].map((line) => [
    line.unit.code,
    line.unit.name,
    ...PROBATION_FIELDS.map((field) => line[field]),
  ]);
}
