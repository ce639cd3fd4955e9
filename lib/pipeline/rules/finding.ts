import type { PlainDate } from "@/lib/shared/days";
import type { Rulebook } from "../rulebook";
import type { Stage } from "./standing";
import type { ConsentCase, LeavingReason, OpinionFrom, VerificationTarget } from "./step";

/** What each finding says beside its rule. */
type Facts = {
  tooYoung: { fullOn: PlainDate };
  overAge: Record<string, never>;
  ageUncertain: Record<string, never>;
  educationShort: { needs: Rulebook["education"] };
  educationUnknown: Record<string, never>;
  certificateMissing: Record<string, never>;
  certificateExpired: { expiredOn: PlainDate };
  certificateLapses: { expiresOn: PlainDate };
  sympathiserMissing: Record<string, never>;
  helperMissing: Record<string, never>;
  helperNotOfficial: { name: string };
  referralMissing: Record<string, never>;
  referrersTooFew: { needed: number; given: number };
  notUnionMember: Record<string, never>;
  cvBeforeApplication: { appliedOn: PlainDate; declaredOn: PlainDate };
  applicationMissing: Record<string, never>;
  parentsOpinionMissing: Record<string, never>;
  permissionMissing: Record<string, never>;
  togetherTooShort: { name: string; months: number; needed: number; byResidence: boolean };
  referrerRelated: { name: string };
  tooManyHelped: { name: string; helped: number; most: number };
  verificationMissing: Record<string, never>;
  targetsUnverified: { targets: VerificationTarget[] };
  carrierRelated: { target: VerificationTarget };
  waiverUnfounded: { target: VerificationTarget };
  replyOverdue: { target: VerificationTarget; dueOn: PlainDate };
  sealMissing: Record<string, never>;
  commentBeforeResult: { resultOn: PlainDate };
  certificationBeforeComment: { commentedOn: PlainDate };
  certificationBeforeResult: { resultOn: PlainDate };
  politicalIssueOpen: Record<string, never>;
  opinionMissing: { from: OpinionFrom };
  dossierExpired: { expiredOn: PlainDate };
  dossierLapses: { expiresOn: PlainDate; openedOn: PlainDate };
  cellTooSmall: { officialMembers: number };
  votesShort: { agreed: number; convened: number; needed: number; threshold: "twoThirds" | "moreThanHalf" };
  votesSuffice: { agreed: number; convened: number };
  votesDoNotAddUp: { agreed: number; disagreed: number; other: number; present: number };
  presentAboveConvened: { present: number; convened: number };
  convenedAboveListed: { convened: number; listed: number };
  mayNotDecide: { unit: string };
  decisionNumberUsed: { number: string };
  resolutionNumberUsed: { number: string };
  decisionLate: { dueOn: PlainDate; days: number; extension: number };
  localDeadlinePassed: { step: "sendUp" | "base" | "decision"; days: number; dueOn: PlainDate };
  deciderUnusual: { unit: string };
  ownerDecidedBelow: { unit: string };
  consentMissing: { of: ConsentCase };
  upperAgreementMissing: Record<string, never>;
  religionNotRecognised: Record<string, never>;
  formerMembershipMissing: Record<string, never>;
  readmissionBarred: { reason: LeavingReason | "readmittedBefore" };
  readmissionTooEarly: { allowedOn: PlainDate; months: number };
  letterMissing: Record<string, never>;
  letterLate: { dueOn: PlainDate };
  transferLate: { dueOn: PlainDate };
  notOnTheMove: Record<string, never>;
  notReturned: Record<string, never>;
  receivedBeforeMove: { movedOn: PlainDate };
  alreadyAdmitted: { admittedOn: PlainDate };
  recordNotCleared: Record<string, never>;
  beforeEarlierStep: { earlier: Stage; earlierOn: PlainDate };
  inFuture: Record<string, never>;
  ceremonyBeforeDecision: { decidedOn: PlainDate };
  ceremonyLate: { dueOn: PlainDate };
  probationHelperMissing: Record<string, never>;
  probationNotOver: { endsOn: PlainDate };
  recognitionLate: { dueOn: PlainDate };
  newMemberClassMissing: Record<string, never>;
  selfReviewEarly: { endsOn: PlainDate };
  recognitionPaperMissing: { paper: "selfReview" | "helperReport" | OpinionFrom };
  recognitionRoundsUsed: { rounds: number };
  prolongationNotAllowed: Record<string, never>;
  prolongationTooLong: { months: number; allowed: number };
  recognitionDecisionLate: { dueOn: PlainDate; days: number };
  recognitionVoteLapsed: { dueOn: PlainDate; days: number };
  removalNotVoted: Record<string, never>;
  recognitionBaseNotVoted: Record<string, never>;
  recognitionDayWrong: { dayOfRight: PlainDate };
  recognisedBeforeVote: { votedOn: PlainDate };
  cellNotResolved: Record<string, never>;
  baseNotResolved: Record<string, never>;
  notSubmitted: Record<string, never>;
  notDecided: Record<string, never>;
  notAdmitted: Record<string, never>;
  recognitionNotVoted: Record<string, never>;
  alreadyClosed: Record<string, never>;
  changedMeanwhile: { by: string | null };
};

export type FindingKind = keyof Facts;

/** A number of domain §10, or null for the order that every dossier follows. */
export type RuleId = `R-${string}` | null;

/**
 * What a rule answers: what is wrong, whether it stops the step, by which article, and until which day it
 * has to be mended where there is such a day.
 */
export type Finding = {
  [Kind in FindingKind]: {
    is: Kind;
    rule: RuleId;
    blocks: boolean;
    source: string;
    dueOn?: PlainDate;
    /** The rule, or a number it reads of the book, was not compared with a text: "chưa đối chiếu". */
    unverified?: true;
    facts: Facts[Kind];
  };
}[FindingKind];

/** A condition that holds, for "Xem 10 điều kiện đã đạt". */
export type Passed = { rule: string };

/** All that a review found: blocking findings first, then warnings. */
export type Review = { findings: Finding[]; passed: Passed[] };

export const blocks = ({ findings }: Review): boolean => findings.some((finding) => finding.blocks);
