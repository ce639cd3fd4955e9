import { fold } from "@/lib/shared/vietnamese";

/** Something that is found by its number or by the words on it. */
type Searched = { id: string; texts: readonly string[] };

/**
 * Does an entry answer what was typed? "R-05", "r5" and "d5" name one entry; a bare number finds the entries
 * of that number and those that say it; words are found in any order, without accents.
 */
export function answersSearch({ id, texts }: Searched, typed: string): boolean {
  const wanted = fold(typed);
  if (wanted === "") return true;
  const named = /^([rd])[\s-]*0*(\d{1,2})$/.exec(wanted);
  if (named) return numberOf(id) === Number(named[2]) && fold(id).startsWith(named[1] ?? "");
  const said = fold([id, ...texts].join(" "));
  return wanted.split(" ").every((word) => {
    if (!/^\d+$/.test(word)) return said.includes(word);
    return numberOf(id) === Number(word) || new RegExp(`(?<!\\d)${word}(?!\\d)`).test(said);
  });
}

const numberOf = (id: string): number => Number(/\d+$/.exec(id)?.[0]);
