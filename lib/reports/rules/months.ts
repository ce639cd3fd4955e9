import { addDays, addMonths, type PlainDate } from "@/lib/shared/days";
import type { UnitHead } from "./parameters";

/** A month of a period, clipped to it. */
export type Month = { key: string; from: PlainDate; to: PlainDate };

/** The months a period touches, at most 36. */
export function monthsOf({ from, to }: { from: PlainDate; to: PlainDate }): Month[] {
  const months: Month[] = [];
  for (let place = 0; place < 36; place++) {
    const first = addMonths(`${from.slice(0, 7)}-01`, place);
    if (first > to) break;
    const last = addDays(addMonths(first, 1), -1);
    months.push({
      key: `m${first.slice(0, 4)}${first.slice(5, 7)}`,
      from: first < from ? from : first,
      to: last > to ? to : last,
    });
  }
  return months;
}

/** People admitted by month; null: the month has not begun on the as-of day. */
export type MonthsLine = { unit: UnitHead; months: (number | null)[]; sum: number };

/** One unit's line from its counts by month key. */
export function buildMonthsLine(
  unit: UnitHead,
  months: readonly Month[],
  counts: ReadonlyMap<string, number>,
  asOf: PlainDate,
): MonthsLine {
  return {
    unit,
    months: months.map(({ key, from }) => (from > asOf ? null : (counts.get(key) ?? 0))),
    sum: months.reduce((sum, { key }) => sum + (counts.get(key) ?? 0), 0),
  };
}

/** How dark a cell of the heat map is, 0 to 4: by quarters of the largest. */
export function shadeOf(people: number, largest: number): 0 | 1 | 2 | 3 | 4 {
  if (people === 0 || largest === 0) return 0;
  return Math.ceil((people / largest) * 4) as 1 | 2 | 3 | 4;
}
