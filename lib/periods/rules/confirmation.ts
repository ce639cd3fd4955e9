import type { PlainDate } from "@/lib/shared/days";
import { type PeriodFinding, type ReportingPeriod, reviewOpen } from "./period";

/** `waiting`: the unit has not confirmed yet; `returned`: it has to do so again. */
export const CONFIRMATION_STATES = ["waiting", "confirmed", "accepted", "returned"] as const;
export type ConfirmationState = (typeof CONFIRMATION_STATES)[number];

/** Where a unit stands in a period. */
export type UnitStanding = {
  unit: {
    id: number;
    code: string;
    name: string;
    kind: string;
    lo: bigint;
    hi: bigint;
    parentId: number | null;
  };
  state: ConfirmationState;
  confirmedOn: PlainDate | null;
  confirmedByName: string | null;
  /** The unit of who confirmed. */
  confirmedAtName: string | null;
  reason: string | null;
  version: number;
};

/** A unit's data stand: it said so, and nobody sent them back. */
export const stands = (state: ConfirmationState): boolean => state === "confirmed" || state === "accepted";

/** A form says what its page showed: nothing is done about a period or a unit that changed since. */
export const reviewSeen = (
  now: { period: Pick<ReportingPeriod, "version">; standing: Pick<UnitStanding, "version"> },
  seen: { version: number; standing: number | undefined },
): PeriodFinding | null =>
  now.period.version === seen.version && now.standing.version === seen.standing
    ? null
    : { is: "changedMeanwhile", blocks: true };

/** Who acts: the unit of the hat. */
type ActingUnit = { id: number; lo: bigint };

/** A unit confirms its own data, or the one directly above it does so in its place. */
export function reviewConfirming(
  period: Pick<ReportingPeriod, "lockedOn">,
  { state }: Pick<UnitStanding, "state">,
): PeriodFinding | null {
  const locked = reviewOpen(period);
  if (locked) return locked;
  if (state === "accepted") return { is: "alreadyAccepted", blocks: true };
  return state === "confirmed" ? { is: "alreadyConfirmed", blocks: true } : null;
}

/** May this unit confirm for that one: itself, or in the place of one directly beneath. */
export const mayConfirm = (actor: ActingUnit, { unit }: Pick<UnitStanding, "unit">): boolean =>
  unit.id === actor.id || unit.parentId === actor.id;

/**
 * The level above accepts a unit's data only after the unit and everybody beneath it have confirmed. `below`:
 * those beneath that have not, as many as are named at once, and how many they are.
 */
export function reviewAccepting(
  period: Pick<ReportingPeriod, "lockedOn">,
  { unit, state }: Pick<UnitStanding, "unit" | "state">,
  below: { count: number; names: string[] },
  actor: ActingUnit,
): PeriodFinding | null {
  const locked = reviewOpen(period);
  if (locked) return locked;
  if (unit.lo <= actor.lo) return { is: "ownData", blocks: true };
  if (state === "accepted") return { is: "alreadyAccepted", blocks: true };
  if (!stands(state)) return { is: "notConfirmed", blocks: true, name: unit.name };
  return below.count > 0 ? { is: "notConfirmedBelow", blocks: true, ...below } : null;
}

/** Data go back from the top down: nothing beneath a unit whose data are accepted. */
export function reviewReturning(
  period: Pick<ReportingPeriod, "lockedOn">,
  { unit, state }: Pick<UnitStanding, "unit" | "state">,
  acceptedAbove: string | null,
  actor: ActingUnit,
): PeriodFinding | null {
  const locked = reviewOpen(period);
  if (locked) return locked;
  if (unit.lo <= actor.lo) return { is: "ownData", blocks: true };
  if (!stands(state)) return { is: "notConfirmed", blocks: true, name: unit.name };
  return acceptedAbove === null ? null : { is: "acceptedAbove", blocks: true, name: acceptedAbove };
}

/** The province locks when everybody beneath has confirmed and its own units are accepted, from the cut-off on. */
export function reviewLocking(
  period: Pick<ReportingPeriod, "lockedOn" | "cutOff">,
  notConfirmed: { count: number; names: string[] },
  notAccepted: { count: number; names: string[] },
  today: PlainDate,
): PeriodFinding | null {
  const locked = reviewOpen(period);
  if (locked) return locked;
  if (today < period.cutOff) return { is: "cutOffAhead", blocks: true, cutOff: period.cutOff };
  if (notConfirmed.count > 0) return { is: "notConfirmedBelow", blocks: true, ...notConfirmed };
  return notAccepted.count > 0 ? { is: "notAccepted", blocks: true, ...notAccepted } : null;
}
