import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { findPlacements } from "@/lib/organisation/repository/placements";
import { findScopeUnits } from "@/lib/organisation/repository/units";
import { placementsByUnit } from "@/lib/organisation/rules/placement";
import type { PlainDate } from "@/lib/shared/days";
import { type Act, keyOf } from "../rules/act";
import type { World } from "../rules/changed-unit";

/** What acts are judged against: the actor's units with their histories, and which new codes are taken anywhere. */
export async function findWorld(scope: UnitScope, acts: readonly Act[], day: PlainDate): Promise<World> {
  const placements = placementsByUnit(await findPlacements(scope));
  const units = await findScopeUnits(scope);
  const codes = [
    ...new Set(acts.flatMap(({ unit, to }) => [unit, to]).flatMap((code) => (code ? [keyOf(code)] : []))),
  ];
  const taken = await scope.db.$queryRaw<{ key: string }[]>`
    SELECT code_key AS key FROM unit WHERE code_key = ANY (${codes}::text[])`;
  return {
    units: units.map(({ id, code, name }) => ({ id, code, name, placements: placements.get(id) ?? [] })),
    codesTaken: new Set(taken.map(({ key }) => key)),
    actorUnitId: scope.actor.unit.id,
    day,
  };
}

/** The unit whose range a reorganisation belongs to: the actor's own; the operator's is the top of the tree. */
export async function findOwnUnitId(scope: UnitScope): Promise<number> {
  if (scope.actor.unit.id !== 0) return scope.actor.unit.id;
  const [root] = await scope.db.$queryRaw<{ id: number }[]>`
    SELECT id FROM unit WHERE parent_id IS NULL AND NOT closed ORDER BY lo LIMIT 1`;
  if (!root) throw new Error("There is no unit yet.");
  return root.id;
}
