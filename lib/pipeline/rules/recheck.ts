import type { PlainDate } from "@/lib/shared/days";
import { type Rulebook, rulebookOn } from "../rulebook";
import type { Case } from "./case";
import type { Finding, Review } from "./finding";
import { nextStep } from "./next-step";
import type { ProvinceOptions } from "./options";
import {
  reviewAhead,
  reviewBaseVote,
  reviewCellVote,
  reviewCeremony,
  reviewDecision,
  reviewDecisionVote,
  reviewRecognition,
  reviewRecognitionBaseVote,
  reviewRecognitionVote,
  reviewSubmission,
} from "./review";
import { buildStanding, effectiveSteps } from "./standing";
import type { Step, StepKind } from "./step";

/** What one judges by: a book and the options of the province. */
export type Measure = { book: Rulebook; options: ProvinceOptions };

/** A dossier to be judged again: what the rules know of it whatever the day. */
export type Dossier = Pick<Case, "person" | "cell" | "readmission" | "steps" | "today">;

/** One finding of both sides; null: this side does not find it. */
export type ComparedFinding = { own: Finding | null; other: Finding | null; differs: boolean };

/** An event judged by the book of its own day and by the one chosen. */
export type RecheckedEvent = {
  kind: StepKind;
  /** The recorded step; null: the next one, asked in advance on the day of today. */
  stepId: string | null;
  onDay: PlainDate;
  ownBook: Rulebook;
  /** Differences first. */
  lines: ComparedFinding[];
  /** The last day of the next step, by either side. */
  due: { own: PlainDate | null; other: PlainDate | null } | null;
};

/**
 * Judges every recorded meeting, decision, ceremony and recognition of a dossier, and its next step, by the
 * book of its own day and by another one (domain §3.22). Each is judged on what was there before it; the
 * dossier stays as it is.
 */
export function recheck(
  dossier: Dossier,
  optionsOn: (day: PlainDate) => ProvinceOptions,
  other: Measure,
): RecheckedEvent[] {
  const steps = effectiveSteps(dossier.steps);
  const recorded = steps.flatMap((step, place): RecheckedEvent[] => {
    const own = { book: rulebookOn(step.onDay), options: optionsOn(step.onDay) };
    const before = caseOf(dossier, steps.slice(0, place), step.onDay);
    const judged = judge({ ...before, ...own }, step);
    const again = judge({ ...before, ...other }, step);
    if (!judged || !again) return [];
    const lines = compareFindings(judged, again);
    return [{ kind: step.kind, stepId: step.id, onDay: step.onDay, ownBook: own.book, lines, due: null }];
  });
  return [...recorded, ...aheadOf(dossier, steps, optionsOn, other)];
}

function aheadOf(
  dossier: Dossier,
  steps: readonly Step[],
  optionsOn: (day: PlainDate) => ProvinceOptions,
  other: Measure,
): RecheckedEvent[] {
  const { today, cell } = dossier;
  const own = { book: rulebookOn(today), options: optionsOn(today) };
  const now = caseOf(dossier, steps, today);
  const next = nextStep(now.standing, { cellKind: cell.kind, ...own });
  if (!next) return [];
  const due = nextStep(now.standing, { cellKind: cell.kind, ...other })?.dueOn ?? null;
  const lines = compareFindings(
    reviewAhead({ ...now, ...own }, next.kind),
    reviewAhead({ ...now, ...other }, next.kind),
  );
  return [
    {
      kind: next.kind,
      stepId: null,
      onDay: today,
      ownBook: own.book,
      lines,
      due: { own: next.dueOn, other: due },
    },
  ];
}

const caseOf = (dossier: Dossier, steps: readonly Step[], onDay: PlainDate) => ({
  ...dossier,
  steps,
  standing: buildStanding(steps),
  onDay,
});

/** The review of a recorded event; null for the steps that no book judges differently. */
function judge(event: Case, step: Step): Review | null {
  switch (step.kind) {
    case "cellVoted":
      return reviewCellVote({ ...event, votes: step.data.votes });
    case "baseVoted":
      return reviewBaseVote({ ...event, votes: step.data.votes });
    case "submitted":
      return reviewSubmission(event);
    case "decisionVoted":
      return reviewDecisionVote({ ...event, votes: step.data.votes });
    case "decided":
      return reviewDecision({
        ...event,
        decision: {
          number: step.documentNumber ?? "",
          numberUsed: false,
          lateReason: step.data.lateReason ?? null,
        },
      });
    case "admitted":
      return reviewCeremony({
        ...event,
        ceremony: { superiorConsent: step.data.superiorConsent === true, helper: step.data.helper ?? "" },
      });
    case "recognitionVoted":
      return reviewRecognitionVote({ ...event, votes: step.data.votes });
    case "recognitionBaseVoted":
      return reviewRecognitionBaseVote({ ...event, votes: step.data.votes });
    case "recognised":
      return reviewRecognition({ ...event, decidedOn: step.data.decidedOn ?? step.onDay });
    default:
      return null;
  }
}

/** Pairs what two reviews found: the same findings with each other, then those of one kind; differences first. */
export function compareFindings(own: Review, other: Review): ComparedFinding[] {
  const left = [...other.findings];
  const take = (fits: (finding: Finding) => boolean): Finding | null => {
    const place = left.findIndex(fits);
    return place < 0 ? null : (left.splice(place, 1)[0] ?? null);
  };
  const same = own.findings.map((finding) => take((found) => isSame(finding, found)));
  const pairs = own.findings.map((finding, place) => ({
    own: finding,
    other: same[place] ?? take(({ is }) => is === finding.is),
    differs: same[place] === null,
  }));
  const only = left.map((finding) => ({ own: null, other: finding, differs: true }));
  return [...pairs, ...only].toSorted((a, b) => Number(b.differs) - Number(a.differs));
}

const isSame = (a: Finding, b: Finding): boolean =>
  a.is === b.is && a.blocks === b.blocks && JSON.stringify(a.facts) === JSON.stringify(b.facts);
