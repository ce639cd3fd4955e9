/** A row's ranges of ordinals, both ends included; ranges of different rows never overlap. */
export type Ranges = { id: number; ranges: readonly { lo: bigint; hi: bigint }[] };

/** A tree cut where its ranges begin and end, so that each ordinal lies in one segment. */
export type Segments = {
  /** Sorted; segment `n` of PostgreSQL's width_bucket lies from the nth of them to the next. */
  thresholds: bigint[];
  /** Ids of the lines a segment counts for: its row and the total, or neither. */
  linesOf(segment: number): readonly number[];
  /** The row of each segment in the order of the thresholds; ALONE: the total's own, OUTSIDE: of none. */
  rowIds: number[];
};

export const ALONE = 0;
export const OUTSIDE = -1;

/**
 * Cuts the total and its rows into segments. Counted by segment, every record is looked at once, however many
 * rows there are, and a row and the total cannot disagree.
 */
export function cutSegments(total: Ranges, rows: readonly Ranges[]): Segments {
  const lines = [...rows, total];
  const thresholds = [
    ...new Set(lines.flatMap(({ ranges }) => ranges.flatMap(({ lo, hi }) => [lo, hi + 1n]))),
  ].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const place = new Map(thresholds.map((threshold, at) => [threshold, at]));
  const owners: number[][] = thresholds.map(() => []);
  for (const { id, ranges } of lines)
    for (const { lo, hi } of ranges)
      for (let at = place.get(lo) ?? 0; at < (place.get(hi + 1n) ?? 0); at++) owners[at]?.push(id);
  const rowIds = owners.map((ids) => ids.find((id) => id !== total.id) ?? (ids.length > 0 ? ALONE : OUTSIDE));
  return { thresholds, linesOf: (segment) => owners[segment - 1] ?? [], rowIds };
}
