import { addDays, type PlainDate } from "@/lib/shared/days";
import { holdsOn, type Placement, type UnitForm } from "./placement";

/** What to write so that a history says something else from a day on. */
export type PlacementWrites = {
  /** A placement that ends (or, `until` null, goes on again). */
  end: { id: number; until: PlainDate | null } | null;
  /** A placement that began on the very day: its contents change. */
  replace: Placement | null;
  add: Omit<Placement, "id"> | null;
};

/** From `day` on the unit is as `changes` say; the day before is the last of what it was. */
export function buildChange(
  placements: readonly Placement[],
  day: PlainDate,
  changes: Partial<UnitForm>,
): PlacementWrites {
  const now = placements.find((placement) => holdsOn(placement, day));
  if (!now) return { end: null, replace: null, add: null };
  if (now.from === day) return { end: null, replace: { ...now, ...changes }, add: null };

  const { id, ...kept } = now;
  return {
    end: { id, until: addDays(day, -1) },
    replace: null,
    add: { ...kept, ...changes, from: day, until: now.until },
  };
}

/** `lastDay` is the last one of the unit; from the next day it stands, closed, beneath `above`. */
export function buildClosing(
  placements: readonly Placement[],
  lastDay: PlainDate,
  above: number | null,
): PlacementWrites {
  const now = placements.find((placement) => holdsOn(placement, lastDay));
  if (!now) return { end: null, replace: null, add: null };
  const { id, ...kept } = now;
  return {
    end: { id, until: lastDay },
    replace: null,
    add: { ...kept, parentId: above, closed: true, from: addDays(lastDay, 1), until: null },
  };
}
