import "server-only";
import { can, type UnitScope, withScope } from "@/lib/access/gate";
import { findHeadcounts, type StoredHeadcount } from "@/lib/organisation/repository/headcounts";
import { findQuotasHolding } from "@/lib/quotas/repository/quotas";
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
  type HeldQuota,
  quotaHead,
} from "../rules/attainment";
import { admittedFigure, BANDS, bandFigure, type Figure } from "../rules/figure";
import { type CountedQuota, heldQuotas } from "../rules/held-quotas";
import { type ReportParameters, unitHead } from "../rules/parameters";
import type { Held } from "../rules/suppression";
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
  const safe = !can(scope.actor, "people.exportNames");
  return { report: reportOf(context, world, safe), count: world.count };
}

/** `safe`: small numbers of ethnic minorities and believers are held back. */
function reportOf(context: ReportContext, world: World, safe: boolean): AttainmentReport {
  const own = countedQuotas(context.tree.unit.id, context, world);
  const children = context.tree.rows.map(({ unit }) => countedQuotas(unit.id, context, world));
  const held = safe ? heldQuotas(own, children) : null;
  return {
    ...context.head,
    rows: context.tree.rows.map(({ unit }) => lineOf(unit, context, world, held)),
    total: {
      ...lineOf(context.tree.unit, context, world, held),
      childrenQuotas: buildChildrenQuotas(own, children.flat()),
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

function countedQuotas(unitId: number, { parameters, countBy }: ReportContext, world: World): CountedQuota[] {
  return (world.quotas.get(unitId) ?? []).map((quota) => ({
    quota,
    counted: {
      people: world.count(unitId, figureOfQuota(quota, parameters.asOf, countBy)),
      admitted: world.count(unitId, admittedWithin(quota, parameters.asOf, countBy)),
      members: world.onQuotaDay.get(membersDayOf(quota))?.get(unitId)?.total ?? null,
    },
  }));
}

function lineOf(
  unit: ReportContext["tree"]["unit"],
  context: ReportContext,
  world: World,
  held: Map<Quota, Held> | null,
): AttainmentLine {
  const { parameters, countBy } = context;
  const admitted = world.count(unit.id, admittedFigure(parameters, countBy));
  const [waiting = 0, resolved = 0, certified = 0] = BANDS.map((band) =>
    world.count(unit.id, bandFigure(band, parameters, countBy)),
  );
  const kept = held ? heldOf(world.quotas.get(unit.id) ?? [], held) : [];
  return {
    unit: unitHead(unit),
    admitted,
    members: world.members.get(unit.id)?.total ?? null,
    rate: ratio(admitted, world.yearBefore.get(unit.id)?.total ?? 0),
    quotas: countedQuotas(unit.id, context, world)
      .filter(({ quota }) => !held?.has(quota))
      .map(({ quota, counted }) => buildQuotaLine(quota, counted, parameters.asOf)),
    ...(kept.length > 0 && { held: kept }),
    forecast: {
      certain: admitted + waiting,
      likely: admitted + waiting + resolved,
      possible: admitted + waiting + resolved + certified,
    },
  };
}

const heldOf = (quotas: readonly Quota[], held: ReadonlyMap<Quota, Held>): HeldQuota[] =>
  quotas.flatMap((quota) => {
    const shown = held.get(quota);
    return shown ? [{ ...quotaHead(quota), shown }] : [];
  });

const membersDayOf = ({ membersDay, from }: Quota): string => membersDay ?? addDays(from, -1);

const earlier = (a: string, b: string): string => (a < b ? a : b);

const figureKey = ({ what, from, to, group }: Figure): string => JSON.stringify([what, from, to, group]);
