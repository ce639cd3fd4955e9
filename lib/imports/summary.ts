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
