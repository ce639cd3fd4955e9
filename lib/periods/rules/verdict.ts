import { parseNumber } from "@/lib/shared/numbers";
import type { KeyTotal } from "./content";
import { hashTyped } from "./snapshot";

/** What was typed from a paper: its hash, numbers of totals by their key, and a number of any line. */
export type Typed = { h: string; line: string; number: string; totals: Readonly<Record<string, string>> };

/** Is there such a line, and under which headings does the typed number stand in it? */
export type LineAnswer = { known: boolean; labels: string[] };

/** One thing of the paper that was compared, and whether it is as it was frozen. */
export type Compared = { label: string; typed: string; same: boolean };

/** What the verification page says of a paper. */
export type Verdict =
  | { is: "unknown" }
  | { is: "broken" }
  | { is: "tooMany" }
  | { is: "otherHash" }
  /** `hash`: was it compared, and is the same? Only then, and with numbers, is a paper called genuine. */
  | { is: "compared"; hash: boolean; numbers: Compared[]; line: LineAnswer | null };

/** Compares what a paper says with what was frozen: the hash, and the numbers that were typed. */
export function buildVerdict(
  frozen: { hash: string; totals: readonly KeyTotal[] },
  { h, totals, line, number }: Typed,
  answer: LineAnswer | null,
): Verdict {
  if (h.trim() !== "" && hashTyped(h) !== frozen.hash) return { is: "otherHash" };
  const numbers = frozen.totals.flatMap(({ key, label, number: own }): Compared[] => {
    const typed = (totals[key] ?? "").trim();
    return typed === "" ? [] : [{ label, typed, same: parseNumber(typed) === own }];
  });
  if (answer && answer.labels.length > 0)
    numbers.push({ label: `${line}: ${answer.labels.join(", ")}`, typed: number, same: true });
  return { is: "compared", hash: h.trim() !== "", numbers, line: answer };
}

/** Is everything that was compared as it was frozen, the hash and at least one number? */
export const isGenuine = (verdict: Verdict): boolean =>
  verdict.is === "compared" &&
  verdict.hash &&
  !isMissing(verdict.line) &&
  verdict.numbers.length > 0 &&
  verdict.numbers.every(({ same }) => same);

/** Is there such a line, but without the typed number? */
export const isMissing = (line: LineAnswer | null): boolean =>
  line?.known === true && line.labels.length === 0;
