import type { PlainDate } from "@/lib/shared/days";
import { afterReturn, afterTransfer, type Transfer } from "./moving";
import {
  type CloseReason,
  type ConsentCase,
  type ReturnLevel,
  STEP_KINDS,
  type Step,
  type StepFacts,
} from "./step";
import { buildVerification, type Verification, verifiedDay } from "./verification";

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
  parentsAgreedOn: PlainDate | null;
  permittedOn: PlainDate | null;
  certifiedOn: PlainDate | null;
  certificateNumber: string | null;
  appliedOn: PlainDate | null;
  cvDeclaredOn: PlainDate | null;
  /** The day from which papers that had run out were made anew (§3.17). */
  renewedOn: PlainDate | null;
  sealedOn: PlainDate | null;
  verification: Verification;
  verifiedOn: PlainDate | null;
  commentedOn: PlainDate | null;
  certificationOn: PlainDate | null;
  /** Is a political question open: found by the certification or by a result, and not concluded since? */
  politicsOpen: boolean;
  opinionsOn: PlainDate | null;
  cellResolvedOn: PlainDate | null;
  sectionAppraisedOn: PlainDate | null;
  baseResolvedOn: PlainDate | null;
  submittedOn: PlainDate | null;
  decisionExtendedOn: PlainDate | null;
  decidedOn: PlainDate | null;
  decisionNumber: string | null;
  decisionReceivedOn: PlainDate | null;
  admittedOn: PlainDate | null;
  newMemberCertifiedOn: PlainDate | null;
  selfReviewedOn: PlainDate | null;
  helperReportedOn: PlainDate | null;
  /** Months by which the probation was prolonged in all. */
  prolongedMonths: number;
  /** Votes of the cell on recognition that fell short. */
  roundsShort: number;
  recognitionVotedOn: PlainDate | null;
  recognitionBaseOn: PlainDate | null;
  recognisedOn: PlainDate | null;
  /** The day on which the committee decided the recognition. */
  recognitionDecidedOn: PlainDate | null;
  removalVotedOn: PlainDate | null;
  revokedOn: PlainDate | null;
  returnedTo: ReturnLevel | null;
  returnedOn: PlainDate | null;
  returnReason: string | null;
  /** Does the level it was returned to vote again, or only mend and send it again? */
  returnedForVote: boolean;
  /** The last move, until the new cell has received the person. */
  transfer: Transfer | null;
  /** The period of the helper's last note: "2026-09", "2026-Q3". */
  notedFor: string | null;
  former: StepFacts["formerMembership"] | null;
  consents: { of: ConsentCase; onDay: PlainDate; by: string }[];
  closedOn: PlainDate | null;
  closedReason: CloseReason | null;
  /** Official members who follow the candidate now. */
  helpers: { name: string; official: boolean; from: PlainDate }[];
};

const NOTHING: Standing = {
  stage: "introduced",
  introducedOn: null,
  sympathiserOn: null,
  parentsAgreedOn: null,
  permittedOn: null,
  certifiedOn: null,
  certificateNumber: null,
  appliedOn: null,
  cvDeclaredOn: null,
  renewedOn: null,
  sealedOn: null,
  verification: [],
  verifiedOn: null,
  commentedOn: null,
  certificationOn: null,
  politicsOpen: false,
  opinionsOn: null,
  cellResolvedOn: null,
  sectionAppraisedOn: null,
  baseResolvedOn: null,
  submittedOn: null,
  decisionExtendedOn: null,
  decidedOn: null,
  decisionNumber: null,
  decisionReceivedOn: null,
  admittedOn: null,
  newMemberCertifiedOn: null,
  selfReviewedOn: null,
  helperReportedOn: null,
  prolongedMonths: 0,
  roundsShort: 0,
  recognitionVotedOn: null,
  recognitionBaseOn: null,
  recognisedOn: null,
  recognitionDecidedOn: null,
  removalVotedOn: null,
  revokedOn: null,
  returnedTo: null,
  returnedOn: null,
  returnReason: null,
  returnedForVote: true,
  transfer: null,
  notedFor: null,
  former: null,
  consents: [],
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
  const valid = currentSteps(counted);
  const verification = buildVerification(valid);
  const dated = {
    ...standing,
    verification,
    verifiedOn: verifiedDay(valid, verification),
    opinionsOn: opinionsDay(valid),
  };
  return { ...dated, stage: stageOf(dated) };
}

/** Papers that a renewal of the dossier makes anew (§3.17). */
const RENEWED: readonly Step["kind"][] = [
  "referred",
  "opinionCollected",
  "verified",
  "verificationSent",
  "verificationReturned",
  "verificationWaived",
];

/** The effective steps without the papers that ran out before the dossier was renewed. */
export function currentSteps(steps: readonly Step[]): Step[] {
  const effective = effectiveSteps(steps);
  const renewal = effective.findLastIndex(({ kind }) => kind === "dossierRenewed");
  return effective.filter(({ kind }, place) => place > renewal || !RENEWED.includes(kind));
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
    case "parentsConsulted":
      return { ...so, parentsAgreedOn: step.data.agreed ? onDay : null };
    case "sympathiserRecognised":
      return { ...so, sympathiserOn: so.sympathiserOn ?? onDay };
    case "helperAssigned":
      return {
        ...so,
        helpers: [...so.helpers, { name: step.data.name, official: step.data.official, from: onDay }],
      };
    case "helperEnded":
      return { ...so, helpers: so.helpers.filter(({ name }) => name !== step.data.name) };
    case "progressNoted":
      return { ...so, notedFor: step.data.period };
    case "certified":
      return { ...so, certifiedOn: onDay, certificateNumber: step.documentNumber };
    case "formerMembership":
      return { ...so, former: step.data };
    case "consentGiven":
      return { ...so, consents: [...so.consents, { of: step.data.of, onDay, by: step.data.by }] };
    case "permissionGranted":
      return { ...so, permittedOn: onDay };
    case "applied":
      return { ...so, appliedOn: onDay };
    case "cvDeclared":
      return { ...so, cvDeclaredOn: onDay };
    case "sealed":
      return { ...so, sealedOn: onDay };
    case "dossierRenewed":
      return { ...so, renewedOn: onDay, commentedOn: null, certificationOn: null };
    case "verified":
    case "verificationReturned":
      return { ...so, politicsOpen: so.politicsOpen || step.data.result === "concludedAbove" };
    case "politicsConcluded":
      return { ...so, politicsOpen: !step.data.cleared };
    case "cellCommented":
      return { ...so, commentedOn: onDay };
    case "certificationGiven":
      return {
        ...so,
        certificationOn: onDay,
        politicsOpen: !step.data.qualified || step.data.politicalIssueOpen,
      };
    case "cellVoted":
      return step.data.passed ? { ...so, cellResolvedOn: onDay, ...mended(so, "cell") } : so;
    case "sectionAppraised":
      return { ...so, sectionAppraisedOn: onDay };
    case "baseVoted":
      return step.data.passed ? { ...so, baseResolvedOn: onDay, ...mended(so, "base") } : so;
    case "submitted":
      return { ...so, submittedOn: onDay };
    case "decisionExtended":
      return { ...so, decisionExtendedOn: onDay };
    case "decided":
      return {
        ...so,
        decidedOn: onDay,
        decisionNumber: step.documentNumber,
        decisionReceivedOn: step.data.receivedOn ?? null,
        ...NOT_RETURNED,
      };
    case "admitted":
      return {
        ...so,
        admittedOn: onDay,
        notedFor: null,
        helpers: step.data.helper ? [{ name: step.data.helper, official: true, from: onDay }] : so.helpers,
      };
    case "newMemberCertified":
      return { ...so, newMemberCertifiedOn: onDay };
    case "selfReviewed":
      return { ...so, selfReviewedOn: onDay };
    case "helperReported":
      return { ...so, helperReportedOn: onDay };
    case "probationExtended":
      return { ...so, prolongedMonths: so.prolongedMonths + step.data.months, roundsShort: 0 };
    case "recognitionVoted":
      return step.data.passed
        ? { ...so, recognitionVotedOn: onDay, recognitionBaseOn: null }
        : { ...so, roundsShort: so.roundsShort + 1 };
    case "recognitionBaseVoted":
      return step.data.passed ? { ...so, recognitionBaseOn: onDay } : so;
    case "recognised":
      return { ...so, recognisedOn: onDay, recognitionDecidedOn: step.data.decidedOn ?? null };
    case "removalVoted":
      return step.data.passed ? { ...so, removalVotedOn: onDay } : so;
    case "decisionRevoked":
      return { ...so, revokedOn: onDay };
    case "transferred":
      return { ...so, ...afterTransfer(so, step.data, onDay) };
    case "transferReceived":
      return { ...so, transfer: null };
    case "returned":
      return { ...so, ...afterReturn(so, step.data, onDay) };
    case "resent":
      return { ...so, ...NOT_RETURNED };
    case "closed":
      return { ...so, closedOn: onDay, closedReason: step.data.reason };
    case "reopened":
      return { ...so, closedOn: null, closedReason: null };
    case "referred":
    case "verificationSent":
    case "verificationWaived":
    case "opinionCollected":
    case "decisionVoted":
    case "probationOpinionCollected":
    case "recognitionAppraised":
    case "paperMarked":
      return so;
  }
}

const NOT_RETURNED = { returnedTo: null, returnedOn: null, returnReason: null, returnedForVote: true };

/** A resolution at the level something was returned to answers the return. */
function mended(so: Standing, level: ReturnLevel): Partial<Standing> {
  return so.returnedTo === level ? NOT_RETURNED : {};
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
