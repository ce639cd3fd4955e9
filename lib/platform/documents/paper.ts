/** A piece of text in one hand. */
export type Run = { text: string; bold?: boolean; italic?: boolean; underline?: boolean };

/** A plain text, or one in several hands. */
export type Text = string | readonly Run[];

/** Where a text stands on its line. */
export type Align = "left" | "center" | "right" | "justify";

/** One line or paragraph; `size` in points, 13 unless told (11 in tables). */
export type Line = { text: Text; bold?: boolean; italic?: boolean; align?: Align; size?: number };

/** A cell of a table; `indent` in steps from the left. */
export type TableCell = Line & { colSpan?: number; rowSpan?: number; indent?: number };

/**
 * A table. `columns` are shares of the width; the rows of `head` come again on every page. A cell that spans
 * leaves out the cells it covers, as in HTML.
 */
export type Table = {
  columns: readonly { width: number; align?: Align }[];
  head: readonly (readonly TableCell[])[];
  body: readonly (readonly TableCell[])[];
};

/** What stands between the title and the signatures, in order. */
export type Block =
  | ({ is: "heading" } & Line)
  | ({ is: "paragraph" /** The first line begins further in. */; firstLine?: boolean } & Line)
  | { is: "list"; items: readonly Text[]; size?: number }
  | { is: "table"; table: Table }
  | { is: "pageBreak" };

/** One column of the signature block: lines above (place, day, role), room to sign, lines below (the name). */
export type Signature = { above: readonly Line[]; below?: readonly Line[] };

/** A picture as PNG with words beneath, e.g. a QR code that leads to a verification page. */
export type Seal = { png: Uint8Array; caption: string };

/** A document for signature on A4, written as Word by `writeWord` and as PDF by `writePdf`. */
export type Paper = {
  /** Of the file's properties. */
  name: string;
  orientation: "portrait" | "landscape";
  /** Side by side at the top of the first page: committee, (title,) form number or motto. */
  head?: { left: readonly Line[]; centre?: readonly Line[]; right: readonly Line[] };
  /** Centred beneath the head. */
  title?: readonly Line[];
  blocks: readonly Block[];
  signatures?: readonly Signature[];
  seal?: Seal;
  /** At the bottom of every page, left of the page number. */
  foot?: string;
};

/** Points of text unless told. */
export const TEXT_SIZE = 13;
export const TABLE_SIZE = 11;

/** A4 and the margins of official papers, in millimetres. */
export const PAGE = { width: 210, height: 297, top: 20, bottom: 20, left: 25, right: 15 } as const;

/** The text as runs, each with the hand of its line. */
export function runsOf({ text, bold, italic }: Pick<Line, "text" | "bold" | "italic">): Run[] {
  const runs = typeof text === "string" ? [{ text }] : text;
  return runs.map((run) => ({
    ...run,
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
  }));
}
