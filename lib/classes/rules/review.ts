import type { Step, StepKind } from "@/lib/pipeline/rules/step";
import type { PlainDate } from "@/lib/shared/days";
import { type EnrolmentState, type Grade, passes } from "./enrolment";
import type { ClassFinding } from "./finding";
import type { ClassKind, ClassPlan, ClassState } from "./training-class";

/** Is there room for so many? */
export function reviewRoom(size: number | null, people: number): ClassFinding | null {
  return size !== null && people > size ? { is: "tooMany", blocks: true, size, people } : null;
}

/** Is the class over, or dropped? */
export function closedFinding({ state }: { state: ClassState }): ClassFinding | null {
  return state === "ended" || state === "dropped" ? { is: state, blocks: true } : null;
}

/** Only a class that nobody has come to, and that has no result, can be dropped. */
export function reviewDropping(
  one: { state: ClassState },
  people: readonly {
    person: { name: string } | null;
    state: EnrolmentState;
    present: readonly number[];
    grade: Grade | null;
  }[],
): ClassFinding | null {
  const came = people.find(
    ({ state, present, grade }) => present.length > 0 || grade !== null || state === "attended",
  );
  return (
    closedFinding(one) ??
    (came ? { is: "begun", blocks: true, name: came.person?.name ?? "một học viên đã chuyển đi" } : null)
  );
}

/** Steps that a dossier may only take with the certificate. */
const RESTS_ON: Record<ClassKind, readonly StepKind[]> = {
  AWARENESS: ["cellVoted", "baseVoted", "submitted", "decisionVoted", "decided", "admitted"],
  NEW_MEMBER: ["recognitionVoted", "recognitionBaseVoted", "recognised"],
};

/** What keeps a certificate from being taken back; `steps` null: the dossier is out of reach. */
export function reviewWithdrawal(
  kind: ClassKind,
  { person, certifiedOn }: { person: { name: string } | null; certifiedOn: PlainDate | null },
  steps: readonly Pick<Step, "kind" | "onDay" | "undoneAt">[] | null,
): ClassFinding | null {
  const name = person?.name ?? "Học viên";
  if (certifiedOn === null) return { is: "noCertificate", blocks: true, name };
  if (steps === null) return { is: "movedAway", blocks: true };
  const rests = steps.some(
    (step) => step.undoneAt === null && step.onDay >= certifiedOn && RESTS_ON[kind].includes(step.kind),
  );
  return rests ? { is: "restsOnIt", blocks: true, name } : null;
}

/** What still keeps a class from giving its certificates. */
export function reviewCertifying(
  { from }: Pick<ClassPlan, "from">,
  learners: readonly { person: { name: string } | null; grade: Grade | null }[],
  onDay: PlainDate,
  today: PlainDate,
): ClassFinding[] {
  const without = learners.filter(({ grade }) => grade === null);
  return [
    ...(onDay > today ? [{ is: "inFuture" as const, blocks: true }] : []),
    ...(onDay < from ? [{ is: "beforeClass" as const, blocks: true }] : []),
    ...without.map(({ person }) => ({
      is: "gradeMissing" as const,
      blocks: true,
      name: person?.name ?? "Một học viên đã chuyển đi",
    })),
    ...(learners.some(({ person, grade }) => person === null && passes(grade))
      ? [{ is: "notHere" as const, blocks: true }]
      : []),
  ];
}
