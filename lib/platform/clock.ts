import type { PlainDate } from "@/lib/shared/days";

const inVietnam = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Ho_Chi_Minh",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** This moment. The only reading of the machine's clock besides `today`. */
export const now = (): Date => new Date();

/** The day it is in Vietnam at a moment, whatever the machine's time zone. */
export function dayOf(moment: Date): PlainDate {
  const parts = new Map(inVietnam.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}` as PlainDate;
}

const hourInVietnam = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Ho_Chi_Minh",
  hour: "2-digit",
  hourCycle: "h23",
});

/** The hour of the day in Vietnam at a moment, 0 to 23. */
export const hourOf = (moment: Date): number => Number(hourInVietnam.format(moment));

/** Today in Vietnam. Taken once per request or command and handed on as an argument. */
export const today = (): PlainDate => dayOf(now());
