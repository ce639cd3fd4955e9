import Holidays from "date-holidays";
import { addDays, dayNumber, dayNumbered, type PlainDate } from "./days";

/** What the government changed for one year: days off in lieu, and Saturdays or Sundays worked for them. */
export type OfficialChanges = { off: readonly PlainDate[]; worked: readonly PlainDate[] };

/** Announced changes; the calendar itself (Tết, Giỗ Tổ by the lunar calendar) comes from date-holidays. */
export const OFFICIAL_CHANGES: OfficialChanges = {
  off: [
    "2022-01-03",
    "2022-04-11",
    "2022-05-02",
    "2022-05-03",
    "2022-09-01",
    "2023-01-02",
    "2023-01-20",
    "2023-01-26",
    "2023-05-02",
    "2023-05-03",
    "2023-09-01",
    "2023-09-04",
    "2024-02-08",
    "2024-02-14",
    "2024-04-29",
    "2024-09-03",
    "2025-01-27",
    "2025-05-02",
    "2025-09-01",
    "2026-01-02",
    "2026-04-27",
    "2026-08-31",
    "2026-09-01",
  ],
  worked: ["2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22"],
};

const calendar = new Holidays("VN");
const holidaysOfYear = new Map<number, ReadonlySet<number>>();

/** Public holidays of a year by their day numbers, with the days in lieu that the library knows. */
function holidaysOf(year: number): ReadonlySet<number> {
  const known = holidaysOfYear.get(year);
  if (known) return known;
  const days = new Set<number>();
  for (const { from, to } of publicHolidays(year))
    for (let day = dayNumber(from); day <= dayNumber(to); day++) days.add(day);
  holidaysOfYear.set(year, days);
  return days;
}

/** A public holiday by its name, from its first to its last day. */
export type PublicHoliday = { name: string; from: PlainDate; to: PlainDate };

/** The public holidays of a year in their order, Tết and Giỗ Tổ by the lunar calendar. */
export function publicHolidays(year: number): PublicHoliday[] {
  const holidays: PublicHoliday[] = [];
  for (const { type, start, end, date, name } of calendar.getHolidays(year)) {
    if (type !== "public") continue;
    const from = date.slice(0, 10);
    const around = holidays.find((known) => known.from <= from && from <= known.to);
    if (around) around.name = name;
    else holidays.push({ name, from, to: addDays(from, lengthOf(start, end) - 1) });
  }
  return holidays;
}

const lengthOf = (start: Date, end: Date): number =>
  Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));

type Changes = { off: ReadonlySet<number>; worked: ReadonlySet<number> };
const changesKnown = new WeakMap<OfficialChanges, Changes>();

/** Changes by day numbers, made once for each list. */
function changesOf(changes: OfficialChanges): Changes {
  const known = changesKnown.get(changes);
  if (known) return known;
  const made = {
    off: new Set(changes.off.map(dayNumber)),
    worked: new Set(changes.worked.map(dayNumber)),
  };
  changesKnown.set(changes, made);
  return made;
}

const SUNDAY = 0;
const SATURDAY = 6;

function isWorking(number: number, { off, worked }: Changes): boolean {
  if (worked.has(number)) return true;
  if (off.has(number)) return false;
  const date = new Date(number * 86_400_000);
  const weekday = date.getUTCDay();
  return weekday !== SUNDAY && weekday !== SATURDAY && !holidaysOf(date.getUTCFullYear()).has(number);
}

/** Is it a working day ("ngày làm việc"): no Saturday, Sunday or public holiday, official changes applied? */
export function isWorkingDay(day: PlainDate, changes: OfficialChanges = OFFICIAL_CHANGES): boolean {
  return isWorking(dayNumber(day), changesOf(changes));
}

/** The day so many working days later; the day itself does not count. */
export function addWorkingDays(
  day: PlainDate,
  count: number,
  changes: OfficialChanges = OFFICIAL_CHANGES,
): PlainDate {
  const known = changesOf(changes);
  let number = dayNumber(day);
  for (let left = count; left > 0; ) {
    number++;
    if (isWorking(number, known)) left--;
  }
  return dayNumbered(number);
}

/** How many working days lie after the first day up to the second. */
export function workingDaysBetween(
  from: PlainDate,
  to: PlainDate,
  changes: OfficialChanges = OFFICIAL_CHANGES,
): number {
  const known = changesOf(changes);
  const last = dayNumber(to);
  let count = 0;
  for (let number = dayNumber(from) + 1; number <= last; number++) if (isWorking(number, known)) count++;
  return count;
}
