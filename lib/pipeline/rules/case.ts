import type { PlainDate } from "@/lib/shared/days";
import type { Rulebook } from "../rulebook";
import type { Finding, Review } from "./finding";
import type { ProvinceOptions } from "./options";
import type { Standing } from "./standing";
import type { Step } from "./step";
import { isRuleNumber, isUnverified } from "./trust";

/** What the rules ask of a person; null is "chưa rõ". */
export type PersonFacts = {
  birthDate: PlainDate | null;
  birthYear: number;
  education: string | null;
  unionMember: boolean | null;
  occupation: string | null;
  ethnicity: string | null;
  religion: string | null;
  religiousDignitary: boolean | null;
  foreignSpouse: boolean | null;
  privateOwner: boolean | null;
};

/** What the rules ask of the cell on the day. */
export type CellFacts = {
  kind: "CELL" | "BASE_CELL" | string;
  name: string;
  /** Official members on the list; null where no head count is known. */
  officialMembers: number | null;
  /** Is there a Youth Union beside the cell? Unknown is treated as yes. */
  hasUnion: boolean | null;
  /** The committee above that may decide admissions; null: none does. */
  decider: { kind: string; name: string } | null;
};

/** A candidate before the rules: facts, steps, where they stand, and the book that judges. */
export type Case = {
  person: PersonFacts;
  cell: CellFacts;
  readmission: boolean;
  steps: readonly Step[];
  standing: Standing;
  book: Rulebook;
  options: ProvinceOptions;
  /** The day on which the event happens, or today when one asks in advance. */
  onDay: PlainDate;
  today: PlainDate;
};

/** One rule: null when it holds, undefined when it does not apply or cannot be judged. */
export type Rule<Event extends Case = Case> = {
  id: string;
  review(event: Event): Finding | null | undefined;
};

/** Runs the rules of one event. Blocking findings come first. */
export function reviewBy<Event extends Case>(rules: readonly Rule<Event>[], event: Event): Review {
  const answers = rules.map((rule) => ({ rule: rule.id, answer: rule.review(event) }));
  const findings = answers.flatMap(({ answer }) => (answer ? [withTrust(answer, event.book)] : []));
  return {
    findings: findings.toSorted((a, b) => Number(b.blocks) - Number(a.blocks)),
    passed: answers.filter(({ answer }) => answer === null).map(({ rule }) => ({ rule })),
  };
}

/** Says with a finding that its rule is weakly known under the book that judged. */
function withTrust(finding: Finding, book: Rulebook): Finding {
  const { rule } = finding;
  return rule && isRuleNumber(rule) && isUnverified(rule, book) ? { ...finding, unverified: true } : finding;
}
