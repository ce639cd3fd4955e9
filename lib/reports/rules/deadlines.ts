import { rulebookOn } from "@/lib/pipeline/rulebook";
import { addDays, type PlainDate } from "@/lib/shared/days";
import { isWorkingDay, type OfficialChanges } from "@/lib/shared/working-days";

/**
 * By which day the cell reviews when the probation ends on each day from the first to the last. Every day is
 * looked at once, however long the period is.
 */
export function reviewDeadlines(from: PlainDate, to: PlainDate, calendar: OfficialChanges): PlainDate[] {
  const deadlines: PlainDate[] = [];
  const working: PlainDate[] = [];
  let past = 0;
  let reached = from;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const count = rulebookOn(day).recognitionWorkingDays;
    for (let next = working[past]; next !== undefined && next <= day; next = working[past]) past++;
    while (working.length < past + count) {
      reached = addDays(reached, 1);
      if (reached > day && isWorkingDay(reached, calendar)) working.push(reached);
    }
    deadlines.push(working[past + count - 1] ?? day);
  }
  return deadlines;
}
