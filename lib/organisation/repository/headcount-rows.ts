import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { RowChange } from "@/lib/imports/repository/changes";
import type { PlainDate } from "@/lib/shared/days";
import type { Headcount } from "../rules/headcount";

/** The headcounts of these units on exactly these days, by `unitId|day`. */
export async function findHeadcountsOn(
  scope: UnitScope,
  places: readonly { unitId: number; onDay: PlainDate }[],
): Promise<Map<string, Headcount>> {
  const rows = await scope.db.$queryRaw<(Headcount & { unitId: number })[]>`
    SELECT h.unit_id AS "unitId", h.on_day::text AS "onDay", h.total, h.women, h.ethnic_minority AS "ethnicMinority",
      h.religious, h.union_members AS "unionMembers", h.probationary
    FROM headcount h JOIN unnest(${places.map(({ unitId }) => unitId)}::int[], ${places.map(({ onDay }) => onDay)}::text[]) AS p (unit_id, on_day)
      ON h.unit_id = p.unit_id AND h.on_day = p.on_day::date
    WHERE h.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return new Map(rows.map((row) => [`${row.unitId}|${row.onDay}`, row]));
}

/** Writes many headcounts; what a row leaves out stays as it was. Answers what changed. */
export async function saveHeadcounts(
  scope: UnitScope,
  lines: readonly { unitId: number; headcount: Headcount }[],
  batchId: string,
): Promise<RowChange[]> {
  const rows = JSON.stringify(lines.map(({ unitId, headcount }) => ({ unitId, ...headcount })));
  const before = await scope.db.$queryRaw<{ rowId: string; before: unknown }[]>`
    SELECT h.id::text AS "rowId", to_jsonb(h) AS before FROM headcount h
    JOIN jsonb_to_recordset(${rows}::jsonb) AS r ("unitId" int, "onDay" date) ON h.unit_id = r."unitId" AND h.on_day = r."onDay"`;
  const was = new Map(before.map((row) => [row.rowId, row.before]));
  const written = await scope.db.$queryRaw<{ rowId: string; unitOrd: bigint; version: number }[]>`
    INSERT INTO headcount AS h (unit_id, on_day, total, women, ethnic_minority, religious, union_members, probationary, import_batch_id)
    SELECT "unitId", "onDay", total, women, "ethnicMinority", religious, "unionMembers", probationary, ${batchId}::uuid
    FROM jsonb_to_recordset(${rows}::jsonb) AS r ("unitId" int, "onDay" date, total int, women int, "ethnicMinority" int,
      religious int, "unionMembers" int, probationary int)
    ON CONFLICT (unit_id, on_day) DO UPDATE SET total = excluded.total, women = coalesce(excluded.women, h.women),
      ethnic_minority = coalesce(excluded.ethnic_minority, h.ethnic_minority), religious = coalesce(excluded.religious, h.religious),
      union_members = coalesce(excluded.union_members, h.union_members), probationary = coalesce(excluded.probationary, h.probationary),
      version = h.version + 1
    RETURNING h.id::text AS "rowId", h.unit_ord AS "unitOrd", h.version`;
  return written.map(({ rowId, unitOrd, version }) => ({
    table: "headcount",
    rowId,
    unitOrd,
    before: was.get(rowId) ?? null,
    versionAfter: version,
  }));
}
