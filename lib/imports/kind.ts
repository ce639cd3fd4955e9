import type { UnitScope } from "@/lib/access/gate";
import type { Permission } from "@/lib/access/policy";
import type { Match, Twin } from "./answers";
import type { Faults } from "./fault";
import type { ImportProgress } from "./progress";

/** A column of an import file; `example` stands in the template. */
export type ImportColumn = {
  key: string;
  header: string;
  required?: boolean;
  example?: string;
  help?: string;
  /** All it may hold, where that is a list. */
  choices?: readonly string[];
};

/** The list of a column that is one or the other. */
export const YES_NO = ["có", "không"] as const;

/** A row as it came: the texts by column key, empty ones left out; `columns` are those the file has. */
export type ImportRow = {
  row: number;
  cells: ReadonlyMap<string, string>;
  columns: ReadonlySet<string>;
  raw: readonly string[];
};

/** What would happen with a row. */
export type Verdict = { row: number; is: "add" | "change" | "same" | "refuse" };

/** One kind of file (formats.md §1). */
export type ImportKind = {
  /** The name in the address and on the command line, e.g. "ho-so". */
  name: string;
  label: string;
  /** Whose file this is: the party side's or the Youth Union's. */
  permission: Extract<Permission, "import.party" | "import.union">;
  columns: readonly ImportColumn[];
  /** Its rows name people. */
  namesPeople?: true;
  /**
   * Reads the world once, says what would happen with each row, and gives the function that writes the
   * accepted rows in the transaction of the scope. `matches` says who the rows mean that meet somebody known.
   */
  check(
    scope: UnitScope,
    rows: readonly ImportRow[],
    faults: Faults,
    progress: ImportProgress,
    matches?: ReadonlyMap<number, Match>,
  ): Promise<CheckedRows>;
  /** Takes back what a batch wrote; answers a sentence when a later change has touched its rows. */
  undo(scope: UnitScope, batchId: string): Promise<string | null>;
};

export type CheckedRows = {
  verdicts: Verdict[];
  /** Rows that meet somebody known, where somebody may decide who they are. */
  twins?: readonly Twin[];
  /** Writes the rows of these numbers. */
  apply(batch: { id: string; fileName: string }, accepted: ReadonlySet<number>): Promise<void>;
};
