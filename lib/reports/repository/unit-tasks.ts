import "server-only";
import { randomUUID } from "node:crypto";
import type { UnitScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { isUuid } from "@/lib/shared/uuid";
import { Prisma } from "@/prisma/generated/client/client";
import type { CoverageLimits, CoverageList, ListedCell } from "../rules/coverage";
import type { Ask, TaskState, UnitRequest, UnitTask } from "../rules/unit-task";

const TASK = Prisma.sql`k.id, u.id AS "unitId", u.code AS "unitCode", u.name AS "unitName", k.list, k.months, k.years, k.people, k.note,
  k.given_on::text AS "givenOn", k.due_on::text AS "dueOn", k.given_by_name AS "givenByName", k.giver_name AS "giverName", k.answer,
  k.ask, k.request_id AS "requestId", k.title, k.number::float8 AS number, k.returned_reason AS "returnedReason", k.returned_by_name AS "returnedByName",
  g.lo AS "giverLo",
  k.answered_on::text AS "answeredOn", k.answered_by_id AS "answeredById", k.answered_by_name AS "answeredByName", k.closed_on::text AS "closedOn", k.version`;

const TASKS = Prisma.sql`unit_task k JOIN unit u ON u.id = k.unit_id LEFT JOIN unit g ON g.id = k.giver_unit_id`;

type Row = Omit<UnitTask, "unit"> & { unitId: number; unitCode: string; unitName: string };

const taskOf = ({ unitId: id, unitCode: code, unitName: name, ...rest }: Row): UnitTask => ({
  ...rest,
  unit: { id, code, name },
});

const within = ({ lo, hi }: UnitScope): Prisma.Sql => Prisma.sql`k.unit_ord BETWEEN ${lo} AND ${hi}`;

const STATE_SQL: Record<TaskState, Prisma.Sql> = {
  open: Prisma.sql`k.closed_on IS NULL AND k.answered_on IS NULL`,
  answered: Prisma.sql`k.closed_on IS NULL AND k.answered_on IS NOT NULL`,
  closed: Prisma.sql`k.closed_on IS NOT NULL`,
};

/** The unit that gives: none of the machine's operator. */
const giverOf = ({ actor: { unit } }: UnitScope): number | null => (unit.id === 0 ? null : unit.id);

/** Asks the cells of a list, each once at a time; answers how many were asked now. */
export async function saveUnitTasks(
  scope: UnitScope,
  cells: readonly ListedCell[],
  task: CoverageLimits & { list: CoverageList; dueOn: PlainDate; note: string | null },
): Promise<number> {
  return scope.db.$executeRaw`
    INSERT INTO unit_task (unit_id, list, months, years, people, note, given_on, due_on, given_by_name, giver_name, giver_unit_id, request_id)
    SELECT u.id, ${task.list}, ${task.months}, ${task.years}, asked.people, ${task.note}, ${scope.today}::date, ${task.dueOn}::date,
      ${scope.actor.name}, ${scope.actor.unit.name}, ${giverOf(scope)}, ${randomUUID()}::uuid
    FROM unnest(${cells.map(({ unit }) => unit.code)}::text[], ${cells.map(({ count }) => count)}::int[]) AS asked (code, people)
    JOIN unit u ON u.code = asked.code AND u.lo BETWEEN ${scope.lo} AND ${scope.hi}
    ON CONFLICT (unit_id, list) WHERE closed_on IS NULL DO NOTHING`;
}

/** A task within reach; null otherwise. Others wait with changing it until the transaction ends. */
export async function findUnitTask(scope: UnitScope, id: string): Promise<UnitTask | null> {
  if (!isUuid(id)) return null;
  const [row] = await scope.db.$queryRaw<Row[]>`
    SELECT ${TASK} FROM ${TASKS} WHERE k.id = ${id}::uuid AND ${within(scope)} FOR UPDATE OF k`;
  return row ? taskOf(row) : null;
}

/** Where a page of tasks ends. */
export type UnitTaskKey = { dueOn: PlainDate; id: string };

/** Tasks of one state, the first due first, from a place on. */
export async function findUnitTasks(
  scope: UnitScope,
  state: TaskState,
  after: UnitTaskKey | null,
  limit: number,
): Promise<UnitTask[]> {
  const from = after
    ? Prisma.sql`AND (k.due_on, k.id) > (${after.dueOn}::date, ${after.id}::uuid)`
    : Prisma.empty;
  const rows = await scope.db.$queryRaw<Row[]>`
    SELECT ${TASK} FROM ${TASKS}
    WHERE ${within(scope)} AND ${STATE_SQL[state]} ${from} ORDER BY k.due_on, k.id LIMIT ${limit}`;
  return rows.map(taskOf);
}

/** How many tasks stand in each state, and the first day by which an open one has to be answered. */
export async function countUnitTasks(
  scope: UnitScope,
): Promise<Record<TaskState, number> & { firstDue: PlainDate | null }> {
  const [row] = await scope.db.$queryRaw<(Record<TaskState, number> & { firstDue: PlainDate | null })[]>`
    SELECT count(*) FILTER (WHERE ${STATE_SQL.open})::int AS open, count(*) FILTER (WHERE ${STATE_SQL.answered})::int AS answered,
      count(*) FILTER (WHERE ${STATE_SQL.closed})::int AS closed, (min(k.due_on) FILTER (WHERE ${STATE_SQL.open}))::text AS "firstDue"
    FROM unit_task k WHERE ${within(scope)}`;
  return row ?? { open: 0, answered: 0, closed: 0, firstDue: null };
}

/** Writes the unit's answer, sent or as a draft; false when the task changed meanwhile. */
export async function saveTaskAnswer(
  scope: UnitScope,
  { id }: UnitTask,
  version: number,
  { answer, number, send }: { answer: string; number: number | null; send: boolean },
): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE unit_task k SET answer = ${answer}, number = ${number}::numeric, answered_on = CASE WHEN ${send} THEN ${scope.today}::date END,
      answered_by_name = ${scope.actor.name}, answered_by_id = ${scope.actor.accountId}::uuid,
      returned_reason = CASE WHEN ${send} THEN NULL ELSE returned_reason END,
      returned_by_name = CASE WHEN ${send} THEN NULL ELSE returned_by_name END, version = version + 1
    WHERE k.id = ${id}::uuid AND version = ${version} AND ${within(scope)}`;
  return changed === 1;
}

/** Ends a task; false when it changed meanwhile. */
export async function saveTaskClosed(scope: UnitScope, { id }: UnitTask, version: number): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE unit_task k SET closed_on = ${scope.today}::date, version = version + 1
    WHERE k.id = ${id}::uuid AND version = ${version} AND ${within(scope)}`;
  return changed === 1;
}

/** Sends an answer back with a reason; false when the task changed meanwhile. */
export async function saveTaskReturned(
  scope: UnitScope,
  { id }: UnitTask,
  version: number,
  reason: string,
): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE unit_task k SET returned_reason = ${reason}, returned_by_name = ${scope.actor.name}, answered_on = NULL, version = version + 1
    WHERE k.id = ${id}::uuid AND version = ${version} AND ${within(scope)}`;
  return changed === 1;
}

/** Whom a request goes to: the units directly beneath, or every cell of the subtree. */
export const REQUEST_TO = ["children", "cells"] as const;
export type RequestTo = (typeof REQUEST_TO)[number];

/** Asks many units at once; answers the request and how many were asked. */
export async function saveUnitRequest(
  scope: UnitScope,
  unit: { id: number; lo: bigint; hi: bigint },
  request: { ask: Exclude<Ask, "list">; title: string; note: string | null; dueOn: PlainDate; to: RequestTo },
): Promise<{ requestId: string; asked: number }> {
  const requestId = randomUUID();
  const whom =
    request.to === "children"
      ? Prisma.sql`u.parent_id = ${unit.id}`
      : Prisma.sql`u.lo > ${unit.lo} AND u.lo <= ${unit.hi} AND u.kind IN ('CELL', 'BASE_CELL')`;
  const asked = await scope.db.$executeRaw`
    INSERT INTO unit_task (unit_id, ask, title, months, years, people, note, given_on, due_on, given_by_name, giver_name, giver_unit_id, request_id)
    SELECT u.id, ${request.ask}, ${request.title}, 0, 0, 0, ${request.note}, ${scope.today}::date, ${request.dueOn}::date,
      ${scope.actor.name}, ${scope.actor.unit.name}, ${giverOf(scope)}, ${requestId}::uuid
    FROM unit u WHERE ${whom} AND NOT u.closed AND u.lo BETWEEN ${scope.lo} AND ${scope.hi}`;
  return { requestId, asked };
}

/** The requests that reach units of the scope other than the actor's own, latest first. */
export function findUnitRequests(scope: UnitScope, limit: number): Promise<UnitRequest[]> {
  return scope.db.$queryRaw<UnitRequest[]>`
    SELECT ${REQUEST} FROM unit_task k
    WHERE ${within(scope)} AND k.unit_id <> ${scope.actor.unit.id} AND k.ask <> 'list'
    GROUP BY k.request_id ORDER BY max(k.given_on) DESC, k.request_id LIMIT ${limit}`;
}

const REQUEST = Prisma.sql`k.request_id AS "requestId", min(k.ask) AS ask, min(k.title) AS title, min(k.list) AS list,
  min(k.given_on)::text AS "givenOn", max(k.due_on)::text AS "dueOn", count(*)::int AS asked,
  count(*) FILTER (WHERE ${STATE_SQL.answered})::int AS sent, count(*) FILTER (WHERE k.closed_on IS NULL AND k.returned_reason IS NOT NULL)::int AS returned,
  count(*) FILTER (WHERE k.closed_on IS NOT NULL AND k.answered_on IS NOT NULL)::int AS accepted,
  count(*) FILTER (WHERE ${STATE_SQL.open})::int AS waiting`;

/** All tasks of a request within reach, in the order of the tree. */
export async function findTasksOfRequest(scope: UnitScope, requestId: string): Promise<UnitTask[]> {
  if (!isUuid(requestId)) return [];
  const rows = await scope.db.$queryRaw<Row[]>`
    SELECT ${TASK} FROM ${TASKS}
    WHERE k.request_id = ${requestId}::uuid AND k.unit_id <> ${scope.actor.unit.id} AND ${within(scope)} ORDER BY u.lo`;
  return rows.map(taskOf);
}

/** How many tasks wait for the actor's own unit, and the first day of them. */
export async function countOwnTasks(scope: UnitScope): Promise<{ open: number; firstDue: PlainDate | null }> {
  const [row] = await scope.db.$queryRaw<{ open: number; firstDue: PlainDate | null }[]>`
    SELECT count(*)::int AS open, min(k.due_on)::text AS "firstDue" FROM unit_task k
    WHERE ${within(scope)} AND k.unit_id = ${scope.actor.unit.id} AND ${STATE_SQL.open}`;
  return row ?? { open: 0, firstDue: null };
}
