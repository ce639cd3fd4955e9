import "server-only";
import { notFound } from "next/navigation";
import { can, type UnitScope, withScope } from "@/lib/access/gate";
import type { NamedFile } from "@/lib/platform/file-answer";
import { type AnyReport, reportFile } from "../export/file";
import { COVERAGE_LISTS } from "../rules/coverage";
import { NAME_LISTS } from "../rules/name-list";
import type { ReportParameters } from "../rules/parameters";
import { limitsOf, type ReportFormat, type ReportName, type ReportQuery } from "../schema";
import { loadAttainmentWithin } from "./attainment";
import { loadClassesReportWithin } from "./classes";
import { loadComparedWithin } from "./compared";
import { loadReportContext } from "./context";
import { loadCoverageWithin } from "./coverage";
import { loadEthnicityReligionWithin } from "./ethnicity-religion";
import { loadFunnelWithin } from "./funnel";
import { loadNameList } from "./name-list";
import { isOfDossiers, loadPeople } from "./people";
import { loadPeopleFile } from "./people-file";
import { loadProbationWithin } from "./probation";
import { loadSourcesWithin } from "./sources";
import { loadUnitTypesWithin } from "./unit-types";
import { UnknownFigure } from "./unknown-figure";

/** What one report alone is asked for. */
export type ReportExtras = Pick<ReportQuery, "figure" | "months" | "years" | "list" | "limit" | "after">;

/** Any report by its name; page, export, command and address call this. @throws UnknownFigure */
export async function loadReport(
  name: ReportName,
  parameters: ReportParameters,
  { figure, list, limit, after, ...limits }: ReportExtras = {},
): Promise<AnyReport> {
  requireOwnList(name, list);
  switch (name) {
    case "name-list": {
      const names = NAME_LISTS.find((known) => known === list);
      if (!names) throw new UnknownFigure(`list is required: ${NAME_LISTS.join(", ")}.`, "list");
      return { name, report: await loadNameList(parameters, names) };
    }
    case "people":
      if (!figure) throw new UnknownFigure("figure is required, e.g. attainment:total.admitted.");
      return { name, report: await loadPeople(parameters, figure, { limit, after }) };
    default:
      return withScope(permissionOf(name), (scope) =>
        loadReportWithin(scope, name, parameters, { list, ...limits }),
      );
  }
}

/** Any report as a file; the people behind a figure are written while they are read. @throws UnknownFigure */
export async function loadReportFile(
  name: ReportName,
  parameters: ReportParameters,
  extras: ReportExtras,
  format: ReportFormat,
): Promise<NamedFile<ReadableStream<Uint8Array>>> {
  const { figure, limit, after } = extras;
  const whole = limit === undefined && after === undefined;
  if (
    name === "people" &&
    (format === "csv" || format === "xlsx") &&
    whole &&
    figure &&
    isOfDossiers(figure)
  ) {
    requireOwnList(name, extras.list);
    return loadPeopleFile(parameters, figure, format);
  }
  return reportFile(await loadReport(name, parameters, extras), format);
}

/** A list is asked of the report it belongs to. @throws UnknownFigure */
function requireOwnList(name: ReportName, list: ReportExtras["list"]): void {
  const own: readonly string[] =
    name === "coverage" ? COVERAGE_LISTS : name === "name-list" ? NAME_LISTS : [];
  if (list === undefined || own.includes(list)) return;
  const known = own.length === 0 ? "it has no lists" : `its lists: ${own.join(", ")}`;
  throw new UnknownFigure(`The report "${name}" has no list "${list}"; ${known}.`, "list");
}

/** A report that names nobody. */
type CountingReport = Exclude<ReportName, "name-list" | "people">;

const permissionOf = (name: CountingReport) => (name === "sources" ? "sources.report" : "report.read");

/** The same inside a transaction that is open already, of the reports that name nobody. */
export async function loadReportWithin(
  scope: UnitScope,
  name: CountingReport,
  parameters: ReportParameters,
  { list, ...limits }: Pick<ReportExtras, "months" | "years" | "list"> = {},
): Promise<AnyReport> {
  if (!can(scope.actor, permissionOf(name))) notFound();
  switch (name) {
    case "attainment": {
      const context = await loadReportContext(scope, name, parameters);
      return { name, report: await loadAttainmentWithin(scope, context) };
    }
    case "funnel":
      return { name, report: await loadFunnelWithin(scope, parameters) };
    case "sources":
      return { name, report: (await loadSourcesWithin(scope, parameters)).report };
    case "classes":
      return { name, report: await loadClassesReportWithin(scope, parameters) };
    case "coverage":
      return {
        name,
        report: await loadCoverageWithin(scope, parameters, limitsOf(limits)),
        list: COVERAGE_LISTS.find((known) => known === list) ?? null,
      };
    case "probation":
      return { name, report: await loadProbationWithin(scope, parameters) };
    case "new-members":
    case "changes":
    case "member-work":
      return { name, report: await loadComparedWithin(scope, name, parameters) };
    case "ethnicity-religion":
      return { name, report: await loadEthnicityReligionWithin(scope, parameters) };
    case "unit-types":
      return { name, report: await loadUnitTypesWithin(scope, parameters) };
  }
}
