import type { Group } from "@/lib/quotas/rules/quota";
import type { PlainDate } from "@/lib/shared/days";
import type { ProgrammeGroup } from "@/lib/sources/rules/programme";
import type { CountBy, ReportParameters } from "./parameters";
import { isSensitive, isSensitiveGroup, type Part } from "./part";

/** What can be counted of candidates: persons whose step falls in a period. */
export const EVENTS = [
  "introduced",
  "sympathisers",
  "sentToClass",
  "certified",
  "applied",
  "cellResolved",
  "baseResolved",
  "submitted",
  "decided",
  "admitted",
  "recognised",
] as const;
export type FigureEvent = (typeof EVENTS)[number];

/** Dossiers under way on the as-of day, nearest to admission first; each person counts once. */
export const BANDS = ["beforeCommittee", "resolved", "certificateHeld"] as const;
export type Band = (typeof BANDS)[number];

/** Where a live source stands on the as-of day, furthest first. */
export const LIVE_STEPS = [
  "submitted",
  "baseResolved",
  "cellResolved",
  "applied",
  "certified",
  "sympathisers",
  "introduced",
] as const;
export type LiveStep = (typeof LIVE_STEPS)[number];

/**
 * Live sources, on the way on the as-of day: all, at one step, or, for the lists of a committee, without a
 * valid certificate in a cell that sent nobody to a class in the period, or certified so many months ago and
 * not yet voted on.
 */
export type LiveSource = "all" | LiveStep | "notSent" | { notReviewedFor: number };

/** What became of a member in the period: how they left, or that they came to a cell from another. */
export const CHANGES = [
  "removed",
  "removedProbationary",
  "expelled",
  "left",
  "died",
  "transferredOut",
  "movedIn",
  "leavers",
] as const;
export type Change = (typeof CHANGES)[number];

/**
 * Probationary members: whose 12 months (and what was added) end in the period; of those, reviewed within 30
 * working days, later, or neither yet and the 30 days are over; not yet recognised; whose time was prolonged or
 * whose name was removed in the period; and who is on probation on the as-of day.
 */
export const PROBATIONS = [
  "due",
  "onTime",
  "late",
  "overdue",
  "extended",
  "removed",
  "waiting",
  "current",
] as const;
export type Probation = (typeof PROBATIONS)[number];

/**
 * A figure is a named predicate over candidates: the same value gives the count, the list of persons and
 * the words of its "Cách tính", so they cannot drift apart.
 */
export type Figure = {
  /** Something that happened within the days, or where a dossier stands on the as-of day. */
  what:
    | { event: FigureEvent }
    | { band: Band }
    | { live: LiveSource }
    | { change: Change }
    /** `deadlines`: by which day the cell reviews, for each day from the period's first to its last. */
    | { probation: Probation; deadlines: readonly PlainDate[] };
  from: PlainDate;
  to: PlainDate;
  asOf: PlainDate;
  group: Group;
  countBy: CountBy;
  /** Only who has all these properties. */
  parts?: readonly Part[];
  /** Only people of this programme. */
  among?: ProgrammeGroup;
  /** The day whose tree tells the base organisation above a cell; unless told today's. */
  treeDay?: PlainDate;
  /** Asked of the cells as they were on the as-of day. */
  asWas?: boolean;
};

/** Does a figure tell of ethnicity or religion? */
export const isSensitiveFigure = ({ group, parts = [] }: Pick<Figure, "group" | "parts">): boolean =>
  isSensitiveGroup(group) || parts.some(isSensitive);

/** The last day that counts: the period's end or the as-of day, whichever comes first. */
export function lastDay({ to, asOf }: Pick<Figure, "to" | "asOf">): PlainDate {
  return to < asOf ? to : asOf;
}

/** Who was admitted within the period. */
export function admittedFigure({ from, to, asOf }: ReportParameters, countBy: CountBy): Figure {
  return { what: { event: "admitted" }, from, to, asOf, group: "ALL", countBy };
}

/** Whose dossier stands in a band on the as-of day. */
export function bandFigure(band: Band, { from, to, asOf }: ReportParameters, countBy: CountBy): Figure {
  return { what: { band }, from, to, asOf, group: "ALL", countBy };
}

/** In the funnel "decided" counts by the decision's day and "admitted" by the ceremony's. */
export function funnelFigure(event: FigureEvent, { from, to, asOf }: ReportParameters): Figure {
  return { what: { event }, from, to, asOf, group: "ALL", countBy: "ceremony" };
}

/** Live sources of the report on coverage. */
export function liveFigure(live: LiveSource, { from, to, asOf, tree }: ReportParameters): Figure {
  const asWas = tree === "as-was";
  return { what: { live }, from, to, asOf, group: "ALL", countBy: "decision", asWas };
}
