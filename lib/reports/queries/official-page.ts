import "server-only";
import { can, type UnitScope, withScope } from "@/lib/access/gate";
import { noteShownPeople } from "@/lib/access/people-budget";
import type { PlainDate } from "@/lib/shared/days";
import type { OfficialReport } from "../rules/layout";
import type { NameList, NameListReport } from "../rules/name-list";
import type { ComparedReport, EthnicityReport, UnitTypesReport } from "../rules/official";
import type { ReportParameters } from "../rules/parameters";
import type { ProbationReport } from "../rules/probation";
import { type BoardAddress, boardParameters } from "../schema";
import { loadComparedWithin } from "./compared";
import { loadReportContext } from "./context";
import { type FigureDrawer, loadDrawer } from "./drawer";
import { loadEthnicityReligionWithin } from "./ethnicity-religion";
import { loadNameListWithin } from "./name-list";
import { loadProbationWithin } from "./probation";
import { loadUnitTypesWithin } from "./unit-types";

/** What an official page shows. */
export type OfficialShown =
  | { name: ComparedReport["report"]; report: ComparedReport }
  | { name: "ethnicity-religion"; report: EthnicityReport }
  | { name: "unit-types"; report: UnitTypesReport }
  | { name: "probation"; report: ProbationReport };

/** An official table on the screen, with the figure that is open. */
export type OfficialPage = {
  parameters: ReportParameters;
  today: PlainDate;
  shown: OfficialShown;
  drawer: FigureDrawer | null;
  mayExport: boolean;
  mayOpenCandidate: boolean;
};

/** An official table with the parameters of an address; the actor's unit and this year unless told. */
export function loadOfficialPage(
  name: OfficialReport | "probation",
  address: BoardAddress,
): Promise<OfficialPage> {
  return withScope("report.read", async (scope) => {
    const parameters = boardParameters(address, scope.actor.unit.code, scope.today);
    return {
      parameters,
      today: scope.today,
      shown: await loadShown(scope, name, parameters),
      drawer: address.figure ? await loadDrawer(scope, parameters, address.figure) : null,
      mayExport: can(scope.actor, "people.exportNames"),
      mayOpenCandidate: can(scope.actor, "candidate.read"),
    };
  });
}

async function loadShown(
  scope: UnitScope,
  name: OfficialReport | "probation",
  parameters: ReportParameters,
): Promise<OfficialShown> {
  switch (name) {
    case "probation":
      return { name, report: await loadProbationWithin(scope, parameters) };
    case "ethnicity-religion":
      return { name, report: await loadEthnicityReligionWithin(scope, parameters) };
    case "unit-types":
      return { name, report: await loadUnitTypesWithin(scope, parameters) };
    default:
      return { name, report: await loadComparedWithin(scope, name, parameters) };
  }
}

/** What the page of all reports needs: for which unit and days the files are. */
export type ReportIndex = {
  parameters: ReportParameters;
  today: PlainDate;
  unitName: string;
  mayExport: boolean;
};

/** All reports and lists in one place. */
export function loadReportIndex(address: BoardAddress): Promise<ReportIndex> {
  return withScope("report.read", async (scope) => {
    const parameters = boardParameters(address, scope.actor.unit.code, scope.today);
    const { head } = await loadReportContext(scope, "index", parameters);
    return {
      parameters,
      today: scope.today,
      unitName: head.unit.name,
      mayExport: can(scope.actor, "people.exportNames"),
    };
  });
}

/** How many people of a list the screen shows; the whole list is for a file. */
const LISTED_ON_SCREEN = 100;

/** A list with names on the screen. */
export type NameListPage = { parameters: ReportParameters; today: PlainDate; report: NameListReport };

/** A list with names; who looks at it is logged as for a file. */
export function loadNameListPage(list: NameList, address: BoardAddress): Promise<NameListPage> {
  return withScope("people.exportNames", async (scope) => {
    const parameters = boardParameters(address, scope.actor.unit.code, scope.today);
    const report = await loadNameListWithin(scope, parameters, list, LISTED_ON_SCREEN);
    await noteShownPeople(
      scope,
      report.people.map(({ id }) => id),
    );
    return { parameters, today: scope.today, report };
  });
}
