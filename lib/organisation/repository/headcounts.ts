import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { Prisma } from "@/prisma/generated/client/client";
import type { Headcount } from "../rules/headcount";

/** A stored headcount. */
export type StoredHeadcount = Headcount & { unitId: number; version: number };

const HEADCOUNT = Prisma.sql`h.unit_id AS "unitId", h.on_day::text AS "onDay", h.total, h.women,
  h.ethnic_minority AS "ethnicMinority", h.religious, h.union_members AS "unionMembers", h.probationary, h.version`;

/** For each of these units its latest headcount on or before a day; units without one are left out. */
export async function findHeadcounts(
  scope: UnitScope,
  unitIds: number[],
  day: PlainDate,
): Promise<Map<number, StoredHeadcount>> {
  const rows = await scope.db.$queryRaw<StoredHeadcount[]>`
    SELECT DISTINCT ON (h.unit_id) ${HEADCOUNT} FROM headcount h
    WHERE h.unit_id = ANY (${unitIds}::int[]) AND h.on_day <= ${day}::date
      AND h.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
    ORDER BY h.unit_id, h.on_day DESC`;
  return new Map(rows.map((row) => [row.unitId, row]));
}

/** The headcounts of a unit, latest first, at most `limit`. */
export function findHeadcountHistory(
  scope: UnitScope,
  unitId: number,
  limit = 12,
): Promise<StoredHeadcount[]> {
  return scope.db.$queryRaw<StoredHeadcount[]>`
    SELECT ${HEADCOUNT} FROM headcount h
    WHERE h.unit_id = ${unitId} AND h.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
    ORDER BY h.on_day DESC LIMIT ${limit}`;
}

/**
 * Writes the headcount of a unit on a day. `version`: of the one on that day that was seen (null: there was
 * none). Gives false when another one was written meanwhile.
 */
export async function saveHeadcount(
  scope: UnitScope,
  unitId: number,
  headcount: Headcount,
  version: number | null,
): Promise<boolean> {
  const { onDay, total, women, ethnicMinority, religious, unionMembers, probationary } = headcount;
  const written =
    version === null
      ? await scope.db.$executeRaw`
          INSERT INTO headcount (unit_id, on_day, total, women, ethnic_minority, religious, union_members, probationary)
          VALUES (${unitId}, ${onDay}::date, ${total}, ${women}, ${ethnicMinority}, ${religious}, ${unionMembers}, ${probationary})
          ON CONFLICT (unit_id, on_day) DO NOTHING`
      : await scope.db.$executeRaw`
          UPDATE headcount SET total = ${total}, women = ${women}, ethnic_minority = ${ethnicMinority},
            religious = ${religious}, union_members = ${unionMembers}, probationary = ${probationary}, version = version + 1
          WHERE unit_id = ${unitId} AND on_day = ${onDay}::date AND version = ${version}`;
  return written === 1;
}

/** Takes a headcount back, if it still has this version. */
export async function deleteHeadcount(
  scope: UnitScope,
  unitId: number,
  onDay: PlainDate,
  version: number,
): Promise<boolean> {
  const deleted = await scope.db.$executeRaw`
    DELETE FROM headcount WHERE unit_id = ${unitId} AND on_day = ${onDay}::date AND version = ${version}
      AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return deleted === 1;
}
