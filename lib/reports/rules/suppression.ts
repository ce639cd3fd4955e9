/** Fewer people than this are not shown where a table with ethnicity or religion leaves the committee (§9.7). */
export const FEWEST_SHOWN = 3;

/** How a number leaves: as it is, as fewer than three, or held back so that no other can be computed from it. */
export type Shown = "shown" | "few" | "guarded";

/** One row's numbers: everybody and parts of them. */
export type CountedRow = { total: number; parts: readonly number[] };

/** Is it a number of people that is not shown: somebody, but fewer than three? */
export const isFew = (people: number): boolean => people > 0 && people < FEWEST_SHOWN;

/**
 * Which numbers of a table may leave, row by row: the total first, then its parts. The rows are parts of one
 * whole that the reader knows, column by column (other tables print it). Held back is a number of one or two; a
 * part that leaves one or two of its row's total; all parts of a row whose total is held back; and as many
 * others as it takes so that sums and differences leave each of these at least two possible values.
 */
export function suppress(rows: readonly CountedRow[]): Shown[][] {
  const width = Math.max(0, ...rows.map(({ parts }) => parts.length)) + 1;
  const shown: Shown[][] = rows.map(({ total, parts }) => [
    isFew(total) ? "few" : "shown",
    ...parts.map((part) => (isFew(part) ? "few" : isFew(total - part) ? "guarded" : "shown")),
  ]);
  for (let column = 0; column < width; column++) {
    if (column > 0) hidePartsOfHidden(rows, shown, column);
    guardColumn(
      rows.map(({ total, parts }) => (column === 0 ? total : (parts[column - 1] ?? 0))),
      shown,
      column,
    );
  }
  return shown;
}

function hidePartsOfHidden(rows: readonly CountedRow[], shown: Shown[][], column: number): void {
  for (const [place] of rows.entries()) {
    const line = shown[place];
    if (line && line[0] !== "shown" && line[column] === "shown") line[column] = "guarded";
  }
}

/** Holds back the smallest of what is still shown until no held back number can be told from the sum. */
function guardColumn(values: readonly number[], shown: Shown[][], column: number): void {
  const at = (place: number) => shown[place]?.[column] ?? "shown";
  while (someoneIsTold(values, at)) {
    const next = values
      .map((value, place) => ({ value, place }))
      .filter(({ place }) => at(place) === "shown")
      .toSorted(
        (a, b) => Number(a.value === 0) - Number(b.value === 0) || a.value - b.value || a.place - b.place,
      )[0];
    const line = next && shown[next.place];
    if (!line) return;
    line[column] = "guarded";
  }
}

/** Could somebody who knows the sum of the column tell one of the numbers held back? */
function someoneIsTold(values: readonly number[], at: (place: number) => Shown): boolean {
  const hidden = values.flatMap((value, place) =>
    at(place) === "shown" ? [] : [{ value, ...bounds(at(place)) }],
  );
  const rest = hidden.reduce((sum, { value }) => sum + value, 0);
  const least = hidden.reduce((sum, { least: one }) => sum + one, 0);
  const most = hidden.reduce((sum, { most: one }) => sum + one, 0);
  return hidden.some((one) => {
    const low = Math.max(one.least, rest - (most - one.most));
    const high = Math.min(one.most, rest - (least - one.least));
    return low >= high;
  });
}

/** More than there are people, and small enough to add up exactly. */
const EVERYBODY = 1_000_000_000;

/** What a reader knows of a number held back: "< 3" is one or two, of another nothing. */
const bounds = (shown: Shown) =>
  shown === "few" ? { least: 1, most: FEWEST_SHOWN - 1 } : { least: 0, most: EVERYBODY };
