import { addMonths, type PlainDate } from "@/lib/shared/days";
import type { Rulebook } from "../rulebook";
import type { Rule } from "./case";

const LAPSES_SOON_MONTHS = 6;

/** Last day on which an awareness certificate is valid: 60 months from its day of issue. */
export function certificateExpiry(issuedOn: PlainDate, book: Rulebook): PlainDate {
  return addMonths(issuedOn, book.certificateMonths);
}

/** an awareness certificate is there when the cell meets. */
export const certificateHeld: Rule = {
  id: "R-04",
  review({ standing, book }) {
    if (standing.certifiedOn) return null;
    return {
      is: "certificateMissing",
      rule: "R-04",
      blocks: true,
      source: `${book.guidance}, mục 3`,
      facts: {},
    };
  },
};

/** and is no older than 60 months on the day. */
export const certificateValid: Rule = {
  id: "R-05",
  review({ standing, book, onDay }) {
    if (!standing.certifiedOn) return undefined;
    const expiredOn = certificateExpiry(standing.certifiedOn, book);
    if (onDay <= expiredOn) return null;
    return {
      is: "certificateExpired",
      rule: "R-05",
      blocks: true,
      source: `${book.guidance}, mục 3`,
      facts: { expiredOn },
    };
  },
};

/** a warning in its last six months, as long as the cell has not met. */
export const certificateLasting: Rule = {
  id: "R-06",
  review({ standing, book, onDay }) {
    if (!standing.certifiedOn || standing.cellResolvedOn) return undefined;
    const expiresOn = certificateExpiry(standing.certifiedOn, book);
    if (onDay > expiresOn) return undefined;
    if (addMonths(onDay, LAPSES_SOON_MONTHS) < expiresOn) return null;
    return {
      is: "certificateLapses",
      rule: "R-06",
      blocks: false,
      source: `${book.guidance}, mục 3`,
      dueOn: expiresOn,
      facts: { expiresOn },
    };
  },
};

/** R-05 as it was until 2025: the certificate had to be valid until the admission. */
export const certificateValidAtAdmission: Rule = {
  id: "R-05",
  review(event) {
    return event.book.certificateCountsUntil === "admission" ? certificateValid.review(event) : undefined;
  },
};
