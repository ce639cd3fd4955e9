import { addDays, addMonths, type PlainDate } from "@/lib/shared/days";
import type { AnyFinding } from "@/lib/shared/form-state";

/** What became of a referral; the four add up to all of them. */
export const REFERRAL_STATES = ["waiting", "takenUp", "returned", "lapsed"] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];

/** The facts that a referral's state is derived from. */
export type ReferralFacts = {
  until: PlainDate;
  candidateId: string | null;
  takenUpOn: PlainDate | null;
  returnedOn: PlainDate | null;
};

/** A resolution that introduces is valid for twelve months (domain §8): up to the day before. */
export function lastDayOfReferral(onDay: PlainDate): PlainDate {
  return addDays(addMonths(onDay, 12), -1);
}

/** Where a referral stands on a day. Nothing is stored for a lapse: it comes with the day. */
export function referralState(
  { until, candidateId, takenUpOn, returnedOn }: ReferralFacts,
  day: PlainDate,
): ReferralState {
  if (candidateId !== null && takenUpOn !== null && takenUpOn <= day) return "takenUp";
  if (returnedOn !== null && returnedOn <= day) return "returned";
  return day > until ? "lapsed" : "waiting";
}

export type ReferralFinding = AnyFinding & {
  is:
    | "dayInFuture"
    | "alreadyIntroduced"
    | "notOutstanding"
    | "partyMemberAlready"
    | "notWaiting"
    | "samePerson"
    | "sameNumber"
    | "changedMeanwhile";
  name?: string;
  unitName?: string | null;
  candidateId?: string | null;
};

/** A union member about to be introduced. */
export type Introduced = {
  name: string;
  partyMember: boolean;
  /** Outstanding for this year or the one before. */
  outstanding: boolean;
  /** Where an earlier referral stands; null: there is none. */
  earlier: ReferralState | null;
};

/** Who may be introduced: outstanding, no party member, and not waiting or taken up already. */
export function reviewIntroduction(
  members: readonly Introduced[],
  onDay: PlainDate,
  today: PlainDate,
): ReferralFinding[] {
  const findings: ReferralFinding[] = onDay > today ? [{ is: "dayInFuture", blocks: true }] : [];
  for (const { name, partyMember, outstanding, earlier } of members) {
    if (partyMember) findings.push({ is: "partyMemberAlready", blocks: true, name });
    else if (earlier === "waiting" || earlier === "takenUp")
      findings.push({ is: "alreadyIntroduced", blocks: true, name });
    else if (!outstanding) findings.push({ is: "notOutstanding", blocks: true, name });
  }
  return findings;
}

/** Only what waits can be answered; the day lies between the resolution and today. */
export function reviewAnswer(
  referral: ReferralFacts & { onDay: PlainDate },
  onDay: PlainDate,
  today: PlainDate,
): ReferralFinding[] {
  if (referralState(referral, today) !== "waiting") return [{ is: "notWaiting", blocks: true }];
  return onDay > today || onDay < referral.onDay ? [{ is: "dayInFuture", blocks: true }] : [];
}
