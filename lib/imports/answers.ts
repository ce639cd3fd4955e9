import type { OldFont } from "@/lib/shared/old-fonts";

/**
 * What a row is that meets somebody known: the same person as recorded, the same brought up to date by the
 * file, or another one.
 */
export const MATCHES = ["same", "update", "other"] as const;
export type Match = (typeof MATCHES)[number];

/** How the letters of a file are to be read; `unicode`: as they are. */
export type Script = "unicode" | OldFont;

/** What the sender of a file answered about it, kept beside the file until it is written. */
export type Answers = {
  /** The column that a place of the file holds (null: none is wanted); places not named are matched by heading. */
  columns: Readonly<Record<string, string | null>>;
  /** Null: not asked, or not answered yet. */
  script: Script | null;
  /** Texts by row and column that stand for those of the file. */
  mends: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Who the rows mean that meet somebody known. */
  matches: Readonly<Record<string, Match>>;
};

export const NO_ANSWERS: Answers = { columns: {}, script: null, mends: {}, matches: {} };

/** How many cells were mended on the page. */
export function countMends({ mends }: Answers): number {
  return Object.values(mends).reduce((count, cells) => count + Object.keys(cells).length, 0);
}

/** Somebody known whom a row meets, with what differs, for whoever decides. */
export type Twin = {
  row: number;
  /** Why they may be one: the same number, or the same name and birth date in this cell or in another. */
  because: "number" | "cell" | "elsewhere";
  name: string;
  where: string;
  differs: readonly { label: string; file: string; recorded: string }[];
  /** What can be chosen; the first is what happens unless somebody decides. Null: the row is refused until then. */
  choices: readonly Match[];
  usual: Match | null;
  decided: Match | null;
};
