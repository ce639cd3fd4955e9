import "server-only";
import { notFound } from "next/navigation";
import { can, type UnitScope, withScope } from "@/lib/access/gate";
import { findUnit, findUnitByCode, type Unit } from "@/lib/organisation/repository/units";
import { type PlainDate, yearOf } from "@/lib/shared/days";
import type { PlaceInList } from "../repository/briefings";
import { findCaretakers } from "../repository/caretakers";
import {
  countCommitments,
  countOwnCommitments,
  findCommitments,
  type OwnCommitments,
} from "../repository/commitments";
import { countDifficulties, findDifficulties } from "../repository/difficulties";
import type { Commitment, Difficulty, Topic } from "../rules/briefing";
import { type CommitmentFilter, DIFFICULTY_STATES, type DifficultyFilter } from "../rules/matters";
import type { CommitmentsAddress, DifficultiesAddress } from "../schema";

const PAGE = 50;

/** Something agreed, and whether the actor may say that it is done. */
export type CommitmentLine = Commitment & { mayReport: boolean };

/** "Việc đã thống nhất": what was agreed with the units within reach, of one state, page by page. */
export type CommitmentsPage = {
  unit: { code: string; name: string };
  filter: CommitmentFilter;
  counts: Record<CommitmentFilter["state"], number>;
  commitments: CommitmentLine[];
  next: PlaceInList | null;
  /** Who of the committee above looks after the unit. */
  caretaker: string | null;
  mayHold: boolean;
  today: PlainDate;
};

export function loadCommitments(address: CommitmentsAddress): Promise<CommitmentsPage> {
  return withScope("briefing.read", async (scope) => {
    const unit = await unitOf(scope, address.unit);
    const days = daysOf(address, scope.today);
    const filter = { unit: unit.code, state: address.state, ...days };
    const rows = await findCommitments(scope, unit, filter, address.after, PAGE + 1);
    const shown = rows.slice(0, PAGE);
    const end = shown.at(-1);
    const reached = new Set<number>();
    for (const id of new Set(shown.map(({ committeeId }) => committeeId)))
      if (await findUnit(scope, id)) reached.add(id);
    const caretakers = await findCaretakers(scope, [unit.id]);
    return {
      unit: { code: unit.code, name: unit.name },
      filter,
      counts: await countCommitments(scope, unit, days),
      commitments: shown.map((one) => ({
        ...one,
        mayReport:
          can(scope.actor, "briefing.report") &&
          one.outcome === null &&
          (one.doer === "unit" || reached.has(one.committeeId)),
      })),
      next: rows.length > PAGE && end ? { day: end.dueOn, id: end.id } : null,
      caretaker: caretakers.find(({ until }) => until === null)?.name ?? null,
      mayHold: can(scope.actor, "briefing.hold"),
      today: scope.today,
    };
  });
}

/** "Khó khăn": what the units within reach find difficult. */
export type DifficultiesPage = {
  unit: { code: string; name: string };
  filter: DifficultyFilter;
  counts: Record<DifficultyFilter["state"], number>;
  /** Of the state shown, how many of each kind. */
  topics: { topic: Topic; count: number }[];
  difficulties: Difficulty[];
  next: PlaceInList | null;
  mayHold: boolean;
};

export function loadDifficulties(address: DifficultiesAddress): Promise<DifficultiesPage> {
  return withScope("briefing.read", async (scope) => {
    const unit = await unitOf(scope, address.unit);
    const { state, topic } = address;
    const days = daysOf(address, scope.today);
    const rows = await findDifficulties(scope, unit, { ...days, state, topic }, address.after, PAGE + 1);
    const difficulties = rows.slice(0, PAGE);
    const end = difficulties.at(-1);
    const counts = { raised: 0, open: 0, settled: 0 };
    for (const one of DIFFICULTY_STATES) {
      const counted = await countDifficulties(scope, unit, { ...days, state: one, topic: null });
      counts[one] = counted.reduce((sum, { count }) => sum + count, 0);
    }
    return {
      unit: { code: unit.code, name: unit.name },
      filter: { unit: unit.code, state, topic, ...days },
      counts,
      topics: await countDifficulties(scope, unit, { ...days, state, topic: null }),
      difficulties,
      next: rows.length > PAGE && end ? { day: end.raisedOn, id: end.id } : null,
      mayHold: can(scope.actor, "briefing.hold"),
    };
  });
}

/** What the home page tells of it; null where nothing waits. */
export function loadCommitmentNote(): Promise<OwnCommitments | null> {
  return withScope("briefing.read", async (scope) => {
    const own = await countOwnCommitments(scope);
    return own.mine + own.reported > 0 ? own : null;
  });
}

async function unitOf(scope: UnitScope, code: string | null): Promise<Unit> {
  return (await findUnitByCode(scope, code ?? scope.actor.unit.code)) ?? notFound();
}

/** This year up to today unless told. */
function daysOf(
  { from, asOf }: { from: PlainDate | null; asOf: PlainDate | null },
  today: PlainDate,
): { from: PlainDate; asOf: PlainDate } {
  const last = asOf ?? today;
  return { from: from ?? `${yearOf(last)}-01-01`, asOf: last };
}
