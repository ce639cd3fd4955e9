import { type Ratio, ratio } from "@/lib/shared/ratio";
import type { ProgrammeGroup } from "@/lib/sources/rules/programme";
import type { Figure, FigureEvent } from "./figure";
import type { ReportParameters, UnitHead } from "./parameters";

/** The steps through which a programme's people are followed. */
export const PROGRAMME_STEPS = [
  "introduced",
  "sympathisers",
  "sentToClass",
  "certified",
  "cellResolved",
  "decided",
  "admitted",
] as const satisfies readonly FigureEvent[];
export type ProgrammeStep = (typeof PROGRAMME_STEPS)[number];

/** What is counted of a programme: who is under way, and who reached each step in the period. */
export const PROGRAMME_FIGURES = ["underWay", ...PROGRAMME_STEPS] as const;
export type ProgrammeFigure = (typeof PROGRAMME_FIGURES)[number];

/** How many of those at an earlier step came as far. */
export type Conversion = { of: ProgrammeStep; share: Ratio };

/** A unit's numbers, and for each step but the first how many of an earlier one came as far. */
export type ProgrammeLine = { unit: UnitHead } & Record<ProgrammeFigure, number> & {
    conversions: Partial<Record<ProgrammeStep, Conversion>>;
  };

/** One number of a programme as a predicate over candidates; decisions by their day, ceremonies by theirs. */
export function programmeFigure(
  field: ProgrammeFigure,
  among: ProgrammeGroup,
  { from, to, asOf }: Pick<ReportParameters, "from" | "to" | "asOf">,
): Figure {
  const what = field === "underWay" ? { live: "all" as const } : { event: field };
  return { what, from, to, asOf, group: "ALL", countBy: "ceremony", among };
}

/** Counts in the order of PROGRAMME_FIGURES. */
export function buildProgrammeLine(unit: UnitHead, counts: readonly number[]): ProgrammeLine {
  const numbers = Object.fromEntries(
    PROGRAMME_FIGURES.map((field, place) => [field, counts[place] ?? 0]),
  ) as Record<ProgrammeFigure, number>;
  const conversions = PROGRAMME_STEPS.flatMap((step, place) => {
    const of = comparedStep(numbers, step, PROGRAMME_STEPS.slice(0, place));
    return of ? [[step, { of, share: ratio(numbers[step], numbers[of]) }]] : [];
  });
  return { unit, ...numbers, conversions: Object.fromEntries(conversions) };
}

/** The nearest step before that as many reached: one that was not recorded of everybody is passed over. */
function comparedStep(
  numbers: Record<ProgrammeFigure, number>,
  step: ProgrammeStep,
  before: readonly ProgrammeStep[],
): ProgrammeStep | undefined {
  return before.findLast((earlier) => numbers[earlier] >= numbers[step]) ?? before.at(-1);
}

/** Is there nobody at all in a line? */
export function isEmptyLine(line: ProgrammeLine): boolean {
  return PROGRAMME_FIGURES.every((field) => line[field] === 0);
}
