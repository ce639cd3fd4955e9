import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { OptionsOfUnit, OptionsVersion } from "../rules/options";

/** The options of every unit that sets any; few rows, without personal data. */
export async function findProcedureOptions(scope: UnitScope): Promise<OptionsOfUnit[]> {
  const rows = await scope.db.$queryRaw<
    { unitId: number; lo: bigint; hi: bigint; versions: OptionsVersion[] }[]
  >`
    SELECT o.unit_id AS "unitId", u.lo, u.hi, o.value AS versions
    FROM unit_option o JOIN unit u ON u.id = o.unit_id WHERE o.key = 'procedure'`;
  return rows;
}

/** A province with all that it set, the latest version last. */
export type ProvinceVersions = { id: number; name: string; versions: OptionsVersion[] };

/** The province in which the actor's unit stands, itself included; null: none is known above it. */
export async function findProvince(scope: UnitScope): Promise<ProvinceVersions | null> {
  const [row] = await scope.db.$queryRaw<ProvinceVersions[]>`
    SELECT u.id, u.name, coalesce(o.value, '[]') AS versions
    FROM unit u LEFT JOIN unit_option o ON o.unit_id = u.id AND o.key = 'procedure'
    WHERE u.lo <= ${scope.actor.unit.lo} AND u.hi >= ${scope.actor.unit.hi} AND u.kind = 'PROVINCE' AND NOT u.closed
    ORDER BY u.lo DESC LIMIT 1`;
  return row ?? null;
}

/** Adds a version to the options of a unit; one of the same day takes the place of the earlier. */
export async function saveProcedureOptions(
  scope: UnitScope,
  unitId: number,
  version: OptionsVersion,
): Promise<void> {
  await scope.db.$executeRaw`
    INSERT INTO unit_option (unit_id, key, value) VALUES (${unitId}, 'procedure', ${JSON.stringify([version])}::jsonb)
    ON CONFLICT (unit_id, key) DO UPDATE SET value =
      (SELECT coalesce(jsonb_agg(v ORDER BY v ->> 'from'), '[]') FROM jsonb_array_elements(unit_option.value) v WHERE v ->> 'from' <> ${version.from})
      || ${JSON.stringify([version])}::jsonb`;
}
