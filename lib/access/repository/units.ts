import "server-only";
import type { UnitScope } from "../gate";

/** A unit of the range by its code; null: none there. */
export async function findUnitOfCode(
  scope: UnitScope,
  code: string,
): Promise<{ id: number; name: string } | null> {
  const [unit] = await scope.db.$queryRaw<{ id: number; name: string }[]>`
    SELECT id, name FROM unit WHERE code_key = upper(${code.trim()}) AND lo BETWEEN ${scope.lo} AND ${scope.hi} AND NOT closed`;
  return unit ?? null;
}
