import { rulebookOn } from "@/lib/pipeline/rulebook";
import { addDays, type PlainDate } from "@/lib/shared/days";
import { addWorkingDays, type OfficialChanges } from "@/lib/shared/working-days";

/** By which day the cell reviews when the probation ends on each day from the first to the last. */
export function reviewDeadlines(from: PlainDate, to: PlainDate, calendar: OfficialChanges): PlainDate[] {
  const deadlines: PlainDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1))
    deadlines.push(addWorkingDays(day, rulebookOn(day).recognitionWorkingDays, calendar));
  return deadlines;
}
