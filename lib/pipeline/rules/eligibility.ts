import { addMonths } from "@/lib/shared/days";
import type { Rulebook } from "../rulebook";
import { ageOn, bareYearAge, isOverAge } from "./age";
import type { Rule } from "./case";
import { consentTo } from "./consent";

const CHARTER_1 = "Điều lệ Đảng, Điều 1";

/** full 18 at the cell's meeting, counted by month ("tính theo tháng"). A bare year cannot tell the month. */
export const oldEnough: Rule = {
  id: "R-01",
  review({ person, onDay, book }) {
    const bare = bareYearAge(person.birthYear, onDay);
    if (person.birthDate === null) {
      if (bare > book.minimumAge) return null;
      return { is: "ageUncertain", rule: "R-01", blocks: false, source: CHARTER_1, facts: {} };
    }
    const fullOn = addMonths(person.birthDate, book.minimumAge * 12);
    if (onDay.slice(0, 7) >= fullOn.slice(0, 7)) return null;
    return {
      is: "tooYoung",
      rule: "R-01",
      blocks: true,
      source: `${CHARTER_1}; ${book.regulation}`,
      facts: { fullOn },
    };
  },
};

/** over 60 (counted by month) needs the written consent of the province's standing committee before the decision. */
export const notOverAge: Rule = {
  id: "R-02",
  review(event) {
    if (!isOverAge(event) || consentTo(event, "overAge")) return null;
    return { is: "overAge", rule: "R-02", blocks: false, source: event.book.guidance, facts: {} };
  },
};

/**
 * lower secondary school, by diploma or by completion as the book says. In hard areas primary school is
 * enough, with its grounds on record; for elders and people of standing reading and writing, with the
 * province's consent.
 */
export const educated: Rule = {
  id: "R-03",
  review(event) {
    const { person, book } = event;
    if (person.education === null) {
      return { is: "educationUnknown", rule: "R-03", blocks: false, source: book.regulation, facts: {} };
    }
    if (reaches(person.education, book.education)) return null;
    if (person.education !== "literate" && consentTo(event, "educationPrimary")) return null;
    if (consentTo(event, "educationLiterate")) return null;
    return {
      is: "educationShort",
      rule: "R-03",
      blocks: true,
      source: book.regulation,
      facts: { needs: book.education },
    };
  },
};

/** Until 2026 the diploma was asked for; since then it is enough to have completed the programme (§3.22). */
function reaches(education: string, floor: Rulebook["education"]): boolean {
  if (education === "lowerSecondaryCompleted") return floor === "lowerSecondaryCompleted";
  return education === "lowerSecondary" || education === "upperSecondary";
}

/** in youth age, where there is a Union, the person must be a union member (Charter Art. 4). */
export const unionMember: Rule = {
  id: "R-13",
  review(event) {
    const { person, cell, book, options } = event;
    if (cell.hasUnion === false || person.unionMember === null) return undefined;
    if (person.unionMember || ageOn(event) > (options.youthAge ?? book.youthAge)) return null;
    return { is: "notUnionMember", rule: "R-13", blocks: true, source: "Điều lệ Đảng, Điều 4", facts: {} };
  },
};
