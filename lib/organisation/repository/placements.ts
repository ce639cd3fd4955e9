import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import type { Placement } from "../rules/placement";

/** A unit to make: its code is all it has of its own, the rest are its placements. */
export type NewUnit = { code: string };

/** A placement to write; `importBatchId` where a file brought it. */
export type NewPlacement = Omit<Placement, "id"> & { importBatchId?: string | null };

/** A succession to write: what a closed unit is continued by. */
export type NewSuccession = {
  fromUnitId: number;
  toUnitId: number;
  onDay: PlainDate;
  documentNumber?: string | null;
  documentDay?: PlainDate | null;
};

/**
 * Makes units without a place in the tree yet. Their placements and `rebuildTodayTree` have to follow in
 * the same transaction. Gives the ids by upper-case code.
 */
export async function saveNewUnits(scope: UnitScope, units: NewUnit[]): Promise<Map<string, number>> {
  const codes = units.map(({ code }) => code);
  const rows = await scope.db.$queryRaw<{ id: number; key: string }[]>`
    INSERT INTO unit (code, code_key, name, name_fold, kind, lo, hi)
    SELECT code, upper(code), code, '', 'CELL', ${scope.hi}, ${scope.hi} FROM unnest(${codes}::text[]) AS code
    RETURNING id, code_key AS key`;
  return new Map(rows.map(({ key, id }) => [key, id]));
}

/** Writes placements; gives their ids in the order given. */
export async function savePlacements(scope: UnitScope, placements: NewPlacement[]): Promise<number[]> {
  const rows = JSON.stringify(placements.map((placement, position) => ({ position, ...placement })));
  const saved = await scope.db.$queryRaw<{ id: number }[]>`
    WITH given AS (
      SELECT *, nextval('unit_placement_id_seq')::int AS id
      FROM jsonb_to_recordset(${rows}::jsonb) AS r (position int, "unitId" int, "parentId" int, name text, kind text,
        type text, "mayDecideAdmission" boolean, closed boolean, "from" date, until date, "importBatchId" uuid)
    ), written AS (
      INSERT INTO unit_placement
        (id, unit_id, parent_id, name, kind, type, may_decide_admission, closed, from_day, until_day, import_batch_id)
      SELECT id, "unitId", "parentId", name, kind, type, "mayDecideAdmission", closed, "from", until, "importBatchId"
      FROM given ORDER BY position
    )
    SELECT id FROM given ORDER BY position`;
  return saved.map(({ id }) => id);
}

/** Sets the last day of a placement (null: open). */
export async function savePlacementEnd(
  scope: UnitScope,
  placementId: number,
  until: PlainDate | null,
): Promise<void> {
  await scope.db.$executeRaw`UPDATE unit_placement SET until_day = ${until}::date WHERE id = ${placementId}`;
}

/** Writes what a placement says, its days excepted: for a change that begins on the day it began. */
export async function savePlacementContents(scope: UnitScope, placement: Placement): Promise<void> {
  const { id, parentId, name, kind, type, mayDecideAdmission, closed } = placement;
  await scope.db.$executeRaw`
    UPDATE unit_placement SET parent_id = ${parentId}, name = ${name}, kind = ${kind}, type = ${type},
      may_decide_admission = ${mayDecideAdmission}, closed = ${closed} WHERE id = ${id}`;
}

/** Writes successions; one known already stays as it is. */
export async function saveSuccessions(scope: UnitScope, successions: NewSuccession[]): Promise<void> {
  const rows = JSON.stringify(successions);
  await scope.db.$executeRaw`
    INSERT INTO unit_succession (from_unit_id, to_unit_id, on_day, document_number, document_day)
    SELECT "fromUnitId", "toUnitId", "onDay", "documentNumber", "documentDay"
    FROM jsonb_to_recordset(${rows}::jsonb) AS r ("fromUnitId" int, "toUnitId" int, "onDay" date,
      "documentNumber" text, "documentDay" date)
    ON CONFLICT DO NOTHING`;
}

/** Every placement of these units (all of the scope's units unless told), by unit and day. */
export function findPlacements(scope: UnitScope, unitIds: number[] | null = null): Promise<Placement[]> {
  return scope.db.$queryRaw<Placement[]>`
    SELECT p.id, p.unit_id AS "unitId", p.parent_id AS "parentId", p.name, p.kind, p.type,
      p.may_decide_admission AS "mayDecideAdmission", p.closed, p.from_day::text AS "from", p.until_day::text AS until
    FROM unit_placement p JOIN unit u ON u.id = p.unit_id
    WHERE u.lo BETWEEN ${scope.lo} AND ${scope.hi} AND (${unitIds === null} OR p.unit_id = ANY (${unitIds ?? []}::int[]))
    ORDER BY p.unit_id, p.from_day NULLS FIRST`;
}
