import type { PlainDate } from "@/lib/shared/days";
import { type CloseReason, type ReturnLevel, STEP_KINDS, type Step } from "./step";

/** How far a candidate is; stored beside the candidate, but always derived from the steps. */
export const STAGES = [
  "introduced",
  "sympathiser",
  "certified",
  "applied",
  "verified",
  "opinionsCollected",
  "cellResolved",
  "baseResolved",
  "submitted",
  "decided",
  "admitted",
  "recognised",
] as const;
export type Stage = (typeof STAGES)[number];

/** Where a candidate stands: the effective day of each fact, null where there is none. */
export type Standing = {
  stage: Stage;
  introducedOn: PlainDate | null;
  sympathiserOn: PlainDate | null;
  certifiedOn: PlainDate | null;
  certificateNumber: string | null;
  appliedOn: PlainDate | null;
  cvDeclaredOn: PlainDate | null;
  verifiedOn: PlainDate | null;
  opinionsOn: PlainDate | null;
  cellResolvedOn: PlainDate | null;
  baseResolvedOn: PlainDate | null;
  submittedOn: PlainDate | null;
  decidedOn: PlainDate | null;
  decisionNumber: string | null;
  decisionReceivedOn: PlainDate | null;
  admittedOn: PlainDate | null;
  newMemberCertifiedOn: PlainDate | null;
  recognitionVotedOn: PlainDate | null;
  recognisedOn: PlainDate | null;
  revokedOn: PlainDate | null;
  returnedTo: ReturnLevel | null;
  returnedOn: PlainDate | null;
  returnReason: string | null;
  closedOn: PlainDate | null;
  closedReason: CloseReason | null;
  /** Official members who follow the candidate now. */
  helpers: { name: string; official: boolean; from: PlainDate }[];
};

const NOTHING: Standing = {
  stage: "introduced",
  introducedOn: null,
  sympathiserOn: null,
  certifiedOn: null,
  certificateNumber: null,
  appliedOn: null,
  cvDeclaredOn: null,
  verifiedOn: null,
  opinionsOn: null,
  cellResolvedOn: null,
  baseResolvedOn: null,
  submittedOn: null,
  decidedOn: null,
  decisionNumber: null,
  decisionReceivedOn: null,
  admittedOn: null,
  newMemberCertifiedOn: null,
  recognitionVotedOn: null,
  recognisedOn: null,
  revokedOn: null,
  returnedTo: null,
  returnedOn: null,
  returnReason: null,
  closedOn: null,
  closedReason: null,
  helpers: [],
};

/**
 * What the steps say, as of a day (none: all of them). Records of the past come in with gaps, so the stage
 * is the furthest effective fact, not the first gap. A return supersedes the resolutions at and above its
 * level; closing and opening again undo each other; what was undone does not count.
 */
export function buildStanding(steps: readonly Step[], asOf?: PlainDate): Standing {
  const counted = effectiveSteps(steps).filter(({ onDay }) => asOf === undefined || onDay <= asOf);
  const standing = counted.reduce(follow, NOTHING);
  const dated = { ...standing, opinionsOn: opinionsDay(counted) };
  return { ...dated, stage: stageOf(dated) };
}

/** The steps that were not undone, in the order in which they happened. */
export function effectiveSteps(steps: readonly Step[]): Step[] {
  return steps
    .filter(({ undoneAt }) => undoneAt === null)
    .toSorted(
      (a, b) =>
        a.onDay.localeCompare(b.onDay) ||
        a.recordedAt.localeCompare(b.recordedAt) ||
        STEP_KINDS.indexOf(a.kind) - STEP_KINDS.indexOf(b.kind),
    );
}

function follow(so: Standing, step: Step): Standing {
  const { onDay } = step;
  switch (step.kind) {
    case "introduced":
      return { ...so, introducedOn: so.introducedOn ?? onDay };
    case "sympathiserRecognised":
      return { ...so, sympathiserOn: so.sympathiserOn ?? onDay };
    case "helperAssigned":
      return {
        ...so,
        helpers: [...so.helpers, { name: step.data.name, official: step.data.official, from: onDay }],
      };
    case "helperEnded":
      return { ...so, helpers: so.helpers.filter(({ name }) => name !== step.data.name) };
    case "certified":
      return { ...so, certifiedOn: onDay, certificateNumber: step.documentNumber };
    case "applied":
      return { ...so, appliedOn: onDay };
    case "cvDeclared":
      return { ...so, cvDeclaredOn: onDay };
    case "verified":
      return step.data.result === "passed" ? { ...so, verifiedOn: onDay } : so;
    case "cellVoted":
      return step.data.passed ? { ...so, cellResolvedOn: onDay, ...mended(so, "cell") } : so;
    case "baseVoted":
      return step.data.passed ? { ...so, baseResolvedOn: onDay, ...mended(so, "base") } : so;
    case "submitted":
      return { ...so, submittedOn: onDay };
    case "decided":
      return {
        ...so,
        decidedOn: onDay,
        decisionNumber: step.documentNumber,
        decisionReceivedOn: step.data.receivedOn ?? null,
        returnedTo: null,
        returnedOn: null,
        returnReason: null,
      };
    case "admitted":
      return { ...so, admittedOn: onDay };
    case "newMemberCertified":
      return { ...so, newMemberCertifiedOn: onDay };
    case "recognitionVoted":
      return step.data.passed ? { ...so, recognitionVotedOn: onDay } : so;
    case "recognised":
      return { ...so, recognisedOn: onDay };
    case "decisionRevoked":
      return { ...so, revokedOn: onDay };
    case "returned":
      return {
        ...so,
        cellResolvedOn: step.data.to === "cell" ? null : so.cellResolvedOn,
        baseResolvedOn: null,
        submittedOn: null,
        returnedTo: step.data.to,
        returnedOn: onDay,
        returnReason: step.data.reason,
      };
    case "closed":
      return { ...so, closedOn: onDay, closedReason: step.data.reason };
    case "reopened":
      return { ...so, closedOn: null, closedReason: null };
    case "referred":
    case "certificationGiven":
    case "opinionCollected":
    case "decisionVoted":
      return so;
  }
}

/** A resolution at the level something was returned to answers the return. */
function mended(so: Standing, level: ReturnLevel): Partial<Standing> {
  return so.returnedTo === level ? { returnedTo: null, returnedOn: null, returnReason: null } : {};
}

/** The day on which the opinions of the mass organisations and of the place of residence were both there. */
function opinionsDay(steps: readonly Step[]): PlainDate | null {
  const first = (from: "massOrganisation" | "residenceCell") =>
    steps.find((step) => step.kind === "opinionCollected" && step.data.from === from)?.onDay;
  const [work, home] = [first("massOrganisation"), first("residenceCell")];
  return work && home ? ([work, home].toSorted().at(-1) ?? null) : null;
}

function stageOf(so: Standing): Stage {
  if (so.recognisedOn) return "recognised";
  if (so.admittedOn) return "admitted";
  if (so.decidedOn) return "decided";
  if (so.submittedOn) return "submitted";
  if (so.baseResolvedOn) return "baseResolved";
  if (so.cellResolvedOn) return "cellResolved";
  if (so.opinionsOn) return "opinionsCollected";
  if (so.verifiedOn) return "verified";
  if (so.appliedOn) return "applied";
  if (so.certifiedOn) return "certified";
  return so.sympathiserOn ? "sympathiser" : "introduced";
}
