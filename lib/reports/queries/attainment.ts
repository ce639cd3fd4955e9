import "server-only";
import { type UnitScope, withScope } from "@/lib/access/gate";
import { findHeadcounts, type StoredHeadcount } from "@/lib/organisation/repository/headcounts";
import { findQuotasHolding } from "@/lib/quotas/repository/quotas";
import type { Counted } from "@/lib/quotas/rules/attainment";
import { inForce, type Quota } from "@/lib/quotas/rules/quota";
import { addDays, yearOf } from "@/lib/shared/days";
import { ratio } from "@/lib/shared/ratio";
import { countFigures } from "../repository/figures";
import {
  type AttainmentLine,
  type AttainmentReport,
  buildChildrenQuotas,
  buildQuotaLine,
  figureOfQuota,
} from "../rules/attainment";
import { admittedFigure, BANDS, bandFigure, type Figure } from "../rules/figure";
import { type ReportParameters, unitHead } from "../rules/parameters";
import { loadReportContext, type ReportContext } from "./context";

/** formats.md §4 `attainment`: how far each unit beneath is with its quotas, as of a day. */
export function loadAttainment(parameters: ReportParameters): Promise<AttainmentReport> {
  return withScope("report.read", async (scope) =>
    loadAttainmentWithin(scope, await loadReportContext(scope, "attainment", parameters)),
  );
}

/** The same of a report that is open already, inside its transaction. */
export async function loadAttainmentWithin(
  scope: UnitScope,
  context: ReportContext,
): Promise<AttainmentReport> {
  return (await loadCountedWithin(scope, context, [])).report;
}

/** The same with more figures counted in the same pass: `count` answers them, and those of the report, by unit. */
export async function loadCountedWithin(
  scope: UnitScope,
  context: ReportContext,
  more: readonly Figure[],
): Promise<{ report: AttainmentReport; count: World["count"] }> {
  const world = await readWorld(scope, context, more);
  return { report: reportOf(context, world), count: world.count };
}

function reportOf(context: ReportContext, world: World): AttainmentReport {
  const rows = context.tree.rows.map(({ unit }) => lineOf(unit, context, world));
  const total = lineOf(context.tree.unit, context, world);
  const children = context.tree.rows.flatMap(({ unit }) => countedQuotas(unit.id, context, world));
  return {
    ...context.head,
    rows,
    total: {
      ...total,
      childrenQuotas: buildChildrenQuotas(countedQuotas(context.tree.unit.id, context, world), children),
    },
  };
}

type World = {
  quotas: Map<number, Quota[]>;
  count(unitId: number, figure: Figure): number;
  members: Map<number, StoredHeadcount>;
  yearBefore: Map<number, StoredHeadcount>;
  onQuotaDay: Map<string, Map<number, StoredHeadcount>>;
};

/** Quotas, head counts and all counts: a handful of statements whatever the number of rows. */
async function readWorld(
  scope: UnitScope,
  { tree, parameters, countBy }: ReportContext,
  more: readonly Figure[],
): Promise<World> {
  const units = [tree.unit, ...tree.rows.map(({ unit }) => unit)].map(({ id }) => id);
  const { from, asOf } = parameters;
  const quotas = inForce(await findQuotasHolding(scope, units, parameters), asOf);
  const byUnit = new Map<number, Quota[]>();
  for (const quota of quotas) byUnit.set(quota.unitId, [...(byUnit.get(quota.unitId) ?? []), quota]);

  const figures = new Map(
    [...figuresOf(parameters, countBy, quotas), ...more].map((figure) => [figureKey(figure), figure]),
  );
  const places = new Map([...figures.keys()].map((key, place) => [key, place]));
  const counts = await countFigures(scope, tree, [...figures.values()]);
  const days = [...new Set(quotas.filter(({ kind }) => kind === "SHARE_OF_MEMBERS").map(membersDayOf))];
  const onQuotaDay = new Map<string, Map<number, StoredHeadcount>>();
  for (const day of days) onQuotaDay.set(day, await findHeadcounts(scope, units, earlier(day, asOf)));
  return {
    quotas: byUnit,
    count: (unitId, figure) => counts.get(unitId)?.[places.get(figureKey(figure)) ?? -1] ?? 0,
    members: await findHeadcounts(scope, units, asOf),
    yearBefore: await findHeadcounts(scope, units, earlier(`${yearOf(from) - 1}-12-31`, asOf)),
    onQuotaDay,
  };
}

function figuresOf(
  parameters: ReportParameters,
  countBy: Figure["countBy"],
  quotas: readonly Quota[],
): Figure[] {
  return [
    admittedFigure(parameters, countBy),
    ...BANDS.map((band) => bandFigure(band, parameters, countBy)),
    ...quotas.flatMap((quota) => [
      figureOfQuota(quota, parameters.asOf, countBy),
      admittedWithin(quota, parameters.asOf, countBy),
    ]),
  ];
}

function admittedWithin(quota: Quota, asOf: string, countBy: Figure["countBy"]): Figure {
  return { what: { event: "admitted" }, from: quota.from, to: quota.to, asOf, group: "ALL", countBy };
}

function countedQuotas(
  unitId: number,
  { parameters, countBy }: ReportContext,
  world: World,
): { quota: Quota; counted: Counted }[] {
  return (world.quotas.get(unitId) ?? []).map((quota) => ({
    quota,
    counted: {
      people: world.count(unitId, figureOfQuota(quota, parameters.asOf, countBy)),
      admitted: world.count(unitId, admittedWithin(quota, parameters.asOf, countBy)),
      members: world.onQuotaDay.get(membersDayOf(quota))?.get(unitId)?.total ?? null,
    },
  }));
}

function lineOf(unit: ReportContext["tree"]["unit"], context: ReportContext, world: World): AttainmentLine {
  const { parameters, countBy } = context;
  const admitted = world.count(unit.id, admittedFigure(parameters, countBy));
  const [waiting = 0, resolved = 0, certified = 0] = BANDS.map((band) =>
    world.count(unit.id, bandFigure(band, parameters, countBy)),
  );
  return {
    unit: unitHead(unit),
    admitted,
    members: world.members.get(unit.id)?.total ?? null,
    rate: ratio(admitted, world.yearBefore.get(unit.id)?.total ?? 0),
    quotas: countedQuotas(unit.id, context, world).map(({ quota, counted }) =>
      buildQuotaLine(quota, counted, parameters.asOf),
    ),
    forecast: {
      certain: admitted + waiting,
      likely: admitted + waiting + resolved,
      possible: admitted + waiting + resolved + certified,
    },
  };
}

const membersDayOf = ({ membersDay, from }: Quota): string => membersDay ?? addDays(from, -1);

const earlier = (a: string, b: string): string => (a < b ? a : b);

const figureKey = ({ what, from, to, group }: Figure): string => JSON.stringify([what, from, to, group]);
