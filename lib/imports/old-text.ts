import { convertOldFont, guessOldFont, isSurelyUnicode, type OldFont } from "@/lib/shared/old-fonts";
import { looksLikeLegacyEncoding } from "@/lib/shared/vietnamese";

/** The old font that the texts of a file seem to be in, with some of them before and after. */
export type OldFontOffer = {
  font: OldFont;
  samples: readonly { row: number; before: string; after: string }[];
};

type TextRow = { row: number; texts: readonly string[] };

const SAMPLES = 8;
const GUESSED_BY = 2000;

/** Says whether the texts of a file look like an old font, and what they would become. */
export function offerOldFont(rows: readonly TextRow[]): OldFontOffer | null {
  const old: { row: number; before: string }[] = [];
  for (const { row, texts } of rows) {
    for (const before of texts) if (looksLikeLegacyEncoding(before)) old.push({ row, before });
    if (old.length > GUESSED_BY) break;
  }
  const font = guessOldFont(old.map(({ before }) => before));
  if (font === null) return null;
  const samples = old.slice(0, SAMPLES).map(({ row, before }) => ({
    row,
    before,
    after: convertOldFont(before, font),
  }));
  return { font, samples };
}

/**
 * Answers what turns the texts of a file into Unicode. A text that only Unicode can hold stays; one that could
 * be either follows its column, unless that holds both.
 */
export function converterOf(
  rows: readonly TextRow[],
  font: OldFont,
): (text: string, place: number) => string {
  const old = new Set<number>();
  const modern = new Set<number>();
  for (const { texts } of rows) {
    texts.forEach((text, place) => {
      if (isAscii(text)) return;
      if (isSurelyUnicode(text)) modern.add(place);
      else if (looksLikeLegacyEncoding(text)) old.add(place);
    });
  }
  return (text, place) => {
    if (isAscii(text) || isSurelyUnicode(text)) return text;
    const follows = old.has(place) && !modern.has(place);
    return follows || looksLikeLegacyEncoding(text) ? convertOldFont(text, font) : text;
  };
}

const isAscii = (text: string): boolean => !/[^\t\n\r -~]/.test(text);
