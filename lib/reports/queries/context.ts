import "server-only";
import { notFound } from "next/navigation";
import type { UnitScope } from "@/lib/access/gate";
import { type TreeOnDay, treeOn } from "@/lib/organisation/repository/tree-on";
import { findUnitByCode } from "@/lib/organisation/repository/units";
import { now } from "@/lib/platform/clock";
import type { Quota } from "@/lib/quotas/rules/quota";
import type { PlainDate } from "@/lib/shared/days";
import { findCountBy } from "../repository/figures";
import { type CountBy, type ReportHead, type ReportParameters, unitHead } from "../rules/parameters";

/** A report's unit, tree and way of counting, resolved inside the scope. */
export type ReportContext = {
  parameters: ReportParameters;
  tree: TreeOnDay;
  countBy: CountBy;
  head: ReportHead;
  /** Where many of its numbers are asked for: what they ask for alike. */
  kept?: { quotas: readonly Quota[]; deadlines: Map<string, PlainDate[]> };
};

/** Opens a report; a unit outside the scope is not found, the same as not existing. */
export async function loadReportContext(
  scope: UnitScope,
  report: string,
  parameters: ReportParameters,
): Promise<ReportContext> {
  const unit = await findUnitByCode(scope, parameters.unit);
  const tree = unit && (await treeOn(scope, unit.id, parameters.asOf, parameters.tree));
  if (!unit || !tree) notFound();
  const countBy = parameters.countBy ?? (await findCountBy(scope, unit.id));
  const head: ReportHead = {
    report,
    unit: unitHead(tree.unit),
    period: { from: parameters.from, to: parameters.to },
    asOf: parameters.asOf,
    tree: parameters.tree,
    countBy,
    generatedAt: now().toISOString(),
  };
  return { parameters, tree, countBy, head };
}
