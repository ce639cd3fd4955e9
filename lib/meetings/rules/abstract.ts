import type { CandidateDetails } from "@/lib/pipeline/repository/candidates";
import { buildCase } from "@/lib/pipeline/rules/candidate-case";
import { lastOf } from "@/lib/pipeline/rules/dossier";
import { nextStep } from "@/lib/pipeline/rules/next-step";
import type { Step, Votes } from "@/lib/pipeline/rules/step";
import type { PlainDate } from "@/lib/shared/days";

/** A resolution below: its day, and its votes where they are known. */
export type Resolution = { onDay: PlainDate; votes: Votes | null };

/** What a member of the committee is told of a person before voting; never a citizen number. */
export type Abstract = Pick<
  CandidateDetails["person"],
  "birthDate" | "birthYear" | "sex" | "ethnicity" | "religion" | "occupation" | "education" | "profession"
> & {
  certifiedOn: PlainDate | null;
  verifiedOn: PlainDate | null;
  referrers: string[];
  helpers: string[];
  cellResolution: Resolution | null;
  baseResolution: Resolution | null;
  admittedOn: PlainDate | null;
  newMemberCertifiedOn: PlainDate | null;
  /** The last day the law gives the next step. */
  dueOn: PlainDate | null;
};

/** The abstract of a dossier, from the steps as they stand. */
export function buildAbstract(candidate: CandidateDetails, onDay: PlainDate): Abstract {
  const { person, steps } = candidate;
  const { standing, cell, book, options } = buildCase(candidate, onDay, onDay);
  const { birthDate, birthYear, sex, ethnicity, religion, occupation, education, profession } = person;
  return {
    ...{ birthDate, birthYear, sex, ethnicity, religion, occupation, education, profession },
    certifiedOn: standing.certifiedOn,
    verifiedOn: standing.verifiedOn,
    referrers: lastOf(steps, "referred")?.data.referrers.map(({ name }) => name) ?? [],
    helpers: standing.helpers.map(({ name }) => name),
    cellResolution: standing.cellResolvedOn ? resolutionOf(steps, "cellVoted") : null,
    baseResolution: standing.baseResolvedOn ? resolutionOf(steps, "baseVoted") : null,
    admittedOn: standing.admittedOn,
    newMemberCertifiedOn: standing.newMemberCertifiedOn,
    dueOn: nextStep(standing, { cellKind: cell.kind, book, options })?.dueOn ?? null,
  };
}

function resolutionOf(steps: readonly Step[], kind: "cellVoted" | "baseVoted"): Resolution | null {
  const step = lastOf(steps, kind);
  return step ? { onDay: step.onDay, votes: step.data.votes } : null;
}
