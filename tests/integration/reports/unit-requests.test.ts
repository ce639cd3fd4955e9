import { beforeAll, expect, test } from "vitest";
import { actAs } from "@/lib/access/acting";
import { answerTask, askUnits, closeTask, returnTask } from "@/lib/reports/actions";
import { requestSheets } from "@/lib/reports/export/unit-request";
import {
  loadUnitRequest,
  loadUnitRequests,
  loadUnitTaskNote,
  loadUnitTasks,
} from "@/lib/reports/queries/unit-tasks";
import { taskStandingOf } from "@/lib/reports/rules/unit-task";
import { unitTasksAddress } from "@/lib/reports/schema";
import { addDays, formatDay } from "@/lib/shared/days";
import { databaseToday } from "@/tests/support/meetings";
import { givenProvince, send, type Tokens } from "@/tests/support/periods";

const NOT_FOUND = /NEXT_HTTP_ERROR_FALLBACK;404/;
let tokens: Tokens;
let due = "";
let requestId = "";

const own = async (token: string) =>
  (await actAs(token, () => loadUnitTasks(unitTasksAddress.parse({})))).tasks[0];
const standings = async () =>
  (await actAs(tokens.upper, () => loadUnitRequest(requestId))).tasks.map((task) => [
    task.unit.code,
    taskStandingOf(task),
  ]);

beforeAll(async () => {
  tokens = await givenProvince();
  due = formatDay(addDays(await databaseToday(), 7));
});

test("a figure is asked of every cell; each finds it at home, and the giver sees who has not answered", async () => {
  const request = { unit: "H", ask: "figure", to: "cells", title: "Số buổi sinh hoạt", note: "Từ tháng 10" };
  const bare = await send(tokens.upper, askUnits, { ...request, title: " ", dueOn: "31/02/2024" });
  expect(Object.keys(bare.fieldErrors).toSorted()).toEqual(["dueOn", "title"]);
  await expect(send(tokens.next, askUnits, { ...request, dueOn: due })).rejects.toThrow(NOT_FOUND);
  const given = await send(tokens.upper, askUnits, { ...request, dueOn: due });
  expect(given.done?.message).toBe("Đã giao việc cho 2 đơn vị.");
  const { requests } = await actAs(tokens.upper, loadUnitRequests);
  expect(requests).toMatchObject([{ title: "Số buổi sinh hoạt", asked: 2, waiting: 2, sent: 0 }]);
  requestId = requests[0]?.requestId ?? "";
  expect(await standings()).toEqual([
    ["A-1", "waiting"],
    ["A-2", "waiting"],
  ]);
  expect(await actAs(tokens.cell1, loadUnitTaskNote)).toMatchObject({ waiting: "cell", tasks: 1 });
  await expect(actAs(tokens.next, () => loadUnitRequest(requestId))).rejects.toThrow(NOT_FOUND);
});

test("a draft stays the unit's own; what is sent comes back with a reason, is sent again and accepted", async () => {
  const answer = async (token: string, fields: Record<string, string>) => {
    const task = await own(token);
    return send(token, answerTask, {
      taskId: task?.id ?? "",
      version: String(task?.version),
      answer: "",
      ...fields,
    });
  };
  expect((await answer(tokens.cell1, { number: "", as: "draft" })).done).not.toBeNull();
  expect((await answer(tokens.cell1, { number: "" })).findings.map(({ is }) => is)).toEqual([
    "numberMissing",
  ]);
  expect((await answer(tokens.cell1, { number: "ba" })).fieldErrors.number?.[0]).toContain("Số");
  expect((await standings())[0]).toEqual(["A-1", "draft"]);
  const sheetOf = async () =>
    requestSheets(await actAs(tokens.upper, () => loadUnitRequest(requestId)))[0]?.rows as unknown[][];
  expect((await sheetOf())[0]?.slice(0, 4)).toEqual(["A-1", "Đơn vị A-1", "Đang soạn", null]);

  expect(
    (await answer(tokens.cell1, { number: "3,5", answer: "Tính cả họp bất thường" })).done,
  ).not.toBeNull();
  const [first] = (await actAs(tokens.upper, () => loadUnitRequest(requestId))).tasks;
  const seen = () => ({ taskId: first?.id ?? "", version: String(first?.version) });
  expect(first).toMatchObject({ number: 3.5, answer: "Tính cả họp bất thường" });
  const bare = await send(tokens.upper, returnTask, { ...seen(), reason: " " });
  expect(bare.fieldErrors.reason?.[0]).toContain("Lý do");
  expect(
    (await send(tokens.upper, returnTask, { ...seen(), reason: "Phải là số nguyên" })).done,
  ).not.toBeNull();
  expect((await standings())[0]).toEqual(["A-1", "returned"]);
  expect(await own(tokens.cell1)).toMatchObject({ returnedReason: "Phải là số nguyên", number: 3.5 });
  expect((await answer(tokens.cell1, { number: "4" })).done).not.toBeNull();
  const [again] = (await actAs(tokens.upper, () => loadUnitRequest(requestId))).tasks;
  const last = { taskId: again?.id ?? "", version: String(again?.version) };
  expect((await send(tokens.upper, closeTask, last)).done).not.toBeNull();
  expect(await standings()).toEqual([
    ["A-1", "accepted"],
    ["A-2", "waiting"],
  ]);
  const rows = await sheetOf();
  expect(rows.map((row) => [row[0], row[2], row[3]])).toEqual([
    ["A-1", "Đã nhận", 4],
    ["A-2", "Chưa trả lời", null],
  ]);
});

test("a committee that is asked itself answers and does not judge its own answer", async () => {
  const request = { unit: "H", ask: "check", to: "children", title: "Rà số đảng viên", dueOn: due };
  expect((await send(tokens.upper, askUnits, request)).done?.message).toBe("Đã giao việc cho 1 đơn vị.");
  expect(await actAs(tokens.base, loadUnitTaskNote)).toMatchObject({ waiting: "cell", tasks: 1 });
  const { tasks } = await actAs(tokens.base, () => loadUnitTasks(unitTasksAddress.parse({})));
  const task = tasks.find(({ unit }) => unit.code === "A");
  const seen = { taskId: task?.id ?? "", version: "1" };
  const own = await send(tokens.base, closeTask, seen);
  expect(own.findings.map(({ is }) => is)).toEqual(["ownTask"]);
  expect((await send(tokens.base, answerTask, { ...seen, answer: "Đã rà" })).done).not.toBeNull();
  const back = await send(tokens.base, returnTask, { ...seen, version: "2", reason: "Sai" });
  expect(back.findings.map(({ is }) => is)).toEqual(["ownTask"]);
});

test("an answer is judged by the unit that asked or one above, and never by who gave it", async () => {
  const taskOf = async () => {
    const { tasks } = await actAs(tokens.province, () => loadUnitRequest(requestId));
    const task = tasks.find(({ unit }) => unit.code === "A-2");
    return { taskId: task?.id ?? "", version: String(task?.version) };
  };
  const found = async (token: string, action: unknown, fields: Record<string, string> = {}) =>
    (await send(token, action, { ...(await taskOf()), ...fields })).findings.map(({ is }) => is);
  const judged = async (token: string, state: string) =>
    (await actAs(token, () => loadUnitTasks(unitTasksAddress.parse({ state })))).tasks.find(
      ({ unit }) => unit.code === "A-2",
    )?.mayJudge;

  expect(await found(tokens.base, closeTask)).toEqual(["notGiver"]);
  expect([await judged(tokens.base, "open"), await judged(tokens.upper, "open")]).toEqual([false, true]);
  expect(await found(tokens.upper, answerTask, { answer: "", number: "7" })).toEqual([]);
  expect(await found(tokens.base, returnTask, { reason: "Sai" })).toEqual(["notGiver"]);
  expect(await found(tokens.upper, closeTask)).toEqual(["ownAnswer"]);
  expect(await found(tokens.upper, returnTask, { reason: "Sai" })).toEqual(["ownAnswer"]);
  expect(await judged(tokens.upper, "answered")).toBe(false);
  expect(await found(tokens.province, returnTask, { reason: "Thiếu tháng 12" })).toEqual([]);
  expect(await found(tokens.cell2, answerTask, { answer: "", number: "8" })).toEqual([]);
  expect(await found(tokens.upper, closeTask)).toEqual([]);
});
