import { addMonths, yearOf } from "@/lib/shared/days";
import type { Case } from "./case";

/** Is the person over the highest age on the day, counted by month? */
export function isOverAge({ person, onDay, book }: Pick<Case, "person" | "onDay" | "book">): boolean {
  if (person.birthDate === null) return bareYearAge(person.birthYear, onDay) > book.maximumAge;
  return onDay.slice(0, 7) > addMonths(person.birthDate, book.maximumAge * 12).slice(0, 7);
}

/** Age in completed years on the day of the event; from a bare birth year the difference of years. */
export function ageOn({ person, onDay }: Pick<Case, "person" | "onDay">): number {
  if (person.birthDate === null) return bareYearAge(person.birthYear, onDay);
  const hadBirthday = onDay.slice(5) >= person.birthDate.slice(5);
  return yearOf(onDay) - person.birthYear - (hadBirthday ? 0 : 1);
}

/** From a bare birth year the difference of years: at most one too many. */
export function bareYearAge(birthYear: number, onDay: string): number {
  return yearOf(onDay) - birthYear;
}
