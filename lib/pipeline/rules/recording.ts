import type { z } from "zod";
import type { stepSchemas } from "../schema/forms";
import { carrierRelated, waiverUnfounded } from "./background";
import type { Case } from "./case";
import { tooManyHelped } from "./dossier";
import type { Finding, Review } from "./finding";
import {
  reviewBaseVote,
  reviewCellVote,
  reviewCeremony,
  reviewDecision,
  reviewDecisionVote,
  reviewMove,
  reviewOther,
  reviewProbationPaper,
  reviewProlongation,
  reviewReception,
  reviewRecognition,
  reviewRecognitionBaseVote,
  reviewRecognitionVote,
  reviewRemoval,
  reviewRemovalVote,
  reviewResending,
  reviewRevocation,
  reviewSubmission,
} from "./review";
import type { Votes } from "./step";

/** What was typed in the form of one kind, read. */
export type StepInput = {
  [Kind in keyof typeof stepSchemas]: { kind: Kind } & z.output<(typeof stepSchemas)[Kind]>;
}[keyof typeof stepSchemas];

/** What only the database knows of an event. */
export type Known = {
  /** Has another decision or resolution of the committee this number in that year? */
  numberUsed: boolean;
  /** How many people on the way the named helper follows already. */
  helped: number;
};

type VoteInput = Votes & { documentNumber: string; fellShort: boolean };

/** Runs the rules of the event that the form records. */
export function reviewStep(event: Case, input: StepInput, known: Known): Review {
  const voted = (vote: VoteInput) => ({
    ...event,
    votes: votesOf(vote),
    resolution: { number: vote.documentNumber, numberUsed: known.numberUsed },
  });
  switch (input.kind) {
    case "cellVoted":
      return allowShort(input, reviewCellVote(voted(input)));
    case "baseVoted":
      return allowShort(input, reviewBaseVote(voted(input)));
    case "decisionVoted":
      return allowShort(input, reviewDecisionVote({ ...event, votes: votesOf(input) }));
    case "recognitionVoted":
      return allowShort(input, reviewRecognitionVote(voted(input)));
    case "recognitionBaseVoted":
      return allowShort(input, reviewRecognitionBaseVote(voted(input)));
    case "removalVoted":
      return allowShort(input, reviewRemovalVote(voted(input)));
    case "submitted":
      return reviewSubmission(event);
    case "decided":
      return reviewDecision({
        ...event,
        decision: {
          number: input.documentNumber,
          numberUsed: known.numberUsed,
          lateReason: input.lateReason,
        },
      });
    case "admitted":
      return reviewCeremony({
        ...event,
        ceremony: { superiorConsent: input.superiorConsent === true, helper: input.helper ?? "" },
      });
    case "recognised":
      return reviewRecognition({ ...event, decidedOn: input.decidedOn ?? event.today });
    case "probationExtended":
      return reviewProlongation({ ...event, months: input.months });
    case "decisionRevoked":
      return reviewRevocation(event);
    case "selfReviewed":
    case "helperReported":
    case "probationOpinionCollected":
      return reviewProbationPaper(event);
    case "transferred":
      return reviewMove({ ...event, letter: input.letter, letterNumber: input.documentNumber });
    case "transferReceived":
      return reviewReception(event);
    case "resent":
      return reviewResending(event);
    case "closed":
      return input.reason === "removed" ? reviewRemoval(event) : reviewOther(event);
    case "reopened":
      return { findings: [], passed: [] };
    case "helperAssigned":
      return withFinding(reviewOther(event), tooManyHelped(event, input.helper, known.helped));
    case "verificationSent":
      return withFinding(
        reviewOther(event),
        input.carrierRelated === true ? carrierRelated(input.target, `${event.book.guidance}, mục 3`) : null,
      );
    case "verificationWaived":
      return withFinding(
        reviewOther(event),
        input.matched === true ? null : waiverUnfounded(input.target, `${event.book.guidance}, mục 3`),
      );
    default:
      return reviewOther(event);
  }
}

export const votesOf = ({ convened, present, agreed, disagreed, other }: Votes): Votes => ({
  convened,
  present,
  agreed,
  disagreed,
  other,
});

const withFinding = ({ findings, passed }: Review, finding: Finding | null): Review => ({
  findings: finding ? [...findings, finding] : findings,
  passed,
});

/** A vote that fell short is a fact too: recorded as what it is, it moves nobody on. */
function allowShort({ fellShort, agreed, convened }: VoteInput, review: Review): Review {
  if (!fellShort) return review;
  if (!review.findings.some(({ is }) => is === "votesShort"))
    return withFinding(review, {
      is: "votesSuffice",
      rule: "R-26",
      blocks: true,
      source: "Số phiếu phải khớp biên bản",
      facts: { agreed, convened },
    });
  return {
    ...review,
    findings: review.findings.filter(
      ({ is, rule }) => (rule !== null && OF_EVERY_VOTE.includes(rule)) || OF_EVERY_MEETING.includes(is),
    ),
  };
}

/** What a meeting has to keep whatever its outcome: the arithmetic, its number, the end of the probation, the rounds. */
const OF_EVERY_VOTE: readonly string[] = ["R-26", "R-27", "R-36", "R-40"];
const OF_EVERY_MEETING: readonly Finding["is"][] = [
  "inFuture",
  "alreadyClosed",
  "cellNotResolved",
  "notAdmitted",
  "recognitionNotVoted",
];
