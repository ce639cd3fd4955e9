import { PAPERS } from "./paper-catalogue";
import { type StepInput, votesOf } from "./recording";
import type { NewStep, Referrer, ReturnedPaper, VoteData, Votes } from "./step";

/** Where somebody moves from and to, which the form only names by code. */
export type Move = { fromCode: string; fromName: string; toName: string; sameDecider: boolean };

/** The steps a form stands for: usually one; an application may bring the day of the CV along. */
export function buildSteps(input: StepInput, move: Move | null = null): NewStep[] {
  const { onDay, documentNumber } = input;
  const base = { onDay, documentNumber };
  switch (input.kind) {
    case "sympathiserRecognised":
    case "permissionGranted":
    case "sealed":
    case "cellCommented":
    case "submitted":
    case "newMemberCertified":
    case "selfReviewed":
    case "helperReported":
    case "transferReceived":
    case "resent":
      return [{ kind: input.kind, ...base, data: {} }];
    case "parentsConsulted":
      return [{ kind: input.kind, ...base, data: { agreed: input.agreed === "yes" } }];
    case "sectionAppraised":
    case "recognitionAppraised":
      return [{ kind: input.kind, ...base, data: { supports: input.supports === "yes" } }];
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
    case "progressNoted":
      return [{ kind: "progressNoted", ...base, data: { period: input.period, note: input.note } }];
    case "certified":
      return [{ kind: "certified", ...base, data: input.issuer ? { issuer: input.issuer } : {} }];
    case "formerMembership":
      return [
        {
          kind: "formerMembership",
          ...base,
          data: {
            leftOn: input.leftOn,
            reason: input.reason,
            readmittedBefore: input.readmittedBefore === true,
            ...(input.clearedOn ? { clearedOn: input.clearedOn } : {}),
          },
        },
      ];
    case "consentGiven":
      return [{ kind: "consentGiven", ...base, data: { of: input.of, by: input.by } }];
    case "applied":
      return [
        { kind: "applied", ...base, data: {} },
        ...(input.cvDeclaredOn
          ? [{ kind: "cvDeclared" as const, onDay: input.cvDeclaredOn, documentNumber: null, data: {} }]
          : []),
      ];
    case "cvDeclared":
      return [
        {
          kind: "cvDeclared",
          ...base,
          data: {
            ...(input.formVersion ? { formVersion: input.formVersion } : {}),
            ...(input.targets.length > 0 ? { targets: input.targets } : {}),
          },
        },
      ];
    case "dossierRenewed":
      return [{ kind: "dossierRenewed", ...base, data: { cvChanged: input.cvChanged === true } }];
    case "referred":
      return [
        {
          kind: "referred",
          ...base,
          data: { combination: input.combination, referrers: referrersOf(input) },
        },
      ];
    case "verificationSent":
      return [
        {
          kind: "verificationSent",
          ...base,
          data: {
            target: input.target,
            abroad: input.abroad === true,
            carrierRelated: input.carrierRelated === true,
            ...(input.carrier ? { carrier: input.carrier } : {}),
          },
        },
      ];
    case "verificationReturned":
      return [
        { kind: "verificationReturned", ...base, data: { target: input.target, result: input.result } },
      ];
    case "verificationWaived":
      return [
        {
          kind: "verificationWaived",
          ...base,
          data: { target: input.target, matched: input.matched === true },
        },
      ];
    case "verified":
      return [{ kind: "verified", ...base, data: { result: input.result } }];
    case "politicsConcluded":
      return [{ kind: "politicsConcluded", ...base, data: { cleared: input.cleared === "yes" } }];
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
    case "probationOpinionCollected":
      return [{ kind: input.kind, ...base, data: { from: input.from } }];
    case "cellVoted":
    case "baseVoted":
    case "decisionVoted":
    case "recognitionVoted":
    case "recognitionBaseVoted":
    case "removalVoted":
      return [{ kind: input.kind, ...base, data: voteData(input) }];
    case "decisionExtended":
      return [{ kind: "decisionExtended", ...base, data: { reason: input.reason } }];
    case "decided":
      return [
        {
          kind: "decided",
          ...base,
          data: {
            ...(input.receivedOn ? { receivedOn: input.receivedOn } : {}),
            ...(input.lateReason ? { lateReason: input.lateReason } : {}),
          },
        },
      ];
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
    case "probationExtended":
      return [{ kind: "probationExtended", ...base, data: { months: input.months, reason: input.reason } }];
    case "recognised":
      return [{ kind: "recognised", ...base, data: input.decidedOn ? { decidedOn: input.decidedOn } : {} }];
    case "decisionRevoked":
      return [{ kind: "decisionRevoked", ...base, data: input.reason ? { reason: input.reason } : {} }];
    case "transferred":
      return [
        {
          kind: "transferred",
          ...base,
          data: {
            fromCode: move?.fromCode ?? null,
            fromName: move?.fromName ?? "",
            toCode: input.outside ? null : input.to,
            toName: input.outside ?? move?.toName ?? "",
            letter: input.letter,
            movedOn: input.movedOn,
            sameDecider: move?.sameDecider ?? false,
          },
        },
      ];
    case "paperMarked":
      return [
        {
          kind: "paperMarked",
          ...base,
          data: {
            paper: input.paper,
            state: input.state,
            ...(input.place ? { place: input.place } : {}),
            ...(input.issuer ? { issuer: input.issuer } : {}),
            ...(input.comment ? { comment: input.comment } : {}),
          },
        },
      ];
    case "returned":
      return [
        {
          kind: "returned",
          ...base,
          data: {
            to: input.to,
            reason: input.reason,
            revote: input.revote === "yes",
            papers: commentsOf(input.comments),
          },
        },
      ];
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

type ReferralInput = Extract<StepInput, { kind: "referred" }>;

function referrersOf(input: ReferralInput): Referrer[] {
  const first: Referrer = {
    name: input.firstReferrer,
    official: true,
    monthsTogether: input.firstMonths,
    together: input.firstTogether,
    relative: input.firstRelative === true,
  };
  if (!input.secondReferrer) return [first];
  return [
    first,
    {
      name: input.secondReferrer,
      official: true,
      monthsTogether: input.secondMonths,
      together: input.secondTogether,
      relative: input.secondRelative === true,
    },
  ];
}

/** Comments stand in the order of the checklist; a paper without one was not returned. */
function commentsOf(typed: string | string[]): ReturnedPaper[] {
  return [typed]
    .flat()
    .map((comment, place) => ({ paper: PAPERS[place]?.code ?? "", comment: comment.trim() }))
    .filter(({ paper, comment }) => paper !== "" && comment !== "");
}

type VoteInput = Votes & { ballot: "secret" | "card"; fellShort: boolean };

function voteData(input: VoteInput): VoteData {
  return { votes: votesOf(input), passed: !input.fellShort, ballot: input.ballot };
}
