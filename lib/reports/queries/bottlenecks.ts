import "server-only";
import { can, withScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { countFigures } from "../repository/figures";
import { countDropOuts, findOpenDossiers, findPaces, findPassages, findWaiting } from "../repository/pace";
import {
  buildDropOuts,
  buildPassagesLine,
  type DropOut,
  type PassagesLine,
  stepsBefore,
  type Waiting,
} from "../rules/bottleneck";
import { liveFigure } from "../rules/figure";
import { gainOf, lastClassDay } from "../rules/forecast";
import { type ReportHead, type ReportParameters, unitHead } from "../rules/parameters";
import { type BoardAddress, boardParameters } from "../schema";
import { loadReportContext } from "./context";
import { type FigureDrawer, loadDrawer } from "./drawer";

/** What could still be won by the end of the period. */
export type Gains = {
  /** People on the way without a certificate, and the last day a class may certify them; null: no pace known. */
  classFor: number;
  classBy: PlainDate | null;
  /** More admitted if the slowest passage took a week less. */
  weekLess: number;
};

/** "Điểm nghẽn": how long each passage takes, where dossiers wait and with whom, and who dropped out where. */
export type BottlenecksPage = {
  head: ReportHead;
  parameters: ReportParameters;
  today: PlainDate;
  rows: PassagesLine[];
  total: PassagesLine;
  waiting: Waiting[];
  dropOuts: DropOut[];
  gains: Gains;
  drawer: FigureDrawer | null;
  mayExport: boolean;
  mayOpenCandidate: boolean;
};

/** The bottlenecks of a unit with the parameters of an address. */
export function loadBottlenecks(address: BoardAddress): Promise<BottlenecksPage> {
  return withScope("report.read", async (scope) => {
    const parameters = boardParameters(address, scope.actor.unit.code, scope.today);
    const { tree, head, countBy } = await loadReportContext(scope, "bottlenecks", parameters);
    const passages = await findPassages(scope, tree, parameters);
    const line = (unit: (typeof tree)["unit"]) =>
      buildPassagesLine(unitHead(unit), passages.get(unit.id) ?? []);
    const total = line(tree.unit);
    const alone = { ...tree, rows: [] };
    const paces = (await findPaces(scope, alone, parameters.asOf)).get(tree.unit.id) ?? {};
    const open = (await findOpenDossiers(scope, alone, parameters, countBy)).get(tree.unit.id) ?? [];
    const [introduced = 0, sympathisers = 0] =
      (
        await countFigures(scope, alone, [
          liveFigure("introduced", parameters),
          liveFigure("sympathisers", parameters),
        ])
      ).get(tree.unit.id) ?? [];
    return {
      head,
      parameters,
      today: scope.today,
      rows: tree.rows.map(({ unit }) => line(unit)),
      total,
      waiting: await findWaiting(scope, tree, parameters, total.passages),
      dropOuts: buildDropOuts(await countDropOuts(scope, tree, parameters)),
      gains: {
        classFor: introduced + sympathisers,
        classBy: lastClassDay(paces, parameters.to),
        weekLess: total.slowest
          ? gainOf(open, paces, parameters, { from: stepsBefore(total.slowest), days: 7 })
          : 0,
      },
      drawer: address.figure ? await loadDrawer(scope, parameters, address.figure) : null,
      mayExport: can(scope.actor, "people.exportNames"),
      mayOpenCandidate: can(scope.actor, "candidate.read"),
    };
  });
}
