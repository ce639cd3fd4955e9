import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import type { UnitHistory } from "../rules/change";
import type { UnitForm } from "../rules/placement";
import { placementsByUnit } from "../rules/placement";
import type { PlacementWrites } from "../rules/timeline";
import {
  findPlacements,
  saveNewUnits,
  savePlacementContents,
  savePlacementEnd,
  savePlacements,
} from "./placements";
import { rebuildTodayTree } from "./tree";
import type { Unit } from "./units";

/** The histories of these units, under their names of today, in the order given. */
export async function findHistories(scope: UnitScope, units: Unit[]): Promise<UnitHistory[]> {
  const placements = placementsByUnit(
    await findPlacements(
      scope,
      units.map(({ id }) => id),
    ),
  );
  return units.map(({ id, code, name }) => ({ id, code, name, placements: placements.get(id) ?? [] }));
}

/** Is this code taken, anywhere in the tree? The answer says no more than that. */
export async function isCodeTaken(scope: UnitScope, code: string): Promise<boolean> {
  const [row] = await scope.db.$queryRaw<{ taken: boolean }[]>`
    SELECT EXISTS (SELECT FROM unit WHERE code_key = upper(${code})) AS taken`;
  return row?.taken ?? false;
}

/** The ids above a unit, itself included: on a day, and on each later day when a placement begins. */
export async function findLinesAbove(scope: UnitScope, unitId: number, day: PlainDate): Promise<number[][]> {
  const rows = await scope.db.$queryRaw<{ line: number[] }[]>`
    WITH RECURSIVE days AS (
      SELECT ${day}::date AS day UNION SELECT from_day FROM unit_placement WHERE from_day > ${day}::date
    ), walk AS (
      SELECT days.day, ${unitId}::int AS unit_id FROM days
      UNION
      SELECT w.day, p.parent_id FROM walk w, LATERAL (
        SELECT parent_id FROM sec.placements_on(w.day) x WHERE x.unit_id = w.unit_id) p
      WHERE p.parent_id IS NOT NULL
    )
    SELECT array_agg(unit_id) AS line FROM walk GROUP BY day`;
  return rows.map(({ line }) => line);
}

/** Makes a unit beneath another from a day on (null: since before our records), and gives its id. */
export async function placeUnit(
  scope: UnitScope,
  code: string,
  form: UnitForm,
  from: PlainDate | null,
): Promise<number> {
  const ids = await saveNewUnits(scope, [{ code }]);
  const unitId = ids.get(code.toUpperCase());
  if (unitId === undefined) throw new Error(`The unit ${code} was not made.`);
  await savePlacements(scope, [{ unitId, ...form, closed: false, from, until: null }]);
  await rebuildTodayTree(scope);
  return unitId;
}

/**
 * Writes a change of a unit's history, if the unit still has the version that was seen, and rebuilds the
 * tree of today. Gives false when somebody changed it meanwhile.
 */
export async function savePlacementChange(
  scope: UnitScope,
  unit: Pick<Unit, "id" | "version">,
  writes: PlacementWrites,
): Promise<boolean> {
  const seen = await scope.db.$executeRaw`
    UPDATE unit SET version = version + 1 WHERE id = ${unit.id} AND version = ${unit.version}`;
  if (seen === 0) return false;

  if (writes.end) await savePlacementEnd(scope, writes.end.id, writes.end.until);
  if (writes.replace) await savePlacementContents(scope, writes.replace);
  if (writes.add) await savePlacements(scope, [writes.add]);
  await rebuildTodayTree(scope);
  return true;
}

/** Takes back a change whose day has not come: its placement and successions go, the one before goes on. */
export async function deleteFutureChange(
  scope: UnitScope,
  unit: Pick<Unit, "id" | "version">,
  change: { id: number; from: PlainDate },
): Promise<boolean> {
  const seen = await scope.db.$executeRaw`
    UPDATE unit SET version = version + 1 WHERE id = ${unit.id} AND version = ${unit.version}`;
  if (seen === 0) return false;

  await scope.db.$executeRaw`DELETE FROM unit_placement WHERE id = ${change.id} AND unit_id = ${unit.id}`;
  await scope.db.$executeRaw`
    UPDATE unit_placement SET until_day = NULL WHERE unit_id = ${unit.id} AND until_day = ${change.from}::date - 1`;
  await scope.db.$executeRaw`
    DELETE FROM unit_succession WHERE from_unit_id = ${unit.id} AND on_day = ${change.from}::date`;
  await rebuildTodayTree(scope);
  return true;
}

/**
 * Takes back a unit that nothing refers to but its own placements, if it still has the version that was
 * seen. False when something refers to it or somebody changed it meanwhile.
 */
export async function deleteEmptyUnit(
  scope: UnitScope,
  unit: Pick<Unit, "id" | "version">,
): Promise<boolean> {
  const [row] = await scope.db.$queryRaw<{ free: boolean }[]>`
    SELECT sec.unit_is_empty(id) AS free FROM unit
    WHERE id = ${unit.id} AND version = ${unit.version} AND lo BETWEEN ${scope.lo} AND ${scope.hi} FOR UPDATE`;
  if (!row?.free) return false;
  await scope.db.$executeRaw`DELETE FROM unit_placement WHERE unit_id = ${unit.id}`;
  await scope.db.$executeRaw`DELETE FROM unit WHERE id = ${unit.id}`;
  return true;
}

/** Under which name the parent of each placement of a unit went when the placement began, by placement. */
export async function findNamesAbove(scope: UnitScope, unitId: number): Promise<Map<number, string>> {
  const rows = await scope.db.$queryRaw<{ id: number; name: string }[]>`
    SELECT p.id, coalesce(q.name, a.name::text) AS name
    FROM unit_placement p JOIN unit u ON u.id = p.unit_id JOIN unit a ON a.id = p.parent_id
    LEFT JOIN LATERAL (SELECT coalesce(p.from_day, p.until_day, sec.tree_day()) AS day) d ON true
    LEFT JOIN unit_placement q ON q.unit_id = p.parent_id
      AND coalesce(q.from_day <= d.day, true) AND coalesce(q.until_day >= d.day, true)
    WHERE p.unit_id = ${unitId} AND u.lo BETWEEN ${scope.lo} AND ${scope.hi}`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** A succession as it is shown: the other unit, the day and the document. */
export type Succession = {
  code: string;
  name: string;
  onDay: PlainDate;
  documentNumber: string | null;
  documentDay: PlainDate | null;
};

/** By what a closed unit is continued, and what a unit continues. */
export async function findSuccessions(
  scope: UnitScope,
  unitId: number,
): Promise<{ successors: Succession[]; predecessors: Succession[] }> {
  const rows = await scope.db.$queryRaw<(Succession & { forward: boolean })[]>`
    SELECT u.code, u.name, s.on_day::text AS "onDay", s.document_number AS "documentNumber",
      s.document_day::text AS "documentDay", s.from_unit_id = ${unitId} AS forward
    FROM unit_succession s
    JOIN unit u ON u.id = CASE WHEN s.from_unit_id = ${unitId} THEN s.to_unit_id ELSE s.from_unit_id END
    WHERE ${unitId} IN (s.from_unit_id, s.to_unit_id)
    ORDER BY s.on_day, u.code_key COLLATE "C"`;
  return {
    successors: rows.filter(({ forward }) => forward),
    predecessors: rows.filter(({ forward }) => !forward),
  };
}
