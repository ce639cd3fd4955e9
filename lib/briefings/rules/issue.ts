import { addDays, addMonths, type PlainDate } from "@/lib/shared/days";

export type LetterState = "draft" | "issued";

/** Why a letter was not written, changed or issued. */
export type LetterFinding =
  | { is: "monthNotBegun"; blocks: true; day: PlainDate }
  | { is: "writtenAlready"; blocks: true }
  | { is: "issuedAlready"; blocks: true; on: PlainDate }
  | { is: "paragraphUnknown"; blocks: true }
  | { is: "letterChanged"; blocks: true; by: string };

/** The day a letter of a month tells of: its last one, or today within it; null: it has not begun. */
export function dayOfLetter(month: PlainDate, today: PlainDate): PlainDate | null {
  if (month > today) return null;
  const last = addDays(addMonths(month, 1), -1);
  return last < today ? last : today;
}
