import "server-only";
import { can, withScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import type { AttainmentReport } from "../rules/attainment";
import type { FunnelReport } from "../rules/funnel";
import type { ReportParameters } from "../rules/parameters";
import { type BoardAddress, boardParameters } from "../schema";
import { loadAttainmentWithin } from "./attainment";
import { loadReportContext } from "./context";
import { type FigureDrawer, loadDrawer } from "./drawer";
import { loadFunnelWithin } from "./funnel";

/** A report on the screen, with the figure that is open. */
export type ReportPage = {
  parameters: ReportParameters;
  today: PlainDate;
  shown: { name: "attainment"; report: AttainmentReport } | { name: "funnel"; report: FunnelReport };
  drawer: FigureDrawer | null;
  mayExport: boolean;
  mayOpenCandidate: boolean;
};

/** A report with the parameters of an address; the actor's unit and this year unless told. */
export function loadReportPage(name: "attainment" | "funnel", address: BoardAddress): Promise<ReportPage> {
  return withScope("report.read", async (scope) => {
    const parameters = boardParameters(address, scope.actor.unit.code, scope.today);
    const shown: ReportPage["shown"] =
      name === "funnel"
        ? { name, report: await loadFunnelWithin(scope, parameters) }
        : {
            name,
            report: await loadAttainmentWithin(
              scope,
              await loadReportContext(scope, "attainment", parameters),
            ),
          };
    return {
      parameters,
      today: scope.today,
      shown,
      drawer: address.figure ? await loadDrawer(scope, parameters, address.figure) : null,
      mayExport: can(scope.actor, "people.exportNames"),
      mayOpenCandidate: can(scope.actor, "candidate.read"),
    };
  });
}
