import type { PlainDate } from "@/lib/shared/days";

/** The parts of a headcount that overlap: each is counted of the whole. */
export const HEADCOUNT_PARTS = [
  "women",
  "ethnicMinority",
  "religious",
  "unionMembers",
  "probationary",
] as const;
export type HeadcountPart = (typeof HEADCOUNT_PARTS)[number];

/** Members of a unit's whole subtree on a day; null: not told. */
export type Headcount = { onDay: PlainDate; total: number } & Record<HeadcountPart, number | null>;

export type HeadcountFinding =
  | { is: "partExceedsTotal"; blocks: true; part: HeadcountPart; count: number; total: number }
  | { is: "headcountInFuture"; blocks: true; onDay: PlainDate }
  | {
      is: "headcountOutsideLife";
      blocks: true;
      onDay: PlainDate;
      firstDay: PlainDate | null;
      lastDay: PlainDate | null;
    }
  | { is: "headcountKnown"; blocks: true; onDay: PlainDate; total: number | null }
  | { is: "headcountChangedMuch"; blocks: false; total: number; before: number; beforeOn: PlainDate };

/** What is known of the unit when a headcount is entered. `latest`: the one before it. */
export type HeadcountContext = {
  today: PlainDate;
  firstDay: PlainDate | null;
  lastDay: PlainDate | null;
  latest: Headcount | null;
};

/** No part is larger than the whole, the day has come, and the unit existed on it. */
export function reviewHeadcount(headcount: Headcount, context: HeadcountContext): HeadcountFinding[] {
  return [
    ...partFindings(headcount),
    ...dayFindings(headcount, context),
    ...changeFindings(headcount, context),
  ];
}

function partFindings({ total, ...parts }: Headcount): HeadcountFinding[] {
  return HEADCOUNT_PARTS.flatMap((part) => {
    const count = parts[part];
    return count !== null && count > total
      ? [{ is: "partExceedsTotal" as const, blocks: true as const, part, count, total }]
      : [];
  });
}

function dayFindings(
  { onDay }: Headcount,
  { today, firstDay, lastDay }: HeadcountContext,
): HeadcountFinding[] {
  if (onDay > today) return [{ is: "headcountInFuture", blocks: true, onDay }];
  const outside = (firstDay !== null && onDay < firstDay) || (lastDay !== null && onDay > lastDay);
  return outside ? [{ is: "headcountOutsideLife", blocks: true, onDay, firstDay, lastDay }] : [];
}

/** Twice as many, or half: more often a slip of the pen than a fact. */
function changeFindings({ total }: Headcount, { latest }: HeadcountContext): HeadcountFinding[] {
  if (latest === null || latest.total < 10) return [];
  const much = total >= latest.total * 2 || total * 2 <= latest.total;
  return much
    ? [{ is: "headcountChangedMuch", blocks: false, total, before: latest.total, beforeOn: latest.onDay }]
    : [];
}
