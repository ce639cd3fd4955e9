import { daysBetween, type PlainDate } from "@/lib/shared/days";
import { type Ratio, ratio } from "@/lib/shared/ratio";
import type { Quota } from "./quota";

export type Status = "notAssigned" | "done" | "none" | "onTrack" | "watch" | "late";

/** What a quota asks, set against what was counted. */
export type Attainment = {
  achieved: Ratio;
  /** People still missing and people beyond, never below 0. */
  remaining: number;
  surplus: number;
  /** (achieved ÷ asked) ÷ (days elapsed ÷ all days), 2 decimals; null for a share of the admitted. */
  pace: number | null;
  status: Status;
};

/** What the database counted for a quota, from its first day to the as-of day. */
export type Counted = {
  /** People of the quota's indicator and group. */
  people: number;
  /** All admitted in the same days, for a share of the admitted. */
  admitted: number;
  /** Members on the quota's day, for a share of members; null: no head count. */
  members: number | null;
};

/**
 * People a quota asks for: the number, the lower bound of a range, or the share of the members rounded up
 * to whole people (C29: 3 % of 5 356 are 161). A share of the admitted asks for its share of them.
 */
export function askedFor(
  quota: Pick<Quota, "kind" | "value">,
  { members, admitted }: Pick<Counted, "members" | "admitted">,
): number {
  switch (quota.kind) {
    case "NUMBER":
    case "AT_LEAST":
    case "RANGE":
      return Math.ceil(quota.value);
    case "SHARE_OF_MEMBERS":
      return members === null ? 0 : shareRoundedUp(quota.value, members);
    case "SHARE_OF_ADMITTED":
      return shareRoundedUp(quota.value, admitted);
  }
}

/** value % of the people, rounded up; the value has at most 4 decimals, so the sum is made of whole numbers. */
function shareRoundedUp(percent: number, people: number): number {
  const tenThousandths = Math.round(percent * 10_000);
  return Math.ceil((tenThousandths * people) / 1_000_000);
}

/** formats.md §4 `attainment`: achieved, remaining, surplus, pace and status of one quota. */
export function buildAttainment(quota: Quota, counted: Counted, asOf: PlainDate): Attainment {
  return quota.kind === "SHARE_OF_ADMITTED" ? ofShare(quota, counted) : ofPeople(quota, counted, asOf);
}

function ofPeople(quota: Quota, counted: Counted, asOf: PlainDate): Attainment {
  const asked = askedFor(quota, counted);
  const upper = quota.kind === "RANGE" ? Math.floor(quota.valueTo ?? quota.value) : asked;
  const remaining = Math.max(0, asked - counted.people);
  const surplus = asked === 0 ? 0 : Math.max(0, counted.people - upper);
  const days = elapsedDays(quota, asOf);
  const paceParts = { over: counted.people * days.all, under: asked * days.elapsed };
  return {
    achieved: ratio(counted.people, asked),
    remaining,
    surplus,
    pace: paceParts.under > 0 ? ratio(paceParts.over, paceParts.under * 100).percent : null,
    status: asked === 0 ? "notAssigned" : statusOf(remaining, counted.people, paceParts),
  };
}

function statusOf(remaining: number, people: number, pace: { over: number; under: number }): Status {
  if (remaining === 0) return "done";
  if (people === 0) return "none";
  if (pace.over >= pace.under) return "onTrack";
  return pace.over * 10 >= pace.under * 8 ? "watch" : "late";
}

function ofShare(quota: Quota, { people, admitted, members }: Counted): Attainment {
  const wanted = askedFor(quota, { members, admitted });
  const share = Math.round(quota.value * 10_000);
  const reached = admitted > 0 && people * 1_000_000 >= share * admitted;
  const near = admitted > 0 && people * 1_000_000 * 10 >= share * admitted * 8;
  return {
    achieved: ratio(people, admitted),
    remaining: Math.max(0, wanted - people),
    surplus: Math.max(0, people - wanted),
    pace: null,
    status: quota.value === 0 ? "notAssigned" : reached ? "done" : near ? "watch" : "late",
  };
}

/** Both ends included, to the as-of day and to the deadline (or else the last day); never more than all. */
export function elapsedDays(
  { from, to, dueOn }: Pick<Quota, "from" | "to" | "dueOn">,
  asOf: PlainDate,
): { elapsed: number; all: number } {
  const all = daysBetween(from, dueOn ?? to) + 1;
  const elapsed = daysBetween(from, asOf) + 1;
  return { all, elapsed: Math.max(0, Math.min(elapsed, all)) };
}

/** How many an even pace would have by now: "Nhịp đều cần 84". Rounded to whole people, half up. */
export function evenPace(
  asked: number,
  quota: Pick<Quota, "from" | "to" | "dueOn">,
  asOf: PlainDate,
): number {
  const { elapsed, all } = elapsedDays(quota, asOf);
  return Math.floor((asked * elapsed * 2 + all) / (all * 2));
}

/** Sum of the children's quotas against the unit's own; shares of the admitted are left out. */
export type ChildrenQuota = Pick<Quota, "source" | "indicator" | "group" | "from" | "to"> & {
  sum: number;
  own: number;
  difference: number;
};
