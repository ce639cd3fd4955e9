import "server-only";
import { notFound } from "next/navigation";
import { can, type UnitScope, withScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { findHistories, findNamesAbove, findSuccessions, type Succession } from "../repository/changes";
import { findHeadcountHistory, type StoredHeadcount } from "../repository/headcounts";
import {
  type Belongings,
  countBelongings,
  findChildUnits,
  findLine,
  findUnit,
  findUnitByCode,
  type Unit,
} from "../repository/units";
import { futureChange } from "../rules/change";
import { kindsBeneath, type UnitKind, type UnitType } from "../rules/kinds";
import { byDay, type Placement } from "../rules/placement";

/** What a page or a form says of a unit; never its ordinals. */
export type UnitCard = Omit<Unit, "id" | "lo" | "hi" | "parentId">;

/** A line of a unit's history. `aboveName` null: a root. */
export type HistoryLine = Pick<
  Placement,
  "name" | "kind" | "type" | "mayDecideAdmission" | "closed" | "from" | "until"
> & {
  aboveName: string | null;
};

/** The page of a unit. */
export type UnitPage = {
  unit: UnitCard;
  /** Those above it within the actor's range, top first. */
  line: { code: string; name: string }[];
  children: { code: string; name: string; kind: UnitKind; type: UnitType | null }[];
  history: HistoryLine[];
  successors: Succession[];
  predecessors: Succession[];
  headcounts: Omit<StoredHeadcount, "unitId">[];
  belongings: Belongings;
  /** The day of a change that may still be taken back. */
  undoFrom: PlainDate | null;
  mayChange: boolean;
  mayCount: boolean;
  /** The actor's own unit: its place is changed by those above. */
  own: boolean;
  today: PlainDate;
};

/** Everything of a unit's page. Outside the actor's range: not found. */
export function loadUnit(code: string): Promise<UnitPage> {
  return withScope("organisation.read", async (scope) => {
    const unit = (await findUnitByCode(scope, code)) ?? notFound();
    const [history] = await findHistories(scope, [unit]);
    const placements = [...(history?.placements ?? [])].sort(byDay);
    const line = await findLine(scope, unit);
    const children = await findChildUnits(scope, unit.id);
    const headcounts = await findHeadcountHistory(scope, unit.id);
    return {
      unit: cardOf(unit),
      line: line.filter(({ id }) => id !== unit.id).map(({ code: above, name }) => ({ code: above, name })),
      children: children.map(({ code: beneath, name, kind, type }) => ({ code: beneath, name, kind, type })),
      history: await historyLines(scope, unit.id, placements),
      ...(await findSuccessions(scope, unit.id)),
      headcounts: headcounts.map(({ unitId: _, ...headcount }) => headcount),
      belongings: await countBelongings(scope, unit),
      undoFrom: futureChange(placements, scope.today)?.from ?? null,
      mayChange: can(scope.actor, "organisation.change"),
      mayCount: can(scope.actor, "headcount.record"),
      own: unit.id === scope.actor.unit.id,
      today: scope.today,
    };
  });
}

/** What a form of change begins with. */
export type UnitFormPage = {
  unit: UnitCard;
  aboveName: string | null;
  belongings: Belongings;
  kindsBeneath: UnitKind[];
  today: PlainDate;
};

/** A unit as the forms of change show it; only for who may change it. */
export function loadUnitForChange(code: string): Promise<UnitFormPage> {
  return withScope("organisation.change", (scope) => formPage(scope, code));
}

/** A unit and one of its headcounts, for the form of counting. `onDay` null: a new one. */
export function loadHeadcountForm(
  code: string,
  onDay: PlainDate | null,
): Promise<UnitFormPage & { headcount: StoredHeadcount | null }> {
  return withScope("headcount.record", async (scope) => {
    const page = await formPage(scope, code);
    const unit = (await findUnitByCode(scope, code)) ?? notFound();
    const history = onDay ? await findHeadcountHistory(scope, unit.id, 60) : [];
    return { ...page, headcount: history.find((headcount) => headcount.onDay === onDay) ?? null };
  });
}

async function formPage(scope: UnitScope, code: string): Promise<UnitFormPage> {
  const unit = (await findUnitByCode(scope, code)) ?? notFound();
  const above = unit.parentId === null ? null : await findUnit(scope, unit.parentId);
  return {
    unit: cardOf(unit),
    aboveName: above?.name ?? null,
    belongings: await countBelongings(scope, unit),
    kindsBeneath: kindsBeneath(unit.kind),
    today: scope.today,
  };
}

async function historyLines(
  scope: UnitScope,
  unitId: number,
  placements: Placement[],
): Promise<HistoryLine[]> {
  const names = await findNamesAbove(scope, unitId);
  return placements.map(({ id, name, kind, type, mayDecideAdmission, closed, from, until }) => ({
    name,
    kind,
    type,
    mayDecideAdmission,
    closed,
    from,
    until,
    aboveName: names.get(id) ?? null,
  }));
}

function cardOf(unit: Unit): UnitCard {
  const { code, name, kind, type, mayDecideAdmission, closed, firstDay, lastDay, version } = unit;
  return { code, name, kind, type, mayDecideAdmission, closed, firstDay, lastDay, version };
}
