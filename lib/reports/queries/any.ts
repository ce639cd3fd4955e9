import "server-only";
import type { AnyReport } from "../export/file";
import type { ReportParameters } from "../rules/parameters";
import { limitsOf, type ReportName, type ReportQuery } from "../schema";
import { loadAttainment } from "./attainment";
import { loadClassesReport } from "./classes";
import { loadCoverage } from "./coverage";
import { loadFunnel } from "./funnel";
import { loadPeople } from "./people";
import { loadSources } from "./sources";
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
      return { name, report: await loadCoverage(parameters, limitsOf(limits)), list: list ?? null };
    case "people":
      if (!figure) throw new UnknownFigure("figure is required, e.g. attainment:total.admitted.");
      return { name, report: await loadPeople(parameters, figure, { limit, after }) };
  }
}
