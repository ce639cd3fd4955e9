import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";

/** Who looks, or looked, after a unit. */
export type Caretaker = {
  unitId: number;
  name: string;
  from: PlainDate;
  until: PlainDate | null;
  setByName: string;
};

/** All who ever looked after these units, the latest first. */
export function findCaretakers(scope: UnitScope, unitIds: readonly number[]): Promise<Caretaker[]> {
  return scope.db.$queryRaw<Caretaker[]>`
    SELECT k.unit_id AS "unitId", k.name, k.from_day::text AS "from", k.until_day::text AS "until", k.set_by_name AS "setByName"
    FROM caretaker k WHERE k.unit_id = ANY (${[...unitIds]}::int[]) AND k.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
    ORDER BY k.from_day DESC, k.id`;
}

/** Gives a unit into other hands from a day on; who had it until then has it to the day before. */
export async function saveCaretaker(
  scope: UnitScope,
  unitId: number,
  { name, from }: { name: string; from: PlainDate },
): Promise<void> {
  await scope.db.$executeRaw`
    UPDATE caretaker k SET until_day = ${from}::date - 1, version = version + 1
    WHERE k.unit_id = ${unitId} AND k.until_day IS NULL AND k.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  await scope.db.$executeRaw`
    INSERT INTO caretaker (unit_id, name, from_day, set_by_name) VALUES (${unitId}, ${name}, ${from}::date, ${scope.actor.name})`;
}
