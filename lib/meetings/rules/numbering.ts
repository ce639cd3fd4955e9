import { numberSign } from "@/lib/organisation/rules/register";
import { fold } from "@/lib/shared/vietnamese";
import type { Matter } from "./committee";

/** "94-QĐ/HU" as 94 and "-QĐ/HU"; null where a text does not begin with a number. */
export function splitNumber(text: string): { count: number; tail: string } | null {
  const match = /^\s*(\d{1,6})(\D.*)?$/.exec(text);
  return match?.[1] ? { count: Number(match[1]), tail: (match[2] ?? "").trim() } : null;
}

/** R-27 compares numbers as people read them: "7-NQ/CB" is "07-nq/cb". */
export function numberKey(text: string): string {
  const parts = splitNumber(text);
  return parts ? `${parts.count}${fold(parts.tail).replaceAll(" ", "")}` : fold(text).replaceAll(" ", "");
}

/** The number after the highest of a unit's sequence, with its tail. */
export function nextNumber(used: readonly string[], tail: string): string {
  const counts = used
    .map(splitNumber)
    .filter((number) => number !== null && fold(number.tail) === fold(tail))
    .map((number) => number?.count ?? 0);
  return `${String(Math.max(0, ...counts) + 1).padStart(2, "0")}${tail}`;
}

/** The register a meeting's papers are numbered in: decisions or resolutions. */
export const registerOf = (matter: Matter): "QĐ" | "NQ" => (matter === "decided" ? "QĐ" : "NQ");

/** The tail of the number used last, or the usual one of such a committee. */
export function tailOf(latestFirst: readonly string[], matter: Matter, unitName: string): string {
  for (const number of latestFirst) {
    const tail = splitNumber(number)?.tail;
    if (tail) return tail;
  }
  return `-${registerOf(matter)}/${numberSign(unitName)}`;
}
