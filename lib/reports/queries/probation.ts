import "server-only";
import { type UnitScope, withScope } from "@/lib/access/gate";
import { countFigures } from "../repository/figures";
import { type ReportParameters, unitHead } from "../rules/parameters";
import { buildProbationLine, PROBATION_FIELDS, type ProbationReport } from "../rules/probation";
import { rowFigure } from "../rules/row-key";
import { loadReportContext } from "./context";
import { loadDeadlines } from "./official";

/** formats.md §4 `probation`. */
export function loadProbation(parameters: ReportParameters): Promise<ProbationReport> {
  return withScope("report.read", (scope) => loadProbationWithin(scope, parameters));
}

/** The same inside a transaction that is open already. */
export async function loadProbationWithin(
  scope: UnitScope,
  parameters: ReportParameters,
): Promise<ProbationReport> {
  const context = await loadReportContext(scope, "probation", parameters);
  const { tree, head, countBy } = context;
  const deadlines = await loadDeadlines(scope, context, parameters);
  const figures = PROBATION_FIELDS.map((probation) =>
    rowFigure({ is: "people", what: { probation }, parts: [] }, { ...parameters, countBy }, deadlines),
  );
  const counts = await countFigures(scope, tree, figures);
  const line = (unit: (typeof tree)["unit"]) => buildProbationLine(unitHead(unit), counts.get(unit.id) ?? []);
  return { ...head, rows: tree.rows.map(({ unit }) => line(unit)), total: line(tree.unit) };
}
