import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import {
  findNumberHolder,
  nextNumber,
  saveNumber,
  saveWithdrawnNumbers,
} from "@/lib/organisation/repository/register";
import { formatDocumentNumber, numberSign, parseDocumentNumber } from "@/lib/organisation/rules/register";
import { type PlainDate, yearOf } from "@/lib/shared/days";
import type { NewStep, StepKind } from "../rules/step";
import type { CandidateDetails } from "./candidates";

const REGISTER = "QĐ";

/** The steps that are decisions of the competent committee and carry a number of its register. */
const DECISIONS: readonly StepKind[] = ["decided", "recognised", "decisionRevoked"];

/**
 * The next free decision number of the deciding committee, for its own officers to take over; null for those
 * who copy a paper from above. Decisions that came in by import count too, though no register has them.
 */
export async function findNextDecisionNumber(
  scope: UnitScope,
  { decider }: CandidateDetails,
  onDay: PlainDate,
): Promise<string | null> {
  if (!decider) return null;
  const year = yearOf(onDay);
  const next = await nextNumber(scope, decider.id, REGISTER, year);
  if (next === null) return null;
  return formatDocumentNumber({
    number: Math.max(next, (await findLastDecisionNumber(scope, decider, year)) + 1),
    register: REGISTER,
    sign: numberSign(decider.name),
  });
}

/** The highest number of a decision recorded in a committee's range in a year, by whatever road; 0: none. */
export async function findLastDecisionNumber(
  scope: UnitScope,
  { lo, hi }: { lo: bigint; hi: bigint },
  year: number,
): Promise<number> {
  const [row] = await scope.db.$queryRaw<{ most: number | null }[]>`
    SELECT max(substring(decision_number FROM '^0*([0-9]{1,6})')::int) AS most FROM candidate
    WHERE unit_ord BETWEEN ${lo} AND ${hi} AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
      AND decided_on BETWEEN ${`${year}-01-01`}::date AND ${`${year}-12-31`}::date`;
  return row?.most ?? 0;
}

/** Enters the numbers of decisions in the register; false when one is another document's (R-27). */
export async function saveDecisionNumbers(
  scope: UnitScope,
  candidate: CandidateDetails,
  steps: readonly NewStep[],
): Promise<boolean> {
  for (const step of steps) {
    const onDay = decisionDay(step);
    const parsed = step.documentNumber === null ? null : parseDocumentNumber(step.documentNumber);
    if (!candidate.decider || !onDay || !parsed || !step.documentNumber) continue;
    const saved = await saveNumber(scope, {
      unitId: candidate.decider.id,
      register: parsed.register,
      year: yearOf(onDay),
      number: parsed.number,
      documentNumber: step.documentNumber,
      onDay,
      subject: step.kind,
      candidateId: candidate.id,
    });
    if (!saved) return false;
  }
  return true;
}

/** Does the register give a number of these decisions to another document, in use or withdrawn (R-27)? */
export async function isNumberRegistered(
  scope: UnitScope,
  candidate: CandidateDetails,
  steps: readonly NewStep[],
): Promise<boolean> {
  for (const step of steps) {
    const onDay = decisionDay(step);
    const parsed = step.documentNumber === null ? null : parseDocumentNumber(step.documentNumber);
    if (!candidate.decider || !onDay || !parsed) continue;
    const holder = await findNumberHolder(scope, {
      unitId: candidate.decider.id,
      register: parsed.register,
      year: yearOf(onDay),
      number: parsed.number,
    });
    if (holder && (holder.candidateId !== candidate.id || holder.subject !== step.kind)) return true;
  }
  return false;
}

/** A decision that is undone leaves its number marked in the register. */
export async function saveUndoneDecisionNumber(
  scope: UnitScope,
  candidateId: string,
  kind: StepKind,
): Promise<void> {
  if (DECISIONS.includes(kind)) await saveWithdrawnNumbers(scope, candidateId, kind);
}

/** The day whose year the number belongs to; a recognition without the day of its decision has none. */
function decisionDay(step: NewStep): PlainDate | null {
  if (step.kind === "recognised") return step.data.decidedOn ?? null;
  return DECISIONS.includes(step.kind) ? step.onDay : null;
}
