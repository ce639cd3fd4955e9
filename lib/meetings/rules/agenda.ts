import type { CandidateDetails } from "@/lib/pipeline/repository/candidates";
import { buildCase } from "@/lib/pipeline/rules/candidate-case";
import type { Review } from "@/lib/pipeline/rules/finding";
import { nextStep } from "@/lib/pipeline/rules/next-step";
import { reviewAhead } from "@/lib/pipeline/rules/review";
import type { PlainDate } from "@/lib/shared/days";
import { type Matter, NEXT_STEPS } from "./committee";

/**
 * Does the candidate wait for this meeting on that day? Who is on probation does from the day it ends;
 * what the law wants before may still be missing: that is told on the agenda.
 */
export function waitsFor(candidate: CandidateDetails, matter: Matter, onDay: PlainDate, today: PlainDate) {
  const { standing, cell, book, options } = buildCase(candidate, onDay, today);
  const next = nextStep(standing, { cellKind: cell.kind, book, options });
  return (
    next !== null &&
    NEXT_STEPS[matter].includes(next.kind) &&
    (next.notBefore === null || next.notBefore <= onDay)
  );
}

/** What stands in the way of a person at this meeting, asked before anybody votes, also of one still to come. */
export function reviewItem(
  candidate: CandidateDetails,
  matter: Matter,
  onDay: PlainDate,
  today: PlainDate,
): Review {
  return reviewAhead(buildCase(candidate, onDay, onDay > today ? onDay : today), matter);
}
