import "server-only";
import { type UnitScope, withScope } from "@/lib/access/gate";
import { findCountedClasses } from "../repository/classes";
import { buildClassesReport, type ClassesReport } from "../rules/classes";
import type { ReportParameters } from "../rules/parameters";
import { loadReportContext } from "./context";

/** formats.md §4 `classes`: classes, learners, grades and certificates per organiser. */
export function loadClassesReport(parameters: ReportParameters): Promise<ClassesReport> {
  return withScope("report.read", (scope) => loadClassesReportWithin(scope, parameters));
}

/** The same inside a transaction that is open already. */
export async function loadClassesReportWithin(
  scope: UnitScope,
  parameters: ReportParameters,
): Promise<ClassesReport> {
  const { tree, head } = await loadReportContext(scope, "classes", parameters);
  return buildClassesReport(head, await findCountedClasses(scope, tree, parameters));
}
