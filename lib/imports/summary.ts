import type { Fault } from "./fault";

/** What an import answers (formats.md §1). */
export type ImportSummary = {
  kind: string;
  file: string;
  committed: boolean;
  toAdd: number;
  toChange: number;
  unchanged: number;
  refused: number;
  faults: Fault[];
  batch: string | null;
};

/** Faults of one column by one rule, however many rows have them. */
export type FaultGroup = {
  key: string;
  level: Fault["level"];
  column: string;
  rule: string | null;
  count: number;
};

/** What is kept of an import for good: how many, and nothing that names anybody. */
export type StoredSummary = Omit<ImportSummary, "faults"> & {
  warnings: number;
  groups: FaultGroup[];
  twins: number;
  undecided: number;
  mends: number;
};

export const groupKey = ({ level, column, rule }: Pick<Fault, "level" | "column" | "rule">): string =>
  `${level}:${column}:${rule ?? ""}`;

/** The faults by group, the most frequent first. */
export function groupFaults(faults: readonly Fault[]): FaultGroup[] {
  const groups = new Map<string, FaultGroup>();
  for (const { level, column, rule } of faults) {
    const key = groupKey({ level, column, rule });
    const group = groups.get(key) ?? { key, level, column, rule, count: 0 };
    groups.set(key, { ...group, count: group.count + 1 });
  }
  return [...groups.values()].toSorted((a, b) => b.count - a.count);
}
