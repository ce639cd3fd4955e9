import "server-only";
import { notFound } from "next/navigation";
import { can, type UnitScope, withScope } from "@/lib/access/gate";
import { findUnitByCode, findWayDown, type Unit } from "@/lib/organisation/repository/units";
import type { PlainDate } from "@/lib/shared/days";
import {
  countLevels,
  findMissing,
  findStanding,
  findStandingsBelow,
  type LevelCount,
  type MissingUnit,
  type StandingBelow,
} from "../repository/confirmations";
import { countWaitingPeriods, findPeriod, findPeriods } from "../repository/periods";
import { findSnapshots } from "../repository/snapshots";
import { mayConfirm, type UnitStanding } from "../rules/confirmation";
import type { ReportingPeriod } from "../rules/period";
import type { SnapshotLine } from "../rules/snapshot";
import type { MissingAddress, PeriodAddress } from "../schema";

const PAGE = 100;
const PERIODS = 60;

/** The periods that an actor is asked to report for, latest first. */
export type PeriodsPage = { periods: ReportingPeriod[]; maySet: boolean; today: PlainDate };

export function loadPeriods(): Promise<PeriodsPage> {
  return withScope("period.read", async (scope) => ({
    periods: await findPeriods(scope, PERIODS),
    maySet: can(scope.actor, "period.set"),
    today: scope.today,
  }));
}

/** The form of a new period: whose it will be. */
export function loadPeriodEntry(): Promise<{ unit: { code: string; name: string } }> {
  return withScope("period.set", async ({ actor: { unit } }) => ({
    unit: { code: unit.code, name: unit.name },
  }));
}

/** A period as one unit sees it: its own word, who beneath it has not spoken, and what the lock froze. */
export type PeriodPage = {
  period: ReportingPeriod;
  shown: UnitStanding | null;
  /** From the top of the reach to the shown unit. */
  way: { code: string; name: string }[];
  levels: LevelCount[];
  below: StandingBelow[];
  next: bigint | null;
  snapshots: SnapshotLine[];
  today: PlainDate;
  may: { confirm: boolean; confirmBelow: boolean; accept: boolean; lock: boolean; own: boolean };
};

export function loadPeriod(id: string, { unit: code, after }: PeriodAddress): Promise<PeriodPage> {
  return withScope("period.read", async (scope) => {
    const { actor, today } = scope;
    const period = (await findPeriod(scope, id)) ?? notFound();
    const unit = (await findUnitByCode(scope, code ?? (actor.unit.code || period.unit.code))) ?? notFound();
    const shown = await findStanding(scope, period.id, unit.code);
    const rows = await findStandingsBelow(scope, period.id, unit.id, { after, limit: PAGE + 1 });
    const below = rows.slice(0, PAGE);
    const own = unit.id === period.unit.id;
    return {
      period,
      shown: own ? null : shown,
      way: await wayTo(scope, unit),
      levels: await countLevels(scope, period.id, unit),
      below,
      next: rows.length > PAGE ? (below.at(-1)?.unit.lo ?? null) : null,
      snapshots: own ? await findSnapshots(scope, { periodId: period.id }, { after: null, limit: PAGE }) : [],
      today,
      may: {
        own,
        confirm: can(actor, "period.confirm") && shown !== null && mayConfirm(actor.unit, shown),
        confirmBelow: can(actor, "period.confirm") && unit.id === actor.unit.id,
        accept: can(actor, "period.accept"),
        lock: own && can(actor, "period.set"),
      },
    };
  });
}

const wayTo = async (scope: UnitScope, { id }: Unit): Promise<PeriodPage["way"]> =>
  (await findWayDown(scope, id)).map(({ code, name }) => ({ code, name }));

/** Who beneath a unit has not confirmed, of one level or of all, page by page. */
export type MissingPage = {
  period: ReportingPeriod;
  unit: { code: string; name: string };
  kind: string | null;
  levels: LevelCount[];
  missing: MissingUnit[];
  next: bigint | null;
};

export function loadMissing(id: string, { unit: code, kind, after }: MissingAddress): Promise<MissingPage> {
  return withScope("period.read", async (scope) => {
    const period = (await findPeriod(scope, id)) ?? notFound();
    const unit =
      (await findUnitByCode(scope, code ?? (scope.actor.unit.code || period.unit.code))) ?? notFound();
    const rows = await findMissing(scope, period.id, unit, { kind, after, limit: PAGE + 1 });
    const missing = rows.slice(0, PAGE);
    return {
      period,
      unit: { code: unit.code, name: unit.name },
      kind,
      levels: await countLevels(scope, period.id, unit),
      missing,
      next: rows.length > PAGE ? (missing.at(-1)?.lo ?? null) : null,
    };
  });
}

/** What the home page tells: periods that wait for the unit's own confirmation; null where none does. */
export type PeriodNote = { periods: number; returned: number; dueOn: PlainDate | null; id: string | null };

export function loadPeriodNote(): Promise<PeriodNote | null> {
  return withScope("period.read", async (scope) => {
    const { periods, returned, firstDue, id } = await countWaitingPeriods(scope, scope.actor.unit.id);
    return periods > 0 ? { periods, returned, dueOn: firstDue, id } : null;
  });
}
