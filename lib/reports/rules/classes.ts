import type { Grade } from "@/lib/classes/rules/enrolment";
import {
  type AdmittedLater,
  admittedLater,
  type ClassCounts,
  type ClassResults,
  gradeShares,
  passedOf,
  resultsByKind,
} from "@/lib/classes/rules/results";
import type { ClassKind } from "@/lib/classes/rules/training-class";
import type { PlainDate } from "@/lib/shared/days";
import type { Ratio } from "@/lib/shared/ratio";
import type { ReportHead, UnitHead } from "./parameters";

/** A class of the period with what was counted of it. */
export type CountedClass = ClassCounts & {
  code: string;
  name: string;
  unit: UnitHead;
  from: PlainDate;
  to: PlainDate;
};

export type ClassesLine = { unit: UnitHead } & Record<ClassKind, ClassResults>;

/** One class, with the share of each grade among its learners. */
export type ClassLine = Omit<CountedClass, "within12" | "within24"> &
  AdmittedLater & { passed: number; shares: Record<Grade, Ratio> };

/** formats.md §4 `classes`: per organiser in the subtree, in total, and class by class. */
export type ClassesReport = ReportHead & { rows: ClassesLine[]; total: ClassesLine; list: ClassLine[] };

/** Rows in the order of the organisers' codes; an organiser without a class in the period has none. */
export function buildClassesReport(head: ReportHead, classes: readonly CountedClass[]): ClassesReport {
  const organisers = new Map(classes.map(({ unit }) => [unit.code, unit]));
  return {
    ...head,
    rows: [...organisers.values()]
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
      .map((unit) => ({
        unit,
        ...resultsByKind(classes.filter((one) => one.unit.code === unit.code)),
      })),
    total: { unit: head.unit, ...resultsByKind(classes) },
    list: classes.map(({ within12, within24, ...one }) => ({
      ...one,
      passed: passedOf(one.grades),
      shares: gradeShares(one),
      ...admittedLater([{ ...one, within12, within24 }]),
    })),
  };
}
