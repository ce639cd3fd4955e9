import type { PlainDate } from "@/lib/shared/days";
import type { CandidateDetails } from "../repository/candidates";
import { rulebookOn } from "../rulebook";
import type { Case } from "./case";
import { buildStanding, effectiveSteps } from "./standing";

/** The candidate before the rules, as judged by the book of the day of the event. */
export function buildCase(candidate: CandidateDetails, onDay: PlainDate, today: PlainDate): Case {
  const { person, cell, decider } = candidate;
  const steps = effectiveSteps(candidate.steps);
  return {
    person: {
      birthDate: person.birthDate,
      birthYear: person.birthYear,
      education: person.education,
      unionMember: person.unionMember,
    },
    cell: {
      kind: cell.kind,
      name: cell.name,
      officialMembers: cell.officialMembers,
      hasUnion: null,
      mayDecide: decider !== null,
    },
    steps,
    standing: buildStanding(steps),
    book: rulebookOn(onDay),
    onDay,
    today,
  };
}
