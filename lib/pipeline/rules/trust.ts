import type { Rulebook } from "../rulebook";

/** How a rule is known (domain §10, §11). */
export const TRUSTS = [
  "text",
  "cited",
  "agreed",
  "oneSource",
  "derived",
  "logic",
  "knowledge",
  "judgement",
] as const;
export type Trust = (typeof TRUSTS)[number];

/** Numbers and words of the rulebook that a rule reads. */
export type BookField = Exclude<
  keyof Rulebook,
  "name" | "from" | "regulation" | "guidance" | "formGuidance" | "unverified"
>;

type Standing = { trust: Trust; reads: readonly BookField[] };

const known = (trust: Trust, ...reads: BookField[]): Standing => ({ trust, reads });

/** Every rule of domain §10: how it is known, and what it reads of the rulebook of the day. */
export const RULE_TRUST = {
  "R-01": known("agreed", "minimumAge"),
  "R-02": known("text", "maximumAge"),
  "R-03": known("text", "education"),
  "R-04": known("text"),
  "R-05": known("text", "certificateMonths", "certificateCountsUntil"),
  "R-06": known("derived", "certificateMonths"),
  "R-07": known("cited"),
  "R-08": known("text"),
  "R-09": known("cited"),
  "R-10": known("text"),
  "R-11": known("text", "togetherMonths", "togetherByResidence"),
  "R-12": known("text"),
  "R-13": known("text", "youthAge"),
  "R-14": known("judgement"),
  "R-15": known("cited"),
  "R-16": known("text"),
  "R-17": known("text", "verifiesSpouseCarers"),
  "R-18": known("cited"),
  "R-19": known("knowledge", "verificationWorkingDays", "verificationAbroadWorkingDays"),
  "R-20": known("cited"),
  "R-21": known("text", "politicalStandard"),
  "R-22": known("text"),
  "R-23": known("cited", "dossierMonths"),
  "R-24": known("text"),
  "R-25": known("text"),
  "R-26": known("derived"),
  "R-27": known("cited"),
  "R-28": known("text"),
  "R-29": known("text", "decider"),
  "R-30": known("text", "decider"),
  "R-31": known("text", "decisionWorkingDays", "decisionExtensionWorkingDays"),
  "R-32": known("text"),
  "R-33": known("agreed", "ceremonyWorkingDays", "ceremonyCountsFrom"),
  "R-34": known("logic"),
  "R-35": known("text"),
  "R-36": known("text", "probationMonths"),
  "R-37": known("text", "recognitionWorkingDays"),
  "R-38": known("text"),
  "R-39": known("text", "probationMonths"),
  "R-40": known("text", "recognitionRounds"),
  "R-41": known("cited"),
  "R-42": known("text", "recognitionWorkingDays", "recognitionExtensionWorkingDays"),
  "R-43": known("text"),
  "R-44": known("text", "readmissionMonths", "readmissionClearedMonths"),
  "R-45": known("text"),
  "R-46": known("cited"),
  "R-47": known("text"),
  "R-48": known("text"),
  "R-49": known("text"),
  "R-50": known("agreed", "transferWorkingDays", "letterWorkingDays"),
  "R-51": known("logic"),
  "R-52": known("logic"),
  "R-53": known("judgement"),
  "R-54": known("judgement"),
  "R-55": known("judgement"),
  "R-56": known("judgement"),
} as const satisfies Record<`R-${string}`, Standing>;

export type RuleNumber = keyof typeof RULE_TRUST;

/** Is it known only by inference, from memory or from a single source: "chưa đối chiếu" on screen? */
export function isWeak(trust: Trust): boolean {
  return trust !== "text" && trust !== "cited" && trust !== "agreed";
}

export const isRuleNumber = (id: string): id is RuleNumber => id in RULE_TRUST;

/** Is a rule, or a number that it reads of this book, not yet compared with a text? */
export function isUnverified(rule: RuleNumber, book: Rulebook): boolean {
  const { trust, reads } = RULE_TRUST[rule];
  return isWeak(trust) || reads.some((field) => book.unverified.includes(field));
}
