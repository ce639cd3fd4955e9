import { fold, normalise } from "@/lib/shared/vietnamese";
import type { Answers } from "./answers";
import type { Faults } from "./fault";
import type { ImportColumn } from "./kind";

/** The columns that a unit's headings stood for before, by `headingKey`; "": the heading stood for none. */
export type Headings = ReadonlyMap<string, string>;
export const NO_HEADINGS: Headings = new Map();

export type Place = { column: ImportColumn; place: number };

/** Tone marks fall away with the accents, so "Hòa" and "Hoà" are one. */
export const headingKey = (words: string): string =>
  fold(words)
    .replace(/[\s*]+$/u, "")
    .replace(/[\s_–-]+/g, " ");

type Known = { answers: Answers; headings: Headings; inUnicode: (words: string) => string };

/** Is it the header of a column as the contract writes it? Such a one needs no remembering. */
export function isOwnHeader(words: string, columns: readonly ImportColumn[]): boolean {
  return columns.some(({ header }) => headingKey(header) === headingKey(words));
}

/** Which column each place of the file holds: as the sender answered, by its own header, or as the unit did before. */
export function matchColumns(
  header: readonly string[],
  columns: readonly ImportColumn[],
  faults: Faults,
  { answers, headings, inUnicode }: Known,
): { header: string[]; places: Place[] } {
  const byHeader = new Map(columns.map((column) => [headingKey(column.header), column]));
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const firstOf = <Found>(words: string, find: (key: string) => Found | undefined): Found | undefined =>
    find(headingKey(words)) ?? find(headingKey(inUnicode(words)));
  const told = header.map((words, place): ImportColumn | null | undefined => {
    const answered = answers.columns[place];
    if (answered === null) return null;
    return byKey.get(answered ?? "") ?? firstOf(words, (key) => byHeader.get(key));
  });
  const taken = new Set(told);
  const remembered = (words: string): ImportColumn | undefined => {
    const column = byKey.get(firstOf(words, (key) => headings.get(key)) ?? "");
    return taken.has(column) ? undefined : column;
  };
  const places: Place[] = [];
  header.forEach((words, place) => {
    if (normalise(words) === "" && answers.columns[place] === undefined) return;
    const column = told[place] === undefined ? remembered(words) : told[place];
    if (column === null) return;
    if (!column) {
      if (headingKey(words) !== "loi")
        faults.warning(1, words, words, `Không dùng đến cột "${normalise(words)}".`);
    } else if (places.some((known) => known.column === column)) {
      faults.error(1, words, words, `Cột "${column.header}" có hai lần.`);
    } else {
      places.push({ column, place });
    }
  });
  for (const column of columns) {
    if (column.required && !places.some((known) => known.column === column)) {
      faults.error(1, column.header, "", `Thiếu cột "${column.header}".`);
    }
  }
  return { header: [...header], places };
}

/** The column that a heading may mean, by the words they share, among those that no other heading has. */
export function suggestColumn(
  words: string,
  columns: readonly ImportColumn[],
  taken: ReadonlySet<string>,
): string {
  const own = new Set(headingKey(words).split(" "));
  let best = { key: "", share: 0.34 };
  for (const { key, header } of columns) {
    if (taken.has(key)) continue;
    const theirs = headingKey(header).split(" ");
    const shared = theirs.filter((word) => own.has(word)).length;
    const share = shared / (own.size + theirs.length - shared);
    if (share >= best.share) best = share > best.share ? { key, share } : best;
  }
  return best.key;
}
