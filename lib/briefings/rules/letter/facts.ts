import type { TaskGroup } from "@/lib/pipeline/rules/tasks";
import type { BoardRow } from "@/lib/reports/chart/board";
import type { QuotaLine } from "@/lib/reports/rules/attainment";
import type { CountBy, UnitHead } from "@/lib/reports/rules/parameters";
import type { PlainDate } from "@/lib/shared/days";
import type { Commitment, Difficulty, Topic } from "../briefing";
import type { FigureAddress } from "./parts";

/** What a letter is made of: nothing but counts, each of them known or null where the data does not say. */
export type LetterFacts = {
  unit: UnitHead;
  /** First day of the month. */
  month: PlainDate;
  asOf: PlainDate;
  /** The calendar year of the month. */
  from: PlainDate;
  to: PlainDate;
  countBy: CountBy;
  admitted: number;
  /** Admitted, and with every dossier that waits for the committee's decision. */
  certain: number;
  quotas: readonly QuotaLine[];
  rows: readonly BoardRow[];
  thisMonth: number;
  /** The month before; null: nobody had ever been admitted by its end. */
  lastMonth: number | null;
  /** The year before up to the same day; null: nobody had ever been admitted by then. */
  lastYear: number | null;
  /** What waits today; null for a letter as of another day. */
  tasks: Record<Extract<TaskGroup, "overdue" | "soon">, number> | null;
  briefings: BriefingFacts;
};

/** What the briefings of the unit and those beneath it say of the month and of its last day. */
export type BriefingFacts = {
  held: number;
  raised: { topic: Topic; count: number }[];
  open: number;
  /** The latest open ones, in their own words. */
  told: Pick<Difficulty, "unit" | "topic" | "words">[];
  waiting: number;
  late: number;
  reported: number;
  done: number;
  /** The first due of those that wait, in their own words. */
  promised: Pick<Commitment, "unit" | "doer" | "committeeName" | "words" | "dueOn" | "report">[];
};

/** How many are told in full; the others are counted. */
export const TOLD = 3;

/** The board of the letter's year and day, with or without a figure open. */
export function boardAt(
  { unit, from, to, asOf, countBy }: Pick<LetterFacts, "unit" | "from" | "to" | "asOf" | "countBy">,
  figure: string | null,
): FigureAddress {
  return { page: "/quotas", unit: unit.code, from, to, asOf, countBy, figure };
}

/** The heat map of the month and the one before it, with the people of one of them open. */
export function monthAt(
  { unit, month, asOf, countBy }: Pick<LetterFacts, "unit" | "month" | "asOf" | "countBy">,
  { first, before, last }: { first: PlainDate; before: PlainDate; last: PlainDate },
): FigureAddress {
  const key = `m${first.slice(0, 4)}${first.slice(5, 7)}`;
  return {
    page: "/quotas/months",
    unit: unit.code,
    from: before < month ? before : month,
    to: last,
    asOf,
    countBy,
    figure: `months:total.${key}`,
  };
}
