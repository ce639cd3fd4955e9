import { beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { type UnitScope, withScope } from "@/lib/access/gate";
import { planClass } from "@/lib/classes/actions";
import { setQuota } from "@/lib/quotas/actions";
import { answerTask, closeTask, giveTasks } from "@/lib/reports/actions";
import { loadCoverage } from "@/lib/reports/queries/coverage";
import { loadPeople } from "@/lib/reports/queries/people";
import { loadUnitTaskNote, loadUnitTasks } from "@/lib/reports/queries/unit-tasks";
import type { CoverageList, CoverageReport } from "@/lib/reports/rules/coverage";
import { unitTasksAddress } from "@/lib/reports/schema";
import { addDays, addMonths, formatDay } from "@/lib/shared/days";
import { initialFormState } from "@/lib/shared/form-state";
import type { AnyAction } from "@/tests/support/calls";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";
import { databaseToday } from "@/tests/support/meetings";
import { aForm, givenOfficer } from "@/tests/support/organisation";

const NOT_FOUND = /NEXT_HTTP_ERROR_FALLBACK;404/;
const tokens = { upper: "", secretary: "", beside: "" };
let today = "";

const asOperator = <T>(run: (scope: UnitScope) => Promise<T>) =>
  actAsOperator("test", () => withScope("account.manage", run));
const send = (token: string, action: unknown, fields: Record<string, string | string[]>) =>
  actAs(token, () => (action as AnyAction)(initialFormState, aForm(fields)));

const parameters = (asOf = today) => ({
  unit: "H",
  from: `${today.slice(0, 4)}-01-01`,
  to: `${today.slice(0, 4)}-12-31`,
  asOf,
  countBy: null,
  tree: "as-was" as const,
});
const report = (asOf?: string): Promise<CoverageReport> =>
  actAs(tokens.upper, () => loadCoverage(parameters(asOf)));
const listed = async (list: CoverageList, asOf?: string) =>
  (await report(asOf)).total.lists[list].map(({ unit, count }) => [unit.code, count]);
const idOf = (name: string) =>
  asOperator(async ({ db }) => (await db.candidate.findFirstOrThrow({ where: { person: { name } } })).id);
const tasks = (token: string, state = "open") =>
  actAs(token, () => loadUnitTasks(unitTasksAddress.parse({ state })));

beforeAll(async () => {
  today = await databaseToday();
  await actAsOperator("test", () => bringIn("don-vi", aFile(...UNITS)));
  const columns = [
    "Mã chi bộ",
    "Họ và tên",
    "Ngày sinh",
    "Giới tính",
    "Ngày giới thiệu",
    "Ngày vào diện cảm tình",
    "Ngày cấp GCN nhận thức",
    "Ngày viết đơn",
    "Ngày nghị quyết chi bộ",
    "Ngày quyết định kết nạp",
    "Ngày lễ kết nạp",
    "Ngày kết thúc",
  ];
  const row = (cell: string, name: string, ...days: (string | null)[]) => [
    cell,
    name,
    "12/08/1998",
    "Nữ",
    ...Array.from({ length: 8 }, (_, place) => (days[place] ? formatDay(days[place]) : "")),
  ];
  const ago = (days: number) => addDays(today, -days);
  await actAsOperator("test", () =>
    bringIn(
      "ho-so",
      aFile(
        columns,
        row("A-1", "Trần Thị An", ago(90), ago(60)),
        row("A-1", "Lê Thị Bình", ago(30)),
        row("A-2", "Hồ Thị Cúc", ago(900), ago(800), addMonths(today, -12)),
        row("A-2", "Vũ Thị Dung", ago(900), ago(800), addDays(addMonths(today, -12), 1)),
        row("B-1", "Ngô Thị Én", ago(900), ago(800), ago(700), ago(650), ago(600)),
        row(
          "B-1",
          "Mai Thị Giang",
          ago(3000),
          ago(2900),
          ago(2800),
          ago(2750),
          ago(2700),
          ago(2600),
          ago(2590),
        ),
        row("S", "Đỗ Thị Mơ", ago(900), ago(800), null, null, null, null, null, ago(100)),
      ),
    ),
  );
  await asOperator(async (scope) => {
    const unit = async (code: string) =>
      (await scope.db.unit.findUniqueOrThrow({ where: { codeKey: code } })).id;
    tokens.upper = await givenOfficer(scope, "upper", "upperOfficer", await unit("H"));
    tokens.secretary = await givenOfficer(scope, "secretary", "cellSecretary", await unit("A-1"));
    tokens.beside = await givenOfficer(scope, "beside", "cellSecretary", await unit("A-2"));
  });
});

test("live sources stand by their furthest step, and each figure opens exactly its people", async () => {
  const { total, rows } = await report();
  expect(total.byStep.map(({ step, count }) => [step, count])).toEqual([
    ["introduced", 1],
    ["sympathisers", 1],
    ["certified", 2],
    ["applied", 0],
    ["cellResolved", 1],
    ["baseResolved", 0],
    ["submitted", 0],
  ]);
  expect(total.liveSources).toBe(5);
  expect(rows.reduce((sum, { liveSources }) => sum + liveSources, 0)).toBe(5);
  const open = async (field: string) =>
    (await actAs(tokens.upper, () => loadPeople(parameters(), `coverage:total.${field}`))).people.map(
      ({ name }) => name,
    );
  expect(await open("byStep.certified")).toEqual(["Hồ Thị Cúc", "Vũ Thị Dung"]);
  expect(await open("liveSources")).toHaveLength(5);
  expect(await open("sourcesNotSent")).toEqual(["Trần Thị An", "Lê Thị Bình"]);
  expect(await open("certifiedNotReviewed")).toEqual(["Hồ Thị Cúc"]);
});

test("the four lists say which cells to call", async () => {
  expect(await listed("sourcesNotSent")).toEqual([["A-1", 2]]);
  expect(await listed("certifiedNotReviewed")).toEqual([["A-2", 1]]);
  expect(await listed("noSource")).toEqual([["S", 0]]);
  expect(await listed("none")).toEqual([
    ["A-1", 2],
    ["A-2", 2],
    ["B-1", 1],
    ["S", 0],
  ]);
  const b1 = (await report()).total.lists.none.find(({ unit }) => unit.code === "B-1");
  expect(b1?.lastAdmittedOn).toBe(addDays(today, -2600));
});

test("before a day came, the lists are those of that day", async () => {
  expect(await listed("sourcesNotSent", addDays(today, -91))).toEqual([]);
  expect(await listed("sourcesNotSent", addDays(today, -90))).toEqual([["A-1", 1]]);
  expect(await listed("certifiedNotReviewed", addDays(today, -1))).toEqual([]);
  expect((await listed("noSource", addDays(today, -101))).map(([code]) => code)).not.toContain("S");
});

test("what is missing is the quota's remainder", async () => {
  expect((await report()).total.remaining).toBeNull();
  const year = today.slice(0, 4);
  const quota = {
    unit: "H",
    source: "ASSIGNED",
    indicator: "ADMISSION",
    group: "ALL",
    kind: "NUMBER",
    value: "4",
    from: `01/01/${year}`,
    to: `31/12/${year}`,
    documentNumber: "1-QĐ/H",
    documentDay: `01/01/${year}`,
  };
  const set = await send(tokens.upper, setQuota, quota);
  expect(set.done).not.toBeNull();
  expect((await report()).total).toMatchObject({
    remaining: 4,
    coverage: { numerator: 5, denominator: 4, percent: 125 },
  });
});

test("a list becomes tasks of its secretaries, answered and ended; the cell beside sees none of it", async () => {
  const { from, to } = parameters();
  const fields = { unit: "H", from, to, list: "sourcesNotSent", months: "12", years: "0" };
  const none = await send(tokens.upper, giveTasks, { ...fields, dueOn: formatDay(today) });
  expect(none.fieldErrors.cell?.[0]).toContain("chọn ít nhất một chi bộ");
  const late = await send(tokens.upper, giveTasks, {
    ...fields,
    whom: "all",
    dueOn: formatDay(addDays(today, -1)),
  });
  expect(late.findings.map(({ is }) => is)).toEqual(["dueInPast"]);
  const off = await send(tokens.upper, giveTasks, { ...fields, cell: "A-2", dueOn: formatDay(today) });
  expect(off.findings.map(({ is }) => is)).toEqual(["noCells"]);

  const due = formatDay(addDays(today, 10));
  const given = await send(tokens.upper, giveTasks, {
    ...fields,
    cell: ["A-1", "A-2"],
    dueOn: due,
    note: "Trước quý III",
  });
  expect(given.done?.message).toBe("Đã giao việc cho 1 chi bộ.");
  const twice = await send(tokens.upper, giveTasks, { ...fields, whom: "all", dueOn: due });
  expect(twice.done?.message).toBe("Đã giao việc cho 0 chi bộ.");

  expect(await actAs(tokens.secretary, loadUnitTaskNote)).toEqual({
    waiting: "cell",
    tasks: 1,
    dueOn: addDays(today, 10),
  });
  expect(await actAs(tokens.beside, loadUnitTaskNote)).toBeNull();
  const [task] = (await tasks(tokens.secretary)).tasks;
  expect(task).toMatchObject({ unit: { code: "A-1" }, people: 2, note: "Trước quý III", answer: null });
  const id = task?.id ?? "";
  await expect(send(tokens.beside, answerTask, { taskId: id, version: "1", answer: "x" })).rejects.toThrow(
    NOT_FOUND,
  );

  const answer = { taskId: id, version: "1", answer: "Đã đăng ký hai người học lớp tới" };
  expect((await send(tokens.secretary, answerTask, answer)).done).not.toBeNull();
  const stale = await send(tokens.secretary, answerTask, { ...answer, answer: "Khác" });
  expect(stale.findings.map(({ is }) => is)).toEqual(["changedMeanwhile"]);
  expect(stale.values.answer).toBe("Khác");
  expect(await actAs(tokens.upper, loadUnitTaskNote)).toEqual({
    waiting: "committee",
    tasks: 1,
    dueOn: null,
  });
  expect((await send(tokens.upper, closeTask, { taskId: id, version: "2" })).done).not.toBeNull();
  expect((await tasks(tokens.upper, "closed")).tasks.map(({ answer: told }) => told)).toEqual([
    answer.answer,
  ]);
  const after = await send(tokens.secretary, answerTask, { ...answer, version: "3" });
  expect(after.findings.map(({ is }) => is)).toEqual(["taskClosed"]);
  const again = await send(tokens.upper, giveTasks, { ...fields, whom: "all", dueOn: due });
  expect(again.done?.message).toBe("Đã giao việc cho 1 chi bộ.");
});

test("a cell leaves the list the day someone is called", async () => {
  const plan = await send(tokens.upper, planClass, {
    kind: "AWARENESS",
    name: "Khóa tối",
    from: formatDay(addDays(today, 20)),
    to: formatDay(addDays(today, 25)),
    form: "EVENING",
    sessions: "2",
    candidate: await idOf("Trần Thị An"),
  });
  expect(plan.done).not.toBeNull();
  expect(await listed("sourcesNotSent")).toEqual([]);
  expect(await listed("sourcesNotSent", addDays(today, -1))).toEqual([["A-1", 2]]);
});
