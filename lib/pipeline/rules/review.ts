import { type Case, type Rule, reviewBy } from "./case";
import { afterDecision, type CeremonyCase, ceremonyInTime, probationHelped } from "./ceremony";
import { certificateHeld, certificateLasting, certificateValid } from "./certificate";
import { type DecisionCase, decidedInTime, mayDecide, numberUnused } from "./decision";
import {
  applicationFirst,
  applied,
  certifiedAfterVerification,
  dossierFresh,
  helped,
  helpersOfficial,
  onSympathiserList,
  politicallyClear,
  referred,
  residenceOpinion,
  verified,
  workplaceOpinion,
} from "./dossier";
import { educated, notOverAge, oldEnough, unionMember } from "./eligibility";
import type { Review } from "./finding";
import { after, notBefore, notInFuture, stillOpen } from "./order";
import { newMemberClassHeld, probationOver, recognisedFromRight, recognitionInTime } from "./probation";
import type { StepKind } from "./step";
import {
  baseAgrees,
  cellAgrees,
  enoughMembers,
  presentWithinConvened,
  standingCommitteeAgrees,
  type VoteCase,
  votesAddUp,
} from "./vote";

/** The rules of the cell's meeting on an admission, in the order in which the page lists them. */
const CELL_VOTE: readonly Rule<VoteCase>[] = [
  stillOpen,
  notInFuture,
  oldEnough,
  notOverAge,
  educated,
  onSympathiserList,
  helped,
  helpersOfficial,
  certificateHeld,
  certificateValid,
  certificateLasting,
  applied,
  applicationFirst,
  referred,
  unionMember,
  verified,
  certifiedAfterVerification,
  politicallyClear,
  workplaceOpinion,
  residenceOpinion,
  dossierFresh,
  notBefore("applied", "verified", "opinionsCollected"),
  enoughMembers,
  votesAddUp,
  presentWithinConvened,
  cellAgrees,
];

const hasBaseLevel = ({ cell }: Case) => cell.kind !== "BASE_CELL";
const COMMITTEE: readonly Rule<VoteCase>[] = [votesAddUp, presentWithinConvened];
const BASE_VOTE: readonly Rule<VoteCase>[] = [
  stillOpen,
  notInFuture,
  after("cellResolvedOn", "cellNotResolved"),
  notBefore("cellResolved"),
  ...COMMITTEE,
  baseAgrees,
];
const SUBMISSION: readonly Rule[] = [
  stillOpen,
  notInFuture,
  after("cellResolvedOn", "cellNotResolved"),
  after("baseResolvedOn", "baseNotResolved", hasBaseLevel),
  notBefore("cellResolved", "baseResolved"),
];
const DECISION_VOTE: readonly Rule<VoteCase>[] = [
  stillOpen,
  notInFuture,
  after("cellResolvedOn", "cellNotResolved"),
  notBefore("cellResolved", "baseResolved", "submitted"),
  ...COMMITTEE,
  standingCommitteeAgrees,
];
const DECISION: readonly Rule<DecisionCase>[] = [
  stillOpen,
  notInFuture,
  mayDecide,
  numberUnused,
  after("cellResolvedOn", "cellNotResolved"),
  after("baseResolvedOn", "baseNotResolved", hasBaseLevel),
  notBefore("cellResolved", "baseResolved", "submitted"),
  notOverAge,
  decidedInTime,
];
const CEREMONY: readonly Rule<CeremonyCase>[] = [
  stillOpen,
  notInFuture,
  afterDecision,
  ceremonyInTime,
  probationHelped,
];
const RECOGNITION_VOTE: readonly Rule<VoteCase>[] = [
  stillOpen,
  notInFuture,
  probationOver,
  newMemberClassHeld,
  recognitionInTime,
  enoughMembers,
  votesAddUp,
  presentWithinConvened,
  cellAgrees,
];
const RECOGNITION: readonly Rule[] = [
  stillOpen,
  after("admittedOn", "notAdmitted"),
  after("recognitionVotedOn", "recognitionNotVoted"),
  recognisedFromRight,
];
const OTHER: readonly Rule[] = [stillOpen, notInFuture];

/** The cell's meeting on an admission; without votes: what stands in its way. */
export const reviewCellVote = (event: VoteCase): Review => reviewBy(CELL_VOTE, event);
/** The base committee's meeting. */
export const reviewBaseVote = (event: VoteCase): Review => reviewBy(BASE_VOTE, event);
export const reviewSubmission = (event: Case): Review => reviewBy(SUBMISSION, event);
/** The vote of the committee that decides. */
export const reviewDecisionVote = (event: VoteCase): Review => reviewBy(DECISION_VOTE, event);
export const reviewDecision = (event: DecisionCase): Review => reviewBy(DECISION, event);
export const reviewCeremony = (event: CeremonyCase): Review => reviewBy(CEREMONY, event);
/** The cell's meeting on recognition. */
export const reviewRecognitionVote = (event: VoteCase): Review => reviewBy(RECOGNITION_VOTE, event);
export const reviewRecognition = (event: Case): Review => reviewBy(RECOGNITION, event);
/** A step that no particular rule judges: open, and not in the future. */
export const reviewOther = (event: Case): Review => reviewBy(OTHER, event);

/** What stands in the way of the next step, asked in advance: nothing typed yet, on the day of today. */
export function reviewAhead(event: Case, next: StepKind | null): Review {
  switch (next) {
    case "baseVoted":
      return reviewBaseVote({ ...event, votes: null });
    case "submitted":
      return reviewSubmission(event);
    case "decisionVoted":
    case "decided":
      return reviewDecision({ ...event, decision: null });
    case "admitted":
      return reviewCeremony({ ...event, ceremony: null });
    case "recognitionVoted":
      return reviewRecognitionVote({ ...event, votes: null });
    case "recognised":
      return { findings: [], passed: [] };
    case null:
      return { findings: [], passed: [] };
    default:
      return reviewCellVote({ ...event, votes: null });
  }
}
