import { firstReplyDue } from "../rules/background";
import { certificateExpiry } from "../rules/certificate";
import { dossierExpiry, dossierOpenedOn } from "../rules/dossier";
import { nextStep, type Procedure } from "../rules/next-step";
import { probationEnd } from "../rules/probation";
import { buildStanding } from "../rules/standing";
import type { Step } from "../rules/step";

/** The stored copy of what the steps say, under the names of the candidate's columns. */
export type StandingRow = ReturnType<typeof standingRow>;

/** Derives stage, days, next step and due day, to be written in the same transaction as the steps. */
export function standingRow(steps: readonly Step[], procedure: Procedure) {
  const { book } = procedure;
  const so = buildStanding(steps);
  const next = nextStep(so, procedure);
  const openedOn = dossierOpenedOn(so);
  const beforeCell = !so.cellResolvedOn && !so.decidedOn && !so.admittedOn;
  return {
    stage: so.stage,
    introduced_on: so.introducedOn,
    sympathiser_on: so.sympathiserOn,
    certified_on: so.certifiedOn,
    certificate_number: so.certificateNumber,
    applied_on: so.appliedOn,
    cv_declared_on: so.cvDeclaredOn,
    verified_on: so.verifiedOn,
    opinions_on: so.opinionsOn,
    cell_resolved_on: so.cellResolvedOn,
    base_resolved_on: so.baseResolvedOn,
    submitted_on: so.submittedOn,
    decided_on: so.decidedOn,
    decision_number: so.decisionNumber,
    decision_received_on: so.decisionReceivedOn,
    admitted_on: so.admittedOn,
    revoked_on: so.revokedOn,
    new_member_certified_on: so.newMemberCertifiedOn,
    recognition_voted_on: so.recognitionVotedOn,
    recognised_on: so.recognisedOn,
    returned_to: so.returnedTo,
    returned_on: so.returnedOn,
    closed_on: so.closedOn,
    closed_reason: so.closedReason,
    next_step: next?.kind ?? null,
    due_on: next?.dueOn ?? null,
    certificate_until: so.certifiedOn && beforeCell ? certificateExpiry(so.certifiedOn, book) : null,
    papers_until: openedOn && beforeCell ? dossierExpiry(openedOn, book) : null,
    helped: so.helpers.length > 0,
    helped_since: so.helpers.map(({ from }) => from).toSorted()[0] ?? null,
    noted_for: so.notedFor,
    probation_until: so.recognisedOn ? null : probationEnd(so, book),
    reply_until: beforeCell ? firstReplyDue(so.verification, procedure) : null,
    arrived_on: so.transfer?.onDay ?? null,
  };
}

/** The columns of the stored copy with their types, for `jsonb_to_recordset`. */
export const STANDING_COLUMNS: readonly (readonly [keyof StandingRow, "text" | "date" | "boolean"])[] = [
  ["stage", "text"],
  ["introduced_on", "date"],
  ["sympathiser_on", "date"],
  ["certified_on", "date"],
  ["certificate_number", "text"],
  ["applied_on", "date"],
  ["cv_declared_on", "date"],
  ["verified_on", "date"],
  ["opinions_on", "date"],
  ["cell_resolved_on", "date"],
  ["base_resolved_on", "date"],
  ["submitted_on", "date"],
  ["decided_on", "date"],
  ["decision_number", "text"],
  ["decision_received_on", "date"],
  ["admitted_on", "date"],
  ["revoked_on", "date"],
  ["new_member_certified_on", "date"],
  ["recognition_voted_on", "date"],
  ["recognised_on", "date"],
  ["returned_to", "text"],
  ["returned_on", "date"],
  ["closed_on", "date"],
  ["closed_reason", "text"],
  ["next_step", "text"],
  ["due_on", "date"],
  ["certificate_until", "date"],
  ["papers_until", "date"],
  ["helped", "boolean"],
  ["helped_since", "date"],
  ["noted_for", "text"],
  ["probation_until", "date"],
  ["reply_until", "date"],
  ["arrived_on", "date"],
];
