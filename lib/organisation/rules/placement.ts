import type { PlainDate } from "@/lib/shared/days";
import type { UnitKind, UnitType } from "./kinds";

/** What a unit is called, is and stands beneath, from a day on. */
export type UnitForm = {
  parentId: number | null;
  name: string;
  kind: UnitKind;
  type: UnitType | null;
  mayDecideAdmission: boolean;
};

/**
 * Where a unit stood, and what it was, between two days, both included. `from` null: since before our
 * records; `until` null: still. A closed unit is no row any more and stands beneath its successor.
 */
export type Placement = UnitForm & {
  id: number;
  unitId: number;
  closed: boolean;
  from: PlainDate | null;
  until: PlainDate | null;
};

type Days = Pick<Placement, "from" | "until">;

/** Does the placement hold on this day? */
export const holdsOn = ({ from, until }: Days, day: PlainDate): boolean =>
  (from === null || from <= day) && (until === null || until >= day);

/** Do two placements of one unit share a day? They must not. */
export const overlap = (a: Days, b: Days): boolean =>
  (a.from === null || b.until === null || a.from <= b.until) &&
  (b.from === null || a.until === null || b.from <= a.until);

/**
 * A unit's place in the tree of a day: the placement of the day; before its first day the first one, after
 * an end without continuation the last one (it is no row then). The same choice as the database's.
 */
export function placementOn(placements: readonly Placement[], day: PlainDate): Placement | null {
  const inOrder = [...placements].sort(byDay);
  return inOrder.findLast(({ from }) => from === null || from <= day) ?? inOrder[0] ?? null;
}

/** Is the unit a row of the tree on this day? */
export function isRowOn(placements: readonly Placement[], day: PlainDate): boolean {
  const placement = placementOn(placements, day);
  return placement !== null && !placement.closed && holdsOn(placement, day);
}

/** Order of days, those before our records first. */
export const byDay = (a: Pick<Placement, "from">, b: Pick<Placement, "from">): number =>
  (a.from ?? "").localeCompare(b.from ?? "", "en");

/**
 * Units that would stand beneath themselves on some day, each with the first such day (null: from the
 * start). The tree changes only on days when a placement begins, and a circle then goes through a unit that
 * changed, so only those are followed upwards.
 */
export function cyclesIn(placements: readonly Placement[]): { unitId: number; day: PlainDate | null }[] {
  const inOrder = [...placements].sort(byDay);
  const parents = new Map<number, number | null>();
  for (const { unitId, parentId } of inOrder) if (!parents.has(unitId)) parents.set(unitId, parentId);

  const found = new Map<number, PlainDate | null>();
  const follow = (units: Iterable<number>, day: PlainDate | null) => {
    for (const unitId of circlesThrough(units, parents)) if (!found.has(unitId)) found.set(unitId, day);
  };
  follow(parents.keys(), null);
  for (const [day, begun] of byFirstDay(inOrder)) {
    for (const { unitId, parentId } of begun) parents.set(unitId, parentId);
    follow(
      begun.map(({ unitId }) => unitId),
      day,
    );
  }
  return [...found].map(([unitId, day]) => ({ unitId, day }));
}

function byFirstDay(inOrder: readonly Placement[]): Map<PlainDate, Placement[]> {
  const days = new Map<PlainDate, Placement[]>();
  for (const placement of inOrder) {
    if (placement.from === null) continue;
    days.set(placement.from, [...(days.get(placement.from) ?? []), placement]);
  }
  return days;
}

/** The placements of each unit. */
export function placementsByUnit(placements: readonly Placement[]): Map<number, Placement[]> {
  const byUnit = new Map<number, Placement[]>();
  for (const placement of placements) {
    const own = byUnit.get(placement.unitId);
    if (own) own.push(placement);
    else byUnit.set(placement.unitId, [placement]);
  }
  return byUnit;
}

/** The units of every circle that is met on the way up from these units. */
function circlesThrough(units: Iterable<number>, parents: ReadonlyMap<number, number | null>): number[] {
  const done = new Set<number>();
  const inCircles: number[] = [];
  for (const start of units) {
    const line: number[] = [];
    const here = new Set<number>();
    let at: number | null = start;
    while (at !== null && !done.has(at) && !here.has(at)) {
      here.add(at);
      line.push(at);
      at = parents.get(at) ?? null;
    }
    if (at !== null && here.has(at)) inCircles.push(...line.slice(line.indexOf(at)));
    for (const unitId of line) done.add(unitId);
  }
  return inCircles;
}
