import { parseNumber } from "@/lib/shared/numbers";
import type { KeyTotal } from "./content";
import { hashTyped } from "./snapshot";

/** What the verification page says of a paper. */
export type Verdict =
  | { is: "unknown" }
  | { is: "nothingTyped" }
  | { is: "broken" }
  | { is: "otherHash" }
  | { is: "otherFigures"; keys: string[] }
  | { is: "genuine" };

/** Compares what a paper says with what was frozen: the hash, and the totals that were typed. */
export function buildVerdict(
  frozen: { hash: string; intact: boolean; totals: readonly KeyTotal[] } | null,
  { h, ...typed }: Readonly<Record<string, string>> & { h: string },
): Verdict {
  if (!frozen) return { is: "unknown" };
  if (!frozen.intact) return { is: "broken" };
  const told = frozen.totals.filter(({ key }) => (typed[key] ?? "").trim() !== "");
  if (h.trim() === "" && told.length === 0) return { is: "nothingTyped" };
  if (h.trim() !== "" && hashTyped(h) !== frozen.hash) return { is: "otherHash" };
  const keys = told
    .filter(({ key, number }) => parseNumber(typed[key] ?? "") !== number)
    .map(({ key }) => key);
  return keys.length > 0 ? { is: "otherFigures", keys } : { is: "genuine" };
}
