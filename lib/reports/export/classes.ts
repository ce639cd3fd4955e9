import { classFormLabel, classKindLabel, gradeLabel } from "@/lib/classes/labels";
import { GRADES } from "@/lib/classes/rules/enrolment";
import type { Cell, Column } from "@/lib/platform/spreadsheet/sheet";
import type { ClassesReport } from "../rules/classes";

export const CLASSES_COLUMNS: Column[] = [
  { title: "Mã đơn vị tổ chức", kind: "text", width: 14 },
  { title: "Đơn vị tổ chức", kind: "text", width: 40 },
  { title: "Mã lớp", kind: "text", width: 16 },
  { title: "Lớp", kind: "text", width: 44 },
  { title: "Loại lớp", kind: "text", width: 20 },
  { title: "Hình thức", kind: "text", width: 14 },
  { title: "Từ ngày", kind: "day" },
  { title: "Đến ngày", kind: "day" },
  { title: "Được gọi", kind: "number" },
  { title: "Học viên", kind: "number" },
  { title: "Có đi học", kind: "number" },
  { title: "Đạt yêu cầu", kind: "number" },
  ...GRADES.flatMap((grade): Column[] => [
    { title: gradeLabel(grade), kind: "number" },
    { title: `${gradeLabel(grade)} (%)`, kind: "percent" },
  ]),
  { title: "Giấy chứng nhận", kind: "number" },
  { title: "Kết nạp trong 12 tháng", kind: "number" },
  { title: "Kết nạp trong 12 tháng (%)", kind: "percent" },
  { title: "Kết nạp trong 24 tháng", kind: "number" },
  { title: "Kết nạp trong 24 tháng (%)", kind: "percent" },
];

/** One row per class. */
export function classesRows({ list }: ClassesReport): Cell[][] {
  return list.map((one) => [
    one.unit.code,
    one.unit.name,
    one.code,
    one.name,
    classKindLabel(one.kind),
    classFormLabel(one.form),
    one.from,
    one.to,
    one.called,
    one.learners,
    one.attended,
    one.passed,
    ...GRADES.flatMap((grade): Cell[] => [one.grades[grade], one.shares[grade].percent]),
    one.certificates,
    ...[one.admittedWithin12, one.admittedWithin24].flatMap(({ numerator, denominator, percent }): Cell[] =>
      denominator === 0 ? [null, null] : [numerator, percent],
    ),
  ]);
}
