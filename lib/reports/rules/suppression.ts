/** Fewer people than this are not shown where a table with ethnicity or religion leaves the committee (§9.7). */
export const FEWEST_SHOWN = 3;

/** How a number leaves: as it is, as fewer than three, or held back so that no other can be computed from it. */
export type Shown = "shown" | "few" | "guarded";
export type Held = Exclude<Shown, "shown">;

/** One row's numbers: everybody and parts of them; `of`: the larger number of which everybody is a part. */
export type CountedRow = { total: number; parts: readonly number[]; of?: number };

/** Is it a number of people that is not shown: somebody, but fewer than three? */
export const isFew = (people: number): boolean => people > 0 && people < FEWEST_SHOWN;

/** How a part of a whole that the reader knows leaves: held back too where it leaves few of the whole. */
export const shownOf = (part: number, whole: number): Shown =>
  isFew(part) ? "few" : isFew(whole - part) ? "guarded" : "shown";

/**
 * Which numbers of a table may leave, row by row: the total first, then its parts. The rows are parts of one
 * whole that the reader knows, column by column (other tables print it). Held back is a number of one or two; a
 * part that leaves one or two of its row's total; all parts of a row whose total is held back; and as many
 * others as it takes so that sums and differences leave each of these at least two possible values. `counted`:
 * places of rows whose totals another table prints as one number (itself held back when small).
 */
export function suppress(rows: readonly CountedRow[], counted: readonly number[] = []): Shown[][] {
  const width = Math.max(0, ...rows.map(({ parts }) => parts.length)) + 1;
  const shown: Shown[][] = rows.map(({ total, parts, of = total }) => [
    shownOf(total, of),
    ...parts.map((part) => shownOf(part, total)),
  ]);
  const all = rows.map((_, place) => place);
  for (let column = 0; column < width; column++) {
    if (column > 0) hidePartsOfHidden(rows, shown, column);
    const values = rows.map(({ total, parts }) => (column === 0 ? total : (parts[column - 1] ?? 0)));
    if (column === 0) {
      if (isFew(sumOf(values, counted))) hideTheOthers(shown, counted);
      guardColumn(values, shown, { column, places: counted, told: toldSum(values, counted) });
    }
    guardColumn(values, shown, { column, places: all, told: exactly(sumOf(values, all)) });
  }
  return shown;
}

/** Whoever sees everybody else sees how many the few are. */
function hideTheOthers(shown: Shown[][], counted: readonly number[]): void {
  for (const [place, line] of shown.entries())
    if (!counted.includes(place) && line[0] === "shown") line[0] = "guarded";
}

/** What a reader knows of a sum. */
type Told = { least: number; most: number };
const exactly = (sum: number): Told => ({ least: sum, most: sum });
const sumOf = (values: readonly number[], places: readonly number[]): number =>
  places.reduce((sum, place) => sum + (values[place] ?? 0), 0);

function toldSum(values: readonly number[], places: readonly number[]): Told {
  const sum = sumOf(values, places);
  return isFew(sum) ? bounds("few") : exactly(sum);
}

function hidePartsOfHidden(rows: readonly CountedRow[], shown: Shown[][], column: number): void {
  for (const [place] of rows.entries()) {
    const line = shown[place];
    if (line && line[0] !== "shown" && line[column] === "shown") line[column] = "guarded";
  }
}

type Guarded = { column: number; places: readonly number[]; told: Told };

/** Holds back the smallest of what is still shown until no held back number can be told from the sum. */
function guardColumn(values: readonly number[], shown: Shown[][], { column, places, told }: Guarded): void {
  const at = (place: number) => shown[place]?.[column] ?? "shown";
  const guard = (place: number) => {
    const line = shown[place];
    if (line) line[column] = "guarded";
  };
  while (someoneIsTold(values, places, told, at)) {
    const [next] = places
      .filter((place) => at(place) === "shown" && (values[place] ?? 0) > 0)
      .toSorted((one, other) => (values[one] ?? 0) - (values[other] ?? 0) || one - other);
    const few = places.filter((place) => at(place) === "few");
    const [empty] = places.filter((place) => at(place) === "shown");
    if (next !== undefined) guard(next);
    else if (few.length > 1) few.forEach(guard);
    else if (empty !== undefined) guard(empty);
    else return;
  }
}

/** Could somebody who knows the sum of these rows tell one of the numbers held back? */
function someoneIsTold(
  values: readonly number[],
  places: readonly number[],
  told: Told,
  at: (place: number) => Shown,
): boolean {
  const hidden = places.filter((place) => at(place) !== "shown").map((place) => bounds(at(place)));
  const rest = sumOf(
    values,
    places.filter((place) => at(place) === "shown"),
  );
  const least = hidden.reduce((sum, one) => sum + one.least, 0);
  const most = hidden.reduce((sum, one) => sum + one.most, 0);
  return hidden.some((one) => {
    const low = Math.max(one.least, told.least - rest - (most - one.most));
    const high = Math.min(one.most, told.most - rest - (least - one.least));
    return low >= high;
  });
}

/** More than there are people, and small enough to add up exactly. */
const EVERYBODY = 1_000_000_000;

/** What a reader knows of a number held back: "< 3" is one or two, of another nothing. */
const bounds = (shown: Shown) =>
  shown === "few" ? { least: 1, most: FEWEST_SHOWN - 1 } : { least: 0, most: EVERYBODY };
