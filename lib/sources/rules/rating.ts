import { addMonths, type PlainDate } from "@/lib/shared/days";
import type { AnyFinding } from "@/lib/shared/form-state";
import { fold } from "@/lib/shared/vietnamese";

/** The four levels of the yearly rating, best first (domain §8). */
export const RATINGS = ["EXCELLENT", "GOOD", "COMPLETED", "FAILED"] as const;
export type Rating = (typeof RATINGS)[number];

/** Spellings of the levels: in short, in full, and of the scale used before 2019. */
const WORDS: Record<string, Rating> = {
  htxsnv: "EXCELLENT",
  htxs: "EXCELLENT",
  "hoan thanh xuat sac nhiem vu": "EXCELLENT",
  "hoan thanh xuat sac": "EXCELLENT",
  "xuat sac": "EXCELLENT",
  httnv: "GOOD",
  htt: "GOOD",
  "hoan thanh tot nhiem vu": "GOOD",
  "hoan thanh tot": "GOOD",
  kha: "GOOD",
  htnv: "COMPLETED",
  ht: "COMPLETED",
  "hoan thanh nhiem vu": "COMPLETED",
  "hoan thanh": "COMPLETED",
  "trung binh": "COMPLETED",
  khtnv: "FAILED",
  kht: "FAILED",
  "khong hoan thanh nhiem vu": "FAILED",
  "khong hoan thanh": "FAILED",
  yeu: "FAILED",
};

/** Reads a level; the older scale maps onto it (Xuất sắc, Khá, Trung bình, Yếu). Null: not understood. */
export function parseRating(text: string): Rating | null {
  return WORDS[fold(text)] ?? null;
}

/** What the rating of a member is judged by. */
export type RatedMember = {
  name: string;
  partyMember: boolean;
  joined: PlainDate | null;
  arrived: PlainDate | null;
};

export type RatingFinding = AnyFinding & {
  is: "partyMemberRated" | "activeTooShort" | "excellentLimit" | "changedMeanwhile";
  name?: string;
  most?: number;
  chosen?: number;
};

const MONTHS_ACTIVE = 6;

/** A party member still in the Union has the training programme's result alone, no rating (domain §8). */
export function mayBeRated({ partyMember }: Pick<RatedMember, "partyMember">): boolean {
  return !partyMember;
}

/** Less than six months in the chi đoàn at the year's end: rated on the earlier chi đoàn's comments (domain §8). */
export function activeTooShort({ joined, arrived }: RatedMember, year: number): boolean {
  const since = [joined, arrived]
    .filter((day) => day !== null)
    .toSorted()
    .at(-1);
  return since !== undefined && addMonths(since, MONTHS_ACTIVE) > `${year}-12-31`;
}

/** What is said of one member's rating for a year. */
export function reviewRating(member: RatedMember, rating: Rating | null, year: number): RatingFinding[] {
  const { name } = member;
  if (rating === null) return [];
  if (!mayBeRated(member)) return [{ is: "partyMemberRated", blocks: true, name }];
  if (activeTooShort(member, year)) return [{ is: "activeTooShort", blocks: false, name }];
  return [];
}

/** At most so many of the rated may be HTXSNV, where the province sets a share; rounded down to whole people. */
export function reviewExcellentShare(
  excellent: number,
  rated: number,
  percent: number | null,
): RatingFinding[] {
  if (percent === null) return [];
  const most = Math.floor((rated * percent) / 100);
  return excellent > most ? [{ is: "excellentLimit", blocks: true, most, chosen: excellent }] : [];
}
