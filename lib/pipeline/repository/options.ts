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
