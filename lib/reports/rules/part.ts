import { UNIT_TYPES, type UnitType } from "@/lib/organisation/rules/kinds";
import {
  EDUCATIONS,
  type Education,
  OCCUPATIONS,
  type Occupation,
  PROFESSIONS,
  type Profession,
  RELIGIONS,
  type Religion,
  type Sex,
} from "@/lib/people/rules";
import type { Group } from "@/lib/quotas/rules/quota";

const SEXES: readonly Sex[] = ["female", "male"];

/** The last of the 54 ethnic groups by code. */
const ETHNIC_GROUPS = 54;

/**
 * A part of those a figure counts, by one property. An empty list of values: those of whom it is not known. Age
 * is in completed years on the day by which a person counts; a band that begins at 18 takes the younger too.
 */
export type Part =
  | { of: "group"; is: Exclude<Group, "ALL"> }
  | { of: "foreignSpouse" }
  | { of: "readmitted" }
  | { of: "age"; from: number; to: number | null }
  | { of: "sex"; is: readonly Sex[] }
  | { of: "occupation"; is: readonly Occupation[] }
  | { of: "education"; is: readonly Education[] }
  | { of: "profession"; is: readonly Profession[] }
  | { of: "ethnicity"; is: readonly string[] }
  | { of: "religion"; is: readonly Religion[] }
  | { of: "baseType"; is: readonly UnitType[] };

const WORDS: Record<string, Part> = {
  women: { of: "group", is: "WOMEN" },
  ethnicMinority: { of: "group", is: "ETHNIC_MINORITY" },
  religious: { of: "group", is: "RELIGIOUS" },
  unionMember: { of: "group", is: "UNION_MEMBER" },
  privateOwner: { of: "group", is: "PRIVATE_OWNER" },
  foreignSpouse: { of: "foreignSpouse" },
  readmitted: { of: "readmitted" },
};

/**
 * What a row's key counts among those admitted: `total`, `women`, `occupation.7a`, `age.31-35`, `age.over60`,
 * `education.unknown`, several of one kind by `|` (`occupation.10|11`) and several conditions by `&`
 * (`women&ethnicMinority`). Null: it is no such key.
 */
export function partsOfKey(key: string): Part[] | null {
  if (key === "total" || key === "admitted") return [];
  const parts = key.split("&").map(partOf);
  return parts.every((part) => part !== null) ? parts : null;
}

function partOf(word: string): Part | null {
  if (Object.hasOwn(WORDS, word)) return WORDS[word] ?? null;
  const dot = word.indexOf(".");
  const [of, told] = dot < 0 ? ["", ""] : [word.slice(0, dot), word.slice(dot + 1)];
  if (of === "age") return ageBand(told);
  const values = told.split("|");
  switch (of) {
    case "sex":
      return listed(values, SEXES, (is) => ({ of, is }));
    case "occupation":
      return listed(
        values.flatMap((value) => (value === "7" ? ["7a", "7b", "7c"] : [value])),
        OCCUPATIONS,
        (is) => ({ of, is }),
      );
    case "education":
      return listed(
        values.flatMap((value) =>
          value === "lowerSecondary" ? [value, "lowerSecondaryCompleted"] : [value],
        ),
        EDUCATIONS,
        (is) => ({ of, is }),
      );
    case "profession":
      return listed(values, PROFESSIONS, (is) => ({ of, is }));
    case "religion":
      return listed(values, RELIGIONS, (is) => ({ of, is }));
    case "type":
      return listed(values, UNIT_TYPES, (is) => ({ of: "baseType", is }));
    case "ethnicity":
      return listed(values, ETHNICITY_CODES, (is) => ({ of, is }));
    default:
      return null;
  }
}

/** Is a group one of ethnicity or religion? */
export const isSensitiveGroup = (group: Group): boolean =>
  group === "ETHNIC_MINORITY" || group === "RELIGIOUS";

/** Does a part tell of ethnicity or religion? */
export const isSensitive = (part: Part): boolean =>
  part.of === "ethnicity" || part.of === "religion" || (part.of === "group" && isSensitiveGroup(part.is));

/** Codes 01 to 54. */
export const ETHNICITY_CODES: readonly string[] = Array.from({ length: ETHNIC_GROUPS }, (_, place) =>
  String(place + 1).padStart(2, "0"),
);

function listed<Value extends string>(
  told: readonly string[],
  known: readonly Value[],
  make: (is: readonly Value[]) => Part,
): Part | null {
  if (told.length === 1 && told[0] === "unknown") return make([]);
  const values = told.flatMap((value) => known.filter((one) => one === value));
  return values.length === told.length ? make(values) : null;
}

function ageBand(told: string): Part | null {
  const over = /^over(\d{1,3})$/.exec(told)?.[1];
  if (over !== undefined) return { of: "age", from: Number(over) + 1, to: null };
  const band = /^(\d{1,3})-(\d{1,3})$/.exec(told);
  if (!band) return null;
  const [from, to] = [Number(band[1]), Number(band[2])];
  return from <= to ? { of: "age", from: from === 18 ? 0 : from, to } : null;
}
