import type { PlainDate } from "@/lib/shared/days";
import { addWorkingDays } from "@/lib/shared/working-days";
import type { Rulebook } from "../rulebook";
import type { Case, Rule } from "./case";
import { consentTo } from "./consent";
import { calendarOf, type ProvinceOptions } from "./options";
import type { Standing } from "./standing";

/** A ceremony about to be recorded. */
export type CeremonyCase = Case & { ceremony: { superiorConsent: boolean; helper: string } | null };

/** Last day of the ceremony: 30 working days from the issue (208) or the receipt (older) of the decision. */
export function ceremonyDue(
  { decidedOn, decisionReceivedOn }: Standing,
  book: Rulebook,
  options: ProvinceOptions,
): PlainDate | null {
  if (!decidedOn) return null;
  const from = book.ceremonyCountsFrom === "receipt" ? (decisionReceivedOn ?? decidedOn) : decidedOn;
  return addWorkingDays(from, book.ceremonyWorkingDays, calendarOf(options));
}

/** not before its decision. */
export const afterDecision: Rule<CeremonyCase> = {
  id: "R-34",
  review({ standing: { decidedOn }, onDay }) {
    if (!decidedOn)
      return { is: "notDecided", rule: "R-34", blocks: true, source: "Thứ tự các bước", facts: {} };
    if (onDay >= decidedOn) return null;
    return {
      is: "ceremonyBeforeDecision",
      rule: "R-34",
      blocks: true,
      source: "Thứ tự các bước",
      facts: { decidedOn },
    };
  },
};

/** in time, or with the consent of the committee above. */
export const ceremonyInTime: Rule<CeremonyCase> = {
  id: "R-33",
  review(event) {
    const { standing, onDay, ceremony, book, options } = event;
    const consented = consentTo(event, "lateCeremony") !== null;
    const dueOn = ceremonyDue(standing, book, options);
    if (!dueOn) return undefined;
    if (onDay <= dueOn) return null;
    return {
      is: "ceremonyLate",
      rule: "R-33",
      blocks: !ceremony?.superiorConsent && !consented,
      source: `${book.regulation}, mục 4`,
      dueOn,
      facts: { dueOn },
    };
  },
};

/** a helper for the probation is assigned at the ceremony. */
export const probationHelped: Rule<CeremonyCase> = {
  id: "R-35",
  review({ standing, ceremony }) {
    if (ceremony?.helper || standing.helpers.length > 0) return null;
    return {
      is: "probationHelperMissing",
      rule: "R-35",
      blocks: false,
      source: "Điều lệ Đảng, Điều 5",
      facts: {},
    };
  },
};
