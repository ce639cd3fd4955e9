import Holidays from "date-holidays";
import { addDays, type PlainDate, yearOf } from "./days";

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
const holidaysOfYear = new Map<number, Set<PlainDate>>();

/** Public holidays of a year, with the days in lieu that the library knows. */
function holidaysOf(year: number): Set<PlainDate> {
  const known = holidaysOfYear.get(year);
  if (known) return known;
  const days = new Set<PlainDate>();
  for (const { from, to } of publicHolidays(year))
    for (let day = from; day <= to; day = addDays(day, 1)) days.add(day);
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

/** Is it a working day ("ngày làm việc"): no Saturday, Sunday or public holiday, official changes applied? */
export function isWorkingDay(day: PlainDate, changes: OfficialChanges = OFFICIAL_CHANGES): boolean {
  if (changes.worked.includes(day)) return true;
  if (changes.off.includes(day)) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidaysOf(yearOf(day)).has(day);
}

/** The day so many working days later; the day itself does not count. */
export function addWorkingDays(
  day: PlainDate,
  count: number,
  changes: OfficialChanges = OFFICIAL_CHANGES,
): PlainDate {
  let current = day;
  for (let left = count; left > 0; ) {
    current = addDays(current, 1);
    if (isWorkingDay(current, changes)) left--;
  }
  return current;
}

/** How many working days lie after the first day up to the second. */
export function workingDaysBetween(
  from: PlainDate,
  to: PlainDate,
  changes: OfficialChanges = OFFICIAL_CHANGES,
): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, changes)) count++;
  return count;
}
