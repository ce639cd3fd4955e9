import type { TaskGroup } from "@/lib/pipeline/rules/tasks";
import type { CountBy } from "@/lib/reports/rules/parameters";
import type { PlainDate } from "@/lib/shared/days";
import { formatNumber, formatPercent } from "@/lib/shared/ratio";
import type { CommitmentFilter, DifficultyFilter } from "../matters";

/** A report on its page: its parameters and, where people stand behind a number, the figure that opens them. */
export type FigureAddress = {
  page: "/quotas" | "/quotas/months";
  unit: string;
  from: PlainDate;
  to: PlainDate;
  asOf: PlainDate;
  countBy: CountBy;
  figure: string | null;
};

/** What a number of the letter was counted as: enough to count it again and to open it. */
export type Source =
  | { is: "people"; at: FigureAddress }
  | { is: "quota"; at: FigureAddress; field: QuotaField }
  | { is: "difference"; of: FigureAddress; minus: FigureAddress }
  | { is: "units"; at: FigureAddress; status: "assigned" | "done" | "none"; less: number }
  | { is: "tasks"; unit: string; group: TaskGroup }
  | { is: "briefings"; unit: string; from: PlainDate; asOf: PlainDate }
  | { is: "difficulties"; filter: DifficultyFilter }
  | { is: "commitments"; filter: CommitmentFilter };

/** Of a quota: people asked, per cent reached, people missing or beyond, the share asked, a range's upper bound. */
export type QuotaField = "asked" | "percent" | "remaining" | "surplus" | "share" | "upTo";

/** A counted number within a sentence, as it is written and as it is. */
export type Figure = { text: string; value: number; source: Source };
export type Part = string | Figure;
export type Sentence = Part[];

export const PARAGRAPHS = [
  "standing",
  "change",
  "well",
  "notBegun",
  "due",
  "difficulties",
  "promises",
] as const;
export type ParagraphKey = (typeof PARAGRAPHS)[number];
export type Paragraph = { key: ParagraphKey; sentences: Sentence[] };

/** Writes a sentence around its numbers: say`Đã kết nạp ${figure} người.` */
export function say(words: TemplateStringsArray, ...between: (Part | Sentence)[]): Sentence {
  const parts: Sentence = [];
  const add = (part: Part) => {
    const last = parts.at(-1);
    if (part === "") return;
    if (typeof part === "string" && typeof last === "string") parts[parts.length - 1] = last + part;
    else parts.push(part);
  };
  for (const [place, text] of words.entries()) {
    add(text);
    const next = between[place];
    for (const part of next === undefined ? [] : Array.isArray(next) ? next : [next]) add(part);
  }
  return parts;
}

/** A whole number of people, units or matters. */
export const counted = (value: number, source: Source): Figure => ({
  text: formatNumber(value),
  value,
  source,
});

/** "23,17 %": the sign is words, so that the number alone can be compared and opened. */
export function percentOf(value: number, source: Source): Sentence {
  const [text = "", sign = ""] = formatPercent(value).split("\u00a0");
  return [{ text, value, source }, `\u00a0${sign}`];
}

/** Parts one after the other, as "a, b và c". */
export function listed(items: readonly Sentence[]): Sentence {
  return items.flatMap((item, place) => {
    if (place === 0) return item;
    return [place === items.length - 1 ? " và " : ", ", ...item];
  });
}

/** The sentence as plain words. */
export const wordsOf = (sentence: Sentence): string =>
  sentence.map((part) => (typeof part === "string" ? part : part.text)).join("");

/** The paragraph as plain words. */
export const paragraphText = ({ sentences }: Pick<Paragraph, "sentences">): string =>
  sentences.map(wordsOf).join(" ");
