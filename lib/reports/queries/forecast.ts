import "server-only";
import { can, type UnitScope, withScope } from "@/lib/access/gate";
import { treeOn } from "@/lib/organisation/repository/tree-on";
import { addDays, addMonths, type PlainDate, yearOf } from "@/lib/shared/days";
import { admissionQuotas } from "../chart/board";
import { countFigures } from "../repository/figures";
import { findOpenDossiers, findPaces } from "../repository/pace";
import type { AttainmentLine } from "../rules/attainment";
import { admittedFigure } from "../rules/figure";
import {
  type BackTest,
  buildBackTest,
  buildForecastLine,
  type ForecastLine,
  type Paces,
} from "../rules/forecast";
import { type ReportHead, type ReportParameters, unitHead } from "../rules/parameters";
import { type BoardAddress, boardParameters } from "../schema";
import { loadAttainmentWithin } from "./attainment";
import { loadReportContext, type ReportContext } from "./context";
import { type FigureDrawer, loadDrawer } from "./drawer";

/** "Dự báo": who will still be admitted by the end of the period, unit by unit. */
export type ForecastPage = {
  head: ReportHead;
  parameters: ReportParameters;
  today: PlainDate;
  rows: ForecastLine[];
  total: ForecastLine;
  /** The unit's own pace, by which rows without one are judged. */
  paces: Paces;
  drawer: FigureDrawer | null;
  mayExport: boolean;
  mayOpenCandidate: boolean;
};

/** The forecast of a unit with the parameters of an address. */
export function loadForecast(address: BoardAddress): Promise<ForecastPage> {
  return withScope("report.read", async (scope) => {
    const parameters = boardParameters(address, scope.actor.unit.code, scope.today);
    const context = await loadReportContext(scope, "forecast", parameters);
    const attainment = await loadAttainmentWithin(scope, context);
    const { rows, total, paces } = await forecastOf(scope, context, attainment);
    return {
      head: context.head,
      parameters,
      today: scope.today,
      rows,
      total,
      paces,
      drawer: address.figure ? await loadDrawer(scope, parameters, address.figure) : null,
      mayExport: can(scope.actor, "people.exportNames"),
      mayOpenCandidate: can(scope.actor, "candidate.read"),
    };
  });
}

type Attained = { total: AttainmentLine; rows: AttainmentLine[] };

async function forecastOf(scope: UnitScope, context: ReportContext, attained: Attained) {
  const { tree, parameters, countBy } = context;
  const paces = await findPaces(scope, tree, parameters.asOf);
  const open = await findOpenDossiers(scope, tree, parameters, countBy);
  const parents = paces.get(tree.unit.id) ?? {};
  const line = (unit: (typeof tree)["unit"], of: AttainmentLine | undefined) => {
    const [quota] = of ? admissionQuotas(of, "ALL") : [];
    return buildForecastLine(
      unitHead(unit),
      {
        admitted: of?.admitted ?? 0,
        asked: quota && quota.status !== "notAssigned" ? quota.achieved.denominator : null,
        open: open.get(unit.id) ?? [],
      },
      { own: paces.get(unit.id) ?? {}, parents },
      parameters,
    );
  };
  return {
    rows: tree.rows.map(({ unit }) =>
      line(
        unit,
        attained.rows.find((row) => row.unit.code === unit.code),
      ),
    ),
    total: line(tree.unit, attained.total),
    paces: parents,
  };
}

/** What the forecast of each month's end of a year said, beside what came. */
export type BackTestPage = { head: ReportHead; year: number; tests: BackTest[]; today: PlainDate };

/** The back-test of a year that is over: the year of the address's period, else the last complete one. */
export function loadBackTest(address: BoardAddress): Promise<BackTestPage> {
  return withScope("report.read", async (scope) => {
    const asked = boardParameters(address, scope.actor.unit.code, scope.today);
    const year = Math.min(yearOf(asked.to), yearOf(scope.today) - 1);
    const [from, to] = [`${year}-01-01`, `${year}-12-31`];
    const { head, tree, countBy } = await loadReportContext(scope, "forecast", {
      ...asked,
      from,
      to,
      asOf: to,
    });
    const tests: BackTest[] = [];
    for (let month = 1; month < 12; month++) {
      const asOf = addDays(addMonths(from, month), -1);
      const parameters = { ...asked, from, to, asOf };
      const whole = (await treeOn(scope, tree.unit.id, asOf, asked.tree)) ?? tree;
      const then = { ...whole, rows: [] };
      const figures = [
        admittedFigure(parameters, countBy),
        admittedFigure({ ...parameters, asOf: to }, countBy),
      ];
      const [admitted = 0, came = 0] = (await countFigures(scope, then, figures)).get(then.unit.id) ?? [];
      const paces = (await findPaces(scope, then, asOf)).get(then.unit.id) ?? {};
      const open = (await findOpenDossiers(scope, then, parameters, countBy)).get(then.unit.id) ?? [];
      const line = buildForecastLine(
        head.unit,
        { admitted, asked: null, open },
        { own: paces, parents: paces },
        parameters,
      );
      tests.push(buildBackTest(asOf, line, came));
    }
    return { head, year, tests, today: scope.today };
  });
}
