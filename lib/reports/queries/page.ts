import "server-only";
import { can, type UnitScope, withScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import type { AttainmentReport } from "../rules/attainment";
import type { ClassesReport } from "../rules/classes";
import type { FunnelReport } from "../rules/funnel";
import type { ReportParameters } from "../rules/parameters";
import { type BoardAddress, boardParameters } from "../schema";
import { loadAttainmentWithin } from "./attainment";
import { loadClassesReportWithin } from "./classes";
import { loadReportContext } from "./context";
import { type FigureDrawer, loadDrawer } from "./drawer";
import { loadFunnelWithin } from "./funnel";

/** A report on the screen, with the figure that is open. */
export type ReportPage = {
  parameters: ReportParameters;
  today: PlainDate;
  shown:
    | { name: "attainment"; report: AttainmentReport }
    | { name: "funnel"; report: FunnelReport }
    | { name: "classes"; report: ClassesReport };
  drawer: FigureDrawer | null;
  mayExport: boolean;
  mayHandOver: boolean;
  mayOpenCandidate: boolean;
};

/** A report with the parameters of an address; the actor's unit and this year unless told. */
export function loadReportPage(
  name: ReportPage["shown"]["name"],
  address: BoardAddress,
): Promise<ReportPage> {
  return withScope("report.read", async (scope) => {
    const parameters = boardParameters(address, scope.actor.unit.code, scope.today);
    const shown = await loadShown(scope, name, parameters);
    return {
      parameters,
      today: scope.today,
      shown,
      drawer: address.figure ? await loadDrawer(scope, parameters, address.figure) : null,
      mayExport: can(scope.actor, "people.exportNames"),
      mayHandOver: can(scope.actor, "people.handOver"),
      mayOpenCandidate: can(scope.actor, "candidate.read"),
    };
  });
}

async function loadShown(
  scope: UnitScope,
  name: ReportPage["shown"]["name"],
  parameters: ReportParameters,
): Promise<ReportPage["shown"]> {
  switch (name) {
    case "funnel":
      return { name, report: await loadFunnelWithin(scope, parameters) };
    case "classes":
      return { name, report: await loadClassesReportWithin(scope, parameters) };
    case "attainment": {
      const context = await loadReportContext(scope, "attainment", parameters);
      return { name, report: await loadAttainmentWithin(scope, context) };
    }
  }
}
