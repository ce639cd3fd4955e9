import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { treeOn } from "@/lib/organisation/repository/tree-on";
import { findProcedureOptions } from "@/lib/pipeline/repository/options";
import { calendarOf, optionsAt } from "@/lib/pipeline/rules/options";
import { type BaseOrganisation, findBaseOrganisations } from "../repository/base-organisations";
import { countByAge } from "../repository/breakdown";
import { findCountedClasses } from "../repository/classes";
import { countFigures } from "../repository/figures";
import { findLayouts } from "../repository/layouts";
import { BUILT_IN_LAYOUTS } from "../rules/built-in-layouts";
import { reviewDeadlines } from "../rules/deadlines";
import { admittedFigure } from "../rules/figure";
import { type Layout, layoutOn, type OfficialReport } from "../rules/layout";
import { type Exact, exactCount } from "../rules/official";
import type { ReportParameters } from "../rules/parameters";
import { sameDaysLastYear } from "../rules/previous-period";
import { type BaseFact, type ClassFact, type RowSource, rowFigure, rowSource } from "../rules/row-key";
import { loadReportContext, type ReportContext } from "./context";

/** An official table about to be filled: its unit and days, the layout in force, the same days a year before. */
export type OfficialContext = ReportContext & { layout: Layout; previous: ReportParameters };

/** Which of the two periods a number is of. */
export type When = "current" | "previous";

/** Opens an official report; the layout is that of the period's last day. */
export async function loadOfficialContext(
  scope: UnitScope,
  report: OfficialReport,
  parameters: ReportParameters,
): Promise<OfficialContext> {
  const context = await loadReportContext(scope, report, parameters);
  const own = await findLayouts(scope, context.tree.unit.id);
  return {
    ...context,
    layout: layoutOn([...BUILT_IN_LAYOUTS, ...own], report, parameters.to),
    previous: sameDaysLastYear(parameters),
  };
}

/** By which day the cell reviews who is due on each day of the period, by the calendar of the province. */
export async function loadDeadlines(
  scope: UnitScope,
  { tree, kept }: ReportContext,
  { from, to }: Pick<ReportParameters, "from" | "to">,
): Promise<string[]> {
  const known = kept?.deadlines.get(`${from} ${to}`);
  if (known) return known;
  const options = optionsAt(await findProcedureOptions(scope), tree.total[0]?.lo ?? 0n, to);
  const deadlines = reviewDeadlines(from, to, calendarOf(options));
  kept?.deadlines.set(`${from} ${to}`, deadlines);
  return deadlines;
}

/** What each key counts in one of the two periods. */
export async function loadExact(
  scope: UnitScope,
  context: OfficialContext,
  keys: readonly string[],
  when: When,
): Promise<Map<string, Exact | null>> {
  const { tree, countBy } = context;
  const days = when === "current" ? context.parameters : context.previous;
  const sources = keys.map((key) => [key, rowSource(key) ?? { is: "untracked" }] as const);
  const asks = (is: RowSource["is"]) => sources.some(([, source]) => source.is === is);
  const people = sources.flatMap(([key, source]) => (source.is === "people" ? [{ key, source }] : []));
  const deadlines = people.some(({ source }) => "probation" in source.what)
    ? await loadDeadlines(scope, context, days)
    : [];
  const figures = people.map(({ source }) =>
    rowFigure(source, { ...days, countBy, treeDay: tree.day }, deadlines),
  );
  const counts =
    figures.length === 0
      ? []
      : ((await countFigures(scope, { ...tree, rows: [] }, figures)).get(tree.unit.id) ?? []);
  const counted = new Map(people.map(({ key }, place) => [key, counts[place] ?? 0]));
  const ages = asks("meanAge")
    ? await countByAge(scope, tree.total, admittedFigure(days, countBy), tree.stood)
    : [];
  const bases = asks("organisations") ? await loadBaseOrganisations(scope, context, when) : [];
  const classes = asks("classes") ? await findCountedClasses(scope, tree, days) : [];
  const exact = (key: string, source: RowSource): Exact | null => {
    switch (source.is) {
      case "people":
        return exactCount(counted.get(key) ?? 0);
      case "meanAge":
        return {
          sum: ages.reduce((sum, { age, people }) => sum + age * people, 0),
          of: ages.reduce((sum, { people }) => sum + people, 0),
        };
      case "organisations":
        return exactCount(countBases(bases, source.fact));
      case "classes":
        return exactCount(countClasses(classes, source.kind, source.fact));
      case "untracked":
        return null;
    }
  };
  return new Map(sources.map(([key, source]) => [key, exact(key, source)]));
}

/** The base organisations of the period's as-of day; of a unit that did not exist then: none. */
export async function loadBaseOrganisations(
  scope: UnitScope,
  { tree, parameters, previous, countBy }: OfficialContext,
  when: When,
): Promise<BaseOrganisation[]> {
  if (when === "current") return findBaseOrganisations(scope, tree, parameters, countBy);
  const then = await treeOn(scope, tree.unit.id, previous.asOf, previous.tree);
  return then ? findBaseOrganisations(scope, then, previous, countBy) : [];
}

function countBases(bases: readonly BaseOrganisation[], fact: BaseFact): number {
  const own = bases.filter(
    ({ kind }) => kind === (fact.startsWith("baseCommittees") ? "BASE_COMMITTEE" : "BASE_CELL"),
  );
  if (fact.endsWith("Admitting")) return own.filter(({ admitted }) => admitted > 0).length;
  return fact.endsWith("NoSource") ? own.filter(({ live }) => live === 0).length : own.length;
}

function countClasses(
  classes: Awaited<ReturnType<typeof findCountedClasses>>,
  kind: string,
  fact: ClassFact,
): number {
  const own = classes.filter((one) => one.kind === kind);
  return fact === "classes" ? own.length : own.reduce((sum, one) => sum + one[fact], 0);
}
