import type { PlainDate } from "@/lib/shared/days";
import { type ChangedUnit, isSameForm } from "./changed-unit";
import type { ReorganisationFinding } from "./finding";
import type { HatLanding, Kinds, PersonLanding, QuotaLanding, RevisedQuota } from "./landing";

/** What hangs on a changed unit, counted before anything was written. */
export type UnitCounts = {
  onTheWay: number;
  probationers: number;
  finished: number;
  quotas: number;
  hats: number;
  accounts: number;
  classes: number;
  meetings: number;
  referrals: number;
  unionUnits: number;
  tasks: number;
};

/** A changed unit as a page shows it: what it was, what it becomes, what it holds and where that lands. */
export type PlannedUnit = {
  code: string;
  change: UnitChange;
  name: string;
  newName: string;
  above: string | null;
  newAbove: string | null;
  into: string[];
  counts: UnitCounts | null;
};

export type UnitChange = "made" | "closed" | "divided" | "moved" | "renamed" | "movedAndRenamed";

/** What was carried out: units and numbers, no names of people. */
export type Receipt = {
  units: PlannedUnit[];
  people: number;
  hatsKept: number;
  hatsEnded: number;
  quotasEnded: number;
  quotasRevised: number;
};

/** Everything a reorganisation would do, read in one look; nothing is written. */
export type Plan = {
  day: PlainDate;
  changed: ChangedUnit[];
  findings: ReorganisationFinding[];
  kinds: Kinds;
  units: PlannedUnit[];
  people: PersonLanding[];
  hats: HatLanding[];
  quotas: { ended: QuotaLanding[]; revised: RevisedQuota[] };
};

/** What a unit goes through. */
export function changeOf({ before, after, closed, into }: ChangedUnit): UnitChange {
  if (!before) return "made";
  if (closed) return "closed";
  if (into.length > 0) return "divided";
  const moved = before.parent !== after.parent;
  const renamed = !isSameForm(before, after);
  if (moved && renamed) return "movedAndRenamed";
  return moved ? "moved" : "renamed";
}

/** The units of a plan as a page shows them, in the order of their codes. */
export function plannedUnits(
  changed: readonly ChangedUnit[],
  kinds: Kinds,
  counts: ReadonlyMap<number, UnitCounts>,
): PlannedUnit[] {
  const nameOf = (key: string | null) => (key === null ? null : (kinds.get(key)?.name ?? key));
  return [...changed]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map((unit) => ({
      code: unit.code,
      change: changeOf(unit),
      name: unit.before?.name ?? unit.after.name,
      newName: unit.after.name,
      above: nameOf(unit.before?.parent ?? null),
      newAbove: nameOf(unit.after.parent),
      into: unit.into.map((key) => nameOf(key) ?? key),
      counts: unit.id === null ? null : (counts.get(unit.id) ?? null),
    }));
}

/** The numbers of a plan, to be kept once it is carried out. */
export function receiptOf({ units, people, hats, quotas }: Plan): Receipt {
  return {
    units,
    people: people.filter(({ cell, to }) => cell !== to).length,
    hatsKept: hats.filter(({ to }) => to !== null).length,
    hatsEnded: hats.filter(({ to }) => to === null).length,
    quotasEnded: quotas.ended.length,
    quotasRevised: quotas.revised.length,
  };
}
