import { rulebookOn } from "@/lib/pipeline/rulebook";
import { certificateExpiry } from "@/lib/pipeline/rules/certificate";
import type { Standing } from "@/lib/pipeline/rules/standing";
import { daysBetween, type PlainDate } from "@/lib/shared/days";
import type { EnrolmentState } from "./enrolment";
import { type ClassKind, type ClassState, isComing } from "./training-class";

/** What decides whether somebody needs a class: the dossier, and the classes they were called to. */
export type Learning = {
  standing: Pick<
    Standing,
    | "introducedOn"
    | "sympathiserOn"
    | "certifiedOn"
    | "cellResolvedOn"
    | "decidedOn"
    | "admittedOn"
    | "newMemberCertifiedOn"
    | "recognisedOn"
    | "revokedOn"
    | "closedOn"
  >;
  enrolments: readonly { kind: ClassKind; classState: ClassState; state: EnrolmentState }[];
};

/**
 * Does somebody need a class on a day? Awareness: introduced or recognised as a sympathiser,
 * the cell has not resolved, no valid certificate. New members: on probation without the certificate.
 * Who was called to a class that has neither ended nor been dropped waits for it; who declined, or came out
 * of an ended class without a certificate, needs one again.
 */
export function needsClass(kind: ClassKind, { standing, enrolments }: Learning, today: PlainDate): boolean {
  if (standing.closedOn || standing.revokedOn) return false;
  const waits = enrolments.some(
    (one) => one.kind === kind && isComing(one.classState) && one.state !== "declined",
  );
  if (waits) return false;
  if (kind === "NEW_MEMBER")
    return standing.admittedOn !== null && !standing.recognisedOn && !standing.newMemberCertifiedOn;
  if (standing.cellResolvedOn || standing.decidedOn || standing.admittedOn) return false;
  if (standing.certifiedOn === null) return true;
  return today > certificateExpiry(standing.certifiedOn, rulebookOn(today));
}

/** Since when somebody waits for a class: as a sympathiser or else introduced; of probationers, the ceremony. */
export function waitsSince(
  kind: ClassKind,
  { introducedOn, sympathiserOn, admittedOn }: Learning["standing"],
): PlainDate | null {
  return kind === "NEW_MEMBER" ? admittedOn : (sympathiserOn ?? introducedOn);
}

/** Whole days of waiting; 0 where no day is known. */
export const waitedDays = (since: PlainDate | null, today: PlainDate): number =>
  since === null ? 0 : Math.max(0, daysBetween(since, today));

/** The distances a list can be narrowed to, in days. */
export const WAITING_DAYS = [30, 90, 180, 365] as const;
