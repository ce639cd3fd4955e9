import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { Prisma } from "@/prisma/generated/client/client";
import type { CoverageLimits, CoverageList, ListedCell } from "../rules/coverage";
import type { TaskState, UnitTask } from "../rules/unit-task";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const TASK = Prisma.sql`k.id, u.id AS "unitId", u.code AS "unitCode", u.name AS "unitName", k.list, k.months, k.years, k.people, k.note,
  k.given_on::text AS "givenOn", k.due_on::text AS "dueOn", k.given_by_name AS "givenByName", k.giver_name AS "giverName", k.answer,
  k.answered_on::text AS "answeredOn", k.answered_by_name AS "answeredByName", k.closed_on::text AS "closedOn", k.version`;

type Row = Omit<UnitTask, "unit"> & { unitId: number; unitCode: string; unitName: string };

const taskOf = ({ unitId: id, unitCode: code, unitName: name, ...rest }: Row): UnitTask => ({
  ...rest,
  unit: { id, code, name },
});

const within = ({ lo, hi }: UnitScope): Prisma.Sql => Prisma.sql`k.unit_ord BETWEEN ${lo} AND ${hi}`;

const STATE_SQL: Record<TaskState, Prisma.Sql> = {
  open: Prisma.sql`k.closed_on IS NULL AND k.answer IS NULL`,
  answered: Prisma.sql`k.closed_on IS NULL AND k.answer IS NOT NULL`,
  closed: Prisma.sql`k.closed_on IS NOT NULL`,
};

/** Asks the cells of a list, each once at a time; answers how many were asked now. */
export async function saveUnitTasks(
  scope: UnitScope,
  cells: readonly ListedCell[],
  task: CoverageLimits & { list: CoverageList; dueOn: PlainDate; note: string | null },
): Promise<number> {
  return scope.db.$executeRaw`
    INSERT INTO unit_task (unit_id, list, months, years, people, note, given_on, due_on, given_by_name, giver_name)
    SELECT u.id, ${task.list}, ${task.months}, ${task.years}, asked.people, ${task.note}, ${scope.today}::date, ${task.dueOn}::date,
      ${scope.actor.name}, ${scope.actor.unit.name}
    FROM unnest(${cells.map(({ unit }) => unit.code)}::text[], ${cells.map(({ count }) => count)}::int[]) AS asked (code, people)
    JOIN unit u ON u.code = asked.code AND u.lo BETWEEN ${scope.lo} AND ${scope.hi}
    ON CONFLICT (unit_id, list) WHERE closed_on IS NULL DO NOTHING`;
}

/** A task within reach; null otherwise. Others wait with changing it until the transaction ends. */
export async function findUnitTask(scope: UnitScope, id: string): Promise<UnitTask | null> {
  if (!UUID.test(id)) return null;
  const [row] = await scope.db.$queryRaw<Row[]>`
    SELECT ${TASK} FROM unit_task k JOIN unit u ON u.id = k.unit_id WHERE k.id = ${id}::uuid AND ${within(scope)} FOR UPDATE OF k`;
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
    SELECT ${TASK} FROM unit_task k JOIN unit u ON u.id = k.unit_id
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

/** Writes the cell's answer, or a new one; false when the task changed meanwhile. */
export async function saveTaskAnswer(
  scope: UnitScope,
  { id }: UnitTask,
  version: number,
  answer: string,
): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE unit_task k SET answer = ${answer}, answered_on = ${scope.today}::date, answered_by_name = ${scope.actor.name}, version = version + 1
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
