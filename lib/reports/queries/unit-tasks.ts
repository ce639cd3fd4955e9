import "server-only";
import { can, withScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { countUnitTasks, findUnitTasks, type UnitTaskKey } from "../repository/unit-tasks";
import type { TaskState, UnitTask } from "../rules/unit-task";
import type { UnitTasksAddress } from "../schema";

const PAGE = 50;

/** "Việc cấp trên giao": what committees asked of the cells within reach, of one state, page by page. */
export type UnitTasksPage = {
  state: TaskState;
  counts: Record<TaskState, number>;
  tasks: UnitTask[];
  next: UnitTaskKey | null;
  mayGive: boolean;
  mayAnswer: boolean;
  today: PlainDate;
};

export function loadUnitTasks({ state, after }: UnitTasksAddress): Promise<UnitTasksPage> {
  return withScope("task.read", async (scope) => {
    const rows = await findUnitTasks(scope, state, after, PAGE + 1);
    const tasks = rows.slice(0, PAGE);
    const last = tasks.at(-1);
    return {
      state,
      counts: await countUnitTasks(scope),
      tasks,
      next: rows.length > PAGE && last ? { dueOn: last.dueOn, id: last.id } : null,
      mayGive: can(scope.actor, "task.give"),
      mayAnswer: can(scope.actor, "task.answer"),
      today: scope.today,
    };
  });
}

/** What the home page tells: of a cell the tasks that wait for its answer, of a committee the answers that came. */
export type UnitTaskNote = { waiting: "cell" | "committee"; tasks: number; dueOn: PlainDate | null };

/** null where nothing waits. */
export function loadUnitTaskNote(): Promise<UnitTaskNote | null> {
  return withScope("task.read", async (scope) => {
    const { open, answered, firstDue } = await countUnitTasks(scope);
    if (scope.actor.role === "cellSecretary")
      return open > 0 ? { waiting: "cell", tasks: open, dueOn: firstDue } : null;
    return answered > 0 ? { waiting: "committee", tasks: answered, dueOn: null } : null;
  });
}
