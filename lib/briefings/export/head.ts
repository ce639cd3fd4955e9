import { committeeName } from "@/lib/organisation/rules/register";
import type { Line, Paper, Signature } from "@/lib/platform/documents/paper";
import { formatDayLong, type PlainDate } from "@/lib/shared/days";

const MOTTO = "ĐẢNG CỘNG SẢN VIỆT NAM";

/** The head of a committee's paper: who is above, who writes, its number; the party's name and the day. */
export function paperHead(
  unit: string,
  above: readonly string[],
  number: string | null,
  day: PlainDate,
): NonNullable<Paper["head"]> {
  const superior = above.at(-1);
  const left: Line[] = [
    ...(superior ? [{ text: superior.toUpperCase() }] : []),
    { text: committeeName(unit).toUpperCase(), bold: true },
    { text: "*" },
    ...(number === null ? [] : [{ text: `Số ${number || "............"}` }]),
  ];
  return {
    left,
    right: [
      { text: [{ text: MOTTO, bold: true, underline: true }] },
      { text: capital(formatDayLong(day)), italic: true },
    ],
  };
}

/** Who signs for the committee. */
export const committeeSignature = (unit: string): Signature => ({
  above: [
    { text: `T/M ${committeeName(unit).toUpperCase()}`, bold: true },
    { text: "BÍ THƯ", bold: true },
  ],
});

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
