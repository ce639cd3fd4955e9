import "server-only";
import { notFound } from "next/navigation";
import { can, withScope } from "@/lib/access/gate";
import { findUnitByCode } from "@/lib/organisation/repository/units";
import type { PlainDate } from "@/lib/shared/days";
import { findPastTotals, findTotalsBeside } from "../repository";
import type { PastTotal } from "../rules";
import type { TotalsAddress } from "../schema";

/** The totals of the past that the actor may see, latest period first. */
export type TotalsPage = {
  unit: { code: string; name: string } | null;
  ownUnit: { code: string; name: string };
  totals: PastTotal[];
  next: string | null;
  maySet: boolean;
};

export function loadPastTotals({ unit: code, after }: TotalsAddress): Promise<TotalsPage> {
  return withScope("quota.read", async (scope) => {
    const unit = code === null ? null : ((await findUnitByCode(scope, code)) ?? notFound());
    const { code: ownCode, name } = scope.actor.unit;
    return {
      unit: unit && { code: unit.code, name: unit.name },
      ownUnit: { code: ownCode, name },
      ...(await findPastTotals(scope, unit?.id ?? null, after)),
      maySet: can(scope.actor, "quota.set"),
    };
  });
}

/** What old reports say of a unit in a period: to be shown beside its figures, and never added to them. */
export function loadTotalsBeside(code: string, from: PlainDate, to: PlainDate): Promise<PastTotal[]> {
  return withScope("quota.read", async (scope) => {
    const unit = (await findUnitByCode(scope, code)) ?? notFound();
    return findTotalsBeside(scope, unit.id, from, to);
  });
}
