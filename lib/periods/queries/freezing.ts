import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { rulebookOn } from "@/lib/pipeline/rulebook";
import { findQuotasHolding } from "@/lib/quotas/repository/quotas";
import { inForce } from "@/lib/quotas/rules/quota";
import { periodWords } from "@/lib/reports/chart/period";
import { type AnyReport, signedSheets } from "@/lib/reports/export/file";
import { reportLabel } from "@/lib/reports/labels";
import { loadReportWithin } from "@/lib/reports/queries/any";
import { loadBehind } from "@/lib/reports/queries/behind";
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
import { pathOf, walkFigures } from "../rules/figures";
import type { ReportExtras, SnapshotReport } from "../rules/reports";

/** A report to be frozen, and what it is asked with. */
export type Asked = { name: SnapshotReport; parameters: ReportParameters; extras: ReportExtras };
/** What is to be written of it. */
export type Frozen = { content: SnapshotContent; unitId: number };

/**
 * All that a snapshot of a report freezes. Asked for in one snapshot of the database (`AT_ONE_MOMENT`), its numbers
 * and the persons behind them are of the same moment.
 */
export async function loadContent(
  scope: UnitScope,
  { name, parameters: asked, extras }: Asked,
): Promise<Frozen> {
  const any = await loadReportWithin(scope, name, asked, extras);
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
  const walked = walkFigures(report);
  const counted = walked.filter(({ number }) => Number.isInteger(number) && number > 0);
  const behind = await loadBehind(
    scope,
    name,
    parameters,
    counted.map(({ line, fields }) => fields.map((field) => pathOf(name, line, field))),
  );
  const found = new Map(counted.map((figure, place) => [figure, behind[place] ?? null]));
  return walked.map((figure) => {
    const { line, lineName, fields, number } = figure;
    const [first = ""] = fields;
    const frozen = { path: pathOf(name, line, first), line: lineName, label: figureWords(first), number };
    const own = found.get(figure);
    return own ? { ...frozen, ...own } : { ...frozen, people: number === 0 ? [] : null };
  });
}
