import "server-only";
import { can, withScope } from "@/lib/access/gate";
import { yearOf } from "@/lib/shared/days";
import { blocLabel } from "@/lib/sources/labels";
import { BLOCS, inUnionTree } from "@/lib/sources/rules/tree";
import type { SourcePlaces } from "../repository/sources";
import type { ReportParameters } from "../rules/parameters";
import { buildSourceFlow, type SourceFact, type SourceFlow, type SourcesReport } from "../rules/sources";
import { type BoardAddress, boardParameters } from "../schema";
import type { FigureDrawer } from "./drawer";
import { loadSourceDrawer } from "./source-people";
import { loadSourcesWithin } from "./sources";

/** The report with the flow from step to step, by bloc, year and unit. */
export type SourcesPage = {
  parameters: ReportParameters;
  today: string;
  report: SourcesReport;
  flows: { blocs: SourceFlow[]; years: SourceFlow[]; units: SourceFlow[]; total: SourceFlow };
  inUnionTree: boolean;
  /** The number that is open; a number opens for whoever may see members and referrals by name. */
  drawer: FigureDrawer | null;
  opens: boolean;
  mayExport: boolean;
};

/** The page of sources with the parameters of an address. */
export function loadSourcesPage(address: BoardAddress): Promise<SourcesPage> {
  return withScope("sources.report", async (scope) => {
    const parameters = boardParameters(address, scope.actor.unit.code, scope.today);
    const counted = await loadSourcesWithin(scope, parameters);
    const opens = can(scope.actor, "referral.read");
    return {
      parameters,
      today: scope.today,
      report: counted.report,
      flows: flowsOf(counted.facts, counted.places, parameters),
      inUnionTree: inUnionTree(scope),
      drawer: opens && address.figure ? await loadSourceDrawer(scope, counted, address.figure) : null,
      opens,
      mayExport: can(scope.actor, "sources.exportNames"),
    };
  });
}

function flowsOf(facts: readonly SourceFact[], { unit, rows }: SourcePlaces, { from, to }: ReportParameters) {
  const all = facts.filter(({ rowId }) => rowId === unit.id);
  const total = buildSourceFlow("total", "Cộng", all);
  const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, place) => yearOf(from) + place);
  return {
    total,
    blocs: BLOCS.map((bloc) =>
      buildSourceFlow(
        bloc,
        blocLabel(bloc),
        all.filter((fact) => fact.bloc === bloc),
      ),
    ),
    years: years.map((year) =>
      buildSourceFlow(
        String(year),
        `Năm ${year}`,
        all.filter((fact) => fact.year === year),
        total.members,
      ),
    ),
    units: rows.map((row) =>
      buildSourceFlow(
        row.unit.code,
        row.unit.name,
        facts.filter(({ rowId }) => rowId === row.unit.id),
      ),
    ),
  };
}
