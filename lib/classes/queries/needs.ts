import "server-only";
import { notFound } from "next/navigation";
import { can, withScope } from "@/lib/access/gate";
import { findUnitByCode } from "@/lib/organisation/repository/units";
import type { PlainDate } from "@/lib/shared/days";
import { type ClassLine, findClasses } from "../repository/classes";
import { findNeedOf } from "../repository/learning";
import { countNeeds, findNeeds, type NeedRow } from "../repository/needs";
import { CLASS_KINDS, type ClassKind, isComing } from "../rules/training-class";
import { type NeedsAddress, needFilterOf } from "../schema";

/** "Lớp bồi dưỡng": who needs a class in a unit, and the classes it and those beneath it hold. */
export type NeedsPage = {
  unit: { code: string; name: string };
  rows: NeedRow[];
  /** How many the list has in all. */
  count: number;
  /** How many need each kind, whatever narrows the list. */
  counts: Record<ClassKind, number>;
  classes: ClassLine[];
  /** May the actor answer calls in the place of the cells beneath? */
  mayAnswer: boolean;
  today: PlainDate;
};

/** The list of a unit, the actor's own without a code. Outside the actor's range: not found. */
export function loadNeeds(address: NeedsAddress): Promise<NeedsPage> {
  return withScope("class.hold", async (scope) => {
    const unit = (await findUnitByCode(scope, address.unit ?? scope.actor.unit.code)) ?? notFound();
    const filter = needFilterOf(address);
    const counts = { AWARENESS: 0, NEW_MEMBER: 0 };
    for (const kind of CLASS_KINDS)
      counts[kind] = await countNeeds(scope, unit, { kind, audience: "ALL", waited: null });
    return {
      unit: { code: unit.code, name: unit.name },
      rows: await findNeeds(scope, unit, filter),
      count: await countNeeds(scope, unit, filter),
      counts,
      classes: await findClasses(scope, unit),
      mayAnswer: can(scope.actor, "class.confirm"),
      today: scope.today,
    };
  });
}

/** The form of a new class, with the people chosen from the list; `left` of them need none any more. */
export type PlanPage = {
  unit: { code: string; name: string };
  people: { candidateId: string; name: string; birthYear: number; cell: string }[];
  left: number;
  /** Classes of the kind that have not ended and could take them instead. */
  classes: ClassLine[];
  today: PlainDate;
};

export function loadPlan(kind: ClassKind, candidateIds: readonly string[]): Promise<PlanPage> {
  return withScope("class.hold", async (scope) => {
    const found = await findNeedOf(scope, kind, candidateIds);
    const needing = found.filter(({ needs }) => needs);
    return {
      unit: { code: scope.actor.unit.code, name: scope.actor.unit.name },
      people: needing.map(({ candidate: { id, person, cell } }) => ({
        candidateId: id,
        name: person.name,
        birthYear: person.birthYear,
        cell: cell.name,
      })),
      left: candidateIds.length - needing.length,
      classes: (await findClasses(scope, scope)).filter((one) => one.kind === kind && isComing(one.state)),
      today: scope.today,
    };
  });
}
