import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { LetterUnit } from "../rules/letterhead";

/** The units from this one up to the root, as they stand today; empty when it lies outside the scope. */
export async function findLine(scope: UnitScope, unitId: number): Promise<LetterUnit[]> {
  return scope.db.$queryRaw<LetterUnit[]>`
    SELECT u.id, u.name, u.kind, u.may_decide_admission AS "mayDecide"
    FROM unit own JOIN unit u ON u.lo <= own.lo AND u.hi >= own.lo
    WHERE own.id = ${unitId} AND own.lo BETWEEN ${scope.lo} AND ${scope.hi} AND (u.id = own.id OR NOT u.closed)
    ORDER BY u.lo DESC`;
}

/** Whose numbering of forms holds for a unit: what it or the nearest unit above it chose; null: the centre's. */
export async function findProvince(scope: UnitScope, unitIds: readonly number[]): Promise<string | null> {
  const [row] = await scope.db.$queryRaw<{ province: string }[]>`
    SELECT o.value #>> '{}' AS province FROM unit_option o JOIN unit u ON u.id = o.unit_id
    WHERE o.unit_id = ANY (${[...unitIds]}::int[]) AND o.key = 'formNumbering' ORDER BY u.lo DESC LIMIT 1`;
  return row?.province ?? null;
}
