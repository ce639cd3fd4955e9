import type { PlainDate } from "@/lib/shared/days";
import type { CandidateDetails } from "../repository/candidates";
import { type Rulebook, rulebookOn } from "../rulebook";
import type { Case } from "./case";
import { optionsAt } from "./options";
import { buildStanding, effectiveSteps } from "./standing";

/** The candidate before the rules, as judged by the book of the day of the event (or by another one, to compare). */
export function buildCase(
  candidate: CandidateDetails,
  onDay: PlainDate,
  today: PlainDate,
  book: Rulebook = rulebookOn(onDay),
): Case {
  const { person, cell, decider } = candidate;
  const steps = effectiveSteps(candidate.steps);
  return {
    person,
    cell: { ...cell, hasUnion: null, decider },
    readmission: candidate.readmission,
    steps,
    standing: buildStanding(steps),
    book,
    options: optionsAt(candidate.options, candidate.unitOrd, onDay),
    onDay,
    today,
  };
}
