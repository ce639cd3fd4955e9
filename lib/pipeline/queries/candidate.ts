import "server-only";
import { notFound } from "next/navigation";
import { logRead } from "@/lib/access/audit";
import { type Actor, can, withScope } from "@/lib/access/gate";
import { noteShownPeople } from "@/lib/access/people-budget";
import { type CandidateDetails, findCandidate } from "../repository/candidates";
import { findNextDecisionNumber } from "../repository/decision-numbers";
import { procedureOf } from "../repository/steps";
import { buildCase } from "../rules/candidate-case";
import type { Case } from "../rules/case";
import type { Review } from "../rules/finding";
import { type NextStep, nextStep } from "../rules/next-step";
import { buildPapers, type PaperLine } from "../rules/papers";
import { reviewAhead } from "../rules/review";
import { buildRail, type RailState } from "../rules/stages";
import type { Standing } from "../rules/standing";
import { PERMISSION_OF, type StepKind } from "../rules/step";
import { RECORDABLE, type RecordableKind } from "../schema/forms";

/** All that a candidate's page shows. */
export type CandidateView = {
  candidate: CandidateDetails;
  standing: Standing;
  rail: RailState[];
  next: NextStep | null;
  review: Review;
  papers: PaperLine[];
  event: Case;
  today: string;
  /** What the actor may record, for the buttons. */
  may: Record<RecordableKind, boolean>;
  mayEdit: boolean;
  mayOpenNumber: boolean;
  /** People on the way are shown by name to those who follow them; a viewer sees less. */
  masked: boolean;
};

/** A candidate's page; opening it is logged. Outside the scope it does not exist. */
export function loadCandidate(id: string): Promise<CandidateView> {
  return withScope("candidate.read", async (scope) => {
    const candidate = (await findCandidate(scope, id)) ?? notFound();
    await logRead(scope, {
      action: "openPerson",
      subject: "candidate",
      subjectId: id,
      unitOrd: candidate.unitOrd,
    });
    await noteShownPeople(scope, [id]);
    return buildView(candidate, scope.actor);
  });
}

function buildView(candidate: CandidateDetails, actor: Actor): CandidateView {
  const { today } = actor;
  const event = buildCase(candidate, today, today);
  const next = nextStep(event.standing, procedureOf(candidate, today));
  return {
    candidate,
    standing: event.standing,
    rail: buildRail(event.standing),
    next,
    review: reviewAhead(event, next?.kind ?? null),
    papers: buildPapers(event),
    event,
    today,
    may: Object.fromEntries(RECORDABLE.map((kind) => [kind, can(actor, PERMISSION_OF[kind])])) as Record<
      RecordableKind,
      boolean
    >,
    mayEdit: can(actor, "candidate.enter"),
    mayOpenNumber: can(actor, "candidate.openCitizenNumber"),
    masked: actor.role === "viewer",
  };
}

/** A candidate's page for the form of one step, and the number that its decision would get. */
export type RecordingView = CandidateView & { proposedNumber: string | null };

/** The form of one kind of step; not found where the actor may not record it. */
export function loadRecording(id: string, kind: StepKind): Promise<RecordingView> {
  return withScope(PERMISSION_OF[kind], async (scope) => {
    const candidate = (await findCandidate(scope, id)) ?? notFound();
    const proposedNumber =
      kind === "decided" ? await findNextDecisionNumber(scope, candidate, scope.today) : null;
    return { ...buildView(candidate, scope.actor), proposedNumber };
  });
}

/** The form that changes what is known of the person. */
export function loadPersonEdit(id: string): Promise<CandidateView> {
  return withScope("candidate.enter", async (scope) =>
    buildView((await findCandidate(scope, id)) ?? notFound(), scope.actor),
  );
}
