import { addDays, addMonths, type PlainDate } from "@/lib/shared/days";
import type { ProvinceOptions } from "./options";

type NotesEvery = ProvinceOptions["notesEvery"];

/** The period in which a day lies: "2026-09" or "2026-Q3". */
export function periodOf(day: PlainDate, every: NonNullable<NotesEvery>): string {
  const [year, month = "01"] = day.split("-");
  return every === "month" ? `${year}-${month}` : `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

/** The last period that is over: the one a helper has to have reported on by now. */
export function periodDue(today: PlainDate, every: NonNullable<NotesEvery>): string {
  const [year = 0, month = 1] = today.split("-").map(Number);
  const months = every === "month" ? 1 : ((month - 1) % 3) + 1;
  const before = year * 12 + (month - 1) - months;
  return periodOf(`${Math.floor(before / 12)}-${String((before % 12) + 1).padStart(2, "0")}-01`, every);
}

/** The last day of a period: "2026-09" ends on the 30th. */
export function lastDayOfPeriod(period: string): PlainDate {
  const [year, part = "01"] = period.split("-");
  const month = part.startsWith("Q") ? Number(part.slice(1)) * 3 : Number(part);
  return addDays(addMonths(`${year}-${String(month).padStart(2, "0")}-01`, 1), -1);
}

/** Is a helper's note missing: is the last period over without one? Periods compare as text of one kind. */
export function isNoteMissing(
  notedFor: string | null,
  every: NotesEvery,
  today: PlainDate,
  since: PlainDate,
): boolean {
  if (every === null) return false;
  const due = periodDue(today, every);
  return periodOf(since, every) <= due && (notedFor === null || notedFor < due);
}

/** The period to offer in the form: the one due, or the present one when that has been reported on. */
export function nextPeriod(notedFor: string | null, every: NotesEvery, today: PlainDate): string {
  const due = periodDue(today, every ?? "quarter");
  return notedFor === null || notedFor < due ? due : periodOf(today, every ?? "quarter");
}

/** As it is typed: "09/2026", "quý 3/2026". */
export function typedPeriod(period: string): string {
  const [year, part = ""] = period.split("-");
  return part.startsWith("Q") ? `quý ${part.slice(1)}/${year}` : `${part}/${year}`;
}
