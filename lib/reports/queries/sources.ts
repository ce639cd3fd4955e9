import "server-only";
import { notFound } from "next/navigation";
import { type UnitScope, withScope } from "@/lib/access/gate";
import { findHeadcounts } from "@/lib/organisation/repository/headcounts";
import { now } from "@/lib/platform/clock";
import { yearOf } from "@/lib/shared/days";
import { unionTreeOn } from "@/lib/sources/repository/tree-on";
import { findUnionUnit } from "@/lib/sources/repository/units";
import { inUnionTree } from "@/lib/sources/rules/tree";
import { findSourceFacts, type SourceDays, type SourcePlaces, unionPlaces } from "../repository/sources";
import { lastDay } from "../rules/figure";
import { type ReportHead, type ReportParameters, unitHead } from "../rules/parameters";
import { buildSourcesLine, type SourceFact, type SourcesReport } from "../rules/sources";
import { loadReportContext } from "./context";

/** formats.md §4 `sources`: from the members of the Union to those admitted; an officer of the Union, in its tree. */
export function loadSources(parameters: ReportParameters): Promise<SourcesReport> {
  return withScope("sources.report", async (scope) => (await loadSourcesWithin(scope, parameters)).report);
}

/** The report and what it was counted from. */
export type CountedSources = {
  report: SourcesReport;
  facts: SourceFact[];
  places: SourcePlaces;
  days: SourceDays;
};

/** The report inside a transaction that is open already. */
export async function loadSourcesWithin(
  scope: UnitScope,
  parameters: ReportParameters,
): Promise<CountedSources> {
  const { head, places } = inUnionTree(scope)
    ? await unionContext(scope, parameters)
    : await partyContext(scope, parameters);
  const year = yearOf(parameters.to);
  const days: SourceDays = {
    from: parameters.from,
    last: lastDay(parameters),
    asOf: parameters.asOf,
    years: [yearOf(parameters.from), year],
    countBy: head.countBy,
    stood: places.stood ?? null,
  };
  const facts = await findSourceFacts(scope, places, days);
  const headcounts = inUnionTree(scope)
    ? new Map<number, { total: number }>()
    : await findHeadcounts(
        scope,
        [places.unit.id, ...places.rows.map(({ unit }) => unit.id)],
        parameters.asOf,
      );
  const line = (unit: SourcePlaces["unit"]) =>
    buildSourcesLine(
      unitHead(unit),
      facts.filter(({ rowId }) => rowId === unit.id),
      { year, headcount: headcounts.get(unit.id)?.total ?? 0 },
    );
  return {
    report: { ...head, rows: places.rows.map(({ unit }) => line(unit)), total: line(places.unit) },
    facts,
    places,
    days,
  };
}

async function partyContext(scope: UnitScope, parameters: ReportParameters) {
  const { tree, head } = await loadReportContext(scope, "sources", parameters);
  return { head, places: tree as SourcePlaces };
}

async function unionContext(scope: UnitScope, parameters: ReportParameters) {
  const unit = (await findUnionUnit(scope, parameters.unit)) ?? notFound();
  const tree = (await unionTreeOn(scope, unit, parameters.asOf, parameters.tree)) ?? notFound();
  const places = unionPlaces(tree);
  const head: ReportHead = {
    report: "sources",
    unit: unitHead(places.unit),
    period: { from: parameters.from, to: parameters.to },
    asOf: parameters.asOf,
    tree: parameters.tree,
    countBy: parameters.countBy ?? "decision",
    generatedAt: now().toISOString(),
  };
  return { head, places };
}
