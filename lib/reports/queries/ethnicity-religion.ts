import "server-only";
import { can, type UnitScope, withScope } from "@/lib/access/gate";
import { keysOf } from "../rules/layout";
import { type EthnicityReport, reviewEthnicity, safeEthnicity } from "../rules/official";
import type { ReportParameters } from "../rules/parameters";
import { loadExact, loadOfficialContext } from "./official";

/** Biểu số 2B (formats.md §4 `ethnicity-religion`); who may not export names is not shown small numbers. */
export function loadEthnicityReligion(parameters: ReportParameters): Promise<EthnicityReport> {
  return withScope("report.read", (scope) => loadEthnicityReligionWithin(scope, parameters));
}

/** The same inside a transaction that is open already. */
export async function loadEthnicityReligionWithin(
  scope: UnitScope,
  parameters: ReportParameters,
): Promise<EthnicityReport> {
  const context = await loadOfficialContext(scope, "ethnicity-religion", parameters);
  const { head, layout } = context;
  const keys = keysOf(layout);
  const asked = [
    ...keys.flatMap((key) => [key, `${key}&women`, `${key}&unionMember`]),
    ...["total", "ethnicMinority", "religious", "ethnicity.unknown", "religion.unknown"],
  ];
  const values = await loadExact(scope, context, asked, "current");
  const count = (key: string) => values.get(key)?.sum ?? 0;
  const labels = new Map(layout.lines.map(({ key, label }) => [key, label]));
  const rows = keys.map((key) => ({
    key,
    label: labels.get(key) ?? key,
    total: count(key),
    women: count(`${key}&women`),
    unionMember: count(`${key}&unionMember`),
  }));
  const checks = reviewEthnicity(
    rows,
    { total: count("total"), ethnicMinority: count("ethnicMinority"), religious: count("religious") },
    { ethnicity: count("ethnicity.unknown"), religion: count("religion.unknown") },
  );
  const report: EthnicityReport = {
    ...head,
    report: "ethnicity-religion",
    layout,
    safe: false,
    rows,
    checks,
  };
  return can(scope.actor, "people.exportNames") ? report : safeEthnicity(report);
}
