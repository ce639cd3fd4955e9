import { type Ratio, ratio } from "@/lib/shared/ratio";
import { GRADES, type Grade, PASSING_GRADES } from "./enrolment";
import { CLASS_FORMS, CLASS_KINDS, type ClassForm, type ClassKind } from "./training-class";

/** What was counted of one class as of a day. */
export type ClassCounts = {
  kind: ClassKind;
  form: ClassForm;
  /** Called at all, also who declined then. */
  called: number;
  learners: number;
  /** Came to the class. */
  attended: number;
  grades: Record<Grade, number>;
  certificates: number;
  /** Of those certified, how many were decided to be admitted so soon after the certificate. */
  within12: number;
  within24: number;
};

/** Of those whom awareness classes certified, the shares decided to be admitted within so many months. */
export type AdmittedLater = { admittedWithin12: Ratio; admittedWithin24: Ratio };

/** The results of some classes together (formats.md §4 `classes`). */
export type ClassResults = AdmittedLater & {
  classes: number;
  called: number;
  learners: number;
  attended: number;
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
    called: sum(classes.map(({ called }) => called)),
    learners: sum(classes.map(({ learners }) => learners)),
    attended: sum(classes.map(({ attended }) => attended)),
    passed: passedOf(grades),
    grades,
    certificates: sum(classes.map(({ certificates }) => certificates)),
    ...admittedLater(classes),
    byForm: CLASS_FORMS.flatMap((form) => {
      const held = classes.filter((one) => one.form === form);
      return held.length === 0
        ? []
        : [{ form, classes: held.length, learners: sum(held.map(({ learners }) => learners)) }];
    }),
  };
}

/** New members were admitted before their class, so theirs has nobody to count on. */
export function admittedLater(
  classes: readonly Pick<ClassCounts, "kind" | "certificates" | "within12" | "within24">[],
): AdmittedLater {
  const counted = classes.filter(({ kind }) => kind === "AWARENESS");
  const certified = sum(counted.map(({ certificates }) => certificates));
  return {
    admittedWithin12: ratio(sum(counted.map(({ within12 }) => within12)), certified),
    admittedWithin24: ratio(sum(counted.map(({ within24 }) => within24)), certified),
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
