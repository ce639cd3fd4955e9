import { daysBetween, type PlainDate } from "@/lib/shared/days";

/** Of awareness of the Party, before the dossier; for new members, during probation (domain §3.3, §3.16). */
export const CLASS_KINDS = ["AWARENESS", "NEW_MEMBER"] as const;
export type ClassKind = (typeof CLASS_KINDS)[number];

export const CLASS_FORMS = ["DAY", "EVENING", "WEEKEND", "CLUSTER"] as const;
export type ClassForm = (typeof CLASS_FORMS)[number];

/** Whom a class is held for. */
export const AUDIENCES = ["ALL", "PUPIL", "STUDENT", "WORKER"] as const;
export type Audience = (typeof AUDIENCES)[number];

const CLASS_STATES = ["planned", "open", "ended", "dropped"] as const;
export type ClassState = (typeof CLASS_STATES)[number];

/** The states of a class whose people wait for it. */
export const COMING_STATES = ["planned", "open"] as const;

export const isComing = (state: ClassState): boolean =>
  (COMING_STATES as readonly ClassState[]).includes(state);

/** What is told of a class as a whole. */
export type ClassPlan = {
  kind: ClassKind;
  name: string;
  from: PlainDate;
  to: PlainDate;
  form: ClassForm;
  audience: Audience;
  place: string | null;
  sessions: number;
  size: number | null;
};

export const MOST_SESSIONS = 60;

/** A class of which only the days are known has a session a day. */
export const sessionsWithin = (from: PlainDate, to: PlainDate): number =>
  Math.min(daysBetween(from, to) + 1, MOST_SESSIONS);

/** Where a class of the past or the future stands on a day. */
export function stateOn({ from, to }: Pick<ClassPlan, "from" | "to">, day: PlainDate): ClassState {
  if (to < day) return "ended";
  return from <= day ? "open" : "planned";
}

/** The occupation group of an audience (domain §5.5); null: everybody. */
export function occupationOf(audience: Audience): string | null {
  switch (audience) {
    case "ALL":
      return null;
    case "PUPIL":
      return "11";
    case "STUDENT":
      return "10";
    case "WORKER":
      return "7c";
  }
}
