import type { ClassKind } from "@/lib/classes/rules/training-class";
import type { PlainDate } from "@/lib/shared/days";
import { CHANGES, type Figure, PROBATIONS } from "./figure";
import { type Part, partsOfKey } from "./part";

/** What is told of base organisations: how many, those that admitted in the period, those without a source. */
const BASE_FACTS = [
  "baseCommittees",
  "baseCommitteesAdmitting",
  "baseCommitteesNoSource",
  "baseCells",
  "baseCellsAdmitting",
  "baseCellsNoSource",
] as const;
export type BaseFact = (typeof BASE_FACTS)[number];

const CLASS_FACTS = ["classes", "learners", "certificates"] as const;
export type ClassFact = (typeof CLASS_FACTS)[number];

/** Where the number of an official row comes from. */
export type RowSource =
  | { is: "people"; what: Counted; parts: readonly Part[] }
  | { is: "meanAge" }
  | { is: "organisations"; fact: BaseFact }
  | { is: "classes"; kind: ClassKind; fact: ClassFact }
  /** Asked for by the form, kept nowhere: printed empty, never as 0. */
  | { is: "untracked" };

/** Violations of the population policy, academic titles: no file and no form tells them. */
const UNTRACKED: readonly string[] = ["populationPolicy", "title.associateProfessor", "title.professor"];

/** What happened to the people of a row; the days come with the report. */
export type Counted =
  | { event: "admitted" | "recognised" }
  | { change: (typeof CHANGES)[number] }
  | { probation: (typeof PROBATIONS)[number] };

/** What a row's key stands for, the same in every official table; null: it is no key. */
export function rowSource(key: string): RowSource | null {
  if (key === "age.mean") return { is: "meanAge" };
  if (UNTRACKED.includes(key)) return { is: "untracked" };
  if (key === "recognised") return { is: "people", what: { event: "recognised" }, parts: [] };
  const change = CHANGES.find((known) => known === key);
  if (change) return { is: "people", what: { change }, parts: [] };
  const [of, ...rest] = key.split(".");
  const told = rest.join(".");
  if (of === "probation") {
    const probation = PROBATIONS.find((known) => known === told);
    return probation ? { is: "people", what: { probation }, parts: [] } : null;
  }
  if (of === "organisations") {
    const fact = BASE_FACTS.find((known) => known === told);
    return fact ? { is: "organisations", fact } : null;
  }
  if (of === "awarenessClass" || of === "newMemberClass") {
    const fact = CLASS_FACTS.find((known) => known === told);
    return fact ? { is: "classes", kind: of === "awarenessClass" ? "AWARENESS" : "NEW_MEMBER", fact } : null;
  }
  const parts = partsOfKey(key);
  return parts && { is: "people", what: { event: "admitted" }, parts };
}

/** The figure of a row of people on the days of a report. */
export function rowFigure(
  { what, parts }: Extract<RowSource, { is: "people" }>,
  days: Pick<Figure, "from" | "to" | "asOf" | "countBy" | "treeDay">,
  deadlines: readonly PlainDate[],
): Figure {
  const { from, to, asOf, countBy, treeDay } = days;
  return {
    what: "probation" in what ? { ...what, deadlines } : what,
    from,
    to,
    asOf,
    group: "ALL",
    countBy,
    ...(parts.length > 0 ? { parts } : {}),
    ...(treeDay && parts.some(({ of }) => of === "baseType") ? { treeDay } : {}),
  };
}
