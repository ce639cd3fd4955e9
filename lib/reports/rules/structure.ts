import type { Group } from "@/lib/quotas/rules/quota";
import { type Ratio, ratio } from "@/lib/shared/ratio";
import { isSensitiveGroup } from "./part";
import { type Shown, shownOf } from "./suppression";

/** The groups of those admitted; they overlap, so that each is a share of its own (C18). */
export const STRUCTURE_GROUPS = [
  "WOMEN",
  "ETHNIC_MINORITY",
  "RELIGIOUS",
  "UNION_MEMBER",
  "PUPIL",
  "STUDENT",
  "WORKER",
  "PRIVATE_OWNER",
  "NON_STATE_ENTERPRISE",
  "RESIDENTIAL",
] as const satisfies readonly Group[];
export type StructureGroup = (typeof STRUCTURE_GROUPS)[number];

/** Ages as Biểu số 2-BTCTW asks them, by completed years on the day one counts. */
export const AGE_BANDS = ["18-30", "31-35", "36-40", "41-45", "46-50", "51-55", "56-60", "over60"] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** A share; what is held back is null, and `shown` says how. */
export type SafeRatio = Omit<Ratio, "numerator"> & { numerator: number | null; shown: Shown };

/** A group among those admitted, beside the same days a year earlier. */
export type GroupShare = {
  group: StructureGroup;
  current: SafeRatio;
  before: SafeRatio;
  /** Percentage points, 2 decimals; null where either share has no denominator or is held back. */
  change: number | null;
  /** The share a quota asks for, in per cent; null without one. */
  asked: number | null;
};

/**
 * The share of a group; the change is of the two percentages as they are shown. `safe`: small numbers of ethnic
 * minorities and believers are held back.
 */
export function buildGroupShare(
  group: StructureGroup,
  people: { now: number; before: number },
  all: { now: number; before: number },
  { asked, safe }: { asked: number | null; safe: boolean },
): GroupShare {
  const held = safe && isSensitiveGroup(group);
  const current = shareOf(people.now, all.now, held);
  const before = shareOf(people.before, all.before, held);
  const change =
    current.percent === null || before.percent === null
      ? null
      : Math.round((current.percent - before.percent) * 100) / 100;
  return { group, current, before, change, asked };
}

function shareOf(people: number, all: number, held: boolean): SafeRatio {
  const shown = held ? shownOf(people, all) : "shown";
  return shown === "shown"
    ? { ...ratio(people, all), shown }
    : { numerator: null, denominator: all, percent: null, shown };
}

/** People of one age band by sex; `unknown`: the sex is not told. */
export type AgeLine = { band: AgeBand; female: number; male: number; unknown: number };

/** One line per band, those without anybody too, oldest first as a pyramid stands. */
export function buildPyramid(
  counts: readonly { age: number; sex: string | null; people: number }[],
): AgeLine[] {
  return AGE_BANDS.map((band) => {
    const line: AgeLine = { band, female: 0, male: 0, unknown: 0 };
    for (const { age, sex, people } of counts)
      if (bandOf(age) === band) line[sex === "female" || sex === "male" ? sex : "unknown"] += people;
    return line;
  }).toReversed();
}

/** The band of an age; who is younger than 18 was admitted by mistake and stands with the youngest. */
export function bandOf(age: number): AgeBand {
  if (age > 60) return "over60";
  const upper = [30, 35, 40, 45, 50, 55, 60].findIndex((last) => age <= last);
  return AGE_BANDS[upper] ?? "over60";
}
