import type { Group, Indicator } from "@/lib/quotas/rules/quota";
import type { PlainDate } from "@/lib/shared/days";
import { parseWhole } from "@/lib/shared/numbers";

/** A figure of an old report, without the people behind it. */
export type PastTotal = {
  id: string;
  unit: { code: string; name: string };
  from: PlainDate;
  to: PlainDate;
  indicator: Indicator;
  group: Group;
  /** As the report has it. */
  words: string;
  /** The same as a number; null where the report is not exact. */
  value: number | null;
  /** The report it stands in. */
  source: string;
  recordedByName: string;
  version: number;
};

/** "gần", "hơn", "trên": how reports say that a figure is not exact. */
const ROUGHLY = /^(gần|hơn|trên|dưới|khoảng|xấp xỉ|trung bình|từ)\s/u;
const MOST = 999_999_999;

/** The number that the words say, or null where they only come near it. */
export function exactValue(words: string): number | null {
  const value = parseWhole(words);
  return value !== null && value <= MOST ? value : null;
}

/** Is it a figure at all: a number, or words that come near one? */
export const isFigure = (words: string): boolean =>
  exactValue(words) !== null || (/\d/.test(words) && ROUGHLY.test(words.toLocaleLowerCase("vi")));
