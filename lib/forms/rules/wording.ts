import type { PlainDate } from "@/lib/shared/days";

/** A dotted line for what is not known; never "null". */
export const BLANK = "…………………";
export const BLANK_DAY = "ngày …… tháng …… năm ………";

/** "ngày 03 tháng 5 năm 2024": days below 10 and the months 1 and 2 carry a zero, as documents write them. */
export function officialDay(day: PlainDate): string {
  const [year, month, date] = day.split("-").map(Number);
  const padded = (value = 0, below = 10) => (value < below ? `0${value}` : String(value));
  return `ngày ${padded(date)} tháng ${padded(month, 3)} năm ${year}`;
}
