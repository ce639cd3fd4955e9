import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { rebuildTodayTree } from "./tree";

/**
 * Takes back the placements of a batch: what it ended goes on, units it made go. Answers a sentence when
 * something has come to hang on one of them.
 */
export async function saveUndoneUnits(scope: UnitScope, batchId: string): Promise<string | null> {
  const [held] = await scope.db.$queryRaw<{ code: string }[]>`
    WITH made AS (
      SELECT p.unit_id FROM unit_placement p WHERE p.import_batch_id = ${batchId}::uuid
        AND NOT EXISTS (SELECT FROM unit_placement q WHERE q.unit_id = p.unit_id AND q.import_batch_id IS DISTINCT FROM ${batchId}::uuid)
    )
    SELECT u.code FROM unit u WHERE u.id IN (SELECT unit_id FROM made) AND (
      EXISTS (SELECT FROM candidate c WHERE c.unit_id = u.id) OR EXISTS (SELECT FROM person c WHERE c.unit_id = u.id)
      OR EXISTS (SELECT FROM quota c WHERE c.unit_id = u.id) OR EXISTS (SELECT FROM headcount c WHERE c.unit_id = u.id)
      OR EXISTS (SELECT FROM unit_placement c WHERE c.parent_id = u.id AND c.import_batch_id IS DISTINCT FROM ${batchId}::uuid))
    LIMIT 1`;
  if (held) return `Không hoàn tác được: đơn vị ${held.code} đã có dữ liệu khác.`;

  const gone = await scope.db.$queryRaw<{ unitId: number; from: string | null; until: string | null }[]>`
    DELETE FROM unit_placement WHERE import_batch_id = ${batchId}::uuid
    RETURNING unit_id AS "unitId", from_day::text AS "from", until_day::text AS until`;
  for (const { unitId, from, until } of gone.toSorted((a, b) => (b.from ?? "").localeCompare(a.from ?? ""))) {
    if (from === null) continue;
    await scope.db.$executeRaw`
      UPDATE unit_placement SET until_day = ${until}::date WHERE unit_id = ${unitId} AND until_day = ${from}::date - 1`;
  }
  const emptied = [...new Set(gone.map(({ unitId }) => unitId))];
  await scope.db.$executeRaw`
    DELETE FROM unit_succession s WHERE s.from_unit_id = ANY (${emptied}::int[])
      AND NOT EXISTS (SELECT FROM unit_placement p WHERE p.unit_id = s.from_unit_id AND p.closed)`;
  await scope.db.$executeRaw`
    UPDATE unit SET parent_id = NULL WHERE id = ANY (${emptied}::int[])
      AND NOT EXISTS (SELECT FROM unit_placement p WHERE p.unit_id = unit.id)`;
  await scope.db.$executeRaw`
    DELETE FROM unit WHERE id = ANY (${emptied}::int[])
      AND NOT EXISTS (SELECT FROM unit_placement p WHERE p.unit_id = unit.id)`;
  await rebuildTodayTree(scope);
  return null;
}
