import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";

/** Whose numbering of forms holds for a unit: what it or the nearest unit above it chose; null: the centre's. */
export async function findProvince(scope: UnitScope, unitIds: readonly number[]): Promise<string | null> {
  const [row] = await scope.db.$queryRaw<{ province: string }[]>`
    SELECT o.value #>> '{}' AS province FROM unit_option o JOIN unit u ON u.id = o.unit_id
    WHERE o.unit_id = ANY (${[...unitIds]}::int[]) AND o.key = 'formNumbering' ORDER BY u.lo DESC LIMIT 1`;
  return row?.province ?? null;
}

/** The candidates of the scope whose admission was decided on a day, at most 300, by the number of the decision. */
export async function findDecidedOn(
  scope: UnitScope,
  day: PlainDate,
): Promise<{ id: string; number: string | null }[]> {
  return scope.db.$queryRaw<{ id: string; number: string | null }[]>`
    SELECT id::text, decision_number AS number FROM candidate
    WHERE decided_on = ${day}::date AND revoked_on IS NULL AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
    ORDER BY substring(decision_number FROM '^[0-9]{1,6}')::int, id LIMIT 300`;
}
