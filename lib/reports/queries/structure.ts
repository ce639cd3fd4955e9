import "server-only";
import { can, withScope } from "@/lib/access/gate";
import { findQuotasHolding } from "@/lib/quotas/repository/quotas";
import { inForce } from "@/lib/quotas/rules/quota";
import type { PlainDate } from "@/lib/shared/days";
import { countByAge } from "../repository/breakdown";
import { countFigures } from "../repository/figures";
import { admittedFigure } from "../rules/figure";
import type { ReportHead, ReportParameters } from "../rules/parameters";
import { sameDaysLastYear } from "../rules/previous-period";
import {
  type AgeLine,
  buildGroupShare,
  buildPyramid,
  type GroupShare,
  STRUCTURE_GROUPS,
} from "../rules/structure";
import { type BoardAddress, boardParameters } from "../schema";
import { loadReportContext } from "./context";
import { type FigureDrawer, loadDrawer } from "./drawer";

/** "Cơ cấu": who was admitted, group by group, beside the same days a year earlier; age and sex. */
export type StructurePage = {
  head: ReportHead;
  parameters: ReportParameters;
  today: PlainDate;
  all: { now: number; before: number };
  groups: GroupShare[];
  pyramid: AgeLine[];
  drawer: FigureDrawer | null;
  mayExport: boolean;
  mayOpenCandidate: boolean;
};

/** The structure of a unit's admissions with the parameters of an address. */
export function loadStructure(address: BoardAddress): Promise<StructurePage> {
  return withScope("report.read", async (scope) => {
    const parameters = boardParameters(address, scope.actor.unit.code, scope.today);
    const { tree, countBy, head } = await loadReportContext(scope, "structure", parameters);
    const now = admittedFigure(parameters, countBy);
    const before = sameDaysLastYear(now);
    const groups = ["ALL", ...STRUCTURE_GROUPS] as const;
    const figures = [now, before].flatMap((figure) => groups.map((group) => ({ ...figure, group })));
    const counts = (await countFigures(scope, { ...tree, rows: [] }, figures)).get(tree.unit.id) ?? [];
    const count = (place: number) => ({
      now: counts[place] ?? 0,
      before: counts[groups.length + place] ?? 0,
    });
    const quotas = inForce(await findQuotasHolding(scope, [tree.unit.id], parameters), parameters.asOf);
    const asked = new Map(
      quotas.filter(({ kind }) => kind === "SHARE_OF_ADMITTED").map(({ group, value }) => [group, value]),
    );
    return {
      head,
      parameters,
      today: scope.today,
      all: count(0),
      groups: STRUCTURE_GROUPS.map((group, place) =>
        buildGroupShare(group, count(place + 1), count(0), {
          asked: asked.get(group) ?? null,
          safe: !can(scope.actor, "people.exportNames"),
        }),
      ),
      pyramid: buildPyramid(await countByAge(scope, tree.total, now, tree.stood)),
      drawer: address.figure ? await loadDrawer(scope, parameters, address.figure) : null,
      mayExport: can(scope.actor, "people.exportNames"),
      mayOpenCandidate: can(scope.actor, "candidate.read"),
    };
  });
}
