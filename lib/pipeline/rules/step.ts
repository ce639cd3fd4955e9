import type { Permission } from "@/lib/access/policy";
import type { PlainDate } from "@/lib/shared/days";

/** Votes of one meeting on one person. Absent members still count among the convened. */
export type Votes = { convened: number; present: number; agreed: number; disagreed: number; other: number };

/** What a meeting decided; imports know that it passed, not by which votes. */
export type VoteData = { votes: Votes | null; passed: boolean; ballot?: "secret" | "card" };

export type Referrer = { name: string; official: boolean; monthsTogether: number | null };
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

/** What each kind of step says beside its day and document. */
export type StepFacts = {
  introduced: Record<string, never>;
  sympathiserRecognised: Record<string, never>;
  helperAssigned: { name: string; official: boolean; replacement: boolean };
  helperEnded: { name: string; reason: string };
  certified: { issuer?: string; classFrom?: PlainDate };
  applied: Record<string, never>;
  cvDeclared: { formVersion?: string };
  referred: { combination: ReferralCombination; referrers: Referrer[] };
  verified: { result: "passed" | "notPassed" | "concludedAbove" };
  certificationGiven: { qualified: boolean; politicalIssueOpen: boolean };
  opinionCollected: { from: OpinionFrom };
  cellVoted: VoteData;
  baseVoted: VoteData;
  submitted: Record<string, never>;
  decisionVoted: VoteData;
  decided: { receivedOn?: PlainDate };
  admitted: { helper?: string; superiorConsent?: boolean };
  newMemberCertified: Record<string, never>;
  recognitionVoted: VoteData & { round?: number };
  recognised: { decidedOn?: PlainDate };
  decisionRevoked: { reason?: string };
  returned: { to: ReturnLevel; reason: string };
  closed: { reason: CloseReason; note?: string };
  reopened: { reason: string };
};

export type StepKind = keyof StepFacts;

/** In the order of the procedure; two steps of one day stand in this order. */
export const STEP_KINDS = [
  "introduced",
  "sympathiserRecognised",
  "helperAssigned",
  "helperEnded",
  "certified",
  "applied",
  "cvDeclared",
  "referred",
  "verified",
  "certificationGiven",
  "opinionCollected",
  "cellVoted",
  "baseVoted",
  "submitted",
  "decisionVoted",
  "decided",
  "admitted",
  "newMemberCertified",
  "recognitionVoted",
  "recognised",
  "decisionRevoked",
  "returned",
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
  sympathiserRecognised: "candidate.recordCellStep",
  helperAssigned: "candidate.recordCellStep",
  helperEnded: "candidate.recordCellStep",
  certified: "candidate.recordCellStep",
  applied: "candidate.recordCellStep",
  cvDeclared: "candidate.recordCellStep",
  referred: "candidate.recordCellStep",
  verified: "candidate.recordCellStep",
  certificationGiven: "candidate.recordBaseStep",
  opinionCollected: "candidate.recordCellStep",
  cellVoted: "candidate.recordCellStep",
  baseVoted: "candidate.recordBaseStep",
  submitted: "candidate.recordBaseStep",
  decisionVoted: "candidate.recordDecision",
  decided: "candidate.recordDecision",
  admitted: "candidate.recordCeremony",
  newMemberCertified: "candidate.recordCellStep",
  recognitionVoted: "candidate.recordCellStep",
  recognised: "candidate.recordRecognition",
  decisionRevoked: "candidate.recordDecision",
  returned: "candidate.return",
  closed: "candidate.close",
  reopened: "candidate.close",
};

export const isStepKind = (text: string): text is StepKind =>
  (STEP_KINDS as readonly string[]).includes(text);
