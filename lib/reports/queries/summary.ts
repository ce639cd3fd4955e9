import "server-only";
import { withScope } from "@/lib/access/gate";
import { sourceLabel } from "@/lib/quotas/labels";
import { elapsedDays, type Status } from "@/lib/quotas/rules/attainment";
import type { QuotaSource } from "@/lib/quotas/rules/quota";
import { yearOf } from "@/lib/shared/days";
import { ratio } from "@/lib/shared/ratio";
import { loadAttainmentWithin } from "./attainment";
import { loadReportContext } from "./context";

/** A quota of the actor's unit, as its home page shows it. */
export type UnitQuotaSummary = {
  source: QuotaSource;
  label: string;
  numerator: number;
  denominator: number;
  percent: number | null;
  status: Status;
  remaining: number;
  /** Per cent one should stand at today at an even pace. */
  pacePercent: number | null;
  href: string;
};

/** What the actor's unit is asked to admit this year, and how far it is, as of today. */
export function loadUnitQuotaSummary(): Promise<UnitQuotaSummary[]> {
  return withScope("quota.read", async (scope) => {
    const year = yearOf(scope.today);
    const context = await loadReportContext(scope, "attainment", {
      unit: scope.actor.unit.code,
      from: `${year}-01-01`,
      to: `${year}-12-31`,
      asOf: scope.today,
      countBy: null,
      tree: "as-was",
    });
    const own = { ...context, tree: { ...context.tree, rows: [] } };
    const { total } = await loadAttainmentWithin(scope, own);
    return total.quotas
      .filter(({ indicator, group }) => indicator === "ADMISSION" && group === "ALL")
      .map((quota) => {
        const days = elapsedDays(quota, scope.today);
        return {
          source: quota.source,
          label: sourceLabel(quota.source),
          numerator: quota.achieved.numerator,
          denominator: quota.achieved.denominator,
          percent: quota.achieved.percent,
          status: quota.status,
          remaining: quota.remaining,
          pacePercent: ratio(days.elapsed, days.all).percent,
          href: "/quotas",
        };
      });
  });
}
