import { GRADES, type Grade } from "@/lib/classes/rules/enrolment";
import { type ClassCounts, resultsByKind } from "@/lib/classes/rules/results";
import { CLASS_KINDS, type ClassKind } from "@/lib/classes/rules/training-class";
import { type FigurePath, parseFigurePath } from "./figure-path";
import { OFFICIAL_REPORTS } from "./layout";
import { rowSource } from "./row-key";

/** What is counted of learners besides their grades. */
const FACTS = [
  "called",
  "learners",
  "attended",
  "passed",
  "certificates",
  "admittedWithin12",
  "admittedWithin24",
] as const;
export type LearnerFact = (typeof FACTS)[number] | Grade;

/** One number of learners: of classes of a kind, each learner of each class once. */
export type ClassFigure = { kind: ClassKind; fact: LearnerFact };

/** What a path of `classes`, or a row of an official table on classes, counts; null: no learners. */
export function classFigureOf({ report, field, chosen }: FigurePath): ClassFigure | null {
  if (OFFICIAL_REPORTS.some((known) => known === report)) {
    const source = rowSource(field);
    if (source?.is !== "classes" || source.fact === "classes") return null;
    return chosen?.column && chosen.column !== "previous" ? null : { kind: source.kind, fact: source.fact };
  }
  if (report !== "classes" || chosen) return null;
  const [told, ...rest] = field.split(".");
  const kind = CLASS_KINDS.find((known) => known === told);
  const name = rest.join(".");
  const fact = FACTS.find((known) => known === name) ?? GRADES.find((grade) => name === `grades.${grade}`);
  if (!kind || !fact) return null;
  return kind === "NEW_MEMBER" && fact.startsWith("admitted") ? null : { kind, fact };
}

/** Does a path count learners, or stand in their report? */
export function isClassPath(text: string): boolean {
  const path = parseFigurePath(text);
  return path !== null && (path.report === "classes" || classFigureOf(path) !== null);
}

/** How many a figure counts in these classes. */
export function countClassFigure({ kind, fact }: ClassFigure, classes: readonly ClassCounts[]): number {
  const results = resultsByKind(classes)[kind];
  if (fact === "admittedWithin12" || fact === "admittedWithin24") return results[fact].numerator;
  const grade = GRADES.find((known) => known === fact);
  return grade ? results.grades[grade] : results[fact as Exclude<LearnerFact, Grade | `admitted${string}`>];
}
