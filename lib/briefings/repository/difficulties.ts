import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { committeeName } from "@/lib/organisation/rules/register";
import type { PlainDate } from "@/lib/shared/days";
import { isUuid } from "@/lib/shared/uuid";
import { Prisma } from "@/prisma/generated/client/client";
import type { Briefing, Difficulty, NamedUnit, Topic } from "../rules/briefing";
import type { DifficultyFilter } from "../rules/matters";
import type { PlaceInList } from "./briefings";

const DIFFICULTY = Prisma.sql`d.id, d.briefing_id AS "briefingId", u.id AS "unitId", u.code AS "unitCode", u.name AS "unitName",
  d.committee_name AS "committeeName", d.topic, d.words, d.raised_on::text AS "raisedOn", d.settled_on::text AS "settledOn",
  d.settled_by_name AS "settledByName", d.saved_by_name AS "savedByName", d.version`;

type Row = Omit<Difficulty, "unit"> & { unitId: number; unitCode: string; unitName: string };

const difficultyOf = ({ unitId: id, unitCode: code, unitName: name, ...rest }: Row): Difficulty => ({
  ...rest,
  unit: { id, code, name },
});

const within = ({ lo, hi }: UnitScope): Prisma.Sql => Prisma.sql`d.unit_ord BETWEEN ${lo} AND ${hi}`;

type Range = { lo: bigint; hi: bigint };
type Filter = Omit<DifficultyFilter, "unit">;

const matches = (scope: UnitScope, { lo, hi }: Range, { state, topic, from, asOf }: Filter): Prisma.Sql => {
  const when = {
    raised: Prisma.sql`d.raised_on BETWEEN ${from}::date AND ${asOf}::date`,
    open: Prisma.sql`d.raised_on <= ${asOf}::date AND coalesce(d.settled_on > ${asOf}::date, true)`,
    settled: Prisma.sql`d.settled_on BETWEEN ${from}::date AND ${asOf}::date`,
  }[state];
  const about = topic === null ? Prisma.empty : Prisma.sql`AND d.topic = ${topic}`;
  return Prisma.sql`${within(scope)} AND d.unit_ord BETWEEN ${lo} AND ${hi} AND ${when} ${about}`;
};

/** Difficulties, the latest first, from a place on. */
export async function findDifficulties(
  scope: UnitScope,
  range: Range,
  filter: Filter,
  after: PlaceInList | null,
  limit: number,
): Promise<Difficulty[]> {
  const from = after
    ? Prisma.sql`AND (d.raised_on, d.id) < (${after.day}::date, ${after.id}::uuid)`
    : Prisma.empty;
  const rows = await scope.db.$queryRaw<Row[]>`
    SELECT ${DIFFICULTY} FROM difficulty d JOIN unit u ON u.id = d.unit_id
    WHERE ${matches(scope, range, filter)} ${from} ORDER BY d.raised_on DESC, d.id DESC LIMIT ${limit}`;
  return rows.map(difficultyOf);
}

/** How many there are, by topic, the most frequent first. */
export function countDifficulties(
  scope: UnitScope,
  range: Range,
  filter: Filter,
): Promise<{ topic: Topic; count: number }[]> {
  return scope.db.$queryRaw<{ topic: Topic; count: number }[]>`
    SELECT d.topic, count(*)::int AS count FROM difficulty d WHERE ${matches(scope, range, filter)} GROUP BY 1 ORDER BY 2 DESC, 1`;
}

/** Those of a briefing, and those of the committee's earlier ones that were open on its day. */
export async function findDifficultiesOf(scope: UnitScope, briefing: Briefing): Promise<Difficulty[]> {
  const rows = await scope.db.$queryRaw<Row[]>`
    SELECT ${DIFFICULTY} FROM difficulty d JOIN unit u ON u.id = d.unit_id
    WHERE ${within(scope)} AND (d.briefing_id = ${briefing.id}::uuid OR (d.committee_id = ${briefing.unit.id}
      AND d.raised_on < ${briefing.heldOn}::date AND coalesce(d.settled_on >= ${briefing.heldOn}::date, true)))
    ORDER BY d.raised_on, u.lo, d.saved_at, d.id`;
  return rows.map(difficultyOf);
}

/** A difficulty within reach; null otherwise. */
export async function findDifficulty(
  scope: UnitScope,
  id: string,
): Promise<(Difficulty & { committeeId: number }) | null> {
  if (!isUuid(id)) return null;
  const [row] = await scope.db.$queryRaw<(Row & { committeeId: number })[]>`
    SELECT ${DIFFICULTY}, d.committee_id AS "committeeId" FROM difficulty d JOIN unit u ON u.id = d.unit_id
    WHERE d.id = ${id}::uuid AND ${within(scope)} FOR UPDATE OF d`;
  return row ? { ...difficultyOf(row), committeeId: row.committeeId } : null;
}

/** Writes what a unit raised at a briefing. */
export async function saveDifficulty(
  scope: UnitScope,
  briefing: Briefing,
  unit: NamedUnit,
  { topic, words }: Pick<Difficulty, "topic" | "words">,
): Promise<void> {
  await scope.db.$executeRaw`
    INSERT INTO difficulty (briefing_id, unit_id, committee_id, committee_name, topic, words, raised_on, saved_by_name)
    VALUES (${briefing.id}::uuid, ${unit.id}, ${briefing.unit.id}, ${committeeName(briefing.unit.name)}, ${topic}, ${words}, ${briefing.heldOn}::date,
      ${scope.actor.name})`;
}

/** The committee says that it is settled; false when it changed meanwhile. */
export async function saveSettled(
  scope: UnitScope,
  { id, version }: Pick<Difficulty, "id" | "version">,
  on: PlainDate,
): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE difficulty d SET settled_on = ${on}::date, settled_by_name = ${scope.actor.name}, version = version + 1
    WHERE d.id = ${id}::uuid AND d.version = ${version} AND d.settled_on IS NULL AND ${within(scope)}`;
  return changed === 1;
}
