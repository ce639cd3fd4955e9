import "server-only";
import { notFound } from "next/navigation";
import { type UnitScope, withScope } from "@/lib/access/gate";
import { treeOn } from "@/lib/organisation/repository/tree-on";
import { findLineUp, findUnit, findUnitByCode } from "@/lib/organisation/repository/units";
import type { HeadedUnit } from "@/lib/organisation/rules/letterhead";
import type { PlainDate } from "@/lib/shared/days";
import {
  type BriefingLine,
  findBriefing,
  findBriefings,
  findLastHead,
  type PlaceInList,
} from "../repository/briefings";
import { type Caretaker, findCaretakers } from "../repository/caretakers";
import { findAgreedAt, findBroughtTo } from "../repository/commitments";
import { findDifficultiesOf } from "../repository/difficulties";
import type { Briefing, Brought, Commitment, Difficulty, NamedUnit } from "../rules/briefing";
import type { BriefingsAddress } from "../schema";

const PAGE = 50;

/** "Giao ban": the briefings of a unit and those beneath it, and what the form of a new one begins with. */
export type BriefingsPage = {
  unit: { code: string; name: string };
  from: PlainDate | null;
  asOf: PlainDate | null;
  briefings: BriefingLine[];
  next: PlaceInList | null;
  /** The units that stand beneath today, who may come. */
  beneath: NamedUnit[];
  last: { place: string; ledBy: string } | null;
  today: PlainDate;
};

export function loadBriefings({ unit: code, from, asOf, after }: BriefingsAddress): Promise<BriefingsPage> {
  return withScope("briefing.hold", async (scope) => {
    const unit = (await findUnitByCode(scope, code ?? scope.actor.unit.code)) ?? notFound();
    const rows = await findBriefings(scope, { lo: unit.lo, hi: unit.hi, from, asOf }, after, PAGE + 1);
    const briefings = rows.slice(0, PAGE);
    const end = briefings.at(-1);
    return {
      unit: { code: unit.code, name: unit.name },
      from,
      asOf,
      briefings,
      next: rows.length > PAGE && end ? { day: end.heldOn, id: end.id } : null,
      beneath: await loadBeneath(scope, unit.id, scope.today),
      last: await findLastHead(scope, unit.id),
      today: scope.today,
    };
  });
}

/** The units directly beneath a committee on a day. */
export async function loadBeneath(scope: UnitScope, unitId: number, day: PlainDate): Promise<NamedUnit[]> {
  const tree = await treeOn(scope, unitId, day, "as-was");
  return (tree?.rows ?? []).map(({ unit: { id, code, name } }) => ({ id, code, name }));
}

/** A briefing with all that was said at it and what came back from earlier ones. */
export type BriefingPage = {
  briefing: Briefing;
  /** The unit and those above it, the unit first. */
  line: HeadedUnit[];
  beneath: NamedUnit[];
  raised: Difficulty[];
  /** Raised at earlier ones and not settled by then. */
  earlier: Difficulty[];
  agreed: Commitment[];
  brought: Brought[];
  /** Who of the committee looked after each unit on the day, by the unit's id. */
  caretakers: Record<string, string>;
  today: PlainDate;
};

export function loadBriefing(id: string): Promise<BriefingPage> {
  return withScope("briefing.hold", async (scope) => {
    const briefing = (await findBriefing(scope, id)) ?? notFound();
    const unit = (await findUnit(scope, briefing.unit.id)) ?? notFound();
    const difficulties = await findDifficultiesOf(scope, briefing);
    const beneath = await loadBeneath(scope, unit.id, briefing.heldOn);
    return {
      briefing,
      line: await findLineUp(scope, briefing.unit.id),
      beneath,
      raised: difficulties.filter(({ briefingId }) => briefingId === id),
      earlier: difficulties.filter(({ briefingId }) => briefingId !== id),
      agreed: await findAgreedAt(scope, briefing),
      brought: await findBroughtTo(scope, briefing),
      caretakers: await caretakersOn(scope, beneath, briefing.heldOn),
      today: scope.today,
    };
  });
}

async function caretakersOn(
  scope: UnitScope,
  units: readonly NamedUnit[],
  day: PlainDate,
): Promise<Record<string, string>> {
  const found = await findCaretakers(
    scope,
    units.map(({ id }) => id),
  );
  const then = found.filter(({ from, until }) => from <= day && (until === null || until >= day));
  return Object.fromEntries(then.map(({ unitId, name }) => [String(unitId), name]));
}

/** "Phân công phụ trách": who of the committee looks after which unit, now and before. */
export type CaretakersPage = {
  unit: { code: string; name: string };
  lines: { unit: NamedUnit; now: Caretaker | null; others: Caretaker[] }[];
  today: PlainDate;
};

export function loadCaretakers(code: string | null): Promise<CaretakersPage> {
  return withScope("briefing.hold", async (scope) => {
    const unit = (await findUnitByCode(scope, code ?? scope.actor.unit.code)) ?? notFound();
    const beneath = await loadBeneath(scope, unit.id, scope.today);
    const found = await findCaretakers(
      scope,
      beneath.map(({ id }) => id),
    );
    return {
      unit: { code: unit.code, name: unit.name },
      lines: beneath.map((one) => {
        const all = found.filter(({ unitId }) => unitId === one.id);
        const now = all.find(({ until }) => until === null) ?? null;
        return { unit: one, now, others: all.filter((other) => other !== now) };
      }),
      today: scope.today,
    };
  });
}
