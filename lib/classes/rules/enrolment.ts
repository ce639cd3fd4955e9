import type { PlainDate } from "@/lib/shared/days";
import type { ClassKind } from "./training-class";

/**
 * Called; what the cell answered; proposed by the cell in the place of another; and, once the class began,
 * whether the person came.
 */
export const ENROLMENT_STATES = [
  "called",
  "confirmed",
  "declined",
  "substitute",
  "attended",
  "absent",
] as const;
export type EnrolmentState = (typeof ENROLMENT_STATES)[number];

/** Giỏi, Khá, Trung bình, Không đạt, Vắng. */
export const GRADES = ["excellent", "good", "fair", "failed", "absent"] as const;
export type Grade = (typeof GRADES)[number];

/** The states of somebody who takes a place in the class: neither declined nor only proposed. */
export const LEARNER_STATES = ["called", "confirmed", "attended", "absent"] as const;

export const isLearner = ({ state }: { state: EnrolmentState }): boolean =>
  (LEARNER_STATES as readonly EnrolmentState[]).includes(state);

/** Grades with which one gets the certificate. */
export const PASSING_GRADES = ["excellent", "good", "fair"] as const;

export const passes = (grade: Grade | null): boolean =>
  (PASSING_GRADES as readonly (Grade | null)[]).includes(grade);

/** The step of a candidate that the certificate of a class is. */
export const certificateStep = (kind: ClassKind): "certified" | "newMemberCertified" =>
  kind === "AWARENESS" ? "certified" : "newMemberCertified";

/** The form the certificate is printed by (domain §3.19). */
export const certificateForm = (kind: ClassKind): "cn-ntvd" | "cn-dvm" =>
  kind === "AWARENESS" ? "cn-ntvd" : "cn-dvm";

/** Which sessions somebody came to after one of them was marked; answers them in order. */
export function markedSessions(present: readonly number[], session: number, came: boolean): number[] {
  const others = present.filter((known) => known !== session);
  return (came ? [...others, session] : others).toSorted((a, b) => a - b);
}

/** Came to at least one session: attended. Marked at none: the answer of the cell stands. */
export const stateAfterMarking = (state: EnrolmentState, present: readonly number[]): EnrolmentState =>
  present.length > 0 ? "attended" : state === "attended" ? "confirmed" : state;

/** What a result says of the person's attendance. */
export const stateAfterGrade = (grade: Grade): EnrolmentState => (grade === "absent" ? "absent" : "attended");

/** A result and certificate as a file tells them. */
export type Result = { grade: Grade | null; certificateNumber: string | null; certifiedOn: PlainDate | null };
