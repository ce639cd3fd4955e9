import { type Ratio, ratio } from "@/lib/shared/ratio";
import type { UnitHead } from "./parameters";

/** A calendar year of a unit: who was admitted, and what was asked (null: no quota). */
export type YearResult = { year: number; attained: Ratio; asked: number | null; complete: boolean };

/** A unit over several years; streaks are counted back from the last complete year (C31). */
export type YearsLine = {
  unit: UnitHead;
  years: YearResult[];
  /** Years in a row in which the quota was missed; a year without a quota ends the row. */
  missed: number;
  /** Years in a row without anybody admitted, as far back as is shown. */
  without: number;
  everAdmitted: boolean;
};

/** One unit's line. `years` earliest first; `everAdmitted`: at any time, also before the years shown. */
export function buildYearsLine(
  unit: UnitHead,
  years: readonly { year: number; admitted: number; asked: number | null; complete: boolean }[],
  everAdmitted: boolean,
): YearsLine {
  const complete = years.filter((told) => told.complete).toReversed();
  return {
    unit,
    years: years.map(({ year, admitted, asked, complete: ended }) => ({
      year,
      attained: ratio(admitted, asked ?? 0),
      asked,
      complete: ended,
    })),
    missed: inARow(complete, ({ admitted, asked }) => asked !== null && asked > 0 && admitted < asked),
    without: inARow(complete, ({ admitted }) => admitted === 0),
    everAdmitted,
  };
}

function inARow<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  const end = items.findIndex((item) => !holds(item));
  return end < 0 ? items.length : end;
}
