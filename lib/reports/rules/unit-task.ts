import type { PlainDate } from "@/lib/shared/days";
import type { CoverageLimits, CoverageList } from "./coverage";

/** What can be asked: of a cell on a list of the report on coverage, to check data, or to fill in a figure. */
export const ASKS = ["list", "check", "figure"] as const;
export type Ask = (typeof ASKS)[number];

/** What a committee asks of a unit beneath it, by a day. */
export type UnitTask = CoverageLimits & {
  id: string;
  unit: { id: number; code: string; name: string };
  ask: Ask;
  /** The same of all units that were asked at once. */
  requestId: string;
  /** Of a check or a figure: what it is called. */
  title: string | null;
  list: CoverageList | null;
  people: number;
  note: string | null;
  givenOn: PlainDate;
  dueOn: PlainDate;
  givenByName: string;
  giverName: string;
  /** Place of the unit that gave it; null: it was given before that was kept. */
  giverLo: bigint | null;
  /** A draft as long as it has no day. */
  answer: string | null;
  /** The figure that was filled in. */
  number: number | null;
  returnedReason: string | null;
  returnedByName: string | null;
  answeredOn: PlainDate | null;
  answeredById: string | null;
  answeredByName: string | null;
  closedOn: PlainDate | null;
  version: number;
};

export const TASK_STATES = ["open", "answered", "closed"] as const;
/** Waiting for the unit, answered by it, accepted or ended by the committee. */
export type TaskState = (typeof TASK_STATES)[number];

export const taskStateOf = ({
  answeredOn,
  closedOn,
}: Pick<UnitTask, "answeredOn" | "closedOn">): TaskState => {
  if (closedOn !== null) return "closed";
  return answeredOn === null ? "open" : "answered";
};

export const TASK_STANDINGS = ["waiting", "draft", "returned", "sent", "accepted", "ended"] as const;
/** The same more closely: `ended` was never answered. */
export type TaskStanding = (typeof TASK_STANDINGS)[number];

export const taskStandingOf = (
  task: Pick<UnitTask, "answer" | "answeredOn" | "returnedReason" | "closedOn">,
): TaskStanding => {
  if (task.closedOn !== null) return task.answeredOn === null ? "ended" : "accepted";
  if (task.answeredOn !== null) return "sent";
  if (task.returnedReason !== null) return "returned";
  return task.answer === null ? "waiting" : "draft";
};

/** Past its day and not answered. */
export const isTaskLate = (task: UnitTask, today: PlainDate): boolean =>
  taskStateOf(task) === "open" && task.dueOn < today;

/** Why tasks were not given or answered. */
export type UnitTaskFinding =
  | { is: "dueInPast"; blocks: true; day: PlainDate }
  | { is: "noCells"; blocks: true }
  | { is: "taskClosed"; blocks: true; on: PlainDate }
  | { is: "ownTask"; blocks: true }
  | { is: "notGiver"; blocks: true; name: string }
  | { is: "ownAnswer"; blocks: true }
  | { is: "notSent"; blocks: true }
  | { is: "numberMissing"; blocks: true }
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

/** Who accepts an answer, sends it back or ends a task. */
type Judge = { accountId: string | null; unit: { id: number; lo: bigint; hi: bigint } };

/** A task is judged by the unit that gave it or one above, and an answer by somebody else than who gave it. */
export function reviewJudging(task: UnitTask, { accountId, unit }: Judge): UnitTaskFinding | null {
  const { giverLo, giverName, answeredOn, answeredById, closedOn } = task;
  if (task.unit.id === unit.id) return { is: "ownTask", blocks: true };
  if (giverLo !== null && (giverLo < unit.lo || giverLo > unit.hi))
    return { is: "notGiver", blocks: true, name: giverName };
  if (closedOn !== null) return { is: "taskClosed", blocks: true, on: closedOn };
  return answeredOn !== null && answeredById !== null && answeredById === accountId
    ? { is: "ownAnswer", blocks: true }
    : null;
}

/** Only what was sent can go back. */
export function reviewReturningTask(task: UnitTask, judge: Judge): UnitTaskFinding | null {
  const refused = reviewJudging(task, judge);
  if (refused) return refused;
  return task.answeredOn === null ? { is: "notSent", blocks: true } : null;
}

/** What is sent for a figure has the figure; a draft may still be without it. */
export function reviewAnswering(
  task: Pick<UnitTask, "ask" | "closedOn">,
  { number, send }: { number: number | null; send: boolean },
): UnitTaskFinding | null {
  if (task.closedOn !== null) return { is: "taskClosed", blocks: true, on: task.closedOn };
  return task.ask === "figure" && send && number === null ? { is: "numberMissing", blocks: true } : null;
}

/** What was asked of many units at once, and how far they are. */
export type UnitRequest = Pick<UnitTask, "requestId" | "ask" | "title" | "list" | "givenOn" | "dueOn"> & {
  asked: number;
  sent: number;
  returned: number;
  accepted: number;
  /** Not answered yet, in any way. */
  waiting: number;
};
