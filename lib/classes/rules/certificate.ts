import type { NewStep, Step } from "@/lib/pipeline/rules/step";
import type { PlainDate } from "@/lib/shared/days";
import { certificateStep } from "./enrolment";
import type { ClassKind, ClassPlan } from "./training-class";

/** The register of an organiser's certificates. */
const REGISTER = "GCN";

type Certificate = Extract<NewStep, { kind: "certified" | "newMemberCertified" }>;

/** The step that a class's certificate is, still without its number, and the register that gives it. */
export function certificateDraft(
  one: Pick<ClassPlan, "kind" | "from"> & { unit: { name: string } },
  onDay: PlainDate,
): { register: string; step: Certificate } {
  const kind = certificateStep(one.kind);
  const base = { onDay, documentNumber: null };
  return {
    register: REGISTER,
    step:
      kind === "certified"
        ? { kind, ...base, data: { issuer: one.unit.name, classFrom: one.from } }
        : { kind, ...base, data: {} },
  };
}

/** The step of a dossier that a class's certificate is; none where the dossier knows only another one. */
export function certificateOf<Known extends Pick<Step, "kind" | "onDay" | "documentNumber" | "undoneAt">>(
  kind: ClassKind,
  { certificateNumber, certifiedOn }: { certificateNumber: string | null; certifiedOn: PlainDate | null },
  steps: readonly Known[],
): Known | null {
  return (
    steps.findLast(
      (step) =>
        step.undoneAt === null &&
        step.kind === certificateStep(kind) &&
        step.onDay === certifiedOn &&
        step.documentNumber === certificateNumber,
    ) ?? null
  );
}
