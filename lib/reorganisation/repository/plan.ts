import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { isCell } from "@/lib/organisation/rules/kinds";
import { placementOn } from "@/lib/organisation/rules/placement";
import { findQuotasOf } from "@/lib/quotas/repository/quotas";
import { keyOf } from "../rules/act";
import type { ChangedUnit, World } from "../rules/changed-unit";
import { isRefused } from "../rules/finding";
import { type Kinds, landHats, landPeople, landQuotas, reviewLandings } from "../rules/landing";
import { type Plan, plannedUnits } from "../rules/plan";
import { reviewActs } from "../rules/tree";
import type { Reorganisation } from "./reorganisations";
import { countTouched, findOpenHats, findOpenPeople } from "./touched";
import { findWorld } from "./world";

/** Reads everything a reorganisation touches and says where it lands; writes nothing. */
export async function findPlan(
  scope: UnitScope,
  { acts, choices, day, decisionNumber }: Pick<Reorganisation, "acts" | "choices" | "day" | "decisionNumber">,
): Promise<Plan & { world: World }> {
  const world = await findWorld(scope, acts, day);
  const { changed, findings } = reviewActs(acts, world);
  const kinds = kindsOf(world, changed);
  if (isRefused(findings)) {
    const quotas = { ended: [], revised: [] };
    return { world, day, changed, findings, kinds, units: [], people: [], hats: [], quotas };
  }
  const ids = (units: readonly ChangedUnit[]) => units.flatMap(({ id }) => (id === null ? [] : [id]));
  const gone = changed.filter(({ closed, into }) => closed || into.length > 0);
  const cells = gone.filter(({ before }) => before && isCell(before.kind));
  const counted = await countTouched(
    scope,
    changed.flatMap(({ id, closed }) => (id === null ? [] : [{ id, whole: !closed }])),
    day,
  );
  const dossiers = new Map(
    cells.map(({ id, key }) => {
      const held = counted.find((one) => one.id === id);
      return [key, (held?.onTheWay ?? 0) + (held?.probationers ?? 0) + (held?.finished ?? 0)] as const;
    }),
  );
  const open = await findOpenPeople(scope, ids(cells));
  const people = landPeople(open, changed, kinds, choices.people);
  const hats = landHats(
    await findOpenHats(scope, ids(gone.filter(({ closed }) => closed))),
    changed,
    kinds,
    choices.hats,
  );
  const quotas = landQuotas(
    await findQuotasInPlay(scope, world, changed),
    changed,
    (above, key) => linesAbove(world, changed, key).includes(above),
    { addQuotas: choices.addQuotas, decisionNumber, day },
  );
  return {
    world,
    day,
    changed,
    findings: [...findings, ...reviewLandings(people, changed, kinds, { day, dossiers })],
    kinds,
    units: plannedUnits(changed, kinds, new Map(counted.map(({ id, ...counts }) => [id, zeroed(counts)]))),
    people,
    hats,
    quotas,
  };
}

const zeroed = <T extends Record<string, number | null>>(counts: T) =>
  Object.fromEntries(Object.entries(counts).map(([what, count]) => [what, count ?? 0])) as {
    [K in keyof T]: number;
  };

/** The quotas of closed units and of those that continue them, by the key of their unit. */
async function findQuotasInPlay(scope: UnitScope, world: World, changed: readonly ChangedUnit[]) {
  const closed = changed.filter((unit) => unit.closed);
  const keys = new Set(closed.flatMap(({ key, into }) => [key, ...into.slice(0, 1)]));
  const byId = new Map(
    world.units.flatMap(({ id, code }) => (keys.has(keyOf(code)) ? [[id, keyOf(code)] as const] : [])),
  );
  const quotas = closed.length === 0 ? [] : await findQuotasOf(scope, [...byId.keys()]);
  return quotas.map((quota) => ({ unit: byId.get(quota.unitId) ?? "", quota }));
}

/** Kind and name of every unit after the reorganisation, by key. */
function kindsOf({ units, day }: World, changed: readonly ChangedUnit[]): Kinds {
  const kinds = new Map(
    units.flatMap(({ code, placements }) => {
      const now = placementOn(placements, day);
      return now ? [[keyOf(code), { kind: now.kind, name: now.name }] as const] : [];
    }),
  );
  for (const { key, after } of changed) kinds.set(key, { kind: after.kind, name: after.name });
  return kinds;
}

/** The keys above a unit before the reorganisation. */
function linesAbove({ units, day }: World, changed: readonly ChangedUnit[], key: string): string[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const first = changed.find((unit) => unit.key === key)?.before?.parent ?? null;
  const line: string[] = [];
  let at = units.find(({ code }) => keyOf(code) === first);
  while (at && !line.includes(keyOf(at.code))) {
    line.push(keyOf(at.code));
    at = byId.get(placementOn(at.placements, day)?.parentId ?? -1);
  }
  return line;
}
