import "server-only";
import { type UnitScope, withScope } from "@/lib/access/gate";
import type { BaseOrganisation } from "../repository/base-organisations";
import { keysOf } from "../rules/layout";
import { buildComparedRow, reviewEqual, type UnitTypesReport } from "../rules/official";
import type { ReportParameters } from "../rules/parameters";
import { partsOfKey } from "../rules/part";
import { loadBaseOrganisations, loadExact, loadOfficialContext } from "./official";

/** Biểu số 5: base organisations of each kind of place, those that admitted, and who was admitted there. */
export function loadUnitTypes(parameters: ReportParameters): Promise<UnitTypesReport> {
  return withScope("report.read", (scope) => loadUnitTypesWithin(scope, parameters));
}

/** The same inside a transaction that is open already. */
export async function loadUnitTypesWithin(
  scope: UnitScope,
  parameters: ReportParameters,
): Promise<UnitTypesReport> {
  const context = await loadOfficialContext(scope, "unit-types", parameters);
  const { head, layout, previous } = context;
  const keys = keysOf(layout);
  const now = await loadExact(scope, context, keys, "current");
  const before = await loadExact(scope, context, keys, "previous");
  const bases = await loadBaseOrganisations(scope, context, "current");
  const labels = new Map(layout.lines.map(({ key, label }) => [key, label]));
  const rows = keys.map((key) => {
    const own = bases.filter((base) => isOfKey(key, base));
    return {
      ...buildComparedRow(key, labels.get(key) ?? key, now.get(key) ?? null, before.get(key) ?? null),
      organisations: own.length,
      baseCommittees: own.filter(({ kind }) => kind === "BASE_COMMITTEE").length,
      baseCells: own.filter(({ kind }) => kind === "BASE_CELL").length,
      admitting: own.filter(({ admitted }) => admitted > 0).length,
    };
  });
  const value = (key: string) => rows.find((row) => row.key === key)?.current ?? null;
  const sum = rows
    .filter(({ key }) => key.startsWith("type."))
    .reduce((all, { current }) => all + (current ?? 0), 0);
  const checks = reviewEqual("Kết nạp", ["cộng các loại hình", sum], ["tổng số", value("total")]);
  return {
    ...head,
    report: "unit-types",
    previousPeriod: { from: previous.from, to: previous.to },
    layout,
    rows,
    checks,
  };
}

function isOfKey(key: string, { type }: BaseOrganisation): boolean {
  return (partsOfKey(key) ?? []).every(
    (part) =>
      part.of !== "baseType" ||
      (part.is.length === 0 ? type === null : type !== null && part.is.includes(type)),
  );
}
