import { optionsOn } from "@/lib/pipeline/rules/options";
import type { PlainDate } from "@/lib/shared/days";

/** What a province's Youth Union sets: shares in per cent; null: no limit. */
export type UnionOptions = {
  /** HTXSNV of those rated. */
  excellentPercent: number | null;
  /** Outstanding of those rated HTXSNV. */
  outstandingPercent: number | null;
};

/** Nothing is limited unless a province says so. */
export const NO_LIMITS: UnionOptions = { excellentPercent: null, outstandingPercent: null };

/** The limits of a province from a day on; revised, never overwritten. */
export type LimitsVersion = { from: PlainDate; options: UnionOptions; document: string; setBy: string };

/** The limits by which a year is judged: those in force on its last day, or today while it lasts. */
export function limitsOf(versions: readonly LimitsVersion[], year: number, today: PlainDate): UnionOptions {
  const last = `${year}-12-31`;
  return optionsOn(versions, last < today ? last : today)?.options ?? NO_LIMITS;
}
