import type { Probation } from "./figure";
import type { ReportHead, UnitHead } from "./parameters";

/** formats.md §4 `probation`: probationary members whose time ends in the period, and what became of it. */
export const PROBATION_FIELDS = [
  "due",
  "onTime",
  "late",
  "overdue",
  "extended",
  "removed",
] as const satisfies readonly Probation[];
export type ProbationField = (typeof PROBATION_FIELDS)[number];

export type ProbationLine = { unit: UnitHead } & Record<ProbationField, number>;
export type ProbationReport = ReportHead & { rows: ProbationLine[]; total: ProbationLine };

/** A line from its counts, in the order of the fields. */
export function buildProbationLine(unit: UnitHead, counts: readonly number[]): ProbationLine {
  const line = { unit } as ProbationLine;
  for (const [place, field] of PROBATION_FIELDS.entries()) line[field] = counts[place] ?? 0;
  return line;
}
