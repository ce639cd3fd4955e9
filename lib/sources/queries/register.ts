import "server-only";
import { notFound } from "next/navigation";
import { can, withScope } from "@/lib/access/gate";
import { findProgress, findReferrals, type ReferralRow } from "../repository/referrals";
import {
  countRegister,
  findMember,
  findRegister,
  type MemberDetails,
  type MemberRow,
} from "../repository/register";
import { findUnionHistory, type UnionHistoryLine } from "../repository/tree-on";
import {
  findUnionLine,
  findUnionRows,
  findUnionUnit,
  type UnionRow,
  type UnionUnit,
} from "../repository/units";
import { type After, REGISTER_PAGE, type RegisterFilter } from "../rules/list";
import type { ReferralState } from "../rules/referral";
import { referralState } from "../rules/referral";

/** The register of the scope, or of one organisation in it, and the way down its tree. */
export type Register = {
  unit: UnionUnit | null;
  line: UnionUnit[];
  beneath: UnionRow[];
  /** Where the organisation stood, latest first. */
  history: UnionHistoryLine[];
  rows: MemberRow[];
  count: number;
  next: After | null;
  today: string;
  mayChange: boolean;
};

/** One page of the register; an organisation outside the scope is not found. */
export function loadRegister(filter: RegisterFilter): Promise<Register> {
  return withScope("union.read", async (scope) => {
    const unit = filter.unit ? ((await findUnionUnit(scope, filter.unit)) ?? notFound()) : null;
    const tops = await findUnionRows(scope, unit);
    const [top] = tops;
    const rows = await findRegister(scope, unit, filter);
    const last = rows[REGISTER_PAGE - 1];
    return {
      unit,
      line: unit ? await findUnionLine(scope, unit) : [],
      beneath: !unit && top && tops.length === 1 ? await findUnionRows(scope, top) : tops,
      history: unit ? await findUnionHistory(scope, unit) : [],
      rows: rows.slice(0, REGISTER_PAGE),
      count: await countRegister(scope, unit, filter),
      next: rows.length > REGISTER_PAGE && last ? last : null,
      today: scope.today,
      mayChange: can(scope.actor, "union.change"),
    };
  });
}

/** A member's page: ratings year by year, and what became of each referral. */
export type MemberPage = {
  member: MemberDetails;
  referrals: (ReferralRow & { state: ReferralState; progress: { stage: string; onDay: string }[] })[];
  mayChange: boolean;
  today: string;
};

export function loadMember(id: string): Promise<MemberPage> {
  return withScope("union.read", async (scope) => {
    const member = (await findMember(scope, id)) ?? notFound();
    const everything = { unit: null, state: null, by: null, year: null, typed: member.name, after: null };
    const referrals = (await findReferrals(scope, everything)).filter(
      ({ memberId }) => memberId === member.id,
    );
    const progress = await findProgress(
      scope,
      referrals.map((referral) => referral.id),
    );
    return {
      member,
      referrals: referrals.map((referral) => ({
        ...referral,
        state: referralState(referral, scope.today),
        progress: progress.filter(({ referralId }) => referralId === referral.id),
      })),
      mayChange: can(scope.actor, "union.change"),
      today: scope.today,
    };
  });
}
