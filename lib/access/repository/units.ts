import "server-only";
import type { UnitScope } from "../gate";

/**
 * Where a hat of the Youth Union stands: an organisation of its tree whose party unit lies in the range,
 * and that unit. Null: none there.
 */
export async function findUnionUnitOfCode(
  scope: UnitScope,
  code: string,
): Promise<{ id: number; unionUnitId: number } | null> {
  const [unit] = await scope.db.$queryRaw<{ id: number; unionUnitId: number }[]>`
    SELECT unit_id AS id, id AS "unionUnitId" FROM union_unit
    WHERE code_key = upper(${code.trim()}) AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi} AND unit_id IS NOT NULL AND NOT closed`;
  return unit ?? null;
}

/** A unit of the range by its code; null: none there. */
export async function findUnitOfCode(
  scope: UnitScope,
  code: string,
): Promise<{ id: number; name: string } | null> {
  const [unit] = await scope.db.$queryRaw<{ id: number; name: string }[]>`
    SELECT id, name FROM unit WHERE code_key = upper(${code.trim()}) AND lo BETWEEN ${scope.lo} AND ${scope.hi} AND NOT closed`;
  return unit ?? null;
}
