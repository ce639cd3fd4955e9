import {
  blankNumber,
  type HeadedUnit,
  placeAndDay,
  signsFor,
  superiorName,
  writerName,
} from "@/lib/organisation/rules/letterhead";
import type { Line, Paper, Signature } from "@/lib/platform/documents/paper";
import type { PlainDate } from "@/lib/shared/days";

const MOTTO = "ĐẢNG CỘNG SẢN VIỆT NAM";

/** The unit that writes first, then those above it. */
export type PaperLine = readonly HeadedUnit[];

/** The head of a committee's paper: who is above, who writes, its number line; the party's name, place and day. */
export function paperHead(
  line: PaperLine,
  number: string | null,
  day: PlainDate,
): NonNullable<Paper["head"]> {
  const [writer, above] = line;
  const superior = above && superiorName(above);
  const left: Line[] = [
    ...(superior ? [{ text: superior }] : []),
    ...(writer ? [{ text: writerName(writer), bold: true }] : []),
    { text: "*" },
    ...(number === null ? [] : [{ text: number }]),
  ];
  return {
    left,
    right: [
      { text: [{ text: MOTTO, bold: true, underline: true }] },
      { text: placeAndDay(line, day), italic: true },
    ],
  };
}

/** "Số 12-BC/ĐU", or room for the number of a report. */
export function reportNumber([writer]: PaperLine, recorded: string | null): string {
  if (recorded) return `Số ${recorded}`;
  return writer ? blankNumber("BC", writer) : "Số ………";
}

/** Who signs for the committee. */
export const committeeSignature = ([writer]: PaperLine): Signature => ({
  above: [...(writer ? [signsFor(writer)] : []), "BÍ THƯ"].map((text) => ({ text, bold: true })),
});
