import { elapsedDays } from "@/lib/quotas/rules/attainment";
import type { Quota, QuotaSource } from "@/lib/quotas/rules/quota";
import { addDays, addMonths, daysBetween, type PlainDate } from "@/lib/shared/days";
import { dayLastYear } from "../rules/previous-period";

export type DayCount = { day: PlainDate; people: number };

/** An even way from nothing to what is asked by the deadline. */
export type PaceLine = { source: QuotaSource; asked: number } & Pick<Quota, "from" | "to" | "dueOn">;

/** One day of the line; null: nothing is known or asked on that day. */
export type CumulativePoint = {
  day: PlainDate;
  /** Days since the first one, the place on the axis. */
  at: number;
  admitted: number | null;
  before: number | null;
  paces: (number | null)[];
};

/** How many had been admitted by each day, cumulative: weekly, at each month's end and on the days that matter. */
export function prepareCumulative(given: {
  from: PlainDate;
  to: PlainDate;
  asOf: PlainDate;
  now: readonly DayCount[];
  /** The same days one year earlier. */
  before: readonly DayCount[];
  paces: readonly PaceLine[];
}): CumulativePoint[] {
  const { from, to, asOf, paces } = given;
  return daysOf(given).map((day) => ({
    day,
    at: daysBetween(from, day),
    admitted: day <= asOf ? sumUntil(given.now, day) : null,
    before: sumUntil(given.before, dayLastYear(day)),
    paces: paces.map((pace) => (day <= (pace.dueOn ?? pace.to) && day <= to ? evenBy(pace, day) : null)),
  }));
}

/** The points that a table shows: month's ends and the as-of day. */
export function prepareMonths(points: readonly CumulativePoint[], asOf: PlainDate): CumulativePoint[] {
  const last = points.at(-1)?.day;
  return points.filter(({ day }) => day === asOf || day === last || isMonthEnd(day));
}

function daysOf({ from, to, asOf, paces }: Parameters<typeof prepareCumulative>[0]): PlainDate[] {
  const length = daysBetween(from, to);
  const weeks = Array.from({ length: Math.floor(length / 7) + 1 }, (_, week) => addDays(from, week * 7));
  const months: PlainDate[] = [];
  for (let month = 1; ; month += 1) {
    const end = addDays(addMonths(`${from.slice(0, 7)}-01`, month), -1);
    if (end > to) break;
    months.push(end);
  }
  const marks = [to, asOf, ...paces.map(({ dueOn }) => dueOn ?? to)].filter(
    (day) => day >= from && day <= to,
  );
  return [...new Set([from, ...weeks, ...months, ...marks])].toSorted();
}

function sumUntil(counts: readonly DayCount[], day: PlainDate): number {
  return counts.reduce((sum, { day: on, people }) => (on <= day ? sum + people : sum), 0);
}

/** One decimal is enough for a line. */
function evenBy(pace: PaceLine, day: PlainDate): number {
  const { elapsed, all } = elapsedDays(pace, day);
  return Math.round((pace.asked * elapsed * 10) / all) / 10;
}

const isMonthEnd = (day: PlainDate): boolean => addDays(day, 1).endsWith("-01");
