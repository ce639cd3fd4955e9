/** Loại tổ chức (formats.md §1): what a unit is in the party's organisation. */
export const UNIT_KINDS = [
  "CENTRAL",
  "PROVINCE",
  "UPPER",
  "BASE_COMMITTEE",
  "BASE_CELL",
  "SECTION",
  "CELL",
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Loại hình (formats.md §1): what kind of place the organisation works in, for statistics. */
export const UNIT_TYPES = [
  "COMMUNE",
  "WARD",
  "TOWNSHIP",
  "SPECIAL_ZONE",
  "HAMLET",
  "AGENCY",
  "PUBLIC_SERVICE",
  "SCHOOL",
  "STATE_ENTERPRISE",
  "NON_STATE_ENTERPRISE",
  "COOPERATIVE",
  "ARMY",
  "POLICE",
  "OTHER",
] as const;
export type UnitType = (typeof UNIT_TYPES)[number];

/** Cells hold members of their own and nothing beneath them. */
export const CELL_KINDS: readonly UnitKind[] = ["CELL", "BASE_CELL"];

export const isCell = (kind: UnitKind): boolean => CELL_KINDS.includes(kind);

/** Base organisations (TCCSĐ): their committee's resolution is the base's. */
export const isBaseOrganisation = (kind: UnitKind): boolean =>
  kind === "BASE_COMMITTEE" || kind === "BASE_CELL";

const RANK: Record<UnitKind, number> = {
  CENTRAL: 0,
  PROVINCE: 1,
  UPPER: 2,
  BASE_COMMITTEE: 3,
  BASE_CELL: 3,
  SECTION: 4,
  CELL: 5,
};

/** Does it lead base organisations: the levels with a standing committee and boards? */
export const leadsBases = (kind: string): boolean => ["CENTRAL", "PROVINCE", "UPPER"].includes(kind);

/**
 * May this kind stand beneath that one? Lenient on purpose: levels were abolished twice (domain.md §2.2,
 * §2.3), so only the order counts. A cell holds nothing; committees of one rank may stand in each other
 * (a base committee of the pilot holds base committees, an upper one another).
 */
export function canStandBeneath(kind: UnitKind, above: UnitKind): boolean {
  return !isCell(above) && RANK[kind] >= RANK[above];
}

/** The kinds that may stand beneath a unit of this kind, from the top down. */
export const kindsBeneath = (above: UnitKind): UnitKind[] =>
  UNIT_KINDS.filter((kind) => canStandBeneath(kind, above));
