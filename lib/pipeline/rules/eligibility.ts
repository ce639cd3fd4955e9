import { addMonths, yearOf } from "@/lib/shared/days";
import type { Case, Rule } from "./case";

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
  review({ person, onDay, book }) {
    if (person.birthDate === null && bareYearAge(person.birthYear, onDay) <= book.maximumAge) return null;
    const fullOn = person.birthDate && addMonths(person.birthDate, book.maximumAge * 12);
    if (fullOn && onDay.slice(0, 7) <= fullOn.slice(0, 7)) return null;
    return { is: "overAge", rule: "R-02", blocks: false, source: book.guidance, facts: {} };
  },
};

/** lower secondary school, by diploma or by completion as the book says; exceptions are judged by people. */
export const educated: Rule = {
  id: "R-03",
  review({ person, book }) {
    if (person.education === null) {
      return { is: "educationUnknown", rule: "R-03", blocks: false, source: book.regulation, facts: {} };
    }
    if (person.education === "lowerSecondary" || person.education === "upperSecondary") return null;
    return { is: "educationShort", rule: "R-03", blocks: true, source: book.regulation, facts: {} };
  },
};

/** in youth age, where there is a Union, the person must be a union member (Charter Art. 4). */
export const unionMember: Rule = {
  id: "R-13",
  review(event) {
    const { person, cell, book } = event;
    if (cell.hasUnion === false || person.unionMember === null) return undefined;
    if (person.unionMember || ageOn(event) > book.youthAge) return null;
    return { is: "notUnionMember", rule: "R-13", blocks: true, source: "Điều lệ Đảng, Điều 4", facts: {} };
  },
};

/** Age in completed years on the day of the event; from a bare birth year the difference of years. */
export function ageOn({ person, onDay }: Pick<Case, "person" | "onDay">): number {
  if (person.birthDate === null) return bareYearAge(person.birthYear, onDay);
  const hadBirthday = onDay.slice(5) >= person.birthDate.slice(5);
  return yearOf(onDay) - person.birthYear - (hadBirthday ? 0 : 1);
}

function bareYearAge(birthYear: number, onDay: string): number {
  return yearOf(onDay) - birthYear;
}
