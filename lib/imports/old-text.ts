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
export async function offerOldFont(rows: readonly TextRow[]): Promise<OldFontOffer | null> {
  const old: { row: number; before: string }[] = [];
  await inTurns(rows, ({ row, texts }) => {
    if (old.length > GUESSED_BY) return;
    for (const before of texts) {
      if (!isAscii(before) && looksLikeLegacyEncoding(before)) old.push({ row, before });
    }
  });
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
export async function converterOf(
  rows: readonly TextRow[],
  font: OldFont,
): Promise<(text: string, place: number) => string> {
  const old = new Set<number>();
  const modern = new Set<number>();
  await inTurns(rows, ({ texts }) => {
    texts.forEach((text, place) => {
      if (isAscii(text)) return;
      if (isSurelyUnicode(text)) modern.add(place);
      else if (looksLikeLegacyEncoding(text)) old.add(place);
    });
  });
  return (text, place) => {
    if (isAscii(text) || isSurelyUnicode(text)) return text;
    const follows = old.has(place) && !modern.has(place);
    return follows || looksLikeLegacyEncoding(text) ? convertOldFont(text, font) : text;
  };
}

const isAscii = (text: string): boolean => !/[^\t\n\r -~]/.test(text);

const SLICE = 500;

/** Looks at each row, some hundred at a time, and lets others have their turn in between. */
export async function inTurns<Row>(rows: readonly Row[], look: (row: Row) => void): Promise<void> {
  for (let start = 0; start < rows.length; start += SLICE) {
    if (start > 0) await new Promise((resolve) => setImmediate(resolve));
    for (const row of rows.slice(start, start + SLICE)) look(row);
  }
}
