import type { UnitKind, UnitType } from "@/lib/organisation/rules/kinds";

/** What one line of a reorganisation does to one unit. */
export const ACT_KINDS = ["close", "merge", "split", "move", "rename", "add"] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/**
 * One line. `unit`: whom it is about (of "add" none); `to`: who receives, or the code of a unit to be made;
 * `name`, `kind`, `type`, `decides` (admissions): of the unit to be made or renamed, null: as before; `parent`: what
 * that or a moved unit stands beneath.
 * Several lines of one unit divide it, several lines to one unit merge into it.
 */
export type Act = {
  is: ActKind;
  unit: string | null;
  to: string | null;
  name: string | null;
  kind: UnitKind | null;
  type: UnitType | null;
  parent: string | null;
  decides: boolean | null;
};

/** A field of a line. */
export type ActField = keyof Act;

/** How a code is compared. */
export const keyOf = (code: string): string => code.trim().toUpperCase();
