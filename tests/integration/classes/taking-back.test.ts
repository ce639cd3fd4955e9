import { beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import {
  callPeople,
  certifyLearners,
  dropClass,
  editClass,
  markAttendance,
  planClass,
  saveResults,
  withdrawCertificate,
} from "@/lib/classes/actions";
import { loadCallCount, loadCalls } from "@/lib/classes/queries/calls";
import { loadClass } from "@/lib/classes/queries/class";
import { loadNeeds } from "@/lib/classes/queries/needs";
import { needsAddress } from "@/lib/classes/schema";
import { undoStep } from "@/lib/pipeline/actions/person";
import { loadCandidate } from "@/lib/pipeline/queries/candidate";
import { loadClassesReport } from "@/lib/reports/queries/classes";
import { loadFunnel } from "@/lib/reports/queries/funnel";
import { addDays, formatDay } from "@/lib/shared/days";
import { asOperator, CLASS_HEAD, LEARNER_HEAD, latestClass, sendForm } from "@/tests/support/classes";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";
import { databaseToday } from "@/tests/support/meetings";
import { givenOfficer } from "@/tests/support/organisation";

const AN = "Trần Thị An";
const BINH = "Lê Thị Bình";
const HOA = "Bùi Thị Hoa";
const tokens = { upper: "", secretary: "" };
let today = "";

const ago = (days: number) => formatDay(addDays(today, -days));
const needing = async () =>
  (await actAs(tokens.upper, () => loadNeeds(needsAddress.parse({})))).rows.map(({ name }) => name);
const idOf = (name: string) =>
  asOperator(async ({ db }) => (await db.candidate.findFirstOrThrow({ where: { person: { name } } })).id);
const seen = (id: string) => actAs(tokens.upper, () => loadClass(id));

/** A class for these people, planned by the district. */
async function planned(names: string[], told: Record<string, string> = {}): Promise<string> {
  const state = await sendForm(tokens.upper, planClass, {
    kind: "AWARENESS",
    name: "Khóa một",
    from: ago(1),
    to: ago(0),
    form: "DAY",
    sessions: 2,
    size: "",
    candidate: await Promise.all(names.map(idOf)),
    ...told,
  });
  if (!state.done) throw new Error(`the class was not planned: ${JSON.stringify(state)}`);
  return latestClass();
}

/** The same, held and with a certificate for everybody. */
async function certified(names: string[], told: Record<string, string> = {}): Promise<string> {
  const id = await planned(names, told);
  const { version, people } = await seen(id);
  const learner = people.map((one) => one.id);
  const grade = people.map(() => "good");
  await sendForm(tokens.upper, saveResults, { classId: id, version, learner, grade });
  const now = (await seen(id)).version;
  await sendForm(tokens.upper, certifyLearners, { classId: id, version: now, onDay: ago(0) });
  return id;
}

const personOf = async (id: string, name: string) => {
  const found = (await seen(id)).people.find(({ person }) => person?.name === name);
  if (!found) throw new Error(`nobody of the class is called ${name}`);
  return found;
};

async function withdraw(id: string, name: string, reason = "ghi nhầm kết quả", version?: number) {
  const one = await personOf(id, name);
  const learner = `${one.id}:${version ?? one.version}`;
  return sendForm(tokens.upper, withdrawCertificate, { classId: id, learner, reason });
}

beforeAll(async () => {
  today = await databaseToday();
  await actAsOperator("test", async () => {
    await bringIn("don-vi", aFile(...UNITS));
    const days = ["Ngày giới thiệu", "Ngày vào diện cảm tình", "Ngày cấp GCN nhận thức"];
    const later = ["Ngày nghị quyết chi bộ", "Ngày quyết định kết nạp", "Ngày lễ kết nạp"];
    const person = (name: string) => ["A-1", name, "12/08/1998", "Nữ"];
    await bringIn(
      "ho-so",
      aFile(
        ["Mã chi bộ", "Họ và tên", "Ngày sinh", "Giới tính", ...days, ...later],
        [...person(AN), ago(300), ago(200), "", "", "", ""],
        [...person(BINH), ago(290), ago(190), "", "", "", ""],
        [...person(HOA), ago(900), ago(800), ago(700), ago(500), ago(450), ago(430)],
      ),
    );
  });
  await asOperator(async (scope) => {
    const unit = async (code: string) =>
      (await scope.db.unit.findUniqueOrThrow({ where: { codeKey: code } })).id;
    tokens.upper = await givenOfficer(scope, "upper", "upperOfficer", await unit("H"));
    tokens.secretary = await givenOfficer(scope, "secretary", "cellSecretary", await unit("A-1"));
  });
});

test("a class that nobody came to is dropped with a reason, and whoever was called is on the list again", async () => {
  const id = await planned([AN, BINH]);
  expect(await needing()).toEqual([]);
  const { version } = await seen(id);
  const drop = (told: Record<string, string | number> = {}) =>
    sendForm(tokens.upper, dropClass, { classId: id, version, reason: "không có giảng viên", ...told });

  expect((await drop({ reason: " " })).fieldErrors.reason).toHaveLength(1);
  expect((await drop({ version: version + 1 })).findings).toMatchObject([{ is: "changedMeanwhile" }]);
  expect((await seen(id)).state).toBe("planned");
  expect((await drop()).done).not.toBeNull();

  expect(await seen(id)).toMatchObject({ state: "dropped", droppedReason: "không có giảng viên" });
  expect(await needing()).toEqual([AN, BINH]);
  const { calls, dropped } = await actAs(tokens.secretary, loadCalls);
  expect([calls, dropped]).toEqual([
    [],
    [
      {
        id,
        name: "Khóa một",
        organiser: "Đảng bộ huyện H",
        from: addDays(today, -1),
        reason: "không có giảng viên",
        people: [AN, BINH],
      },
    ],
  ]);
  expect(await actAs(tokens.secretary, loadCallCount)).toEqual({ people: 0, from: null, dropped: 1 });
  await asOperator(({ db }) =>
    db.trainingClass.update({ where: { id }, data: { toDay: new Date(addDays(today, -1)) } }),
  );
  expect(await actAs(tokens.secretary, loadCallCount)).toBeNull();
  const refused = [{ is: "dropped" }];
  expect((await drop({ version: version + 1 })).findings).toMatchObject(refused);
  const candidate = await idOf(AN);
  expect((await sendForm(tokens.upper, callPeople, { classId: id, candidate })).findings).toMatchObject(
    refused,
  );
  const plan = { name: "Khóa một", from: ago(1), to: ago(0), form: "DAY", sessions: 2, size: "" };
  expect(
    (await sendForm(tokens.upper, editClass, { ...plan, classId: id, version: version + 1 })).findings,
  ).toMatchObject(refused);
});

test("a dropped class counts in no report, and no file brings it back", async () => {
  const year = { unit: "H", from: `${today.slice(0, 4)}-01-01`, to: today, asOf: today };
  const parameters = { ...year, countBy: null, tree: "as-was" as const };
  const { list } = await actAsOperator("test", () => loadClassesReport(parameters));
  const funnel = await actAsOperator("test", () => loadFunnel(parameters));
  expect([list, funnel.total.sentToClass]).toEqual([[], 0]);
  const { code } = await asOperator(({ db }) => db.trainingClass.findFirstOrThrow());
  const row = [code, "Nhận thức về Đảng", "Khóa", "H", ago(1), ago(0), ""];
  const faults = async (kind: string, file: Uint8Array) =>
    (await actAsOperator("test", () => bringIn(kind, file, "check"))).faults.map(({ message }) => message);
  expect(await faults("lop", aFile(CLASS_HEAD, row))).toEqual([
    "Mã lớp: lớp mang mã này đã bỏ. Hãy dùng mã khác.",
  ]);
  const learner = [code, "A-1", AN, "12/08/1998", "Nữ", "Khá", "", ""];
  expect(await faults("hoc-vien", aFile(LEARNER_HEAD, learner))).toEqual(["Mã lớp: lớp mang mã này đã bỏ."]);
});

test("a class with a roll call or a result is not dropped; one whose marks were taken back is", async () => {
  const id = await planned([AN]);
  const { people } = await seen(id);
  const mark = (came: string) =>
    sendForm(tokens.upper, markAttendance, {
      classId: id,
      enrolmentId: people[0]?.id ?? "",
      session: 1,
      came,
    });
  const drop = async () =>
    sendForm(tokens.upper, dropClass, { classId: id, version: (await seen(id)).version, reason: "mưa bão" });
  await mark("yes");
  expect((await drop()).findings).toMatchObject([{ is: "begun", name: AN }]);
  await mark("no");
  expect((await drop()).done).not.toBeNull();
});

test("a certificate is withdrawn on the class and in the dossier at once; on the dossier it is refused", async () => {
  const id = await certified([AN, BINH]);
  expect(await needing()).toEqual([]);
  const dossier = async (name: string) =>
    actAs(tokens.secretary, async () => loadCandidate(await idOf(name)));
  const { candidate } = await dossier(AN);
  const step = candidate.steps.findLast(({ undoneAt }) => undoneAt === null);
  expect(step?.kind).toBe("certified");
  const undo = (token: string) =>
    sendForm(token, undoStep, {
      candidateId: candidate.id,
      version: candidate.version,
      stepId: step?.id ?? "",
    });
  const ofClass = { is: "ofClass", classId: id, name: "Khóa một", organiser: "Đảng bộ huyện H" };
  expect((await undo(tokens.secretary)).findings).toEqual([{ ...ofClass, blocks: true, mayOpen: false }]);

  expect((await withdraw(id, AN, "")).fieldErrors.reason).toHaveLength(1);
  expect((await withdraw(id, AN, "nhầm", 1)).findings).toMatchObject([{ is: "changedMeanwhile" }]);
  expect((await personOf(id, AN)).certificateNumber).toBe("01-GCN/HU");
  expect((await withdraw(id, AN)).done).not.toBeNull();

  expect(await personOf(id, AN)).toMatchObject({
    certificateNumber: null,
    certifiedOn: null,
    withdrawnNumber: "01-GCN/HU",
    withdrawnCertifiedOn: today,
    withdrawnReason: "ghi nhầm kết quả",
  });
  const after = await dossier(AN);
  expect([after.standing.certifiedOn, after.standing.stage]).toEqual([null, "sympathiser"]);
  expect((await personOf(id, BINH)).certificateNumber).toBe("02-GCN/HU");
  expect(await needing()).toEqual([AN]);
  const register = await asOperator(({ db }) =>
    db.registerNumber.findMany({ where: { register: "GCN" }, orderBy: { number: "asc" } }),
  );
  expect(register.map(({ number, withdrawnAt }) => [number, withdrawnAt !== null])).toEqual([
    [1, true],
    [2, false],
  ]);
  expect((await withdraw(id, AN)).findings).toMatchObject([{ is: "noCertificate", name: AN }]);
});

test("the next class gives the next number, and another certificate of the same person stays in the register", async () => {
  const id = await certified([AN]);
  expect((await personOf(id, AN)).certificateNumber).toBe("03-GCN/HU");
});

test("a certificate on which a later step rests stays", async () => {
  const id = await certified([HOA], { kind: "NEW_MEMBER" });
  const candidateId = await idOf(HOA);
  const step = { candidateId, onDay: new Date(today), rulebook: "29", recordedByName: "test" };
  const { id: stepId } = await asOperator(({ db }) =>
    db.step.create({ data: { ...step, kind: "recognitionVoted", data: { votes: null, passed: true } } }),
  );
  expect((await withdraw(id, HOA)).findings).toMatchObject([{ is: "restsOnIt", name: HOA }]);
  await asOperator(({ db }) => db.step.update({ where: { id: stepId }, data: { undoneAt: new Date() } }));
  expect((await withdraw(id, HOA)).done).not.toBeNull();
  const { newMemberCertifiedOn } = await asOperator(({ db }) =>
    db.candidate.findUniqueOrThrow({ where: { id: candidateId } }),
  );
  expect(newMemberCertifiedOn).toBeNull();
});
