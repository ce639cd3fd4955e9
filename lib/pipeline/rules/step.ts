import type { Permission } from "@/lib/access/policy";
import type { PlainDate } from "@/lib/shared/days";

/** Votes of one meeting on one person. Absent members still count among the convened. */
export type Votes = { convened: number; present: number; agreed: number; disagreed: number; other: number };

/** What a meeting decided; imports know that it passed, not by which votes. */
export type VoteData = { votes: Votes | null; passed: boolean; ballot?: "secret" | "card" };

export type Referrer = {
  name: string;
  official: boolean;
  /** Months at one place of work or study, or of residence; null: not told. */
  monthsTogether: number | null;
  together?: "work" | "residence";
  relative?: boolean;
};
export type ReferralCombination = "twoMembers" | "unionAndMember" | "tradeUnionAndMember";
export type OpinionFrom = "massOrganisation" | "residenceCell" | "employer";
export type ReturnLevel = "cell" | "base";

export const CLOSE_REASONS = [
  "unfit",
  "withdrew",
  "moved",
  "died",
  "removed",
  "expelled",
  "left",
  "decisionRevoked",
  "other",
] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

/** Whose background is verified (domain §3.8): groups, never names, so that no family history is kept. */
export const VERIFICATION_TARGETS = [
  "self",
  "parents",
  "carers",
  "spouse",
  "parentsInLaw",
  "spouseCarers",
  "children",
  "adoptedChildren",
] as const;
export type VerificationTarget = (typeof VERIFICATION_TARGETS)[number];
/** All that may be known of a verification (domain §9). */
export type VerificationResult = "passed" | "notPassed" | "concludedAbove";

/** Cases that need a written consent or a decision of another body (domain §4). */
export const CONSENT_CASES = [
  "overAge",
  "educationPrimary",
  "educationLiterate",
  "religion",
  "religiousDignitary",
  "chineseOrigin",
  "foreignSpouse",
  "populationPolicy",
  "readmission",
  "lateCeremony",
] as const;
export type ConsentCase = (typeof CONSENT_CASES)[number];

/** Why a former member left the Party (R-45 bars the first five). */
export const LEAVING_REASONS = [
  "abandoned",
  "askedToLeave",
  "disunity",
  "corruption",
  "seriousCrime",
  "lesserCrime",
  "hardship",
  "otherReason",
] as const;
export type LeavingReason = (typeof LEAVING_REASONS)[number];

/** The letter that goes with somebody who moves, by number of the list of 1361-CV/BTCTW (domain §3.18). */
export const TRANSFER_LETTERS = ["53", "92", "93", "94", "95", "member"] as const;
export type TransferLetter = (typeof TRANSFER_LETTERS)[number];

/** A paper that was returned with a comment of its own. */
export type ReturnedPaper = { paper: string; comment: string };

/** What each kind of step says beside its day and document. */
export type StepFacts = {
  introduced: Record<string, never>;
  parentsConsulted: { agreed: boolean };
  sympathiserRecognised: Record<string, never>;
  helperAssigned: { name: string; official: boolean; replacement: boolean };
  helperEnded: { name: string; reason: string };
  /** `period` is "2026-09" or "2026-Q3". */
  progressNoted: { period: string; note: string };
  certified: { issuer?: string; classFrom?: PlainDate };
  formerMembership: {
    leftOn: PlainDate;
    reason: LeavingReason;
    clearedOn?: PlainDate;
    readmittedBefore: boolean;
  };
  consentGiven: { of: ConsentCase; by: string };
  permissionGranted: Record<string, never>;
  applied: Record<string, never>;
  cvDeclared: { formVersion?: string; targets?: VerificationTarget[] };
  sealed: Record<string, never>;
  dossierRenewed: { cvChanged: boolean };
  referred: { combination: ReferralCombination; referrers: Referrer[] };
  verificationSent: {
    target: VerificationTarget;
    abroad: boolean;
    carrier?: string;
    carrierRelated: boolean;
  };
  verificationReturned: { target: VerificationTarget; result: VerificationResult };
  verificationWaived: { target: VerificationTarget; matched: boolean };
  /** The verification as a whole, where single targets were not recorded. */
  verified: { result: VerificationResult };
  politicsConcluded: { cleared: boolean };
  cellCommented: Record<string, never>;
  certificationGiven: { qualified: boolean; politicalIssueOpen: boolean };
  opinionCollected: { from: OpinionFrom };
  cellVoted: VoteData;
  sectionAppraised: { supports: boolean };
  baseVoted: VoteData;
  submitted: Record<string, never>;
  decisionExtended: { reason: string };
  decisionVoted: VoteData;
  decided: { receivedOn?: PlainDate; lateReason?: string };
  admitted: { helper?: string; superiorConsent?: boolean };
  newMemberCertified: Record<string, never>;
  selfReviewed: Record<string, never>;
  helperReported: Record<string, never>;
  probationOpinionCollected: { from: OpinionFrom };
  probationExtended: { months: number; reason: string };
  recognitionVoted: VoteData & { round?: number };
  recognitionAppraised: { supports: boolean };
  recognitionBaseVoted: VoteData;
  recognised: { decidedOn?: PlainDate };
  removalVoted: VoteData;
  decisionRevoked: { reason?: string };
  /** `toCode` null: out of the tree; `fromCode` null: from outside it. */
  transferred: {
    fromCode: string | null;
    fromName: string;
    toCode: string | null;
    toName: string;
    letter: TransferLetter | null;
    /** Since when the person works or lives at the new place. */
    movedOn: PlainDate;
    sameDecider: boolean;
    /** The decision by which the cell was closed or divided: the dossier goes on as it is. */
    reorganisation?: string;
  };
  transferReceived: Record<string, never>;
  paperMarked: {
    paper: string;
    state: "had" | "checked" | "wrong";
    place?: string;
    issuer?: string;
    comment?: string;
  };
  returned: { to: ReturnLevel; reason: string; papers?: ReturnedPaper[]; revote?: boolean };
  resent: Record<string, never>;
  closed: { reason: CloseReason; note?: string };
  reopened: { reason: string };
};

export type StepKind = keyof StepFacts;

/** In the order of the procedure; two steps of one day stand in this order. */
export const STEP_KINDS = [
  "introduced",
  "parentsConsulted",
  "sympathiserRecognised",
  "helperAssigned",
  "helperEnded",
  "progressNoted",
  "certified",
  "formerMembership",
  "consentGiven",
  "permissionGranted",
  "applied",
  "cvDeclared",
  "sealed",
  "dossierRenewed",
  "referred",
  "verificationSent",
  "verificationReturned",
  "verificationWaived",
  "verified",
  "politicsConcluded",
  "cellCommented",
  "certificationGiven",
  "opinionCollected",
  "cellVoted",
  "sectionAppraised",
  "baseVoted",
  "submitted",
  "decisionExtended",
  "decisionVoted",
  "decided",
  "admitted",
  "newMemberCertified",
  "selfReviewed",
  "helperReported",
  "probationOpinionCollected",
  "probationExtended",
  "recognitionVoted",
  "recognitionAppraised",
  "recognitionBaseVoted",
  "recognised",
  "removalVoted",
  "decisionRevoked",
  "transferred",
  "transferReceived",
  "paperMarked",
  "returned",
  "resent",
  "closed",
  "reopened",
] as const satisfies readonly StepKind[];

/** A dated fact of a candidate. Never changed, only undone; the stage is derived from all of them. */
export type Step = {
  [Kind in StepKind]: {
    id: string;
    kind: Kind;
    onDay: PlainDate;
    documentNumber: string | null;
    data: StepFacts[Kind];
    /** ISO time of recording. */
    recordedAt: string;
    recordedByName: string;
    undoneAt: string | null;
  };
}[StepKind];

/** A step about to be recorded. */
export type NewStep = {
  [Kind in StepKind]: { kind: Kind; onDay: PlainDate; documentNumber: string | null; data: StepFacts[Kind] };
}[StepKind];

/** Who records a kind of step. */
export const PERMISSION_OF: Record<StepKind, Permission> = {
  introduced: "candidate.enter",
  parentsConsulted: "candidate.recordCellStep",
  sympathiserRecognised: "candidate.recordCellStep",
  helperAssigned: "candidate.recordCellStep",
  helperEnded: "candidate.recordCellStep",
  progressNoted: "candidate.recordCellStep",
  certified: "candidate.recordCellStep",
  formerMembership: "candidate.recordCellStep",
  consentGiven: "candidate.recordConsent",
  permissionGranted: "candidate.recordBaseStep",
  applied: "candidate.recordCellStep",
  cvDeclared: "candidate.recordCellStep",
  sealed: "candidate.recordBaseStep",
  dossierRenewed: "candidate.recordCellStep",
  referred: "candidate.recordCellStep",
  verificationSent: "candidate.recordCellStep",
  verificationReturned: "candidate.recordCellStep",
  verificationWaived: "candidate.recordCellStep",
  verified: "candidate.recordCellStep",
  politicsConcluded: "candidate.recordDecision",
  cellCommented: "candidate.recordCellStep",
  certificationGiven: "candidate.recordBaseStep",
  opinionCollected: "candidate.recordCellStep",
  cellVoted: "candidate.recordCellStep",
  sectionAppraised: "candidate.recordBaseStep",
  baseVoted: "candidate.recordBaseStep",
  submitted: "candidate.recordBaseStep",
  decisionExtended: "candidate.recordDecision",
  decisionVoted: "candidate.recordDecision",
  decided: "candidate.recordDecision",
  admitted: "candidate.recordCeremony",
  newMemberCertified: "candidate.recordCellStep",
  selfReviewed: "candidate.recordCellStep",
  helperReported: "candidate.recordCellStep",
  probationOpinionCollected: "candidate.recordCellStep",
  probationExtended: "candidate.recordCellStep",
  recognitionVoted: "candidate.recordCellStep",
  recognitionAppraised: "candidate.recordBaseStep",
  recognitionBaseVoted: "candidate.recordBaseStep",
  recognised: "candidate.recordRecognition",
  removalVoted: "candidate.recordCellStep",
  decisionRevoked: "candidate.recordDecision",
  transferred: "candidate.transfer",
  transferReceived: "candidate.recordCellStep",
  paperMarked: "candidate.markPaper",
  returned: "candidate.return",
  resent: "candidate.recordCellStep",
  closed: "candidate.close",
  reopened: "candidate.close",
};

export const isStepKind = (text: string): text is StepKind =>
  (STEP_KINDS as readonly string[]).includes(text);
