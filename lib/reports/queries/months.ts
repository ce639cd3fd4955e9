import "server-only";
import { can, withScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { countByMonth } from "../repository/breakdown";
import { admittedFigure } from "../rules/figure";
import { buildMonthsLine, type Month, type MonthsLine, monthsOf } from "../rules/months";
import { type ReportHead, type ReportParameters, unitHead } from "../rules/parameters";
import { type BoardAddress, boardParameters } from "../schema";
import { loadReportContext } from "./context";
import { type FigureDrawer, loadDrawer } from "./drawer";

/** "Theo tháng": who admitted when, unit by unit. */
export type MonthsPage = {
  head: ReportHead;
  parameters: ReportParameters;
  today: PlainDate;
  months: Month[];
  rows: MonthsLine[];
  total: MonthsLine;
  drawer: FigureDrawer | null;
  mayExport: boolean;
  mayOpenCandidate: boolean;
};

/** The heat map of a unit with the parameters of an address. */
export function loadMonths(address: BoardAddress): Promise<MonthsPage> {
  return withScope("report.read", async (scope) => {
    const parameters = boardParameters(address, scope.actor.unit.code, scope.today);
    const { tree, countBy, head } = await loadReportContext(scope, "months", parameters);
    const months = monthsOf(parameters);
    const counts = await countByMonth(scope, tree, admittedFigure(parameters, countBy));
    const line = (unit: (typeof tree)["unit"]) =>
      buildMonthsLine(unitHead(unit), months, counts.get(unit.id) ?? new Map(), parameters.asOf);
    return {
      head,
      parameters,
      today: scope.today,
      months,
      rows: tree.rows.map(({ unit }) => line(unit)),
      total: line(tree.unit),
      drawer: address.figure ? await loadDrawer(scope, parameters, address.figure) : null,
      mayExport: can(scope.actor, "people.exportNames"),
      mayOpenCandidate: can(scope.actor, "candidate.read"),
    };
  });
}
