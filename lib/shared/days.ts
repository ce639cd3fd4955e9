/** A business day, "yyyy-mm-dd": compares as text, knows no time zone. */
export type PlainDate = string;

const DAY_MS = 86_400_000;

/** Is this an existing day written "yyyy-mm-dd"? */
export function isDay(text: string): text is PlainDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && dayOf(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}

/** The day written as dd/mm/yyyy, d/m/yyyy or yyyy-mm-dd, or null when there is no such day (31/02/2024). */
export function parseDay(text: string): PlainDate | null {
  const trimmed = text.trim();
  const vietnamese = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(trimmed);
  if (vietnamese) return dayOf(Number(vietnamese[3]), Number(vietnamese[2]), Number(vietnamese[1]));
  return isDay(trimmed) ? trimmed : null;
}

/** "04/05/2024". */
export function formatDay(day: PlainDate): string {
  const [year, month, date] = day.split("-");
  return `${date}/${month}/${year}`;
}

/** "ngày 4 tháng 5 năm 2024", as a reader says it. */
export function formatDayLong(day: PlainDate): string {
  const [year, month, date] = day.split("-").map(Number);
  return `ngày ${date} tháng ${month} năm ${year}`;
}

/** Vietnam is seven hours ahead of UTC all year. */
const AHEAD_MS = 7 * 3_600_000;

/** "03:04 ngày 23/11/2026": a moment as the clock in Vietnam shows it, of "…Z" or as the database writes it. */
export function formatMoment(moment: string): string {
  const iso = moment.replace(" ", "T").replace(/([+-]\d{2})$/, "$1:00");
  const local = new Date(Date.parse(iso) + AHEAD_MS).toISOString();
  return `${local.slice(11, 16)} ngày ${formatDay(local.slice(0, 10))}`;
}

/** The day so many days later; negative for earlier. */
export function addDays(day: PlainDate, days: number): PlainDate {
  return dayNumbered(dayNumber(day) + days);
}

/** The day as a number that grows by one a day. */
export const dayNumber = (day: PlainDate): number => timeOf(day) / DAY_MS;

/** The day of such a number. */
export const dayNumbered = (number: number): PlainDate =>
  new Date(number * DAY_MS).toISOString().slice(0, 10);

/** The same date so many calendar months later, at most the month's last day. */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const target = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(target / 12), (target % 12) + 1];
  return dayOf(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth))) ?? day;
}

/** Whole days from the first to the second; negative when the second is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

export const yearOf = (day: PlainDate): number => Number(day.slice(0, 4));

function timeOf(day: PlainDate): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function dayOf(year: number, month: number, date: number): PlainDate | null {
  if (year < 1000 || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}
