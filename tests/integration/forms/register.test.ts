import { beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { takeNumber } from "@/lib/forms/actions";
import { loadRegister } from "@/lib/forms/queries/register";
import { nextNumber, saveNextNumber, saveNumber } from "@/lib/organisation/repository/register";
import { undoStep } from "@/lib/pipeline/actions/person";
import { recordDecision } from "@/lib/pipeline/actions/record";
import { loadRecording } from "@/lib/pipeline/queries/candidate";
import { initialFormState } from "@/lib/shared/form-state";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";
import { aForm, givenOfficer } from "@/tests/support/organisation";

const asOperator = <T>(run: () => Promise<T>) => actAsOperator("test", run);
const ids = new Map<string, number>();
const people: string[] = [];
const tokens = { upper: "", base: "", otherBase: "" };

const HEADER = [
  "Mã chi bộ",
  "Họ và tên",
  "Ngày sinh",
  "Giới tính",
  "Ngày giới thiệu",
  "Ngày nghị quyết chi bộ",
  "Ngày nghị quyết đảng ủy cơ sở",
  "Ngày trình cấp có thẩm quyền",
];
const ROW = ["12/08/1990", "Nữ", "20/02/2022", "03/05/2024", "20/05/2024", "25/05/2024"];

beforeAll(async () => {
  await asOperator(async () => {
    await bringIn("don-vi", aFile(...UNITS));
    const summary = await bringIn(
      "ho-so",
      aFile(
        HEADER,
        ["A-1", "Trần Thị Một", ...ROW],
        ["A-1", "Lê Thị Hai", ...ROW],
        ["B-1", "Vũ Thị Ba", ...ROW],
      ),
    );
    expect(summary).toMatchObject({ refused: 0 });
  });
  await asOperator(() =>
    withScope("account.manage", async (scope) => {
      for (const { id, code } of await scope.db.unit.findMany()) ids.set(code, id);
      tokens.upper = await givenOfficer(scope, "upper", "upperOfficer", ids.get("H"));
      tokens.base = await givenOfficer(scope, "base", "baseOfficer", ids.get("A"));
      tokens.otherBase = await givenOfficer(scope, "otherBase", "baseOfficer", ids.get("B"));
      const found = await scope.db.candidate.findMany({ include: { person: true } });
      for (const name of ["Trần Thị Một", "Lê Thị Hai", "Vũ Thị Ba"])
        people.push(found.find(({ person }) => person.name === name)?.id ?? "");
    }),
  );
});

const unitOf = (code: string): number => ids.get(code) ?? 0;
const entry = (code: string) => ({
  unitId: unitOf(code),
  register: "QĐ",
  sign: "HU",
  year: 2023,
  onDay: "2023-06-01",
  subject: "other",
  candidateId: null,
});
const rowsOf = (year: number) =>
  asOperator(() =>
    withScope("candidate.read", ({ db }) =>
      db.registerNumber.findMany({ where: { year }, orderBy: { number: "asc" } }),
    ),
  );
const decide = (token: string, candidateId: string, documentNumber: string, version = "1") =>
  actAs(token, () =>
    recordDecision(
      initialFormState,
      aForm({ kind: "decided", candidateId, version, onDay: "12/06/2024", documentNumber, receivedOn: "" }),
    ),
  );

test("forty takers at once get forty numbers", async () => {
  const taken = await Promise.all(
    Array.from({ length: 40 }, () =>
      actAs(tokens.upper, () => withScope("form.replace", (scope) => saveNextNumber(scope, entry("H")))),
    ),
  );
  expect(taken.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, place) => place + 1));
  expect((await rowsOf(2023)).map(({ documentNumber }) => documentNumber).slice(8, 10)).toEqual([
    "09-QĐ/HU",
    "10-QĐ/HU",
  ]);
});

test("a number is entered once in a register of a year, and each year begins anew", async () => {
  const save = (number: number, year = 2022) =>
    actAs(tokens.upper, () =>
      withScope("form.replace", (scope) =>
        saveNumber(scope, { ...entry("H"), year, number, documentNumber: `${number}-QĐ/HU` }),
      ),
    );
  expect(await save(5)).toBe(true);
  expect(await save(5)).toBe(false);
  expect(await save(5, 2021)).toBe(true);
  const next = (code: string, year: number) =>
    actAs(tokens.upper, () =>
      withScope("form.replace", (scope) => nextNumber(scope, unitOf(code), "QĐ", year)),
    );
  expect(await next("H", 2022)).toBe(6);
  expect(await next("H", 2020)).toBe(1);
  expect(await next("T", 2022)).toBeNull();
});

test("nobody takes a number of a register that is not theirs, nor changes one past the functions", async () => {
  const takeAbove = () => withScope("form.replace", (scope) => saveNextNumber(scope, entry("H")));
  await expect(actAs(tokens.base, takeAbove)).rejects.toThrow(/no right to this register/);
  const takeBeside = () => withScope("form.replace", (scope) => saveNextNumber(scope, entry("B")));
  await expect(actAs(tokens.base, takeBeside)).rejects.toThrow(/no right to this register/);
  const withOthers = () =>
    withScope("form.replace", (scope) =>
      saveNextNumber(scope, { ...entry("H"), candidateId: people[2] ?? null }),
    );
  await expect(actAs(tokens.base, withOthers)).rejects.toThrow(/no right to this register/);
  for (const write of [
    "DELETE FROM register_number",
    "UPDATE register_number SET number = number + 1000",
    "INSERT INTO register_number (unit_id, register, year, number, document_number, on_day, subject, taken_by_name) SELECT id, 'QĐ', 2023, 99, 'x', '2023-01-01', 'x', 'x' FROM unit LIMIT 1",
  ])
    await expect(
      actAs(tokens.upper, () => withScope("form.replace", ({ db }) => db.$executeRawUnsafe(write))),
    ).rejects.toThrow(/permission denied/);
});

test("the register is read from its unit upwards, not beside and not below", async () => {
  const seen = (token: string) =>
    actAs(token, () => withScope("candidate.read", ({ db }) => db.registerNumber.count()));
  expect(await seen(tokens.upper)).toBeGreaterThan(40);
  expect(await seen(tokens.base)).toBe(0);
});

test("a decision takes the number that the form proposes", async () => {
  const [one = "", two = ""] = people;
  const year = new Date().getFullYear();
  const proposed = async (token: string, id: string) =>
    (await actAs(token, () => loadRecording(id, "decided"))).proposedNumber;
  expect(await proposed(tokens.upper, one)).toBe("01-QĐ/HU");
  expect(await proposed(tokens.base, one)).toBeNull();

  expect((await decide(tokens.upper, one, "83-QĐ/HU")).done).not.toBeNull();
  expect(await rowsOf(2024)).toMatchObject([
    { number: 83, documentNumber: "83-QĐ/HU", subject: "decided", candidateId: one, unitId: unitOf("H") },
  ]);
  const again = await decide(tokens.upper, two, "083-QĐ/HU");
  expect(again.done).toBeNull();
  expect(again.findings.map(({ is }) => is)).toEqual(["decisionNumberUsed"]);
  expect(again.values.documentNumber).toBe("083-QĐ/HU");
  expect(year).toBeGreaterThan(2024);
});

test("a decision that is undone leaves its number marked; only its own dossier takes it again", async () => {
  const [one = "", two = ""] = people;
  const versionOf = (id: string) =>
    asOperator(() =>
      withScope("candidate.read", async ({ db }) =>
        String((await db.candidate.findUniqueOrThrow({ where: { id } })).version),
      ),
    );
  const stepId = await asOperator(() =>
    withScope(
      "candidate.read",
      async ({ db }) =>
        (await db.step.findFirstOrThrow({ where: { candidateId: one, kind: "decided", undoneAt: null } })).id,
    ),
  );
  const undone = await actAs(tokens.upper, async () =>
    undoStep(initialFormState, aForm({ candidateId: one, version: await versionOf(one), stepId })),
  );
  expect(undone.done).not.toBeNull();
  expect((await rowsOf(2024))[0]?.withdrawnAt).toBeInstanceOf(Date);

  expect((await decide(tokens.upper, two, "83-QĐ/HU", await versionOf(two))).findings).toHaveLength(1);
  expect((await decide(tokens.upper, one, "83-QĐ/HU", await versionOf(one))).done).not.toBeNull();
  expect(await rowsOf(2024)).toMatchObject([{ number: 83, withdrawnAt: null, candidateId: one }]);
});

test("who copies a paper from above enters its number too, for a dossier of theirs", async () => {
  const two = people[1] ?? "";
  expect((await decide(tokens.base, two, "84-QĐ/HU")).done).not.toBeNull();
  expect((await rowsOf(2024)).map(({ number }) => number)).toEqual([83, 84]);
  await expect(decide(tokens.otherBase, two, "85-QĐ/HU")).rejects.toThrow(/404/);
});

test("an office takes a number by hand, beyond what dossiers have used", async () => {
  const take = (token: string, fields: Record<string, string>) =>
    actAs(token, () => takeNumber(initialFormState, aForm({ subject: "phân công cấp ủy", ...fields })));
  const early = await take(tokens.upper, { register: "QĐ", onDay: "01/01/2999" });
  expect(early.fieldErrors.onDay).toEqual(["Ngày văn bản: còn ở sau hôm nay."]);
  expect((await take(tokens.upper, { register: "QĐ", onDay: "20/06/2024" })).done?.message).toBe(
    "Đã lấy số 85.",
  );
  expect((await take(tokens.base, { register: "NQ", onDay: "20/06/2024" })).done?.message).toBe(
    "Đã lấy số 1.",
  );
  const view = await actAs(tokens.base, () => loadRegister({ register: "NQ", year: 2024, before: null }));
  expect(view).toMatchObject({
    next: 2,
    lines: [{ documentNumber: "01-NQ/ĐU", subject: "phân công cấp ủy" }],
  });
});

test("numbers that came in by import are not given again", async () => {
  await asOperator(() =>
    bringIn(
      "ho-so",
      aFile(
        [...HEADER, "Số quyết định kết nạp", "Ngày quyết định kết nạp"],
        ["A-1", "Đỗ Thị Sáu", ...ROW, "207-QĐ/HU", "10/07/2024"],
      ),
    ),
  );
  const taken = await actAs(tokens.upper, () =>
    takeNumber(initialFormState, aForm({ register: "QĐ", onDay: "11/07/2024", subject: "việc khác" })),
  );
  expect(taken.done?.message).toBe("Đã lấy số 208.");
});

test("two decisions with one number at the same time: one is recorded", async () => {
  await asOperator(() =>
    bringIn("ho-so", aFile(HEADER, ["A-2", "Ngô Thị Bốn", ...ROW], ["B-1", "Ngô Thị Năm", ...ROW])),
  );
  const found = await asOperator(() =>
    withScope("candidate.read", ({ db }) =>
      db.candidate.findMany({ where: { person: { name: { startsWith: "Ngô Thị" } } } }),
    ),
  );
  const answers = await Promise.all(found.map(({ id }) => decide(tokens.upper, id, "90-QĐ/HU")));
  expect(answers.filter(({ done }) => done !== null)).toHaveLength(1);
  expect(answers.flatMap(({ findings }) => findings.map(({ is }) => is))).toEqual(["decisionNumberUsed"]);
});
