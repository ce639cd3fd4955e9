import type { z } from "zod";
import type { stepSchemas } from "../schema/forms";
import type { Case } from "./case";
import type { Review } from "./finding";
import {
  reviewBaseVote,
  reviewCellVote,
  reviewCeremony,
  reviewDecision,
  reviewDecisionVote,
  reviewOther,
  reviewRecognition,
  reviewRecognitionVote,
  reviewSubmission,
} from "./review";
import type { NewStep, VoteData, Votes } from "./step";

/** What was typed in the form of one kind, read. */
export type StepInput = {
  [Kind in keyof typeof stepSchemas]: { kind: Kind } & z.output<(typeof stepSchemas)[Kind]>;
}[keyof typeof stepSchemas];

/** The steps a form stands for: usually one; an application may bring the day of the CV along. */
export function buildSteps(input: StepInput): NewStep[] {
  const { onDay, documentNumber } = input;
  const base = { onDay, documentNumber };
  switch (input.kind) {
    case "sympathiserRecognised":
    case "cvDeclared":
    case "submitted":
    case "newMemberCertified":
      return [{ kind: input.kind, ...base, data: {} }];
    case "helperAssigned":
      return [
        {
          kind: "helperAssigned",
          ...base,
          data: {
            name: input.helper,
            official: input.official === true,
            replacement: input.replacement === true,
          },
        },
      ];
    case "helperEnded":
      return [{ kind: "helperEnded", ...base, data: { name: input.helper, reason: input.reason } }];
    case "certified":
      return [{ kind: "certified", ...base, data: input.issuer ? { issuer: input.issuer } : {} }];
    case "applied":
      return [
        { kind: "applied", ...base, data: {} },
        ...(input.cvDeclaredOn
          ? [{ kind: "cvDeclared" as const, onDay: input.cvDeclaredOn, documentNumber: null, data: {} }]
          : []),
      ];
    case "referred": {
      const names = [input.firstReferrer, input.secondReferrer].filter((name) => name !== null);
      const referrers = names.map((name) => ({ name, official: true, monthsTogether: null }));
      return [{ kind: "referred", ...base, data: { combination: input.combination, referrers } }];
    }
    case "verified":
      return [{ kind: "verified", ...base, data: { result: input.result } }];
    case "certificationGiven":
      return [
        {
          kind: "certificationGiven",
          ...base,
          data: {
            qualified: input.qualified === "yes",
            politicalIssueOpen: input.politicalIssueOpen === true,
          },
        },
      ];
    case "opinionCollected":
      return [{ kind: "opinionCollected", ...base, data: { from: input.from } }];
    case "cellVoted":
    case "baseVoted":
    case "decisionVoted":
    case "recognitionVoted":
      return [{ kind: input.kind, ...base, data: voteData(input) }];
    case "decided":
      return [{ kind: "decided", ...base, data: input.receivedOn ? { receivedOn: input.receivedOn } : {} }];
    case "admitted":
      return [
        {
          kind: "admitted",
          ...base,
          data: {
            ...(input.helper ? { helper: input.helper } : {}),
            superiorConsent: input.superiorConsent === true,
          },
        },
      ];
    case "recognised":
      return [{ kind: "recognised", ...base, data: {} }];
    case "decisionRevoked":
      return [{ kind: "decisionRevoked", ...base, data: input.reason ? { reason: input.reason } : {} }];
    case "returned":
      return [{ kind: "returned", ...base, data: { to: input.to, reason: input.reason } }];
    case "closed":
      return [
        {
          kind: "closed",
          ...base,
          data: { reason: input.reason, ...(input.note ? { note: input.note } : {}) },
        },
      ];
    case "reopened":
      return [{ kind: "reopened", ...base, data: { reason: input.reason } }];
  }
}

type VoteInput = Votes & { ballot: "secret" | "card"; fellShort: boolean };

export const votesOf = ({ convened, present, agreed, disagreed, other }: VoteInput): Votes => ({
  convened,
  present,
  agreed,
  disagreed,
  other,
});

function voteData(input: VoteInput): VoteData {
  return { votes: votesOf(input), passed: !input.fellShort, ballot: input.ballot };
}

/** What only the database knows of a decision. */
export type Known = { numberUsed: boolean; deciderName: string };

/** Runs the rules of the event that the form records. */
export function reviewStep(event: Case, input: StepInput, known: Known): Review {
  switch (input.kind) {
    case "cellVoted":
      return allowShort(input, reviewCellVote({ ...event, votes: votesOf(input) }));
    case "baseVoted":
      return allowShort(input, reviewBaseVote({ ...event, votes: votesOf(input) }));
    case "decisionVoted":
      return allowShort(input, reviewDecisionVote({ ...event, votes: votesOf(input) }));
    case "recognitionVoted":
      return allowShort(input, reviewRecognitionVote({ ...event, votes: votesOf(input) }));
    case "submitted":
      return reviewSubmission(event);
    case "decided":
      return reviewDecision({
        ...event,
        decision: {
          number: input.documentNumber,
          numberUsed: known.numberUsed,
          decidedBy: known.deciderName,
        },
      });
    case "admitted":
      return reviewCeremony({
        ...event,
        ceremony: { superiorConsent: input.superiorConsent === true, helper: input.helper ?? "" },
      });
    case "recognised":
      return reviewRecognition(event);
    case "reopened":
      return { findings: [], passed: [] };
    default:
      return reviewOther(event);
  }
}

/** A vote that fell short is a fact too: recorded as what it is, it moves nobody on. */
function allowShort({ fellShort, agreed, convened }: VoteInput, review: Review): Review {
  if (!fellShort) return review;
  const reached = agreed * 3 >= convened * 2;
  return {
    ...review,
    findings: review.findings.filter(
      ({ is, rule }) =>
        is !== "votesShort" && (reached || rule === "R-26" || is === "inFuture" || is === "alreadyClosed"),
    ),
  };
}
