import { fold, normalise } from "./vietnamese";

/** A stretch of a text, and whether it is what was searched for. */
export type Part = { text: string; matched: boolean };

/**
 * Cuts a text where it holds what was typed, accents and case aside: the words typed as one stretch where
 * they stand so, else each of them where it is first found.
 */
export function matchedParts(text: string, typed: string): Part[] {
  const letters = [...normalise(text)];
  const folded = letters.map((letter) => (letter === " " ? " " : fold(letter)));
  const wanted = fold(typed);
  const marked = letters.map(() => false);
  for (const words of holds(folded, wanted) ? [wanted] : wanted.split(" ")) mark(folded, words, marked);
  return runsOf(letters, marked);
}

const holds = (folded: string[], words: string): boolean => words !== "" && folded.join("").includes(words);

function mark(folded: string[], words: string, marked: boolean[]): void {
  if (!holds(folded, words)) return;
  const first = folded.join("").indexOf(words);
  let at = 0;
  for (const [place, letter] of folded.entries()) {
    if (at >= first && at < first + words.length && letter !== "") marked[place] = true;
    at += letter.length;
  }
}

function runsOf(letters: string[], marked: boolean[]): Part[] {
  const parts: Part[] = [];
  for (const [place, letter] of letters.entries()) {
    const last = parts.at(-1);
    const matched = marked[place] ?? false;
    if (last?.matched === matched) last.text += letter;
    else parts.push({ text: letter, matched });
  }
  return parts;
}
