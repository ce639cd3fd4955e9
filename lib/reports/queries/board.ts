import "server-only";
import { can, type UnitScope, withScope } from "@/lib/access/gate";
import { findHeadcounts } from "@/lib/organisation/repository/headcounts";
import type { UnitType } from "@/lib/organisation/rules/kinds";
import type { PlainDate } from "@/lib/shared/days";
import { admissionQuotas } from "../chart/board";
import { type CumulativePoint, prepareCumulative } from "../chart/cumulative";
import { countByDay } from "../repository/figures";
import type { AttainmentReport } from "../rules/attainment";
import { admittedFigure } from "../rules/figure";
import type { ReportParameters } from "../rules/parameters";
import { isSensitiveGroup } from "../rules/part";
import { sameDaysLastYear } from "../rules/previous-period";
import { type BoardAddress, boardParameters } from "../schema";
import { loadAttainmentWithin } from "./attainment";
import { loadReportContext, type ReportContext } from "./context";
import { type FigureDrawer, loadDrawer } from "./drawer";

/** The board of a unit: the report, its line over the year and, where one is open, the drawer. */
export type BoardPage = {
  report: AttainmentReport;
  parameters: ReportParameters;
  today: PlainDate;
  /** The actor's own unit, the one an address without a unit means. */
  ownUnit: string;
  /** Latest head count on or before the as-of day. */
  headcount: { total: number; onDay: PlainDate } | null;
  /** Type of each row by its code. */
  types: Record<string, UnitType | null>;
  /** Empty where a line of so few people would tell who they are. */
  line: CumulativePoint[];
  drawer: FigureDrawer | null;
  /** The people admitted in the period, for a unit with none beneath. */
  own: FigureDrawer | null;
  maySet: boolean;
  mayExport: boolean;
  mayOpenCandidate: boolean;
};

/** Everything the board shows, of one moment. */
export function loadBoard(address: BoardAddress): Promise<BoardPage> {
  return withScope("quota.read", async (scope) => {
    const { actor, today } = scope;
    const parameters = boardParameters(address, actor.unit.code, today);
    const context = await loadReportContext(scope, "attainment", parameters);
    const report = await loadAttainmentWithin(scope, context);
    const { unit, rows } = context.tree;
    const headcount = (await findHeadcounts(scope, [unit.id], parameters.asOf)).get(unit.id);
    return {
      report,
      parameters,
      today,
      ownUnit: actor.unit.code,
      headcount: headcount ? { total: headcount.total, onDay: headcount.onDay } : null,
      types: Object.fromEntries(rows.map((row) => [row.unit.code, row.unit.type])),
      line: await cumulativeOf(scope, context, report, address),
      drawer: address.figure ? await loadDrawer(scope, parameters, address.figure) : null,
      own: rows.length === 0 ? await loadDrawer(scope, parameters, "attainment:total.admitted") : null,
      maySet: can(actor, "quota.set"),
      mayExport: can(actor, "people.exportNames"),
      mayOpenCandidate: can(actor, "candidate.read"),
    };
  });
}

async function cumulativeOf(
  scope: UnitScope,
  { parameters, countBy, tree }: ReportContext,
  report: AttainmentReport,
  { group }: BoardAddress,
): Promise<CumulativePoint[]> {
  if (isSensitiveGroup(group) && !can(scope.actor, "people.exportNames")) return [];
  const figure = { ...admittedFigure(parameters, countBy), group };
  const { from, to, asOf } = parameters;
  const before = sameDaysLastYear(parameters);
  return prepareCumulative({
    from,
    to,
    asOf,
    now: await countByDay(scope, tree.total, figure, tree.stood),
    before: await countByDay(scope, tree.total, { ...figure, from: before.from, to: before.to }, tree.stood),
    paces: admissionQuotas(report.total, group)
      .filter((quota) => quota.from === from && quota.to === to && quota.kind !== "SHARE_OF_ADMITTED")
      .map((quota) => ({
        source: quota.source,
        asked: quota.achieved.denominator,
        from: quota.from,
        to: quota.to,
        dueOn: quota.dueOn,
      })),
  });
}
