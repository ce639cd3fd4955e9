import type { UnitKind } from "@/lib/organisation/rules/kinds";
import { addMonths, type PlainDate, yearOf } from "@/lib/shared/days";
import { type Ratio, ratio } from "@/lib/shared/ratio";
import type { LiveStep } from "./figure";
import type { ReportHead, UnitHead } from "./parameters";

/** The four lists of cells that a committee calls. */
export const COVERAGE_LISTS = ["none", "sourcesNotSent", "certifiedNotReviewed", "noSource"] as const;
export type CoverageList = (typeof COVERAGE_LISTS)[number];

/** How long is long: months since the certificate, years since the last admission (0: none in the period). */
export type CoverageLimits = { months: number; years: number };

export const USUAL_LIMITS: CoverageLimits = { months: 12, years: 0 };

/** A cell of the as-of day with what was counted of its people. */
export type CellFact = {
  lo: bigint;
  code: string;
  name: string;
  /** Name of the organisation above, for cells are called alike. */
  above: string | null;
  kind: UnitKind;
  /** Live sources: on the way on the as-of day. */
  live: number;
  /** Those of them without a valid certificate, where nobody of the cell was sent to a class; else 0. */
  notSent: number;
  /** Those of them certified long ago and not yet voted on. */
  notReviewed: number;
  /** Admitted in the period. */
  admitted: number;
  lastAdmittedOn: PlainDate | null;
};

/** A cell of a list: `count` people it is about; of those without admissions, its live sources. */
export type ListedCell = {
  unit: UnitHead;
  above: string | null;
  count: number;
  lastAdmittedOn: PlainDate | null;
};

/** formats.md §4 `coverage`, of one unit; `remaining` is null where no quota was assigned. */
export type CoverageLine = {
  unit: UnitHead;
  liveSources: number;
  byStep: { step: LiveStep; count: number }[];
  remaining: number | null;
  coverage: Ratio;
  lists: Record<CoverageList, ListedCell[]>;
  /** Years between the last admission and the as-of day's; null: nobody was ever admitted. */
  yearsWithoutAdmission: number | null;
};

export type CoverageReport = ReportHead & CoverageLimits & { rows: CoverageLine[]; total: CoverageLine };

/** Is a cell on a list as of a day? The same for the report, the page and the tasks made from it. */
export function isListed(
  list: CoverageList,
  cell: CellFact,
  { years }: CoverageLimits,
  asOf: PlainDate,
): boolean {
  switch (list) {
    case "none":
      if (years === 0) return cell.admitted === 0;
      return cell.lastAdmittedOn === null || cell.lastAdmittedOn <= addMonths(asOf, -12 * years);
    case "sourcesNotSent":
      return cell.notSent > 0;
    case "certifiedNotReviewed":
      return cell.notReviewed > 0;
    case "noSource":
      return cell.live === 0;
  }
}

const countOf = (list: CoverageList, cell: CellFact): number => {
  switch (list) {
    case "sourcesNotSent":
      return cell.notSent;
    case "certifiedNotReviewed":
      return cell.notReviewed;
    default:
      return cell.live;
  }
};

/** The cells of a list in the order given. */
export function listCells(
  list: CoverageList,
  cells: readonly CellFact[],
  limits: CoverageLimits,
  asOf: PlainDate,
): ListedCell[] {
  return cells
    .filter((cell) => isListed(list, cell, limits, asOf))
    .map((cell) => ({
      unit: { code: cell.code, name: cell.name, kind: cell.kind },
      above: cell.above,
      count: countOf(list, cell),
      lastAdmittedOn: cell.lastAdmittedOn,
    }));
}

/** One line from its cells; `steps`: live sources by step, in the order of the steps. */
export function buildCoverageLine(
  unit: UnitHead,
  cells: readonly CellFact[],
  steps: CoverageLine["byStep"],
  { remaining, limits, asOf }: { remaining: number | null; limits: CoverageLimits; asOf: PlainDate },
): CoverageLine {
  const liveSources = steps.reduce((sum, { count }) => sum + count, 0);
  const lists = {} as CoverageLine["lists"];
  for (const list of COVERAGE_LISTS) lists[list] = listCells(list, cells, limits, asOf);
  const last = cells
    .map(({ lastAdmittedOn }) => lastAdmittedOn)
    .reduce((a, b) => (a !== null && (b === null || a > b) ? a : b), null);
  return {
    unit,
    liveSources,
    byStep: steps,
    remaining,
    coverage: ratio(liveSources, remaining ?? 0),
    lists,
    yearsWithoutAdmission: last === null ? null : yearOf(asOf) - yearOf(last),
  };
}
