import { addMonths, type PlainDate } from "@/lib/shared/days";
import { isOverAge } from "./age";
import type { Case, Rule } from "./case";
import type { ConsentCase, LeavingReason } from "./step";

/** Code of the Hoa among the ethnic groups. */
const HOA = "04";

/** The recorded consent to a case that was given until the day of the event. */
export function consentTo({ standing, onDay }: Pick<Case, "standing" | "onDay">, of: ConsentCase) {
  return standing.consents.find((consent) => consent.of === of && consent.onDay <= onDay) ?? null;
}

/** over 60, a religious dignitary or a re-admission: the province consents before the decision. */
export const provinceConsents = (of: ProvinceCase): Rule => ({
  id: "R-46",
  review(event) {
    if (!applies(event, of)) return undefined;
    if (consentTo(event, of)) return null;
    return { is: "consentMissing", rule: "R-46", blocks: true, source: event.book.guidance, facts: { of } };
  },
});

/** Cases in which the province consents before the decision. */
export const PROVINCE_CASES = ["overAge", "religiousDignitary", "readmission"] as const;
export type ProvinceCase = (typeof PROVINCE_CASES)[number];

/** The first consent of the province that a decision on the day lacks; null: none. */
export const missingConsent = (event: Case): ProvinceCase | null =>
  PROVINCE_CASES.find((of) => provinceConsents(of).review(event)) ?? null;

/** Chinese origin, a foreign spouse: guidance of their own asks for the agreement of the body it names. */
export const guidanceFollowed = (of: "chineseOrigin" | "foreignSpouse"): Rule => ({
  id: of,
  review(event) {
    if (!applies(event, of)) return undefined;
    if (consentTo(event, of)) return null;
    return { is: "consentMissing", rule: null, blocks: false, source: GUIDANCE[of], facts: { of } };
  },
});

const GUIDANCE = {
  chineseOrigin: "Thông tri 06-TT/TW (2004), Hướng dẫn 42-HD/BTCTW (2005)",
  foreignSpouse: "Quy định 127-QĐ/TW (2004), Hướng dẫn 41-HD/BTCTW (2005)",
} as const;

function applies(event: Case, of: ConsentCase): boolean {
  const { person, readmission } = event;
  switch (of) {
    case "overAge":
      return isOverAge(event);
    case "religiousDignitary":
      return person.religiousDignitary === true;
    case "readmission":
      return readmission;
    case "chineseOrigin":
      return person.ethnicity === HOA;
    case "foreignSpouse":
      return person.foreignSpouse === true;
    default:
      return false;
  }
}

/** a follower of a religion that the State recognises, with the upper committee's agreement before the start. */
export const religionAgreed: Rule = {
  id: "R-47",
  review(event) {
    const { religion } = event.person;
    const source = "Quy định 06-QĐi/TW (2018), Hướng dẫn 20-HD/BTCTW (2019)";
    if (religion === null || religion === "none") return undefined;
    const agreed = consentTo(event, "religion");
    if (religion === "other" && !agreed)
      return { is: "religionNotRecognised", rule: "R-47", blocks: true, source, facts: {} };
    const { appliedOn } = event.standing;
    if (agreed && (appliedOn === null || agreed.onDay <= appliedOn)) return null;
    return { is: "upperAgreementMissing", rule: "R-47", blocks: true, source, facts: {} };
  },
};

/** the owner of a private business is decided by the committee directly above the base. */
export const ownerDecidedAbove: Rule = {
  id: "R-48",
  review({ person, cell }) {
    if (person.privateOwner !== true) return undefined;
    if (cell.decider === null || cell.decider.kind === "UPPER" || cell.decider.kind === "PROVINCE")
      return null;
    return {
      is: "ownerDecidedBelow",
      rule: "R-48",
      blocks: true,
      source: "Hướng dẫn 08-HD/BTCTW (2021)",
      facts: { unit: cell.decider.name },
    };
  },
};

const BARRED: readonly LeavingReason[] = [
  "abandoned",
  "askedToLeave",
  "disunity",
  "corruption",
  "seriousCrime",
];

/** five reasons of leaving bar a re-admission, and it happens only once. */
export const readmissible: Rule = {
  id: "R-45",
  review({ readmission, standing: { former }, book }) {
    if (!readmission) return undefined;
    const source = `${book.regulation}, mục 3.5`;
    if (!former) return { is: "formerMembershipMissing", rule: "R-45", blocks: true, source, facts: {} };
    if (former.readmittedBefore)
      return {
        is: "readmissionBarred",
        rule: "R-45",
        blocks: true,
        source,
        facts: { reason: "readmittedBefore" },
      };
    if (!BARRED.includes(former.reason)) return null;
    return {
      is: "readmissionBarred",
      rule: "R-45",
      blocks: true,
      source,
      facts: { reason: former.reason },
    };
  },
};

/** 36 months after leaving; 60 after the record of a lesser crime was cleared. */
export const readmittedLateEnough: Rule = {
  id: "R-44",
  review({ readmission, standing: { former }, book, onDay }) {
    if (!readmission || !former) return undefined;
    const crime = former.reason === "lesserCrime";
    if (crime && !former.clearedOn)
      return {
        is: "recordNotCleared",
        rule: "R-44",
        blocks: true,
        source: `${book.regulation}, mục 3.5`,
        facts: {},
      };
    const months = crime ? book.readmissionClearedMonths : book.readmissionMonths;
    const from: PlainDate = crime ? (former.clearedOn ?? former.leftOn) : former.leftOn;
    const allowedOn = addMonths(from, months);
    if (onDay >= allowedOn) return null;
    return {
      is: "readmissionTooEarly",
      rule: "R-44",
      blocks: true,
      source: `${book.regulation}, mục 3.5`,
      facts: { allowedOn, months },
    };
  },
};
