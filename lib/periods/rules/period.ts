import type { PlainDate } from "@/lib/shared/days";

export const PERIOD_KINDS = ["month", "quarter", "half", "nineMonths", "year", "term"] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A span that the province asks its units to report for. */
export type ReportingPeriod = {
  id: string;
  /** Who set it. */
  unit: { id: number; code: string; name: string; lo: bigint; hi: bigint };
  kind: PeriodKind;
  from: PlainDate;
  to: PlainDate;
  /** As of which day its figures are counted. */
  cutOff: PlainDate;
  dueOn: PlainDate;
  lockedOn: PlainDate | null;
  lockedByName: string | null;
  version: number;
};

export type PeriodDays = Pick<ReportingPeriod, "kind" | "from" | "to" | "cutOff" | "dueOn">;

/** Why something was not done in a period; R-54 is `periodLocked`. */
export type PeriodFinding =
  | { is: "daysReversed"; blocks: true }
  | { is: "cutOffOutside"; blocks: true }
  | { is: "dueBeforeCutOff"; blocks: true; cutOff: PlainDate }
  | { is: "periodOverlaps"; blocks: true; from: PlainDate; to: PlainDate }
  | { is: "periodLocked"; blocks: true; on: PlainDate }
  | { is: "alreadyConfirmed"; blocks: true }
  | { is: "alreadyAccepted"; blocks: true }
  | { is: "notConfirmed"; blocks: true; name: string }
  | { is: "notConfirmedBelow"; blocks: true; count: number; names: string[] }
  | { is: "notAccepted"; blocks: true; count: number; names: string[] }
  | { is: "acceptedAbove"; blocks: true; name: string }
  | { is: "ownData"; blocks: true }
  | { is: "cutOffAhead"; blocks: true; cutOff: PlainDate }
  | { is: "confirmedAlready"; blocks: true; units: number }
  | { is: "changedMeanwhile"; blocks: true };

/** A period's days follow each other, and no two of a kind overlap, so that each has one that comes next. */
export function reviewPeriod(
  { kind, from, to, cutOff, dueOn }: PeriodDays,
  known: readonly PeriodDays[],
): PeriodFinding | null {
  if (from > to) return { is: "daysReversed", blocks: true };
  if (cutOff < from) return { is: "cutOffOutside", blocks: true };
  if (dueOn < cutOff) return { is: "dueBeforeCutOff", blocks: true, cutOff };
  const other = known.find((one) => one.kind === kind && one.from <= to && from <= one.to);
  return other ? { is: "periodOverlaps", blocks: true, from: other.from, to: other.to } : null;
}

/** what was reported for a locked period stays as it is; what changes shows in the next one. */
export function reviewOpen({ lockedOn }: Pick<ReportingPeriod, "lockedOn">): PeriodFinding | null {
  return lockedOn === null ? null : { is: "periodLocked", blocks: true, on: lockedOn };
}

/** Days of an open period may change; once a unit has confirmed what it has up to a day, only the day it is due. */
export function reviewPeriodChange(
  period: ReportingPeriod,
  days: PeriodDays,
  others: readonly PeriodDays[],
  confirmed: number,
): PeriodFinding | null {
  const refused = reviewOpen(period) ?? reviewPeriod(days, others);
  if (refused) return refused;
  const same = days.from === period.from && days.to === period.to && days.cutOff === period.cutOff;
  return same || confirmed === 0 ? null : { is: "confirmedAlready", blocks: true, units: confirmed };
}
