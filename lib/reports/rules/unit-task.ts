import type { PlainDate } from "@/lib/shared/days";
import type { CoverageLimits, CoverageList } from "./coverage";

/** What a committee asks of a cell that stands on a list of the report on coverage. */
export type UnitTask = CoverageLimits & {
  id: string;
  unit: { id: number; code: string; name: string };
  list: CoverageList;
  people: number;
  note: string | null;
  givenOn: PlainDate;
  dueOn: PlainDate;
  givenByName: string;
  giverName: string;
  answer: string | null;
  answeredOn: PlainDate | null;
  answeredByName: string | null;
  closedOn: PlainDate | null;
  version: number;
};

export const TASK_STATES = ["open", "answered", "closed"] as const;
/** Waiting for the cell, answered by it, ended by the committee. */
export type TaskState = (typeof TASK_STATES)[number];

export const taskStateOf = ({ answer, closedOn }: Pick<UnitTask, "answer" | "closedOn">): TaskState => {
  if (closedOn !== null) return "closed";
  return answer === null ? "open" : "answered";
};

/** Past its day and not answered. */
export const isTaskLate = (task: UnitTask, today: PlainDate): boolean =>
  taskStateOf(task) === "open" && task.dueOn < today;

/** Why tasks were not given or answered. */
export type UnitTaskFinding =
  | { is: "dueInPast"; blocks: true; day: PlainDate }
  | { is: "noCells"; blocks: true }
  | { is: "taskClosed"; blocks: true; on: PlainDate }
  | { is: "changedMeanwhile"; blocks: true; by: string };

/**
 * Whom to ask, of the cells chosen: those still on the list that have not been asked for the same already. No
 * day before today can be set.
 */
export function reviewGiving(
  { dueOn, today }: { dueOn: PlainDate; today: PlainDate },
  cells: number,
): UnitTaskFinding | null {
  if (dueOn < today) return { is: "dueInPast", blocks: true, day: dueOn };
  return cells === 0 ? { is: "noCells", blocks: true } : null;
}
