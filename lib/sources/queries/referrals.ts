import "server-only";
import { notFound } from "next/navigation";
import { can, withScope } from "@/lib/access/gate";
import { findCells } from "@/lib/pipeline/repository/bulk";
import { yearOf } from "@/lib/shared/days";
import { countRatedChapters } from "../repository/ratings";
import {
  countReferrals,
  findCellsBeside,
  findIntroducible,
  findProgress,
  findReferral,
  findReferrals,
  type Introducible,
  type ReferralDetails,
  type ReferralRow,
} from "../repository/referrals";
import { findUnionLine, findUnionUnit, type UnionUnit } from "../repository/units";
import { REGISTER_PAGE, type ReferralFilter } from "../rules/list";
import { type ReferralState, referralState } from "../rules/referral";
import { inUnionTree } from "../rules/tree";

/** A referral with where it stands today, and the latest stage of the candidacy with its day. */
export type ReferralLine = ReferralRow & {
  state: ReferralState;
  reached: { stage: string; onDay: string } | null;
};

/** The referrals of the scope: those sent by one's own organisation, or received by one's cells. */
export type ReferralList = {
  rows: ReferralLine[];
  counts: Record<ReferralState, number>;
  next: { onDay: string; id: string } | null;
  mayIntroduce: "union" | "party" | null;
  mayAnswer: boolean;
  today: string;
};

export function loadReferrals(filter: ReferralFilter): Promise<ReferralList> {
  return withScope("referral.read", async (scope) => {
    const found = await findReferrals(scope, filter);
    const page = found.slice(0, REGISTER_PAGE);
    const progress = await findProgress(
      scope,
      page.map(({ id }) => id),
    );
    const last = page.at(-1);
    return {
      rows: page.map((row) => ({
        ...row,
        state: referralState(row, scope.today),
        reached: progress.filter(({ referralId }) => referralId === row.id).at(-1) ?? null,
      })),
      counts: await countReferrals(scope, filter),
      next: found.length > REGISTER_PAGE && last ? { onDay: last.onDay, id: last.id } : null,
      mayIntroduce: can(scope.actor, "union.change")
        ? "union"
        : can(scope.actor, "referral.record")
          ? "party"
          : null,
      mayAnswer: can(scope.actor, "referral.answer"),
      today: scope.today,
    };
  });
}

/** One referral: for its cell to answer, for its sender to follow. */
export type ReferralPage = {
  referral: Omit<ReferralDetails, "citizenNumber" | "cell">;
  state: ReferralState;
  progress: { stage: string; onDay: string }[];
  mayAnswer: boolean;
  mayOpenCandidate: boolean;
  today: string;
};

export function loadReferral(id: string): Promise<ReferralPage> {
  return withScope("referral.read", async (scope) => {
    const found = (await findReferral(scope, id)) ?? notFound();
    const { citizenNumber: _number, cell, ...referral } = found;
    const received = cell.ord >= scope.lo && cell.ord <= scope.hi;
    return {
      referral,
      state: referralState(referral, scope.today),
      progress: await findProgress(scope, [id]),
      mayAnswer: received && can(scope.actor, "referral.answer"),
      mayOpenCandidate: received && can(scope.actor, "candidate.read"),
      today: scope.today,
    };
  });
}

/** Whom an organisation of the Union may introduce now, and the cells beside it. */
export type Introduction = {
  unit: UnionUnit;
  line: UnionUnit[];
  members: Introducible[];
  cells: { code: string; name: string }[];
  today: string;
};

export function loadIntroduction(unitCode: string | null): Promise<Introduction> {
  return withScope("union.change", async (scope) => {
    const unit = (await findUnionUnit(scope, unitCode ?? scope.actor.unit.code)) ?? notFound();
    return {
      unit,
      line: await findUnionLine(scope, unit),
      members: await findIntroducible(scope, unit, yearOf(scope.today)),
      cells: await findCellsBeside(scope, unit),
      today: scope.today,
    };
  });
}

/** The cells that somebody of another organisation may be introduced to. */
export function loadReferralEntry(): Promise<{ cells: { code: string; name: string }[]; today: string }> {
  return withScope("referral.record", async (scope) => {
    const cells = await findCells(scope);
    return { cells: cells.map(({ code, name }) => ({ code, name })), today: scope.today };
  });
}

/** What waits for an officer of the Union: ratings to finish, members to introduce, referrals sent back. */
export type UnionTasks = {
  name: string;
  unit: string;
  year: number;
  inTree: boolean;
  chapters: { chapters: number; rated: number };
  introducible: number;
  counts: Record<ReferralState, number>;
  returned: ReferralLine[];
};

const NOTHING: ReferralFilter = { unit: null, state: null, by: null, year: null, typed: "", after: null };

export function loadUnionTasks(): Promise<UnionTasks> {
  return withScope("union.change", async (scope) => {
    const year = yearOf(scope.today);
    const returned = await findReferrals(scope, { ...NOTHING, state: "returned" });
    return {
      name: scope.actor.name,
      unit: scope.actor.unit.name,
      year,
      inTree: inUnionTree(scope),
      chapters: await countRatedChapters(scope, year),
      introducible: (await findIntroducible(scope, scope, year)).length,
      counts: await countReferrals(scope, NOTHING),
      returned: returned
        .slice(0, 5)
        .map((row) => ({ ...row, state: referralState(row, scope.today), reached: null })),
    };
  });
}

/** Who was introduced to the cells of the scope and waits: how many, and the first of them. */
export function loadWaitingReferrals(): Promise<{ count: number; first: ReferralRow[] }> {
  return withScope("referral.read", async (scope) => {
    const waiting = await findReferrals(scope, { ...NOTHING, state: "waiting" });
    return { count: (await countReferrals(scope, NOTHING)).waiting, first: waiting.slice(0, 3) };
  });
}
