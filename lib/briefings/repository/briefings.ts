import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { isUuid } from "@/lib/shared/uuid";
import { Prisma } from "@/prisma/generated/client/client";
import type { Briefing } from "../rules/briefing";

const BRIEFING = Prisma.sql`b.id, u.id AS "unitId", u.code AS "unitCode", u.name AS "unitName", b.held_on::text AS "heldOn", b.place,
  b.led_by AS "ledBy", b.present, b.saved_by_name AS "savedByName", b.version`;

type Row = Omit<Briefing, "unit"> & { unitId: number; unitCode: string; unitName: string };

const briefingOf = ({ unitId: id, unitCode: code, unitName: name, ...rest }: Row): Briefing => ({
  ...rest,
  unit: { id, code, name },
});

const within = ({ lo, hi }: UnitScope): Prisma.Sql => Prisma.sql`b.unit_ord BETWEEN ${lo} AND ${hi}`;

/** What is typed of a briefing as a whole. */
export type BriefingHead = { heldOn: PlainDate; place: string; ledBy: string; present: readonly number[] };

/** The briefing within reach, or null; `forChange` keeps it until the transaction ends. */
export async function findBriefing(
  scope: UnitScope,
  id: string,
  forChange = false,
): Promise<Briefing | null> {
  if (!isUuid(id)) return null;
  const lock = forChange ? Prisma.sql`FOR UPDATE OF b` : Prisma.empty;
  const [row] = await scope.db.$queryRaw<Row[]>`
    SELECT ${BRIEFING} FROM briefing b JOIN unit u ON u.id = b.unit_id WHERE b.id = ${id}::uuid AND ${within(scope)} ${lock}`;
  return row ? briefingOf(row) : null;
}

/** Is there a briefing of the unit on that day, other than this one? */
export async function isHeldOn(
  scope: UnitScope,
  unitId: number,
  day: PlainDate,
  otherThan: string | null = null,
): Promise<boolean> {
  const [row] = await scope.db.$queryRaw<{ held: boolean }[]>`
    SELECT EXISTS (SELECT FROM briefing b WHERE b.unit_id = ${unitId} AND b.held_on = ${day}::date
      AND b.id IS DISTINCT FROM ${otherThan}::uuid AND ${within(scope)}) AS held`;
  return row?.held ?? false;
}

/** Which briefings are meant: of a range of the tree, held in days (null: whenever). */
export type BriefingsIn = { lo: bigint; hi: bigint; from: PlainDate | null; asOf: PlainDate | null };

const heldIn = (scope: UnitScope, { lo, hi, from, asOf }: BriefingsIn): Prisma.Sql => Prisma.sql`
  ${within(scope)} AND b.unit_ord BETWEEN ${lo} AND ${hi}
  AND b.held_on >= coalesce(${from}::date, '-infinity') AND b.held_on <= coalesce(${asOf}::date, 'infinity')`;

/** A line of the list of briefings. */
export type BriefingLine = Briefing & { difficulties: number; commitments: number };

/** Where a page of a list ends. */
export type PlaceInList = { day: PlainDate; id: string };

/** Briefings, the latest first, from a place on. */
export async function findBriefings(
  scope: UnitScope,
  which: BriefingsIn,
  after: PlaceInList | null,
  limit: number,
): Promise<BriefingLine[]> {
  const from = after
    ? Prisma.sql`AND (b.held_on, b.id) < (${after.day}::date, ${after.id}::uuid)`
    : Prisma.empty;
  const rows = await scope.db.$queryRaw<(Row & { difficulties: number; commitments: number })[]>`
    SELECT ${BRIEFING}, (SELECT count(*) FROM difficulty d WHERE d.briefing_id = b.id)::int AS difficulties,
      (SELECT count(*) FROM commitment c WHERE c.briefing_id = b.id)::int AS commitments
    FROM briefing b JOIN unit u ON u.id = b.unit_id
    WHERE ${heldIn(scope, which)} ${from} ORDER BY b.held_on DESC, b.id DESC LIMIT ${limit}`;
  return rows.map(({ difficulties, commitments, ...row }) => ({
    ...briefingOf(row),
    difficulties,
    commitments,
  }));
}

/** How many there are. */
export async function countBriefings(scope: UnitScope, which: BriefingsIn): Promise<number> {
  const [row] = await scope.db.$queryRaw<{ held: number }[]>`
    SELECT count(*)::int AS held FROM briefing b WHERE ${heldIn(scope, which)}`;
  return row?.held ?? 0;
}

/** Place and chair of the unit's last briefing: offered, so that they are not typed twice. */
export async function findLastHead(
  scope: UnitScope,
  unitId: number,
): Promise<{ place: string; ledBy: string } | null> {
  const [last] = await scope.db.$queryRaw<{ place: string; ledBy: string }[]>`
    SELECT b.place, b.led_by AS "ledBy" FROM briefing b WHERE b.unit_id = ${unitId} AND ${within(scope)} ORDER BY b.held_on DESC LIMIT 1`;
  return last ?? null;
}

/** Writes a briefing; answers its id. */
export async function saveBriefing(scope: UnitScope, unitId: number, head: BriefingHead): Promise<string> {
  const [made] = await scope.db.$queryRaw<{ id: string }[]>`
    INSERT INTO briefing (unit_id, held_on, place, led_by, present, saved_by_name)
    VALUES (${unitId}, ${head.heldOn}::date, ${head.place}, ${head.ledBy}, ${[...head.present]}::int[], ${scope.actor.name}) RETURNING id`;
  if (!made) throw new Error("the briefing was not recorded");
  return made.id;
}

/** Changes its head; false when it changed meanwhile. */
export async function saveBriefingHead(
  scope: UnitScope,
  id: string,
  version: number,
  head: Omit<BriefingHead, "heldOn">,
): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE briefing b SET place = ${head.place}, led_by = ${head.ledBy}, present = ${[...head.present]}::int[],
      saved_by_name = ${scope.actor.name}, saved_at = now(), version = version + 1
    WHERE b.id = ${id}::uuid AND b.version = ${version} AND ${within(scope)}`;
  return changed === 1;
}
