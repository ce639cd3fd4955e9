import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { rulebookOn } from "@/lib/pipeline/rulebook";
import { findQuotasHolding } from "@/lib/quotas/repository/quotas";
import { inForce } from "@/lib/quotas/rules/quota";
import { periodWords } from "@/lib/reports/chart/period";
import { type AnyReport, signedSheets } from "@/lib/reports/export/file";
import { reportLabel } from "@/lib/reports/labels";
import { type Behind, loadBehind } from "@/lib/reports/queries/behind";
import { loadReportContext } from "@/lib/reports/queries/context";
import type { ReportParameters } from "@/lib/reports/rules/parameters";
import { figureWords } from "../labels";
import {
  type FrozenFigure,
  type FrozenSheet,
  type FrozenSheets,
  keyTotals,
  type SnapshotContent,
} from "../rules/content";
import { pathOf, patternOf, type WalkedFigure, walkFigures } from "../rules/figures";
import type { ReportExtras, SnapshotReport } from "../rules/reports";

/** A report that was loaded to be frozen, and what it was asked with. */
export type LoadedReport = {
  name: SnapshotReport;
  any: AnyReport;
  parameters: ReportParameters;
  extras: ReportExtras;
};

/** All that a snapshot of a loaded report freezes, with the persons behind each figure as of this transaction. */
export async function loadContent(
  scope: UnitScope,
  { name, any, parameters: asked, extras }: LoadedReport,
): Promise<{ content: SnapshotContent; unitId: number }> {
  const { report } = any;
  const parameters = { ...asked, unit: report.unit.code, countBy: report.countBy };
  const { tree } = await loadReportContext(scope, name, parameters);
  const units = [tree.unit, ...tree.rows.map(({ unit }) => unit)].map(({ id }) => id);
  const quotas = inForce(await findQuotasHolding(scope, units, parameters), parameters.asOf);
  const figures = await loadFrozenFigures(scope, name, parameters, report);
  const content: SnapshotContent = {
    format: 1,
    report: name,
    title: `${reportLabel(name)}, ${periodWords(parameters.from, parameters.to)}`,
    unit: report.unit,
    parameters,
    extras,
    rulebook: rulebookOn(parameters.asOf).name,
    quotas: quotas.map(({ id, version }) => ({ id, version })).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    madeOn: scope.today,
    madeByName: scope.actor.name,
    madeAtUnit: scope.actor.unit.name,
    sheets: await loadSheets(any),
    body: report,
    figures,
    totals: keyTotals(figures),
  };
  return { content, unitId: tree.unit.id };
}

/** The sheets with all their rows, however they come. */
async function loadSheets(any: AnyReport): Promise<FrozenSheets> {
  const [form, ...others] = signedSheets(any);
  const sheets: FrozenSheet[] = [];
  for (const { rows, ...sheet } of others) {
    const all = [];
    for await (const row of rows) all.push(row);
    sheets.push({ ...sheet, rows: all });
  }
  return [form, ...sheets];
}

/** Every number of a report with the persons behind it. */
export async function loadFrozenFigures(
  scope: UnitScope,
  name: SnapshotReport,
  parameters: ReportParameters,
  report: object,
): Promise<FrozenFigure[]> {
  const behind = await loadBehind(scope, name, parameters);
  const known = new Map<string, boolean>();
  const frozen: FrozenFigure[] = [];
  for (const figure of walkFigures(report)) frozen.push(await freeze(name, figure, behind, known));
  return frozen;
}

/**
 * The first of the ways to name a number that the report knows is its path; what no line knows is asked once.
 * `known`: by pattern, whether a number of that name has people behind it.
 */
async function freeze(
  name: SnapshotReport,
  { line, lineName, fields, number }: WalkedFigure,
  behind: Behind,
  known: Map<string, boolean>,
): Promise<FrozenFigure> {
  const [first = ""] = fields;
  const figure = { path: pathOf(name, line, first), line: lineName, label: figureWords(first), number };
  if (!Number.isInteger(number) || number < 0) return { ...figure, people: null };
  if (number === 0) return { ...figure, people: [] };
  for (const field of fields) {
    const pattern = patternOf(line, field);
    if (known.get(pattern) === false) continue;
    const people = await behind(pathOf(name, line, field));
    if (people !== null || !known.has(pattern)) known.set(pattern, people !== null);
    if (people !== null) return { ...figure, path: pathOf(name, line, field), people };
  }
  return { ...figure, people: null };
}
