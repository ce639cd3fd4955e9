import "server-only";
import { type UnitScope, withScope } from "@/lib/access/gate";
import { countFigures } from "../repository/figures";
import { EVENTS, funnelFigure } from "../rules/figure";
import { buildFunnelLine, type FunnelReport } from "../rules/funnel";
import { type ReportParameters, unitHead } from "../rules/parameters";
import { loadReportContext } from "./context";

/** formats.md §4 `funnel`: how many persons reached each step in the period. */
export function loadFunnel(parameters: ReportParameters): Promise<FunnelReport> {
  return withScope("report.read", (scope) => loadFunnelWithin(scope, parameters));
}

/** The same inside a transaction that is open already. */
export async function loadFunnelWithin(
  scope: UnitScope,
  parameters: ReportParameters,
): Promise<FunnelReport> {
  const { tree, head } = await loadReportContext(scope, "funnel", parameters);
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
