import { FILE_LIMITS, UnreadableFile } from "./unreadable-file";

const TAG =
  /<(\/?)(?:[\w.-]+:)?(table-row|table-cell|covered-table-cell)\b((?:\s+[^\s=>/]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;

const MOST_CELLS = 8_000_000;

function repeatOf(attributes: string, what: "rows" | "columns"): number {
  const found = new RegExp(`number-${what}-repeated\\s*=\\s*["'](\\d+)`).exec(attributes);
  return found ? Number(found[1]) : 1;
}

const hasValue = (attributes: string, closed: boolean): boolean => !closed || /value-type/.test(attributes);

/**
 * An OpenDocument table says "this row 1 000 000 times" in a few letters. What the content would
 * become is counted before it is spread out.
 * @throws UnreadableFile when rows with content, columns or cells are more than a table may have.
 */
export function checkRepeatedCells(content: string): void {
  let rows = 0;
  let cells = 0;
  let rowRepeat = 1;
  let width = 0;
  let filled = 0;
  for (const [, closing, tag, attributes = "", selfClosed] of content.matchAll(TAG)) {
    if (tag === "table-row" && !closing) {
      rowRepeat = repeatOf(attributes, "rows");
      width = 0;
      filled = 0;
    } else if (tag === "table-row") {
      if (filled > FILE_LIMITS.columns) throw new UnreadableFile("tooManyColumns");
      if (filled > 0) rows += rowRepeat;
      cells += filled * rowRepeat;
      if (rows > FILE_LIMITS.rows + 1) throw new UnreadableFile("tooManyRows");
      if (cells > MOST_CELLS) throw new UnreadableFile("bomb");
    } else if (!closing) {
      width += repeatOf(attributes, "columns");
      if (tag === "table-cell" && hasValue(attributes, selfClosed === "/")) filled = width;
    }
  }
}
