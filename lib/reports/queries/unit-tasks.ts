import "server-only";
import { notFound } from "next/navigation";
import { can, withScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import {
  countOwnTasks,
  countUnitTasks,
  findTasksOfRequest,
  findUnitRequests,
  findUnitTasks,
  type UnitTaskKey,
} from "../repository/unit-tasks";
import { reviewJudging, type TaskState, type UnitRequest, type UnitTask } from "../rules/unit-task";
import type { UnitTasksAddress } from "../schema";

const PAGE = 50;

/** "Việc cấp trên giao": what committees asked of the cells within reach, of one state, page by page. */
export type UnitTasksPage = {
  state: TaskState;
  counts: Record<TaskState, number>;
  tasks: (UnitTask & { mayJudge: boolean })[];
  next: UnitTaskKey | null;
  mayGive: boolean;
  mayAnswer: boolean;
  /** Whose own tasks are for others to judge. */
  ownUnitId: number;
  today: PlainDate;
};

export function loadUnitTasks({ state, after }: UnitTasksAddress): Promise<UnitTasksPage> {
  return withScope("task.read", async (scope) => {
    const rows = await findUnitTasks(scope, state, after, PAGE + 1);
    const mayGive = can(scope.actor, "task.give");
    const tasks = rows.slice(0, PAGE).map((task) => ({
      ...task,
      mayJudge: mayGive && reviewJudging(task, scope.actor) === null,
    }));
    const last = tasks.at(-1);
    return {
      state,
      counts: await countUnitTasks(scope),
      tasks,
      next: rows.length > PAGE && last ? { dueOn: last.dueOn, id: last.id } : null,
      mayGive,
      mayAnswer: can(scope.actor, "task.answer"),
      ownUnitId: scope.actor.unit.id,
      today: scope.today,
    };
  });
}

/** What was asked of many units at once, latest first; and the unit that asks next. */
export type UnitRequestsPage = { requests: UnitRequest[]; unit: { code: string; name: string } };

export function loadUnitRequests(): Promise<UnitRequestsPage> {
  return withScope("task.give", async (scope) => ({
    requests: await findUnitRequests(scope, PAGE),
    unit: { code: scope.actor.unit.code, name: scope.actor.unit.name },
  }));
}

/** One request with all its tasks: who has answered and who has not. */
export type UnitRequestPage = { request: UnitTask; tasks: UnitTask[]; today: PlainDate };

export function loadUnitRequest(requestId: string): Promise<UnitRequestPage> {
  return withScope("task.give", async (scope) => {
    const tasks = await findTasksOfRequest(scope, requestId);
    return { request: tasks[0] ?? notFound(), tasks, today: scope.today };
  });
}

/** What the home page tells: the tasks that wait for the unit's answer, else of a committee the answers that came. */
export type UnitTaskNote = { waiting: "cell" | "committee"; tasks: number; dueOn: PlainDate | null };

/** null where nothing waits. */
export function loadUnitTaskNote(): Promise<UnitTaskNote | null> {
  return withScope("task.read", async (scope) => {
    const { open, firstDue } = await countOwnTasks(scope);
    if (open > 0) return { waiting: "cell", tasks: open, dueOn: firstDue };
    if (scope.actor.role === "cellSecretary") return null;
    const { answered } = await countUnitTasks(scope);
    return answered > 0 ? { waiting: "committee", tasks: answered, dueOn: null } : null;
  });
}
