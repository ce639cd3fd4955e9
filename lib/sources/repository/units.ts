import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { fold } from "@/lib/shared/vietnamese";
import { Prisma } from "@/prisma/generated/client/client";
import type { Bloc, Level, UnionPlacement } from "../rules/tree";

/** An organisation of the Youth Union as it is today. */
export type UnionUnit = {
  id: number;
  code: string;
  name: string;
  level: Level;
  bloc: Bloc | null;
  unitId: number | null;
  parentId: number | null;
  lo: bigint;
  hi: bigint;
  closed: boolean;
};

const UNIT = Prisma.sql`u.id, u.code, u.name, u.level, u.bloc, u.unit_id AS "unitId", u.parent_id AS "parentId", u.lo, u.hi, u.closed`;

/** What a scope reaches of the Union's tree: its own range, or what stands beside its party units. */
export function reachOf(scope: Pick<UnitScope, "lo" | "hi">, alias: string, ord = "union_ord"): Prisma.Sql {
  const [own, beside] = [Prisma.raw(`${alias}.${ord}`), Prisma.raw(`${alias}.unit_ord`)];
  return Prisma.sql`(${own} BETWEEN ${scope.lo} AND ${scope.hi} OR ${beside} BETWEEN ${scope.lo} AND ${scope.hi})`;
}

/** Every organisation of the scope, closed ones too, in the order of the tree. */
export function findUnionUnits(scope: UnitScope): Promise<UnionUnit[]> {
  return scope.db.$queryRaw<UnionUnit[]>`
    SELECT ${UNIT} FROM union_unit u WHERE ${reachOf(scope, "u", "lo")} ORDER BY u.lo`;
}

/** The organisation of a code in the scope; null: none there. */
export async function findUnionUnit(scope: UnitScope, code: string): Promise<UnionUnit | null> {
  const [unit] = await scope.db.$queryRaw<UnionUnit[]>`
    SELECT ${UNIT} FROM union_unit u WHERE u.code_key = upper(${code.trim()}) AND ${reachOf(scope, "u", "lo")}`;
  return unit ?? null;
}

/** An organisation and its children, to go down the tree with. */
export type UnionRow = UnionUnit & { children: number; members: number };

/** What stands directly beneath an organisation, or the topmost ones of the scope; open ones, by name. */
export function findUnionRows(scope: UnitScope, parent: UnionUnit | null): Promise<UnionRow[]> {
  const where = parent
    ? Prisma.sql`u.parent_id = ${parent.id}`
    : Prisma.sql`${reachOf(scope, "u", "lo")} AND NOT EXISTS (SELECT FROM union_unit a WHERE a.id = u.parent_id AND ${reachOf(scope, "a", "lo")})`;
  return scope.db.$queryRaw<UnionRow[]>`
    SELECT ${UNIT}, (SELECT count(*)::int FROM union_unit c WHERE c.parent_id = u.id AND NOT c.closed) AS children,
      (SELECT count(*)::int FROM union_member m WHERE m.union_ord BETWEEN u.lo AND u.hi AND m.left_on IS NULL) AS members
    FROM union_unit u WHERE ${where} AND NOT u.closed ORDER BY u.name LIMIT 500`;
}

/** Chi đoàn of the scope whose name holds what was typed, accents aside. */
export function findChapters(scope: UnitScope, typed: string, limit = 100): Promise<UnionUnit[]> {
  const like = `%${fold(typed).replace(/[\\%_]/g, "\\$&")}%`;
  return scope.db.$queryRaw<UnionUnit[]>`
    SELECT ${UNIT} FROM union_unit u
    WHERE ${reachOf(scope, "u", "lo")} AND NOT u.closed AND EXISTS (SELECT FROM union_member m WHERE m.union_unit_id = u.id)
      AND (u.name_fold LIKE ${like} OR lower(u.code_key) LIKE ${like})
    ORDER BY u.lo LIMIT ${limit}`;
}

/** Names above an organisation within the scope, top first. */
export function findUnionLine(
  scope: UnitScope,
  { lo, hi }: Pick<UnionUnit, "lo" | "hi">,
): Promise<UnionUnit[]> {
  return scope.db.$queryRaw<UnionUnit[]>`
    SELECT ${UNIT} FROM union_unit u WHERE u.lo <= ${lo} AND u.hi >= ${hi} AND ${reachOf(scope, "u", "lo")} ORDER BY u.lo`;
}

/** Every placement of the organisations of the scope. */
export function findUnionPlacements(scope: UnitScope): Promise<UnionPlacement[]> {
  return scope.db.$queryRaw<UnionPlacement[]>`
    SELECT p.id, p.union_unit_id AS "unionUnitId", p.parent_id AS "parentId", p.name, p.level, p.bloc, p.unit_id AS "unitId",
      p.from_day::text AS "from", p.until_day::text AS until
    FROM union_placement p JOIN union_unit u ON u.id = p.union_unit_id
    WHERE ${reachOf(scope, "u", "lo")} ORDER BY p.union_unit_id, p.from_day NULLS FIRST`;
}

/** The party units of these codes, wherever they stand: the tree holds no personal data. */
export async function findPartyUnits(
  scope: UnitScope,
  codes: readonly string[],
): Promise<Map<string, number>> {
  const rows = await scope.db.$queryRaw<{ key: string; id: number }[]>`
    SELECT code_key AS key, id FROM unit WHERE code_key = ANY (${codes.map((code) => code.toUpperCase())}::text[])`;
  return new Map(rows.map(({ key, id }) => [key, id]));
}

/** Makes organisations without a place yet; placements and `rebuildUnionTree` have to follow. Ids by code. */
export async function saveUnionUnits(
  scope: UnitScope,
  codes: readonly string[],
): Promise<Map<string, number>> {
  const rows = await scope.db.$queryRaw<{ id: number; key: string }[]>`
    INSERT INTO union_unit (code, code_key, name, name_fold, level, lo, hi)
    SELECT code, upper(code), code, '', 'CHAPTER', ${scope.hi}, ${scope.hi} FROM unnest(${[...codes]}::text[]) AS code
    RETURNING id, code_key AS key`;
  return new Map(rows.map(({ key, id }) => [key, id]));
}

/** Writes placements: new ones of a batch, and what is said of those that were there. */
export async function saveUnionPlacements(
  scope: UnitScope,
  placements: readonly (UnionPlacement & { isNew: boolean })[],
  batchId: string | null,
): Promise<void> {
  const rows = (isNew: boolean) =>
    JSON.stringify(placements.filter((placement) => placement.isNew === isNew));
  const typed = Prisma.sql`(id int, "unionUnitId" int, "parentId" int, name text, level text, bloc text, "unitId" int, "from" date, until date)`;
  await scope.db.$executeRaw`
    INSERT INTO union_placement (union_unit_id, parent_id, name, level, bloc, unit_id, from_day, until_day, import_batch_id)
    SELECT "unionUnitId", "parentId", name, level, bloc, "unitId", "from", until, ${batchId}::uuid
    FROM jsonb_to_recordset(${rows(true)}::jsonb) AS r ${typed}`;
  await scope.db.$executeRaw`
    UPDATE union_placement p SET parent_id = r."parentId", name = r.name, level = r.level, bloc = r.bloc, unit_id = r."unitId", until_day = r.until
    FROM jsonb_to_recordset(${rows(false)}::jsonb) AS r ${typed} WHERE p.id = r.id`;
}

/** Makes the Union's tree of today from the placements, and numbers it; the last thing in a transaction. */
export async function rebuildUnionTree(scope: UnitScope): Promise<void> {
  await scope.db.$executeRaw`SELECT sec.rebuild_union_tree(${scope.today}::date)`;
}

/** Takes back the placements of a batch and the organisations it made; a sentence when something hangs on one. */
export async function saveUndoneUnionUnits(scope: UnitScope, batchId: string): Promise<string | null> {
  const [held] = await scope.db.$queryRaw<{ code: string }[]>`
    WITH made AS (
      SELECT p.union_unit_id FROM union_placement p GROUP BY 1 HAVING bool_and(p.import_batch_id IS NOT DISTINCT FROM ${batchId}::uuid)
    )
    SELECT u.code FROM union_unit u WHERE u.id IN (SELECT union_unit_id FROM made) AND (
      EXISTS (SELECT FROM union_member m WHERE m.union_unit_id = u.id) OR EXISTS (SELECT FROM referral r WHERE r.union_unit_id = u.id)
      OR EXISTS (SELECT FROM union_placement c WHERE c.parent_id = u.id AND c.import_batch_id IS DISTINCT FROM ${batchId}::uuid))
    LIMIT 1`;
  if (held) return `Không hoàn tác được: tổ chức ${held.code} đã có dữ liệu khác.`;

  const gone = await scope.db.$queryRaw<{ id: number }[]>`
    DELETE FROM union_placement WHERE import_batch_id = ${batchId}::uuid RETURNING union_unit_id AS id`;
  const ids = [...new Set(gone.map(({ id }) => id))];
  await scope.db.$executeRaw`
    UPDATE union_unit u SET parent_id = NULL WHERE id = ANY (${ids}::int[])
      AND NOT EXISTS (SELECT FROM union_placement p WHERE p.union_unit_id = u.id)`;
  await scope.db.$executeRaw`
    DELETE FROM union_unit u WHERE id = ANY (${ids}::int[])
      AND NOT EXISTS (SELECT FROM union_placement p WHERE p.union_unit_id = u.id)`;
  await rebuildUnionTree(scope);
  return null;
}
