import type { PlainDate } from "@/lib/shared/days";
import type { Rulebook } from "../rulebook";
import type { ProvinceOptions } from "./options";
import type { Step, VerificationResult, VerificationTarget } from "./step";

/** How far the verification of one target is; nothing of what was found (domain §9). */
export type TargetState = {
  target: VerificationTarget;
  sentOn: PlainDate | null;
  abroad: boolean;
  returnedOn: PlainDate | null;
  result: VerificationResult | null;
  waivedOn: PlainDate | null;
  /** Of a waiver: was the CV complete and compared with the member's dossier? */
  matched: boolean;
  carrierRelated: boolean;
};

/** The targets that the CV named and those that were sent, in the order of the law. */
export type Verification = readonly TargetState[];

/** Whoever declares a CV is verified with their parents; the CV says who else there is. */
const USUAL_TARGETS: readonly VerificationTarget[] = ["self", "parents"];

const nothing = (target: VerificationTarget): TargetState => ({
  target,
  sentOn: null,
  abroad: false,
  returnedOn: null,
  result: null,
  waivedOn: null,
  matched: false,
  carrierRelated: false,
});

/** What the steps say of each target; `steps` are effective and current. */
export function buildVerification(steps: readonly Step[]): Verification {
  const declared = steps.findLast((step) => step.kind === "cvDeclared");
  const named = declared?.kind === "cvDeclared" ? declared.data.targets : undefined;
  const states = new Map<VerificationTarget, TargetState>();
  const change = (target: VerificationTarget, what: Partial<TargetState>) =>
    states.set(target, { ...(states.get(target) ?? nothing(target)), ...what });

  for (const target of named ?? []) change(target, {});
  for (const step of steps) {
    if (step.kind === "verificationSent") {
      const { target, abroad, carrierRelated } = step.data;
      change(target, {
        sentOn: step.onDay,
        abroad,
        carrierRelated,
        returnedOn: null,
        result: null,
        waivedOn: null,
      });
    }
    if (step.kind === "verificationReturned")
      change(step.data.target, { returnedOn: step.onDay, result: step.data.result });
    if (step.kind === "verificationWaived")
      change(step.data.target, { waivedOn: step.onDay, matched: step.data.matched });
  }
  if (states.size > 0) for (const target of USUAL_TARGETS) if (!states.has(target)) change(target, {});
  return [...states.values()];
}

/** Passed or waived. */
export const isSettled = ({ result, waivedOn }: TargetState): boolean =>
  result === "passed" || waivedOn !== null;

/** the targets that the book and the province ask for. */
export function requiredTargets(
  verification: Verification,
  book: Rulebook,
  options: ProvinceOptions,
): Verification {
  return verification.filter(
    ({ target }) =>
      (target !== "spouseCarers" || book.verifiesSpouseCarers) &&
      (target !== "adoptedChildren" || options.adoptedChildren),
  );
}

/** The day on which the verification as a whole was through: one result of all, or the last of the targets. */
export function verifiedDay(steps: readonly Step[], verification: Verification): PlainDate | null {
  const whole = steps.findLast((step) => step.kind === "verified" && step.data.result === "passed");
  if (whole) return whole.onDay;
  if (verification.length === 0 || !verification.every(isSettled)) return null;
  return lastResult(verification);
}

/** The latest day of a result or a waiver. */
export function lastResult(verification: Verification): PlainDate | null {
  return (
    verification
      .map(({ returnedOn, waivedOn }) => returnedOn ?? waivedOn)
      .filter((day) => day !== null)
      .toSorted()
      .at(-1) ?? null
  );
}
