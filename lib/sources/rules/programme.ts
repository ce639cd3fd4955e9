import type { UnitType } from "@/lib/organisation/rules/kinds";
import type { Occupation, Sex } from "@/lib/people/rules";
import type { Source } from "@/lib/pipeline/labels/words";
import { type PlainDate, yearOf } from "@/lib/shared/days";

/** On which day the age is counted: when introduced, or the day that is asked for. */
export const AGE_DAYS = ["introduction", "asOf"] as const;
export type AgeDay = (typeof AGE_DAYS)[number];

/** Who belongs to a programme; an empty list and null say nothing. Ages are whole years, both ends included. */
export type ProgrammeRule = {
  occupations: Occupation[];
  ageFrom: number | null;
  ageTo: number | null;
  ageOn: AgeDay;
  types: UnitType[];
  sources: Source[];
  sex: Sex | null;
  unionMember: boolean | null;
};

/** A rule that says nothing. */
export const ANYBODY: ProgrammeRule = {
  occupations: [],
  ageFrom: null,
  ageTo: null,
  ageOn: "introduction",
  types: [],
  sources: [],
  sex: null,
  unionMember: null,
};

/** The people of a programme: the rule, and between which days they were introduced; null: it goes on. */
export type ProgrammeGroup = { rule: ProgrammeRule; from: PlainDate; to: PlainDate | null };

/** A candidate as a rule judges them; null is "chưa rõ" and fulfils no condition. */
export type Judged = {
  introducedOn: PlainDate | null;
  source: Source;
  birthDate: PlainDate | null;
  birthYear: number;
  occupation: Occupation | null;
  sex: Sex | null;
  unionMember: boolean | null;
  unitType: UnitType | null;
};

/** Does somebody belong to the group, as of a day? `membershipSql` says the same of rows. */
export function belongs({ rule, from, to }: ProgrammeGroup, person: Judged, asOf: PlainDate): boolean {
  const { introducedOn } = person;
  if (introducedOn === null || introducedOn < from || (to !== null && introducedOn > to)) return false;
  if (introducedOn > asOf) return false;
  const age = wholeYears(person, rule.ageOn === "asOf" ? asOf : introducedOn);
  return (
    (rule.ageFrom === null || age >= rule.ageFrom) &&
    (rule.ageTo === null || age <= rule.ageTo) &&
    isOneOf(person.occupation, rule.occupations) &&
    isOneOf(person.unitType, rule.types) &&
    isOneOf(person.source, rule.sources) &&
    (rule.sex === null || person.sex === rule.sex) &&
    (rule.unionMember === null || person.unionMember === rule.unionMember)
  );
}

/** From a bare birth year the age is the difference of years. */
function wholeYears(
  { birthDate, birthYear }: Pick<Judged, "birthDate" | "birthYear">,
  day: PlainDate,
): number {
  const years = yearOf(day) - birthYear;
  return birthDate !== null && day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

const isOneOf = <Value>(value: Value | null, list: readonly Value[]): boolean =>
  list.length === 0 || (value !== null && list.includes(value));

/** Does a rule choose anybody at all, that is, less than everybody? */
export function saysSomething({ ageOn: _, ...rule }: ProgrammeRule): boolean {
  return Object.values(rule).some((value) => (Array.isArray(value) ? value.length > 0 : value !== null));
}

/** Is it under way on a day? */
export function isOpen({ from, to }: Pick<ProgrammeGroup, "from" | "to">, day: PlainDate): boolean {
  return from <= day && (to === null || to >= day);
}
