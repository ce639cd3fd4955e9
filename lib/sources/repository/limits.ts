import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { type LimitsVersion, limitsOf, type UnionOptions } from "../rules/options";
import { inUnionTree } from "../rules/tree";
import type { UnionUnit } from "./units";

/** The limits that a province set for its Union in a year: those of the nearest party unit above that has any. */
export async function findUnionOptions(
  scope: UnitScope,
  unit: Pick<UnionUnit, "unitId">,
  year: number,
): Promise<UnionOptions> {
  const [row] = await scope.db.$queryRaw<{ versions: LimitsVersion[] }[]>`
    SELECT o.value AS versions FROM unit u JOIN unit a ON a.lo <= u.lo AND a.hi >= u.lo JOIN unit_option o ON o.unit_id = a.id AND o.key = 'union'
    WHERE u.id = ${unit.unitId} ORDER BY a.lo DESC LIMIT 1`;
  return limitsOf(row?.versions ?? [], year, scope.today);
}

/** The party unit that holds the limits of a place, with all that was set there, the latest version last. */
export type UnionLimits = { unitId: number; name: string; versions: LimitsVersion[] };

/** The limits above the actor's place in either tree: of the nearest unit that has any, or else of the province. */
export async function findUnionLimits(scope: UnitScope): Promise<UnionLimits | null> {
  const [row] = await scope.db.$queryRaw<UnionLimits[]>`
    SELECT u.id AS "unitId", u.name, coalesce(o.value, '[]') AS versions
    FROM unit u LEFT JOIN unit_option o ON o.unit_id = u.id AND o.key = 'union',
      LATERAL (SELECT CASE WHEN ${inUnionTree(scope)} THEN (SELECT y.unit_ord FROM union_unit y WHERE y.id = ${scope.actor.unit.id})
        ELSE ${scope.lo} END AS ord) place
    WHERE u.lo <= place.ord AND u.hi >= place.ord AND (o.unit_id IS NOT NULL OR u.kind = 'PROVINCE') AND NOT u.closed
    ORDER BY o.unit_id IS NULL, u.lo DESC LIMIT 1`;
  return row ?? null;
}

/** The limits of the province whose Union the actor speaks for; null: they speak for none. */
export async function findOwnLimits(scope: UnitScope): Promise<UnionLimits | null> {
  if (!inUnionTree(scope)) return null;
  const [row] = await scope.db.$queryRaw<UnionLimits[]>`
    SELECT u.id AS "unitId", u.name, coalesce(o.value, '[]') AS versions
    FROM union_unit y JOIN unit u ON u.id = y.unit_id LEFT JOIN unit_option o ON o.unit_id = u.id AND o.key = 'union'
    WHERE y.id = ${scope.actor.unit.id} AND y.level = 'PROVINCE' AND NOT y.closed`;
  return row ?? null;
}

/** Adds a version to the limits of a province; one of the same day takes the place of the earlier. */
export async function saveUnionLimits(
  scope: UnitScope,
  { unitId }: Pick<UnionLimits, "unitId">,
  version: LimitsVersion,
): Promise<void> {
  await scope.db.$executeRaw`
    INSERT INTO unit_option (unit_id, key, value) VALUES (${unitId}, 'union', ${JSON.stringify([version])}::jsonb)
    ON CONFLICT (unit_id, key) DO UPDATE SET value =
      (SELECT coalesce(jsonb_agg(v ORDER BY v ->> 'from'), '[]') FROM jsonb_array_elements(unit_option.value) v WHERE v ->> 'from' <> ${version.from})
      || ${JSON.stringify([version])}::jsonb`;
}
