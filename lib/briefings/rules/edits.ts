import { type Figure, type Paragraph, type ParagraphKey, paragraphText } from "./letter/parts";

/** A paragraph in somebody's words; without words the counted text stands again. */
export type Edit = {
  paragraph: ParagraphKey;
  edition: number;
  words: string | null;
  editedByName: string;
  editedOn: string;
};

/**
 * A piece of a paragraph as it is shown: words, a counted number that stands as it was counted, or a number
 * changed by hand beside the counted one (null: nothing was counted there).
 */
export type ShownPart =
  | { is: "words"; text: string }
  | { is: "figure"; figure: Figure }
  | { is: "byHand"; typed: string; counted: { text: string; figure: Figure | null } | null };

/** A paragraph as it goes out, with what was changed by hand. */
export type ShownParagraph = {
  key: ParagraphKey;
  parts: ShownPart[];
  /** The latest edit, if it stands in somebody's words. */
  edit: Edit | null;
  /** All edits so far, the latest first. */
  history: Edit[];
};

/** Each paragraph with its latest edit. */
export function prepareParagraphs(
  paragraphs: readonly Paragraph[],
  edits: readonly Edit[],
): ShownParagraph[] {
  return paragraphs.map((paragraph) => {
    const history = edits
      .filter((edit) => edit.paragraph === paragraph.key)
      .toSorted((a, b) => b.edition - a.edition);
    const edit = history[0]?.words == null ? null : history[0];
    return {
      key: paragraph.key,
      parts: edit?.words == null ? countedParts(paragraph) : compareWords(paragraph, edit.words),
      edit,
      history,
    };
  });
}

/** The numbers changed by hand, in their order. */
export function changedByHand(paragraphs: readonly ShownParagraph[]): Extract<ShownPart, { is: "byHand" }>[] {
  return paragraphs.flatMap(({ parts }) => parts.filter((part) => part.is === "byHand"));
}

/** The paragraph as plain words. */
export const shownText = ({ parts }: Pick<ShownParagraph, "parts">): string =>
  parts
    .map((part) => (part.is === "words" ? part.text : part.is === "figure" ? part.figure.text : part.typed))
    .join("");

function countedParts({ sentences }: Paragraph): ShownPart[] {
  return sentences.flatMap((sentence, place) => [
    ...(place > 0 ? [{ is: "words", text: " " } as const] : []),
    ...sentence.map(
      (part): ShownPart =>
        typeof part === "string" ? { is: "words", text: part } : { is: "figure", figure: part },
    ),
  ]);
}

type Token = { text: string; number: boolean; figure: Figure | null };

const TOKEN = /\d+(?:[.,]\d+)*|\p{L}+|\s+|[^\s\p{L}\d]/gu;

function tokensOf(text: string): Token[] {
  return (text.match(TOKEN) ?? []).map((token) => ({ text: token, number: /^\d/.test(token), figure: null }));
}

/**
 * Lays typed words beside the counted ones: a number that stands where it was counted stays a figure; another
 * number in its place, or one that nobody counted, is marked. The order of the words tells which is which.
 */
export function compareWords(paragraph: Paragraph, typed: string): ShownPart[] {
  if (normal(typed) === normal(paragraphText(paragraph))) return countedParts(paragraph);
  const counted = countedParts(paragraph).flatMap((part): Token[] =>
    part.is === "figure"
      ? [{ text: part.figure.text, number: true, figure: part.figure }]
      : tokensOf(part.is === "words" ? part.text : ""),
  );
  const parts: ShownPart[] = [];
  const say = (text: string) => {
    const last = parts.at(-1);
    if (last?.is === "words") last.text += text;
    else parts.push({ is: "words", text });
  };
  for (const { same, left, right } of aligned(counted, tokensOf(typed))) {
    if (same) {
      if (same.figure) parts.push({ is: "figure", figure: same.figure });
      else say(same.text);
      continue;
    }
    const replaced = left.filter(({ number }) => number);
    for (const token of right) {
      if (!token.number) say(token.text);
      else {
        const was = replaced.shift();
        parts.push({
          is: "byHand",
          typed: token.text,
          counted: was ? { text: was.text, figure: was.figure } : null,
        });
      }
    }
  }
  return parts;
}

type Run = { same: Token | null; left: Token[]; right: Token[] };

/** The longest common run of tokens, and between them what stood there and what stands there now. */
function aligned(counted: readonly Token[], typed: readonly Token[]): Run[] {
  const width = typed.length + 1;
  const longest = new Uint16Array((counted.length + 1) * width);
  const at = (row: number, column: number) => longest[row * width + column] ?? 0;
  for (let row = counted.length - 1; row >= 0; row--)
    for (let column = typed.length - 1; column >= 0; column--)
      longest[row * width + column] = equal(counted[row], typed[column])
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
  const runs: Run[] = [];
  let [row, column] = [0, 0];
  let gap: Run = { same: null, left: [], right: [] };
  const close = () => {
    if (gap.left.length + gap.right.length > 0) runs.push(gap);
    gap = { same: null, left: [], right: [] };
  };
  while (row < counted.length || column < typed.length) {
    const [left, right] = [counted[row], typed[column]];
    if (left && right && equal(left, right)) {
      close();
      runs.push({ same: left, left: [], right: [] });
      row++;
      column++;
    } else if (left && (!right || at(row + 1, column) >= at(row, column + 1))) {
      gap.left.push(left);
      row++;
    } else if (right) {
      gap.right.push(right);
      column++;
    }
  }
  close();
  return runs;
}

const equal = (a: Token | undefined, b: Token | undefined): boolean =>
  a !== undefined && b !== undefined && normal(a.text) === normal(b.text);

const normal = (text: string): string => text.replace(/\s+/g, " ").trim();
