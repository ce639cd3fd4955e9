import type { Group } from "@/lib/quotas/rules/quota";
import type { PlainDate } from "@/lib/shared/days";
import type { CountBy } from "./parameters";

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

/**
 * A figure is a named predicate over candidates: the same value gives the count, the list of persons and
 * the words of its "Cách tính", so they cannot drift apart.
 */
export type Figure = {
  /** Something that happened within the days, or where a dossier stands on the as-of day. */
  what: { event: FigureEvent } | { band: Band };
  from: PlainDate;
  to: PlainDate;
  asOf: PlainDate;
  group: Group;
  countBy: CountBy;
};

/** The last day that counts: the period's end or the as-of day, whichever comes first. */
export function lastDay({ to, asOf }: Pick<Figure, "to" | "asOf">): PlainDate {
  return to < asOf ? to : asOf;
}
