import "server-only";
import { type UnitScope, withScope } from "@/lib/access/gate";
import { countFigures } from "../repository/figures";
import { EVENTS, type Figure, type FigureEvent } from "../rules/figure";
import { buildFunnelLine, type FunnelReport } from "../rules/funnel";
import type { ReportParameters } from "../rules/parameters";
import { openReport, unitHead } from "./context";

/** formats.md §4 `funnel`: how many persons reached each step in the period. */
export function loadFunnel(parameters: ReportParameters): Promise<FunnelReport> {
  return withScope("report.read", (scope) => buildFunnel(scope, parameters));
}

/** The same inside a transaction that is open already. */
export async function buildFunnel(scope: UnitScope, parameters: ReportParameters): Promise<FunnelReport> {
  const { tree, head } = await openReport(scope, "funnel", parameters);
  const counts = await countFigures(
    scope,
    tree,
    EVENTS.map((event) => funnelFigure(event, parameters)),
  );
  return {
    ...head,
    rows: tree.rows.map(({ unit }) => buildFunnelLine(unitHead(unit), counts.get(unit.id) ?? [])),
    total: buildFunnelLine(unitHead(tree.unit), counts.get(tree.unit.id) ?? []),
  };
}

/** In the funnel "decided" counts by the decision's day and "admitted" by the ceremony's. */
export function funnelFigure(event: FigureEvent, { from, to, asOf }: ReportParameters): Figure {
  return { what: { event }, from, to, asOf, group: "ALL", countBy: "ceremony" };
}
