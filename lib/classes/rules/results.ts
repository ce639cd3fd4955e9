import { type Ratio, ratio } from "@/lib/shared/ratio";
import { GRADES, type Grade, PASSING_GRADES } from "./enrolment";
import { CLASS_FORMS, CLASS_KINDS, type ClassForm, type ClassKind } from "./training-class";

/** What was counted of one class as of a day. */
export type ClassCounts = {
  kind: ClassKind;
  form: ClassForm;
  learners: number;
  grades: Record<Grade, number>;
  certificates: number;
};

/** The results of some classes together (formats.md §4 `classes`). */
export type ClassResults = {
  classes: number;
  learners: number;
  passed: number;
  grades: Record<Grade, number>;
  certificates: number;
  byForm: { form: ClassForm; classes: number; learners: number }[];
};

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** Who passed of these grades. */
export const passedOf = (grades: Record<Grade, number>): number =>
  sum(PASSING_GRADES.map((grade) => grades[grade]));

/** Adds classes up; a form that none of them had is left out. */
export function sumResults(classes: readonly ClassCounts[]): ClassResults {
  const grades = Object.fromEntries(
    GRADES.map((grade) => [grade, sum(classes.map((one) => one.grades[grade]))]),
  ) as Record<Grade, number>;
  return {
    classes: classes.length,
    learners: sum(classes.map(({ learners }) => learners)),
    passed: passedOf(grades),
    grades,
    certificates: sum(classes.map(({ certificates }) => certificates)),
    byForm: CLASS_FORMS.flatMap((form) => {
      const held = classes.filter((one) => one.form === form);
      return held.length === 0
        ? []
        : [{ form, classes: held.length, learners: sum(held.map(({ learners }) => learners)) }];
    }),
  };
}

/** The results of both kinds apart. */
export function resultsByKind(classes: readonly ClassCounts[]): Record<ClassKind, ClassResults> {
  return Object.fromEntries(
    CLASS_KINDS.map((kind) => [kind, sumResults(classes.filter((one) => one.kind === kind))]),
  ) as Record<ClassKind, ClassResults>;
}

/** The share of each grade among the learners. */
export function gradeShares({
  grades,
  learners,
}: Pick<ClassCounts, "grades" | "learners">): Record<Grade, Ratio> {
  return Object.fromEntries(GRADES.map((grade) => [grade, ratio(grades[grade], learners)])) as Record<
    Grade,
    Ratio
  >;
}
