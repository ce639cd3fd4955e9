import { evenPace } from "@/lib/quotas/rules/attainment";
import type { QuotaSource } from "@/lib/quotas/rules/quota";
import type { PlainDate } from "@/lib/shared/days";
import { type Ratio, ratio } from "@/lib/shared/ratio";
import type { UnitHead } from "./parameters";

/** What makes a unit stand first among those furthest behind: the lowest share, or people still missing. */
export const STANDING_ORDERS = ["percent", "remaining"] as const;
export type StandingOrder = (typeof STANDING_ORDERS)[number];

/** What was counted of one unit at any depth: its quota of the period and who was admitted since it began. */
export type CountedStanding = {
  unit: UnitHead;
  /** Name of the unit directly above. */
  above: string | null;
  source: QuotaSource;
  asked: number;
  admitted: number;
  dueOn: PlainDate | null;
};

/** How a unit at any depth stands against its quota, and how many people it is behind the even pace. */
export type Standing = CountedStanding & { achieved: Ratio; remaining: number; behind: number };

/** The standing of a unit as of a day. */
export function buildStandingLine(
  counted: CountedStanding,
  { from, to, asOf }: { from: PlainDate; to: PlainDate; asOf: PlainDate },
): Standing {
  const { asked, admitted, dueOn } = counted;
  return {
    ...counted,
    achieved: ratio(admitted, asked),
    remaining: Math.max(0, asked - admitted),
    behind: Math.max(0, evenPace(asked, { from, to, dueOn }, asOf) - admitted),
  };
}
