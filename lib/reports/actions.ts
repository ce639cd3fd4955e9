"use server";

import { defineAction } from "@/lib/access/action";
import { findUnitByCode, type Unit } from "@/lib/organisation/repository/units";
import { loadCoverageWithin } from "./queries/coverage";
import { deleteOwnView, findOwnView, saveOwnView } from "./repository/saved-views";
import {
  findUnitTask,
  saveTaskAnswer,
  saveTaskClosed,
  saveTaskReturned,
  saveUnitRequest,
  saveUnitTasks,
} from "./repository/unit-tasks";
import { lastDay } from "./rules/figure";
import {
  reviewAnswering,
  reviewGiving,
  reviewJudging,
  reviewReturningTask,
  type UnitTask,
  type UnitTaskFinding,
} from "./rules/unit-task";
import {
  answerTaskSchema,
  askUnitsSchema,
  closeTaskSchema,
  dropViewSchema,
  giveTasksSchema,
  returnTaskSchema,
  saveViewSchema,
} from "./schema";

const PAGES = ["/", "/reports/tasks", "/reports/coverage"];

/** Asks the chosen cells of a list by a day; who is not on the list any more, or was asked already, is left out. */
export const giveTasks = defineAction<typeof giveTasksSchema, Unit, UnitTaskFinding>({
  name: "giveTasks",
  permission: "task.give",
  schema: giveTasksSchema,
  target: (scope, { unit }) => findUnitByCode(scope, unit),
  revalidates: PAGES,
  async run({ scope, target: unit, input: { whom, cell, list, dueOn, note, months, years, from, to } }) {
    const { today } = scope;
    const asOf = lastDay({ to, asOf: today });
    const parameters = { unit: unit.code, from, to, asOf, countBy: null, tree: "as-was" as const };
    const limits = { months, years };
    const { total } = await loadCoverageWithin(scope, parameters, limits);
    const cells = total.lists[list].filter(({ unit: { code } }) => whom === "all" || cell.includes(code));
    const refused = reviewGiving({ dueOn, today }, cells.length);
    if (refused) return { refused: [refused] };
    const given = await saveUnitTasks(scope, cells, { ...limits, list, dueOn, note });
    return {
      done: { message: `Đã giao việc cho ${given} chi bộ.`, redirectTo: `/reports/tasks?done=${given}` },
    };
  },
});

/** Asks the units beneath one, all at once, to check their data or to fill in a figure by a day. */
export const askUnits = defineAction<typeof askUnitsSchema, Unit, UnitTaskFinding>({
  name: "askUnits",
  permission: "task.give",
  schema: askUnitsSchema,
  target: (scope, { unit }) => findUnitByCode(scope, unit),
  revalidates: PAGES,
  async run({ scope, target: unit, input }) {
    const refused = reviewGiving({ dueOn: input.dueOn, today: scope.today }, 1);
    if (refused) return { refused: [refused] };
    const { requestId, asked } = await saveUnitRequest(scope, unit, input);
    if (asked === 0) return { refused: [{ is: "noCells", blocks: true }] };
    return {
      done: {
        message: `Đã giao việc cho ${asked} đơn vị.`,
        redirectTo: `/reports/tasks/requests/${requestId}?done=${asked}`,
      },
    };
  },
});

/** A unit, or the officer above it, says what was done, or keeps a draft of it. */
export const answerTask = defineAction<typeof answerTaskSchema, UnitTask, UnitTaskFinding>({
  name: "answerTask",
  permission: "task.answer",
  schema: answerTaskSchema,
  target: (scope, { taskId }) => findUnitTask(scope, taskId),
  revalidates: PAGES,
  async run({ scope, target: task, input: { version, answer, number = null, as } }) {
    const given = { answer, number: task.ask === "figure" ? number : null, send: as === "send" };
    const refused = reviewAnswering(task, given);
    if (refused) return { refused: [refused] };
    if (!(await saveTaskAnswer(scope, task, version, given))) return { refused: [changed(task)] };
    if (!given.send)
      return { done: { message: "Đã lưu bản đang soạn.", redirectTo: "/reports/tasks?done=draft" } };
    return {
      done: { message: "Đã trả lời cấp trên.", redirectTo: "/reports/tasks?state=answered&done=answered" },
    };
  },
});

/** Who gave a task, or a unit above, sends its answer back with a reason. */
export const returnTask = defineAction<typeof returnTaskSchema, UnitTask, UnitTaskFinding>({
  name: "returnTask",
  permission: "task.give",
  schema: returnTaskSchema,
  target: (scope, { taskId }) => findUnitTask(scope, taskId),
  revalidates: PAGES,
  async run({ scope, actor, target: task, input: { version, reason } }) {
    const refused = reviewReturningTask(task, actor);
    if (refused) return { refused: [refused] };
    if (!(await saveTaskReturned(scope, task, version, reason))) return { refused: [changed(task)] };
    return {
      done: { message: "Đã trả lại.", redirectTo: "/reports/tasks?state=answered&done=returned" },
    };
  },
});

/** Who gave a task, or a unit above, accepts its answer, or ends it without one. */
export const closeTask = defineAction<typeof closeTaskSchema, UnitTask, UnitTaskFinding>({
  name: "closeTask",
  permission: "task.give",
  schema: closeTaskSchema,
  target: (scope, { taskId }) => findUnitTask(scope, taskId),
  revalidates: PAGES,
  async run({ scope, actor, target: task, input: { version } }) {
    const refused = reviewJudging(task, actor);
    if (refused) return { refused: [refused] };
    if (!(await saveTaskClosed(scope, task, version))) return { refused: [changed(task)] };
    return { done: { message: "Đã kết thúc việc.", redirectTo: "/reports/tasks?state=closed&done=closed" } };
  },
});

/** Keeps an address under a name; a name that is there already takes the new address. */
export const saveView = defineAction<typeof saveViewSchema, Unit, UnitTaskFinding>({
  name: "saveView",
  permission: "report.read",
  schema: saveViewSchema,
  target: (scope, { address }) =>
    findUnitByCode(scope, new URLSearchParams(address.split("?")[1]).get("unit") ?? scope.actor.unit.code),
  revalidates: ["/quotas"],
  async run({ scope, input: { name, address } }) {
    await saveOwnView(scope, name, address);
    return { done: { message: `Đã lưu cách xem “${name}”.` } };
  },
});

/** Forgets a view of one's own. */
export const dropView = defineAction<typeof dropViewSchema, { id: string }, UnitTaskFinding>({
  name: "dropView",
  permission: "report.read",
  schema: dropViewSchema,
  revalidates: ["/quotas"],
  target: (scope, { view }) => findOwnView(scope, view),
  async run({ scope, target }) {
    await deleteOwnView(scope, target.id);
    return { done: { message: "Đã bỏ cách xem." } };
  },
});

const changed = ({ answeredByName, givenByName }: UnitTask): UnitTaskFinding => ({
  is: "changedMeanwhile",
  blocks: true,
  by: answeredByName ?? givenByName,
});
