import "server-only";
import { notFound } from "next/navigation";
import { type UnitScope, withScope } from "@/lib/access/gate";
import { findHeadcounts } from "@/lib/organisation/repository/headcounts";
import { now } from "@/lib/platform/clock";
import { yearOf } from "@/lib/shared/days";
import { blocLabel } from "@/lib/sources/labels";
import { findUnionUnit } from "@/lib/sources/repository/units";
import { BLOCS, inUnionTree } from "@/lib/sources/rules/tree";
import { findSourceFacts, type SourcePlaces, unionPlaces } from "../repository/sources";
import { lastDay } from "../rules/figure";
import { type ReportHead, type ReportParameters, unitHead } from "../rules/parameters";
import {
  buildSourceFlow,
  buildSourcesLine,
  type SourceFact,
  type SourceFlow,
  type SourcesReport,
} from "../rules/sources";
import { type BoardAddress, boardParameters } from "../schema";
import { loadReportContext } from "./context";

/** formats.md §4 `sources`: from the members of the Union to those admitted; an officer of the Union, in its tree. */
export function loadSources(parameters: ReportParameters): Promise<SourcesReport> {
  return withScope("sources.report", async (scope) => (await loadSourcesWithin(scope, parameters)).report);
}

/** The report with the flow from step to step, by bloc, year and unit. */
export type SourcesPage = {
  parameters: ReportParameters;
  today: string;
  report: SourcesReport;
  flows: { blocs: SourceFlow[]; years: SourceFlow[]; units: SourceFlow[]; total: SourceFlow };
  inUnionTree: boolean;
};

/** The page of sources with the parameters of an address. */
export function loadSourcesPage(address: BoardAddress): Promise<SourcesPage> {
  return withScope("sources.report", async (scope) => {
    const parameters = boardParameters(address, scope.actor.unit.code, scope.today);
    const { report, facts, places } = await loadSourcesWithin(scope, parameters);
    return {
      parameters,
      today: scope.today,
      report,
      flows: flowsOf(facts, places, parameters),
      inUnionTree: inUnionTree(scope),
    };
  });
}

/** The report and what it was counted from, inside a transaction that is open already. */
export async function loadSourcesWithin(
  scope: UnitScope,
  parameters: ReportParameters,
): Promise<{ report: SourcesReport; facts: SourceFact[]; places: SourcePlaces }> {
  const { head, places } = inUnionTree(scope)
    ? await unionContext(scope, parameters)
    : await partyContext(scope, parameters);
  const year = yearOf(parameters.to);
  const facts = await findSourceFacts(scope, places, {
    from: parameters.from,
    last: lastDay(parameters),
    asOf: parameters.asOf,
    years: [yearOf(parameters.from), year],
    countBy: head.countBy,
  });
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
  };
}

async function partyContext(scope: UnitScope, parameters: ReportParameters) {
  const { tree, head } = await loadReportContext(scope, "sources", parameters);
  return { head, places: tree as SourcePlaces };
}

async function unionContext(scope: UnitScope, parameters: ReportParameters) {
  const unit = (await findUnionUnit(scope, parameters.unit)) ?? notFound();
  const places = await unionPlaces(scope, unit);
  const head: ReportHead = {
    report: "sources",
    unit: unitHead(places.unit),
    period: { from: parameters.from, to: parameters.to },
    asOf: parameters.asOf,
    tree: "as-is",
    countBy: parameters.countBy ?? "decision",
    generatedAt: now().toISOString(),
  };
  return { head, places };
}

function flowsOf(facts: readonly SourceFact[], { unit, rows }: SourcePlaces, { from, to }: ReportParameters) {
  const all = facts.filter(({ rowId }) => rowId === unit.id);
  const total = buildSourceFlow("total", "Cộng", all);
  const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, place) => yearOf(from) + place);
  return {
    total,
    blocs: BLOCS.map((bloc) =>
      buildSourceFlow(
        bloc,
        blocLabel(bloc),
        all.filter((fact) => fact.bloc === bloc),
      ),
    ),
    years: years.map((year) =>
      buildSourceFlow(
        String(year),
        `Năm ${year}`,
        all.filter((fact) => fact.year === year),
        total.members,
      ),
    ),
    units: rows.map((row) =>
      buildSourceFlow(
        row.unit.code,
        row.unit.name,
        facts.filter(({ rowId }) => rowId === row.unit.id),
      ),
    ),
  };
}
