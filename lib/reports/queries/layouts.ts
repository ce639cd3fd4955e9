import "server-only";
import { can, withScope } from "@/lib/access/gate";
import { findCountBy } from "../repository/figures";
import { findLayouts } from "../repository/layouts";
import { BUILT_IN_LAYOUTS } from "../rules/built-in-layouts";
import { type Layout, layoutOn, OFFICIAL_REPORTS, type OfficialReport } from "../rules/layout";
import type { CountBy } from "../rules/parameters";

/** The layouts a unit works with: today's of each table, those to come, and by which day its province counts. */
export type LayoutsPage = {
  current: Layout[];
  coming: Layout[];
  countBy: CountBy;
  mayPut: boolean;
  unitName: string;
};

/** The layouts of the official tables. */
export function loadLayouts(): Promise<LayoutsPage> {
  return withScope("report.read", async (scope) => {
    const layouts = [...BUILT_IN_LAYOUTS, ...(await findLayouts(scope, scope.actor.unit.id))];
    return {
      current: OFFICIAL_REPORTS.map((report) => layoutOn(layouts, report, scope.today)),
      coming: layouts.filter(({ from }) => from > scope.today),
      countBy: await findCountBy(scope, scope.actor.unit.id),
      mayPut: can(scope.actor, "rules.set"),
      unitName: scope.actor.unit.name,
    };
  });
}

/** Today's layout of a table, as a file to change. */
export async function loadLayout(report: OfficialReport): Promise<Layout> {
  const { current } = await loadLayouts();
  return layoutOn(current, report, "9999-12-31");
}
