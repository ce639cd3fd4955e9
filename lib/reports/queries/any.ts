import "server-only";
import type { AnyReport } from "../export/file";
import { COVERAGE_LISTS } from "../rules/coverage";
import { NAME_LISTS } from "../rules/name-list";
import type { ReportParameters } from "../rules/parameters";
import { limitsOf, type ReportName, type ReportQuery } from "../schema";
import { loadAttainment } from "./attainment";
import { loadClassesReport } from "./classes";
import { loadCompared } from "./compared";
import { loadCoverage } from "./coverage";
import { loadEthnicityReligion } from "./ethnicity-religion";
import { loadFunnel } from "./funnel";
import { loadNameList } from "./name-list";
import { loadPeople } from "./people";
import { loadProbation } from "./probation";
import { loadSources } from "./sources";
import { loadUnitTypes } from "./unit-types";
import { UnknownFigure } from "./unknown-figure";

/** What one report alone is asked for. */
export type ReportExtras = Pick<ReportQuery, "figure" | "months" | "years" | "list" | "limit" | "after">;

/** Any report by its name; page, export, command and address call this. @throws UnknownFigure */
export async function loadReport(
  name: ReportName,
  parameters: ReportParameters,
  { figure, list, limit, after, ...limits }: ReportExtras = {},
): Promise<AnyReport> {
  switch (name) {
    case "attainment":
      return { name, report: await loadAttainment(parameters) };
    case "funnel":
      return { name, report: await loadFunnel(parameters) };
    case "sources":
      return { name, report: await loadSources(parameters) };
    case "classes":
      return { name, report: await loadClassesReport(parameters) };
    case "coverage":
      return {
        name,
        report: await loadCoverage(parameters, limitsOf(limits)),
        list: COVERAGE_LISTS.find((known) => known === list) ?? null,
      };
    case "probation":
      return { name, report: await loadProbation(parameters) };
    case "new-members":
    case "changes":
    case "member-work":
      return { name, report: await loadCompared(name, parameters) };
    case "ethnicity-religion":
      return { name, report: await loadEthnicityReligion(parameters) };
    case "unit-types":
      return { name, report: await loadUnitTypes(parameters) };
    case "name-list": {
      const names = NAME_LISTS.find((known) => known === list);
      if (!names) throw new UnknownFigure(`list is required: ${NAME_LISTS.join(", ")}.`);
      return { name, report: await loadNameList(parameters, names) };
    }
    case "people":
      if (!figure) throw new UnknownFigure("figure is required, e.g. attainment:total.admitted.");
      return { name, report: await loadPeople(parameters, figure, { limit, after }) };
  }
}
