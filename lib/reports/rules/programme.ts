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

/** A unit's numbers, and of each step but the first the share of the one before it. */
export type ProgrammeLine = { unit: UnitHead } & Record<ProgrammeFigure, number> & { ofBefore: Ratio[] };

/** One number of a programme as a predicate over candidates; decisions by their day, ceremonies by theirs. */
export function programmeFigure(
  field: ProgrammeFigure,
  among: ProgrammeGroup,
  { from, to, asOf }: Pick<ReportParameters, "from" | "to" | "asOf">,
): Figure {
  const what = field === "underWay" ? { band: field } : { event: field };
  return { what, from, to, asOf, group: "ALL", countBy: "ceremony", among };
}

/** Counts in the order of PROGRAMME_FIGURES. */
export function buildProgrammeLine(unit: UnitHead, counts: readonly number[]): ProgrammeLine {
  const numbers = Object.fromEntries(
    PROGRAMME_FIGURES.map((field, place) => [field, counts[place] ?? 0]),
  ) as Record<ProgrammeFigure, number>;
  const steps = PROGRAMME_STEPS.map((step) => numbers[step]);
  return {
    unit,
    ...numbers,
    ofBefore: steps.slice(1).map((count, place) => ratio(count, steps[place] ?? 0)),
  };
}
