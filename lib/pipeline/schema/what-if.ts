import { z } from "zod";
import { type PlainDate, parseDay } from "@/lib/shared/days";
import type { UsualDays } from "../rules/earliest";

/** The fields of the form, as they were typed. */
export const WHAT_IF_DAYS = ["meeting", "class"] as const;
export const USUAL = [
  "study",
  "verification",
  "base",
  "decision",
  "ceremony",
] as const satisfies readonly (keyof UsualDays)[];

const word = z.string().trim().max(40).catch("").default("");
const MOST_DAYS = 120;

/** What is supposed, from an address: what was typed comes back, and what is wrong is said of its field. */
export type WhatIfAddress = {
  unit: string | null;
  meetingOn: PlainDate | null;
  classOn: PlainDate | null;
  usual: Partial<UsualDays>;
  typed: Record<string, string>;
  errors: Record<string, string[]>;
};

const fields = z.object({
  unit: word,
  meeting: word,
  class: word,
  study: word,
  verification: word,
  base: word,
  decision: word,
  ceremony: word,
});

export function whatIfAddress(given: Record<string, string | string[] | undefined>): WhatIfAddress {
  const { unit, ...typed } = fields.parse(given);
  const errors: Record<string, string[]> = {};
  const dayOf = (name: (typeof WHAT_IF_DAYS)[number], label: string) => {
    const day = typed[name] === "" ? null : parseDay(typed[name]);
    if (typed[name] !== "" && day === null)
      errors[name] = [`${label}: không có ngày ${typed[name]}. Hãy ghi như 05/12/2026.`];
    return day;
  };
  const usual: Partial<UsualDays> = {};
  for (const name of USUAL) {
    if (typed[name] === "") continue;
    const days = /^\d{1,3}$/.test(typed[name]) ? Number(typed[name]) : null;
    if (days === null || days > MOST_DAYS)
      errors[name] = [`Hãy ghi số ngày làm việc, từ 0 đến ${MOST_DAYS}.`];
    else usual[name] = days;
  }
  return {
    unit: unit || null,
    meetingOn: dayOf("meeting", "Ngày chi bộ họp"),
    classOn: dayOf("class", "Ngày mở lớp"),
    usual,
    typed,
    errors,
  };
}
