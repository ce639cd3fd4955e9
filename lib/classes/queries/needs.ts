import "server-only";
import { notFound } from "next/navigation";
import { can, type UnitScope, withScope } from "@/lib/access/gate";
import { findUnitByCode, findWayDown } from "@/lib/organisation/repository/units";
import type { PlainDate } from "@/lib/shared/days";
import { type ClassLine, findClasses } from "../repository/classes";
import {
  countKinds,
  countNeeds,
  findNeeds,
  findNeedUnits,
  type NeedRow,
  type NeedUnit,
} from "../repository/needs";
import { isWhole, NEEDS_PAGE, needKeyText } from "../rules/filter";
import type { ClassKind } from "../rules/training-class";
import { type NeedsAddress, needFilterOf } from "../schema";

/** "Lớp bồi dưỡng": who needs a class in a unit, and the classes it and those beneath it hold. */
export type NeedsPage = {
  unit: { code: string; name: string };
  rows: NeedRow[];
  /** How many the list has in all, and how many of them stand on the pages before. */
  count: number;
  before: number;
  /** Key of the next page, or null at the end. */
  next: string | null;
  /** How many need each kind, whatever narrows the list. */
  counts: Record<ClassKind, number>;
  /** The way down from the actor's unit to this one, and the units directly beneath where somebody waits. */
  above: { code: string; name: string }[];
  beneath: NeedUnit[];
  classes: ClassLine[];
  /** May the actor answer calls in the place of the cells beneath? */
  mayAnswer: boolean;
  today: PlainDate;
};

/** The list of a unit, the actor's own without a code. Outside the actor's range: not found. */
export function loadNeeds(address: NeedsAddress): Promise<NeedsPage> {
  return withScope("class.hold", async (scope) => {
    const unit = await unitOf(scope, address);
    const filter = needFilterOf(address);
    const counts = await countKinds(scope, unit);
    const found = await findNeeds(scope, unit, filter, NEEDS_PAGE + 1);
    const rows = found.slice(0, NEEDS_PAGE);
    const last = rows.at(-1);
    const { people, before } = isWhole(filter)
      ? { people: counts[filter.kind], before: 0 }
      : await countNeeds(scope, unit, filter);
    return {
      unit: { code: unit.code, name: unit.name },
      rows,
      count: people,
      before,
      next: found.length > NEEDS_PAGE && last ? needKeyText({ ...last, id: last.candidateId }) : null,
      counts,
      above: await findWayDown(scope, unit.id),
      beneath: await findNeedUnits(scope, unit.id, filter),
      classes: await findClasses(scope, unit),
      mayAnswer: can(scope.actor, "class.confirm"),
      today: scope.today,
    };
  });
}

const unitOf = async (scope: UnitScope, { unit }: NeedsAddress) =>
  (await findUnitByCode(scope, unit ?? scope.actor.unit.code)) ?? notFound();
