import "server-only";
import { can, type UnitScope, withScope } from "@/lib/access/gate";
import type { OrdinalRange } from "@/lib/organisation/repository/tree-on";
import type { PlainDate } from "@/lib/shared/days";
import { admissionQuotas } from "../chart/board";
import { findCells } from "../repository/coverage";
import {
  buildCoverageLine,
  type CellFact,
  type CoverageLimits,
  type CoverageReport,
  USUAL_LIMITS,
} from "../rules/coverage";
import { LIVE_STEPS, liveFigure } from "../rules/figure";
import { type ReportParameters, unitHead } from "../rules/parameters";
import { type BoardAddress, boardParameters } from "../schema";
import { loadCountedWithin } from "./attainment";
import { loadReportContext } from "./context";
import { type FigureDrawer, loadDrawer } from "./drawer";

/** formats.md §4 `coverage`: live sources against what is missing from the quota, and the four lists of cells. */
export function loadCoverage(
  parameters: ReportParameters,
  limits: CoverageLimits = USUAL_LIMITS,
): Promise<CoverageReport> {
  return withScope("report.read", (scope) => loadCoverageWithin(scope, parameters, limits));
}

/** The same inside a transaction that is open already. */
export async function loadCoverageWithin(
  scope: UnitScope,
  parameters: ReportParameters,
  limits: CoverageLimits,
): Promise<CoverageReport> {
  const context = await loadReportContext(scope, "coverage", parameters);
  const { tree, head, countBy } = context;
  const steps = LIVE_STEPS.toReversed();
  const { report, count } = await loadCountedWithin(
    scope,
    context,
    steps.map((step) => liveFigure(step, parameters)),
  );
  const cells = await findCells(scope, tree, parameters, { months: limits.months, countBy });
  const line = (unit: (typeof tree)["unit"], own: readonly CellFact[]) => {
    const attained =
      unit === tree.unit ? report.total : report.rows.find(({ unit: row }) => row.code === unit.code);
    const [quota] = attained ? admissionQuotas(attained, "ALL") : [];
    return buildCoverageLine(
      unitHead(unit),
      own,
      steps.map((step) => ({ step, count: count(unit.id, liveFigure(step, parameters)) })),
      {
        remaining: quota && quota.status !== "notAssigned" ? quota.remaining : null,
        limits,
        asOf: parameters.asOf,
      },
    );
  };
  return {
    ...head,
    ...limits,
    rows: tree.rows.map(({ unit, ranges }) => line(unit, cellsIn(ranges, cells))),
    total: line(tree.unit, cells),
  };
}

const cellsIn = (ranges: readonly OrdinalRange[], cells: readonly CellFact[]): CellFact[] =>
  cells.filter(({ lo }) => ranges.some((range) => lo >= range.lo && lo <= range.hi));

/** The report on the screen, with the list and the figure that are open. */
export type CoveragePage = {
  parameters: ReportParameters;
  today: PlainDate;
  limits: CoverageLimits;
  report: CoverageReport;
  drawer: FigureDrawer | null;
  mayGive: boolean;
  mayExport: boolean;
  mayOpenCandidate: boolean;
};

/** The page of coverage with the parameters of an address. */
export function loadCoveragePage(address: BoardAddress): Promise<CoveragePage> {
  return withScope("report.read", async (scope) => {
    const parameters = boardParameters(address, scope.actor.unit.code, scope.today);
    const limits = { months: address.months, years: address.years };
    return {
      parameters,
      today: scope.today,
      limits,
      report: await loadCoverageWithin(scope, parameters, limits),
      drawer: address.figure ? await loadDrawer(scope, parameters, address.figure) : null,
      mayGive: can(scope.actor, "task.give"),
      mayExport: can(scope.actor, "people.exportNames"),
      mayOpenCandidate: can(scope.actor, "candidate.read"),
    };
  });
}
