import { addMonths, type PlainDate } from "@/lib/shared/days";
import { addWorkingDays } from "@/lib/shared/working-days";
import type { Rulebook } from "../rulebook";
import type { Rule } from "./case";
import type { Standing } from "./standing";

/** The day on which the 12 months of probation end, counted from the ceremony (Charter Art. 5). */
export function probationEnd({ admittedOn }: Standing, book: Rulebook): PlainDate | null {
  return admittedOn && addMonths(admittedOn, book.probationMonths);
}

/** the cell does not review before the 12 months are over. */
export const probationOver: Rule = {
  id: "R-36",
  review({ standing, onDay, book }) {
    const endsOn = probationEnd(standing, book);
    if (!endsOn)
      return { is: "notAdmitted", rule: "R-36", blocks: true, source: "Điều lệ Đảng, Điều 5", facts: {} };
    if (onDay >= endsOn) return null;
    return {
      is: "probationNotOver",
      rule: "R-36",
      blocks: true,
      source: "Điều lệ Đảng, Điều 5",
      facts: { endsOn },
    };
  },
};

/** nor later than 30 working days after. */
export const recognitionInTime: Rule = {
  id: "R-37",
  review({ standing, onDay, book }) {
    const endsOn = probationEnd(standing, book);
    if (!endsOn) return undefined;
    const dueOn = addWorkingDays(endsOn, book.recognitionWorkingDays);
    if (onDay <= dueOn) return null;
    return {
      is: "recognitionLate",
      rule: "R-37",
      blocks: false,
      source: `${book.regulation}, mục 4`,
      dueOn,
      facts: { dueOn },
    };
  },
};

/** the certificate of the class for new members is there. */
export const newMemberClassHeld: Rule = {
  id: "R-38",
  review({ standing, book }) {
    if (standing.newMemberCertifiedOn) return null;
    return { is: "newMemberClassMissing", rule: "R-38", blocks: true, source: book.guidance, facts: {} };
  },
};

/** recognised from the day on which the 12 months ended, whatever the delay. */
export const recognisedFromRight: Rule = {
  id: "R-39",
  review({ standing, onDay, book }) {
    const dayOfRight = probationEnd(standing, book);
    if (!dayOfRight) return undefined;
    if (onDay === dayOfRight) return null;
    return {
      is: "recognitionDayWrong",
      rule: "R-39",
      blocks: true,
      source: `${book.regulation}, mục 4`,
      facts: { dayOfRight },
    };
  },
};
