import type { PlainDate } from "@/lib/shared/days";
import type { AnyFinding } from "@/lib/shared/form-state";
import type { Rating } from "./rating";

/** The chi đoàn's vote on its outstanding members. */
export type OutstandingVote = { votedOn: PlainDate; present: number; ballot: "secret" | "show" };

/** A member proposed, with the votes they got. */
export type Proposed = { memberId: string; name: string; rating: Rating | null; agreed: number };

export type OutstandingFinding = AnyFinding & {
  is: "notExcellent" | "halfNotReached" | "moreThanPresent" | "limitExceeded" | "votedInFuture";
  name?: string;
  most?: number;
  chosen?: number;
};

/**
 * Outstanding are chosen among those rated HTXSNV, by more than half of those present (domain §8), and
 * where a province sets a share, at most that share of those rated HTXSNV.
 */
export function reviewOutstanding(
  chosen: readonly Proposed[],
  vote: OutstandingVote,
  { excellent, limitPercent, today }: { excellent: number; limitPercent: number | null; today: PlainDate },
): OutstandingFinding[] {
  const findings: OutstandingFinding[] = [];
  if (vote.votedOn > today) findings.push({ is: "votedInFuture", blocks: true });
  for (const { name, rating, agreed } of chosen) {
    if (rating !== "EXCELLENT") findings.push({ is: "notExcellent", blocks: true, name });
    if (agreed > vote.present) findings.push({ is: "moreThanPresent", blocks: true, name });
    else if (agreed * 2 <= vote.present) findings.push({ is: "halfNotReached", blocks: true, name });
  }
  if (limitPercent !== null) {
    const most = Math.floor((excellent * limitPercent) / 100);
    if (chosen.length > most)
      findings.push({ is: "limitExceeded", blocks: true, most, chosen: chosen.length });
  }
  return findings;
}

/** What became of last year's title: carried on, or lapsed because the year after was not HTXSNV or not chosen. */
export type TitleState = "new" | "renewed" | "lapsed" | "open" | null;

/** `before` and `now` are the ratings of two years that follow each other; null: not rated. */
export function titleState(
  before: { outstanding: boolean } | null,
  now: { rating: Rating | null; outstanding: boolean } | null,
): TitleState {
  if (now?.outstanding) return before?.outstanding ? "renewed" : "new";
  if (!before?.outstanding) return null;
  return now === null || now.rating === null ? "open" : "lapsed";
}
