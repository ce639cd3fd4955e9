import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import {
  answerCall,
  callPeople,
  certifyLearners,
  editClass,
  markAttendance,
  planClass,
  saveResults,
  takeSubstitute,
} from "@/lib/classes/actions";
import { loadCallCount, loadCalls } from "@/lib/classes/queries/calls";
import { type ClassPage, loadCertified, loadClass } from "@/lib/classes/queries/class";
import { loadNeeds } from "@/lib/classes/queries/needs";
import { loadPlan } from "@/lib/classes/queries/plan";
import { findNeedOf } from "@/lib/classes/repository/learning";
import { CLASS_KINDS, type ClassKind } from "@/lib/classes/rules/training-class";
import { needsAddress } from "@/lib/classes/schema";
import { loadFilledForms } from "@/lib/forms/queries/dossier";
import { addDays, addMonths, daysBetween, formatDay } from "@/lib/shared/days";
import { asOperator, latestClass, sendForm } from "@/tests/support/classes";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";
import { databaseToday } from "@/tests/support/meetings";
import { givenOfficer } from "@/tests/support/organisation";

const NOT_FOUND = /NEXT_HTTP_ERROR_FALLBACK;404/;
const tokens = { upper: "", base: "", secretary: "", beside: "", away: "" };
let today = "";

const ago = (days: number) => formatDay(addDays(today, -days));
const needing = async (kind: ClassKind = "AWARENESS", more: Record<string, string> = {}) =>
  (await actAs(tokens.upper, () => loadNeeds(needsAddress.parse({ kind, ...more })))).rows.map(
    ({ name }) => name,
  );
const idOf = (name: string) =>
  asOperator(async ({ db }) => (await db.candidate.findFirstOrThrow({ where: { person: { name } } })).id);
const seen = (id: string): Promise<ClassPage> => actAs(tokens.upper, () => loadClass(id));
const stateOf = async (id: string) =>
  Object.fromEntries((await seen(id)).people.map(({ person, state }) => [person?.name, state]));
beforeAll(async () => {
  today = await databaseToday();
  await actAsOperator("test", () => bringIn("don-vi", aFile(...UNITS)));
  const head = ["Mã chi bộ", "Họ và tên", "Ngày sinh", "Giới tính", "Nhóm nghề nghiệp", "Ngày giới thiệu"];
  const columns = [
    ...head,
    "Ngày vào diện cảm tình",
    "Ngày cấp GCN nhận thức",
    "Ngày nghị quyết chi bộ",
    "Ngày quyết định kết nạp",
    "Ngày lễ kết nạp",
    "Ngày cấp GCN đảng viên mới",
    "Ngày kết thúc",
  ];
  const row = (cell: string, name: string, occupation: string, days: (number | null)[]) => [
    cell,
    name,
    "12/08/1998",
    "Nữ",
    occupation,
    ...days.map((day) => (day === null ? "" : ago(day))),
  ];
  /** A certificate of this day is valid today, for the last time. */
  const lastDayAgo = daysBetween(addMonths(today, -60), today);
  await actAsOperator("test", () =>
    bringIn(
      "ho-so",
      aFile(
        columns,
        row("A-1", "Trần Thị An", "8", [300, 200, null, null, null, null, null, null]),
        row("A-2", "Lê Thị Bình", "11", [100, null, null, null, null, null, null, null]),
        row("A-1", "Hồ Thị Cúc", "8", [50, 20, null, null, null, null, null, null]),
        row("B-1", "Vũ Thị Dung", "8", [3000, 2900, 2400, null, null, null, null, null]),
        row("B-1", "Ngô Thị Én", "8", [300, 200, 100, null, null, null, null, null]),
        row("B-1", "Mai Thị Giang", "8", [300, 200, null, null, null, null, null, 10]),
        row("B-1", "Đỗ Thị Mơ", "8", [3000, 2900, lastDayAgo, null, null, null, null, null]),
        row("S", "Bùi Thị Hoa", "8", [900, 800, 700, 500, 450, 430, null, null]),
        row("S", "Cao Thị Lan", "8", [900, 800, 700, 500, 450, 430, 300, null]),
      ),
    ),
  );
  await asOperator(async (scope) => {
    const unit = async (code: string) =>
      (await scope.db.unit.findUniqueOrThrow({ where: { codeKey: code } })).id;
    tokens.upper = await givenOfficer(scope, "upper", "upperOfficer", await unit("H"));
    tokens.secretary = await givenOfficer(scope, "secretary", "cellSecretary", await unit("A-1"));
    tokens.base = await givenOfficer(scope, "base", "baseOfficer", await unit("A"));
    tokens.away = await givenOfficer(scope, "away", "cellSecretary", await unit("B-1"));
    tokens.beside = await givenOfficer(scope, "beside", "cellSecretary", await unit("A-2"));
  });
});

test("the list holds who needs a class, longest waiting first, and says the same as the rule", async () => {
  expect(await needing()).toEqual(["Vũ Thị Dung", "Trần Thị An", "Lê Thị Bình", "Hồ Thị Cúc"]);
  expect(await needing("NEW_MEMBER")).toEqual(["Bùi Thị Hoa"]);
  expect(await needing("AWARENESS", { audience: "PUPIL" })).toEqual(["Lê Thị Bình"]);
  expect(await needing("AWARENESS", { waited: "180" })).toEqual(["Vũ Thị Dung", "Trần Thị An"]);
  expect(await needing("AWARENESS", { unit: "A-2" })).toEqual(["Lê Thị Bình"]);
  for (const kind of CLASS_KINDS) {
    const byRule = await asOperator(async (scope) => {
      const ids = (await scope.db.candidate.findMany({ select: { id: true } })).map(({ id }) => id);
      return (await findNeedOf(scope, kind, ids))
        .filter(({ needs }) => needs)
        .map((one) => one.candidate.person.name);
    });
    expect(byRule.toSorted()).toEqual((await needing(kind)).toSorted());
  }
});

test("a class is planned, answered, held, graded and certified; who has no certificate is on the list again", async () => {
  const [an, binh, cuc, en] = await Promise.all(
    ["Trần Thị An", "Lê Thị Bình", "Hồ Thị Cúc", "Ngô Thị Én"].map(idOf),
  );
  const plan = {
    kind: "AWARENESS",
    name: "Khóa tối",
    from: ago(1),
    to: ago(0),
    form: "EVENING",
    sessions: 2,
    size: 2,
  };
  const chosen = [an ?? "", binh ?? ""];

  const wrong = await sendForm(tokens.upper, planClass, {
    ...plan,
    to: ago(2),
    sessions: 0,
    candidate: chosen,
  });
  expect(Object.keys(wrong.fieldErrors)).toEqual(["sessions"]);
  expect(wrong.values.name).toBe("Khóa tối");
  const backwards = await sendForm(tokens.upper, planClass, { ...plan, to: ago(2), candidate: chosen });
  expect(backwards.fieldErrors.to).toHaveLength(1);
  const refusals = await sendForm(tokens.upper, planClass, { ...plan, candidate: [...chosen, en ?? ""] });
  expect(refusals.findings).toMatchObject([
    { is: "tooMany", size: 2, people: 3 },
    { is: "needsNone", name: "Ngô Thị Én" },
  ]);
  expect((await sendForm(tokens.upper, planClass, { ...plan, candidate: [] })).findings).toMatchObject([
    { is: "nobodyChosen" },
  ]);
  await expect(sendForm(tokens.secretary, planClass, { ...plan, candidate: chosen })).rejects.toMatchObject({
    digest: expect.stringMatching(NOT_FOUND),
  });

  expect((await sendForm(tokens.upper, planClass, { ...plan, candidate: chosen })).done).not.toBeNull();
  const id = await latestClass();
  expect(await seen(id)).toMatchObject({ code: `NT-${addDays(today, -1).slice(0, 4)}-01`, state: "planned" });
  expect(await needing()).toEqual(["Vũ Thị Dung", "Hồ Thị Cúc"]);
  expect((await actAs(tokens.upper, () => loadPlan(needsAddress.parse({ person: chosen })))).left).toBe(2);

  const [call] = (await actAs(tokens.secretary, loadCalls)).calls;
  expect(await actAs(tokens.secretary, loadCallCount)).toEqual({
    people: 1,
    from: addDays(today, -1),
    dropped: 0,
  });
  expect([call?.person?.name, call?.organiser]).toEqual(["Trần Thị An", "Đảng bộ huyện H"]);
  const answer = { enrolmentId: call?.id ?? "", version: call?.version ?? 0 };
  await expect(sendForm(tokens.beside, answerCall, { ...answer, answer: "confirm" })).rejects.toMatchObject({
    digest: expect.stringMatching(NOT_FOUND),
  });
  const unreasoned = await sendForm(tokens.secretary, answerCall, {
    ...answer,
    answer: "decline",
    reason: "",
  });
  expect(unreasoned.fieldErrors.reason).toHaveLength(1);
  const foreign = await sendForm(tokens.secretary, answerCall, {
    ...answer,
    answer: "decline",
    reason: "bận",
    substitute: binh ?? "",
  });
  expect(foreign.findings).toMatchObject([{ is: "needsNone" }]);
  expect(
    (
      await sendForm(tokens.secretary, answerCall, {
        ...answer,
        answer: "decline",
        reason: "bận thi",
        substitute: cuc ?? "",
      })
    ).done,
  ).not.toBeNull();
  expect(await stateOf(id)).toEqual({
    "Trần Thị An": "declined",
    "Lê Thị Bình": "called",
    "Hồ Thị Cúc": "substitute",
  });
  expect(await needing()).toEqual(["Vũ Thị Dung", "Trần Thị An"]);
  expect(
    (await sendForm(tokens.secretary, answerCall, { ...answer, answer: "confirm" })).findings,
  ).toMatchObject([{ is: "notAnswerable" }]);

  const person = async (name: string) => {
    const found = (await seen(id)).people.find((one) => one.person?.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const proposed = await person("Hồ Thị Cúc");
  expect(
    (
      await sendForm(tokens.upper, takeSubstitute, {
        classId: id,
        enrolmentId: proposed.id,
        version: proposed.version,
      })
    ).done,
  ).not.toBeNull();
  expect(
    (await sendForm(tokens.upper, callPeople, { classId: id, candidate: an ?? "" })).findings,
  ).toMatchObject([{ is: "tooMany" }]);

  const mark = async (name: string, session: number, came: string) =>
    sendForm(tokens.upper, markAttendance, {
      classId: id,
      enrolmentId: (await person(name)).id,
      session,
      came,
    });
  for (const session of [1, 2]) expect((await mark("Hồ Thị Cúc", session, "yes")).done).not.toBeNull();
  await mark("Hồ Thị Cúc", 1, "no");
  await mark("Lê Thị Bình", 1, "yes");
  expect([(await person("Hồ Thị Cúc")).present, (await person("Lê Thị Bình")).state]).toEqual([
    [2],
    "attended",
  ]);
  expect((await seen(id)).state).toBe("open");

  const grade = async (grades: string[]) => {
    const { version, people } = await seen(id);
    const learners = people.filter(({ state }) => state === "attended");
    return sendForm(tokens.upper, saveResults, {
      classId: id,
      version,
      learner: learners.map((one) => one.id),
      grade: learners.map((_, place) => grades[place] ?? ""),
    });
  };
  const certify = async (onDay: string, version?: number) =>
    sendForm(tokens.upper, certifyLearners, {
      classId: id,
      version: version ?? (await seen(id)).version,
      onDay,
    });
  await grade(["failed"]);
  expect((await certify(ago(0))).findings).toMatchObject([{ is: "gradeMissing", name: "Hồ Thị Cúc" }]);
  await grade(["failed", "good"]);
  expect((await certify(ago(5))).findings).toMatchObject([{ is: "beforeClass" }]);
  expect((await certify(ago(-5))).findings).toMatchObject([{ is: "inFuture" }]);
  expect((await certify(ago(0), 1)).findings).toMatchObject([{ is: "changedMeanwhile", by: "upper" }]);
  expect((await certify(ago(0))).done).not.toBeNull();

  const certified = await asOperator(({ db }) =>
    db.candidate.findUniqueOrThrow({ where: { id: cuc ?? "" } }),
  );
  expect([certified.stage, certified.certificateNumber]).toEqual(["certified", "01-GCN/HU"]);
  expect(await person("Hồ Thị Cúc")).toMatchObject({ certificateNumber: "01-GCN/HU", certifiedOn: today });
  expect(await needing()).toEqual(["Vũ Thị Dung", "Trần Thị An", "Lê Thị Bình"]);
  expect((await certify(ago(0))).findings).toMatchObject([{ is: "ended" }]);
  expect(
    (await sendForm(tokens.upper, editClass, { ...plan, classId: id, version: (await seen(id)).version }))
      .findings,
  ).toMatchObject([{ is: "ended" }]);

  expect((await seen(id)).later?.within12).toEqual({ numerator: 0, denominator: 1, percent: 0 });
  await asOperator(({ db }) =>
    db.candidate.update({ where: { id: cuc ?? "" }, data: { decidedOn: new Date(addDays(today, 400)) } }),
  );
  expect((await seen(id)).later).toEqual({
    within12: { numerator: 0, denominator: 1, percent: 0 },
    within24: { numerator: 1, denominator: 1, percent: 100 },
  });

  const given = await actAs(tokens.upper, () => loadCertified(id));
  expect(given.candidateIds).toEqual([cuc]);
  const files = await actAs(tokens.upper, () => loadFilledForms(given.candidateIds, "cn-ntvd"));
  expect(files.map(({ name }) => name.startsWith("cn-ntvd-"))).toEqual([true]);
});

test("certificates are given to all who passed, or to none", async () => {
  const ids = await Promise.all(["Vũ Thị Dung", "Trần Thị An"].map(idOf));
  await sendForm(tokens.upper, planClass, {
    kind: "AWARENESS",
    name: "Khóa hai",
    from: ago(1),
    to: ago(0),
    form: "DAY",
    sessions: 1,
    size: "",
    candidate: ids,
  });
  const id = await latestClass();
  const { version, people } = await seen(id);
  await sendForm(tokens.upper, saveResults, {
    classId: id,
    version,
    learner: people.map((one) => one.id),
    grade: ["good", "excellent"],
  });
  const numbers = () =>
    asOperator(async ({ db }) => [
      await db.registerNumber.count({ where: { register: "GCN" } }),
      await db.step.count({ where: { kind: "certified", documentNumber: { endsWith: "-GCN/HU" } } }),
      await db.enrolment.count({ where: { certifiedOn: { not: null } } }),
    ]);
  const certify = async () =>
    sendForm(tokens.upper, certifyLearners, {
      classId: id,
      version: (await seen(id)).version,
      onDay: ago(0),
    });
  const onOwner = async (sql: string) => {
    const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  const before = await numbers();
  await onOwner("ALTER TABLE step ADD CONSTRAINT broken CHECK (document_number <> '03-GCN/HU') NOT VALID");
  await expect(certify()).rejects.toThrow(/broken/);
  await onOwner("ALTER TABLE step DROP CONSTRAINT broken");
  expect(await numbers()).toEqual(before);
  expect((await seen(id)).state).toBe("open");

  expect((await certify()).done).not.toBeNull();
  expect(await numbers()).toEqual(before.map((count) => count + 2));
  expect((await seen(id)).people.map(({ certificateNumber }) => certificateNumber)).toEqual([
    "02-GCN/HU",
    "03-GCN/HU",
  ]);
});

test("a probationer's certificate is the step that the recognition asks for", async () => {
  const id = await idOf("Bùi Thị Hoa");
  await sendForm(tokens.upper, planClass, {
    kind: "NEW_MEMBER",
    name: "Đảng viên mới",
    from: ago(9),
    to: ago(1),
    form: "DAY",
    sessions: 8,
    size: "",
    candidate: id,
  });
  const classId = await latestClass();
  const { version, people, code } = await seen(classId);
  expect(code).toMatch(/^DVM-/);
  await sendForm(tokens.upper, saveResults, {
    classId,
    version,
    learner: people.map((one) => one.id),
    grade: "fair",
  });
  const now = (await seen(classId)).version;
  await sendForm(tokens.upper, certifyLearners, { classId, version: now, onDay: ago(0) });
  const stood = await asOperator(({ db }) => db.candidate.findUniqueOrThrow({ where: { id } }));
  expect(stood.newMemberCertifiedOn).toEqual(new Date(today));
  expect(await needing("NEW_MEMBER")).toEqual([]);
});

test("who moves away stays in the class: the new cell reads the row, the organiser counts it without the name", async () => {
  const id = await idOf("Lê Thị Bình");
  await sendForm(tokens.base, planClass, {
    kind: "AWARENESS",
    name: "Khóa của xã",
    from: ago(-3),
    to: ago(-4),
    form: "DAY",
    sessions: 2,
    size: "",
    candidate: id,
  });
  const classId = await latestClass();
  const calls = async (token: string) =>
    (await actAs(token, loadCalls)).calls.map((call) => call.person?.name);
  const asBase = () => actAs(tokens.base, () => loadClass(classId));
  expect([await calls(tokens.beside), (await asBase()).people[0]?.person?.name]).toEqual([
    ["Lê Thị Bình"],
    "Lê Thị Bình",
  ]);
  await asOperator(async ({ db }) => {
    const { id: unitId } = await db.unit.findUniqueOrThrow({ where: { codeKey: "B-1" } });
    await db.$queryRaw`SELECT sec.move_candidate(${id}::uuid, ${unitId}::int)`;
  });
  expect(await calls(tokens.beside)).toEqual([]);
  expect((await asBase()).people).toMatchObject([{ candidateId: id, person: null, state: "called" }]);
  const rows = await actAs(tokens.away, () => withScope("class.read", ({ db }) => db.enrolment.findMany()));
  expect(rows.map(({ candidateId }) => candidateId)).toContain(id);
});

test("two who plan at the same moment get two codes", async () => {
  const ids = await Promise.all(["Vũ Thị Dung", "Trần Thị An"].map(idOf));
  await asOperator(async ({ db }) => {
    await db.step.deleteMany({ where: { kind: "certified", candidateId: { in: ids } } });
    await db.candidate.updateMany({ where: { id: { in: ids } }, data: { certifiedOn: null } });
  });
  const answers = await Promise.all(
    ids.map((candidate) =>
      sendForm(tokens.upper, planClass, {
        kind: "AWARENESS",
        name: "Khóa song song",
        from: ago(0),
        to: ago(0),
        form: "DAY",
        sessions: 1,
        size: "",
        candidate,
      }),
    ),
  );
  expect(answers.map(({ done }) => done?.message)).toEqual(["Đã lập lớp.", "Đã lập lớp."]);
});
