import {
  carriersUnrelated,
  commentedAfterResults,
  politicallyClear,
  repliesInTime,
  sealed,
  verified,
  waiversFounded,
} from "./background";
import { type Case, type Rule, reviewBy } from "./case";
import { afterDecision, type CeremonyCase, ceremonyInTime, probationHelped } from "./ceremony";
import {
  certificateHeld,
  certificateLasting,
  certificateValid,
  certificateValidAtAdmission,
} from "./certificate";
import {
  guidanceFollowed,
  ownerDecidedAbove,
  provinceConsents,
  readmissible,
  readmittedLateEnough,
  religionAgreed,
} from "./consent";
import {
  type DecisionCase,
  decidedInTime,
  localDeadline,
  mayDecide,
  notYetAdmitted,
  numberUnused,
} from "./decision";
import {
  applicationFirst,
  applied,
  dossierFresh,
  helped,
  helpersOfficial,
  onSympathiserList,
  parentsAsked,
  permitted,
  referred,
  referrersUnrelated,
  residenceOpinion,
  togetherLongEnough,
  workplaceOpinion,
} from "./dossier";
import { educated, notOverAge, oldEnough, unionMember } from "./eligibility";
import type { Review } from "./finding";
import {
  cameWithLetter,
  isOnTheMove,
  isReturned,
  letterGoesAlong,
  letterInTime,
  type MoveCase,
  receivedAfterMove,
} from "./moving";
import { after, notBefore, notInFuture, stillOpen } from "./order";
import {
  decidedAfterProbation,
  decidedAfterVotes,
  newMemberClassHeld,
  type ProlongationCase,
  probationOver,
  prolongationAllowed,
  type RecognitionCase,
  recognisedFromRight,
  recognisedInTime,
  recognitionInTime,
  recognitionPaper,
  recognitionVoteFresh,
  roundsLeft,
  selfReviewedAfterProbation,
} from "./probation";
import type { StepKind } from "./step";
import {
  baseAgrees,
  cellAgrees,
  decidersAgree,
  enoughMembers,
  presentWithinConvened,
  resolutionUnused,
  type VoteCase,
  votesAddUp,
} from "./vote";

const COUNTED: readonly Rule<VoteCase>[] = [votesAddUp, presentWithinConvened, resolutionUnused];

/** The rules of the cell's meeting on an admission, in the order in which the page lists them. */
const CELL_VOTE: readonly Rule<VoteCase>[] = [
  stillOpen,
  notInFuture,
  oldEnough,
  notOverAge,
  educated,
  readmissible,
  readmittedLateEnough,
  religionAgreed,
  guidanceFollowed("chineseOrigin"),
  guidanceFollowed("foreignSpouse"),
  parentsAsked,
  onSympathiserList,
  helped,
  helpersOfficial,
  certificateHeld,
  certificateValid,
  certificateLasting,
  permitted,
  applied,
  applicationFirst,
  referred,
  togetherLongEnough,
  referrersUnrelated,
  unionMember,
  sealed,
  carriersUnrelated,
  waiversFounded,
  verified,
  repliesInTime,
  commentedAfterResults,
  politicallyClear,
  workplaceOpinion,
  residenceOpinion,
  dossierFresh,
  cameWithLetter,
  notBefore("applied", "verified", "opinionsCollected"),
  enoughMembers,
  ...COUNTED,
  cellAgrees,
];

const hasBaseLevel = ({ cell }: Case) => cell.kind !== "BASE_CELL";
/** A base cell sends its own resolution up; that of another cell is only seen when the base has resolved. */
const hasNoBaseLevel = (event: Case) => !hasBaseLevel(event);
const BASE_VOTE: readonly Rule<VoteCase>[] = [
  stillOpen,
  notInFuture,
  after("cellResolvedOn", "cellNotResolved"),
  notBefore("cellResolved"),
  politicallyClear,
  localDeadline("base"),
  ...COUNTED,
  baseAgrees,
];
const SUBMISSION: readonly Rule[] = [
  stillOpen,
  notInFuture,
  after("cellResolvedOn", "cellNotResolved"),
  after("baseResolvedOn", "baseNotResolved", hasBaseLevel),
  notBefore("cellResolved", "baseResolved"),
  localDeadline("sendUp", hasNoBaseLevel),
  localDeadline("base", hasBaseLevel),
];
const DECISION_VOTE: readonly Rule<VoteCase>[] = [
  stillOpen,
  notInFuture,
  after("cellResolvedOn", "cellNotResolved"),
  notBefore("cellResolved", "baseResolved", "submitted"),
  ...COUNTED,
  decidersAgree,
];
const DECISION: readonly Rule<DecisionCase>[] = [
  stillOpen,
  notInFuture,
  notYetAdmitted,
  mayDecide,
  ownerDecidedAbove,
  numberUnused,
  after("cellResolvedOn", "cellNotResolved"),
  after("baseResolvedOn", "baseNotResolved", hasBaseLevel),
  notBefore("cellResolved", "baseResolved", "submitted"),
  certificateValidAtAdmission,
  provinceConsents("overAge"),
  provinceConsents("religiousDignitary"),
  provinceConsents("readmission"),
  politicallyClear,
  localDeadline("decision"),
  decidedInTime,
];
const CEREMONY: readonly Rule<CeremonyCase>[] = [
  stillOpen,
  notInFuture,
  afterDecision,
  certificateValidAtAdmission,
  ceremonyInTime,
  probationHelped,
];
const AFTER_PROBATION: readonly Rule[] = [
  stillOpen,
  notInFuture,
  probationOver,
  selfReviewedAfterProbation,
  recognitionPaper("selfReview"),
  recognitionPaper("helperReport"),
  recognitionPaper("massOrganisation"),
  recognitionPaper("residenceCell"),
];
const RECOGNITION_VOTE: readonly Rule<VoteCase>[] = [
  ...AFTER_PROBATION,
  newMemberClassHeld,
  recognitionInTime,
  roundsLeft,
  enoughMembers,
  ...COUNTED,
  cellAgrees,
];
const RECOGNITION_BASE_VOTE: readonly Rule<VoteCase>[] = [
  stillOpen,
  notInFuture,
  after("recognitionVotedOn", "recognitionNotVoted"),
  ...COUNTED,
  baseAgrees,
];
/** After three votes without two thirds the committee above decides without the cell's resolution. */
const cellCanResolve = ({ standing, book }: Case) => standing.roundsShort < book.recognitionRounds;
const RECOGNITION: readonly Rule<RecognitionCase>[] = [
  stillOpen,
  after("admittedOn", "notAdmitted"),
  after("recognitionVotedOn", "recognitionNotVoted", cellCanResolve),
  after(
    "recognitionBaseOn",
    "recognitionBaseNotVoted",
    (event) => cellCanResolve(event) && hasBaseLevel(event),
  ),
  recognisedFromRight,
  decidedAfterProbation,
  decidedAfterVotes,
  recognitionVoteFresh,
  recognisedInTime,
];
const REMOVAL: readonly Rule[] = [
  stillOpen,
  notInFuture,
  after("removalVotedOn", "removalNotVoted", ({ standing }) => standing.admittedOn !== null),
];
const REMOVAL_VOTE: readonly Rule<VoteCase>[] = [
  stillOpen,
  notInFuture,
  after("admittedOn", "notAdmitted"),
  enoughMembers,
  ...COUNTED,
  cellAgrees,
];
const OTHER: readonly Rule[] = [stillOpen, notInFuture];
const ON_PROBATION: readonly Rule[] = [...OTHER, after("admittedOn", "notAdmitted")];
const PROLONGATION: readonly Rule<ProlongationCase>[] = [...ON_PROBATION, prolongationAllowed];
const REVOCATION: readonly Rule[] = [...OTHER, after("decidedOn", "notDecided")];
const MOVE: readonly Rule<MoveCase>[] = [...OTHER, letterGoesAlong];
const RECEPTION: readonly Rule[] = [...OTHER, isOnTheMove, receivedAfterMove, cameWithLetter, letterInTime];
const RESENDING: readonly Rule[] = [
  ...OTHER,
  isReturned,
  after("cellResolvedOn", "cellNotResolved"),
  referred,
  verified,
  workplaceOpinion,
  residenceOpinion,
];

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
export const reviewRecognitionBaseVote = (event: VoteCase): Review => reviewBy(RECOGNITION_BASE_VOTE, event);
export const reviewRecognition = (event: RecognitionCase): Review => reviewBy(RECOGNITION, event);
/** The cell's meeting on a removal from the list. */
export const reviewRemovalVote = (event: VoteCase): Review => reviewBy(REMOVAL_VOTE, event);
/** The decision that removes a probationary member: after the cell voted so. */
export const reviewRemoval = (event: Case): Review => reviewBy(REMOVAL, event);
export const reviewProlongation = (event: ProlongationCase): Review => reviewBy(PROLONGATION, event);
export const reviewRevocation = (event: Case): Review => reviewBy(REVOCATION, event);
/** Papers of the probation: self-review, helper's comment, opinions. */
export const reviewProbationPaper = (event: Case): Review => reviewBy(ON_PROBATION, event);
export const reviewMove = (event: MoveCase): Review => reviewBy(MOVE, event);
export const reviewReception = (event: Case): Review => reviewBy(RECEPTION, event);
export const reviewResending = (event: Case): Review => reviewBy(RESENDING, event);
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
    case "recognitionBaseVoted":
      return reviewRecognitionBaseVote({ ...event, votes: null });
    case "transferReceived":
      return reviewReception(event);
    case "resent":
      return reviewResending(event);
    case "recognised":
    case "closed":
    case null:
      return { findings: [], passed: [] };
    default:
      return reviewCellVote({ ...event, votes: null });
  }
}
