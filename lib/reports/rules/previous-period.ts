import { addDays, addMonths, type PlainDate } from "@/lib/shared/days";

type Days = { from: PlainDate; to: PlainDate; asOf: PlainDate };

/** The same days a year earlier; the end of a month stays the end of that month. */
export function sameDaysLastYear<Told extends Days>(told: Told): Told {
  return {
    ...told,
    from: addMonths(told.from, -12),
    to: dayLastYear(told.to),
    asOf: dayLastYear(told.asOf),
  };
}

/** The same day a year earlier, as the last one that counts: the end of a month stays the end of that month. */
export function dayLastYear(day: PlainDate): PlainDate {
  const next = addDays(day, 1);
  const endsMonth = next.slice(5, 7) !== day.slice(5, 7);
  return endsMonth ? addDays(addMonths(next, -12), -1) : addMonths(day, -12);
}
