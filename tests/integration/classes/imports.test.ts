import { beforeAll, describe, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { type UnitScope, withScope } from "@/lib/access/gate";
import { undoImport } from "@/lib/imports/run";
import { IMPORT_KINDS } from "@/lib/intake/registry";
import { loadFunnel } from "@/lib/reports/queries/funnel";
import { CLASS_HEAD, CLASSES, LEARNER_HEAD } from "@/tests/support/classes";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";
import { givenOfficer } from "@/tests/support/organisation";

const asOperator = <T>(run: () => Promise<T>) => actAsOperator("test", run);
const inScope = <T>(run: (scope: UnitScope) => Promise<T>) =>
  asOperator(() => withScope("account.manage", run));
const tokens = { upper: "", secretary: "", beside: "" };

const DOSSIERS = aFile(
  ["Mã chi bộ", "Họ và tên", "Ngày sinh", "Giới tính", "Ngày giới thiệu", "Ngày vào diện cảm tình"],
  ["A-1", "Trần Thị An", "12/08/1998", "Nữ", "20/02/2022", "12/03/2022"],
  ["A-2", "Lê Văn Bình", "05/01/1995", "Nam", "20/02/2022", "12/03/2022"],
);
const LEARNERS = aFile(
  LEARNER_HEAD,
  ["NT-1", "A-1", "Trần Thị An", "12/08/1998", "Nữ", "Giỏi", "01-GCN/HU", "08/03/2024"],
  ["NT-1", "A-2", "Lê Văn Bình", "05/01/1995", "Nam", "Vắng", "", ""],
  ["NT-1", "B-1", "Phạm Thị Cúc", "1990", "", "Khá", "", ""],
);

const rowsOfAll = () =>
  inScope(async ({ db }) => ({
    classes: await db.trainingClass.findMany({ orderBy: { code: "asc" } }),
    enrolments: await db.enrolment.findMany({ orderBy: { id: "asc" } }),
    candidates: await db.candidate.findMany({ orderBy: { id: "asc" }, omit: { version: true } }),
    steps: await db.step.findMany({ orderBy: { id: "asc" } }),
    people: await db.person.count(),
  }));
const candidateOf = (name: string) =>
  inScope(({ db }) =>
    db.candidate.findFirstOrThrow({ where: { person: { name } }, include: { steps: true, person: true } }),
  );

beforeAll(async () => {
  await asOperator(() => bringIn("don-vi", aFile(...UNITS)));
  await asOperator(() => bringIn("ho-so", DOSSIERS));
  await inScope(async (scope) => {
    const unit = async (code: string) =>
      (await scope.db.unit.findUniqueOrThrow({ where: { codeKey: code } })).id;
    tokens.upper = await givenOfficer(scope, "upper", "upperOfficer", await unit("H"));
    tokens.secretary = await givenOfficer(scope, "secretary", "cellSecretary", await unit("A-1"));
    tokens.beside = await givenOfficer(scope, "beside", "baseOfficer", await unit("B"));
  });
});

describe("lop", () => {
  test("brings in classes; the same file again changes nothing, another name changes one", async () => {
    const first = await asOperator(() => bringIn("lop", aFile(...CLASSES)));
    expect(first).toMatchObject({ committed: true, toAdd: 2, refused: 0, faults: [] });
    const stood = (await rowsOfAll()).classes;
    expect(stood.map(({ code, kind, form, state, sessions }) => [code, kind, form, state, sessions])).toEqual(
      [
        ["NT-1", "AWARENESS", "EVENING", "ended", 5],
        ["ĐVM-1", "NEW_MEMBER", "DAY", "ended", 10],
      ],
    );
    const again = await asOperator(() => bringIn("lop", aFile(...CLASSES)));
    expect(again).toMatchObject({ toAdd: 0, toChange: 0, unchanged: 2 });
    expect((await rowsOfAll()).classes).toEqual(stood);
    const renamed = aFile(CLASS_HEAD, [
      "nt-1",
      "Nhận thức về Đảng",
      "Khóa I năm 2024",
      "H",
      "04/03/2024",
      "08/03/2024",
      "",
    ]);
    expect(await asOperator(() => bringIn("lop", renamed, "check"))).toMatchObject({ toChange: 1 });
  });

  test("says every fault of every row", async () => {
    const summary = await asOperator(() =>
      bringIn(
        "lop",
        aFile(
          CLASS_HEAD,
          ["L-1", "Sơ cấp", "Một", "H", "04/03/2024", "08/03/2024", ""],
          ["L-2", "Nhận thức về Đảng", "Hai", "Q", "04/03/2024", "08/03/2024", ""],
          ["L-3", "Nhận thức về Đảng", "Ba", "H", "08/03/2024", "04/03/2024", "Đêm"],
          ["NT-1", "Nhận thức về Đảng", "Bốn", "A", "04/03/2024", "08/03/2024", ""],
          ["L-5", "Nhận thức về Đảng", "Năm", "H", "04/03/2024", "08/03/2024", ""],
          ["l-5", "Nhận thức về Đảng", "Năm", "H", "04/03/2024", "08/03/2024", ""],
        ),
        "check",
      ),
    );
    expect(summary.refused).toBe(5);
    expect(summary.faults.map(({ row, column }) => [row, column])).toEqual([
      [2, "Loại lớp"],
      [3, "Mã đơn vị tổ chức"],
      [4, "Đến ngày"],
      [4, "Hình thức"],
      [5, "Mã lớp"],
      [7, "Mã lớp"],
    ]);
  });
});

describe("hoc-vien", () => {
  let batch = "";

  test("a dry run writes nothing and tells what it would", async () => {
    const before = await rowsOfAll();
    expect(await asOperator(() => bringIn("hoc-vien", LEARNERS, "check"))).toMatchObject({
      toAdd: 3,
      refused: 0,
    });
    expect(await rowsOfAll()).toEqual(before);
  });

  test("finds who is known, opens a candidacy of who is not, and records the certificate", async () => {
    const done = await asOperator(() => bringIn("hoc-vien", LEARNERS));
    expect(done).toMatchObject({ committed: true, toAdd: 3 });
    batch = done.batch ?? "";
    const an = await candidateOf("Trần Thị An");
    expect([an.stage, an.certificateNumber, an.certifiedOn]).toEqual([
      "certified",
      "01-GCN/HU",
      new Date("2024-03-08"),
    ]);
    const cuc = await candidateOf("Phạm Thị Cúc");
    expect([cuc.source, cuc.introducedOn, cuc.stage, cuc.person.sex]).toEqual([
      "CELL",
      new Date("2024-03-04"),
      "introduced",
      null,
    ]);
    const { enrolments, people } = await rowsOfAll();
    expect(people).toBe(3);
    expect(enrolments.map(({ state, grade }) => `${state} ${grade}`).toSorted()).toEqual([
      "absent absent",
      "attended excellent",
      "attended good",
    ]);
  });

  test("the second import of the same file changes nothing", async () => {
    const before = await rowsOfAll();
    expect(await asOperator(() => bringIn("hoc-vien", LEARNERS))).toMatchObject({
      toAdd: 0,
      toChange: 0,
      unchanged: 3,
    });
    expect(await rowsOfAll()).toEqual(before);
  });

  test("says what cannot be: an unknown class or cell, a certificate without a day, of who failed, before the class", async () => {
    const person = ["Vũ Thị Dung", "03/02/1999", "Nữ"];
    const summary = await asOperator(() =>
      bringIn(
        "hoc-vien",
        aFile(
          LEARNER_HEAD,
          ["NT-9", "A-1", ...person, "", "", ""],
          ["NT-1", "A-9", ...person, "", "", ""],
          ["NT-1", "A-1", ...person, "Khá", "2/GCN", ""],
          ["NT-1", "A-1", ...person, "Không đạt", "2/GCN", "08/03/2024"],
          ["NT-1", "A-1", ...person, "Khá", "2/GCN", "01/03/2024"],
          ["NT-1", "A-1", ...person, "Xuất sắc", "", ""],
          ["NT-1", "A-1", ...person, "Khá", "", ""],
          ["NT-1", "A-1", ...person, "Khá", "", ""],
        ),
        "check",
      ),
    );
    expect(
      summary.faults.filter(({ level }) => level === "error").map(({ row, column }) => [row, column]),
    ).toEqual([
      [2, "Mã lớp"],
      [3, "Mã chi bộ"],
      [4, "Ngày cấp GCN"],
      [5, "Kết quả"],
      [6, "Ngày cấp GCN"],
      [7, "Kết quả"],
      [9, "Họ và tên"],
    ]);
  });

  test("an older certificate does not take the place of a later one", async () => {
    await asOperator(() =>
      bringIn(
        "lop",
        aFile(CLASS_HEAD, ["NT-0", "Nhận thức về Đảng", "Khóa cũ", "H", "04/03/2019", "08/03/2019", ""]),
      ),
    );
    const old = aFile(LEARNER_HEAD, [
      "NT-0",
      "A-1",
      "Trần Thị An",
      "12/08/1998",
      "Nữ",
      "Khá",
      "9/GCN",
      "08/03/2019",
    ]);
    expect(await asOperator(() => bringIn("hoc-vien", old))).toMatchObject({ toAdd: 1 });
    expect((await candidateOf("Trần Thị An")).certificateNumber).toBe("01-GCN/HU");
    expect(await asOperator(() => bringIn("hoc-vien", old))).toMatchObject({ unchanged: 1 });
  });

  test("whoever was sent to a class counts in the funnel, by the class's first day", async () => {
    const funnel = (from: string, to: string) =>
      asOperator(() => loadFunnel({ unit: "H", from, to, asOf: to, countBy: null, tree: "as-was" }));
    const { rows, total } = await funnel("2024-01-01", "2024-12-31");
    expect([total.sentToClass, total.certified]).toEqual([3, 1]);
    expect(rows.map(({ unit, sentToClass }) => [unit.code, sentToClass])).toEqual([
      ["A", 2],
      ["B", 1],
      ["S", 0],
    ]);
    expect((await funnel("2024-01-01", "2024-03-03")).total.sentToClass).toBe(0);
    expect((await funnel("2019-01-01", "2019-12-31")).total.sentToClass).toBe(1);
  });

  test("the organiser reads all of the class, a cell its own, a neighbour of the cell nothing of theirs", async () => {
    const seen = (token: string) =>
      actAs(token, () =>
        withScope("class.read", async ({ db }) => [
          await db.trainingClass.count(),
          await db.enrolment.count(),
        ]),
      );
    expect(await seen(tokens.upper)).toEqual([3, 4]);
    expect(await seen(tokens.secretary)).toEqual([3, 2]);
    expect(await seen(tokens.beside)).toEqual([3, 1]);
    const taken = actAs(tokens.secretary, () =>
      withScope("class.read", ({ db }) => db.trainingClass.updateMany({ data: { name: "Của tôi" } })),
    );
    expect(await taken).toEqual({ count: 0 });
  });

  test("is not undone once a later change has touched its rows", async () => {
    const mended = aFile(LEARNER_HEAD, ["NT-1", "B-1", "Phạm Thị Cúc", "1990", "", "Giỏi", "", ""]);
    expect(await asOperator(() => bringIn("hoc-vien", mended))).toMatchObject({ toChange: 1 });
    const refused = await asOperator(() =>
      withScope("import.run", (scope) => undoImport(scope, IMPORT_KINDS, batch)),
    );
    expect(refused).toBe("Không hoàn tác được: 1 dòng đã được sửa sau lần nhập này.");
  });
});

test("an import of learners is taken back with the candidacies and steps it made", async () => {
  const before = await rowsOfAll();
  const file = aFile(
    LEARNER_HEAD,
    ["ĐVM-1", "B-1", "Hồ Văn Em", "1992", "Nam", "Giỏi", "3/ĐVM", "10/04/2024"],
    ["ĐVM-1", "A-2", "Lê Văn Bình", "05/01/1995", "Nam", "Khá", "4/ĐVM", "10/04/2024"],
  );
  const { batch } = await asOperator(() => bringIn("hoc-vien", file));
  expect((await candidateOf("Lê Văn Bình")).newMemberCertifiedOn).toEqual(new Date("2024-04-10"));
  const refused = await asOperator(() =>
    withScope("import.run", (scope) => undoImport(scope, IMPORT_KINDS, batch ?? "")),
  );
  expect(refused).toBeNull();
  expect(await rowsOfAll()).toEqual(before);
});
