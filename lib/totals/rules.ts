import type { Group, Indicator } from "@/lib/quotas/rules/quota";
import type { PlainDate } from "@/lib/shared/days";

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
const EXACT = /^(\d{1,9}|\d{1,3}(\.\d{3})+)$/;

/** The number that the words say, or null where they only come near it. */
export const exactValue = (words: string): number | null =>
  EXACT.test(words) ? Number(words.replaceAll(".", "")) : null;

/** Is it a figure at all: a number, or words that come near one? */
export const isFigure = (words: string): boolean =>
  exactValue(words) !== null || (/\d/.test(words) && ROUGHLY.test(words.toLocaleLowerCase("vi")));
