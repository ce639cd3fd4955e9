import { beforeAll, describe, expect, test } from "vitest";
import { actAsOperator } from "@/lib/access/acting";
import { GRADES } from "@/lib/classes/rules/enrolment";
import { CLASS_KINDS } from "@/lib/classes/rules/training-class";
import { CLASSES_COLUMNS, classesRows } from "@/lib/reports/export/classes";
import { explainClasses } from "@/lib/reports/labels";
import { loadClassesReport } from "@/lib/reports/queries/classes";
import { loadPeople } from "@/lib/reports/queries/people";
import { asOperator, CLASS_HEAD, LEARNER_HEAD } from "@/tests/support/classes";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";

const none = { numerator: 0, denominator: 0, percent: null };
const parameters = (asOf: string) => ({
  unit: "H",
  from: "2020-01-01",
  to: "2020-12-31",
  asOf,
  countBy: null,
  tree: "as-was" as const,
});
const report = (asOf: string) => actAsOperator("test", () => loadClassesReport(parameters(asOf)));

/** Certified on 6 March 2020; each with the day of the decision, and of its revocation. */
const PEOPLE: [name: string, decidedOn: string, revokedOn?: string][] = [
  ["Trần Thị An", "06/03/2020"],
  ["Trần Thị Bình", "06/03/2021"],
  ["Trần Thị Cúc", "07/03/2021"],
  ["Trần Thị Dung", "06/03/2022"],
  ["Trần Thị Én", "07/03/2022"],
  ["Trần Thị Giang", "05/03/2020"],
  ["Trần Thị Hoa", "01/09/2020", "01/02/2021"],
  ["Trần Thị Kim", ""],
];

beforeAll(async () => {
  await actAsOperator("test", async () => {
    await bringIn("don-vi", aFile(...UNITS));
    const who = (name: string) => ["A-1", name, "12/08/1990", "Nữ"];
    const head = ["Mã chi bộ", "Họ và tên", "Ngày sinh", "Giới tính", "Ngày giới thiệu"];
    await bringIn(
      "ho-so",
      aFile(
        [...head, "Ngày quyết định kết nạp", "Ngày hủy quyết định"],
        ...PEOPLE.map(([name, decidedOn, revokedOn = ""]) => [
          ...who(name),
          "01/02/2019",
          decidedOn,
          revokedOn,
        ]),
      ),
    );
    await bringIn(
      "lop",
      aFile(
        CLASS_HEAD,
        ["NT-1", "Nhận thức về Đảng", "Khóa một", "H", "02/03/2020", "06/03/2020", ""],
        ["NT-2", "Nhận thức về Đảng", "Khóa xã", "A", "01/06/2020", "05/06/2020", ""],
        ["ĐVM-1", "Đảng viên mới", "Đảng viên mới", "H", "01/09/2020", "10/09/2020", ""],
      ),
    );
    await bringIn(
      "hoc-vien",
      aFile(
        LEARNER_HEAD,
        ...PEOPLE.map(([name]) => ["NT-1", ...who(name), "Khá", "", "06/03/2020"]),
        ["NT-1", ...who("Trần Thị Vắng"), "Vắng", "", ""],
        ["NT-1", ...who("Trần Thị Yếu"), "Không đạt", "", ""],
        ["NT-2", ...who("Trần Thị Xuân"), "Giỏi", "", "05/06/2020"],
        ["ĐVM-1", ...who("Trần Thị An"), "Giỏi", "", "10/09/2020"],
      ),
    );
  });
  await asOperator(async ({ db }) => {
    const add = async (name: string, state: string, reason: string | null) => {
      const { id } = await db.trainingClass.findFirstOrThrow({ where: { code: "NT-2" } });
      const { id: candidateId } = await db.candidate.findFirstOrThrow({ where: { person: { name } } });
      await db.enrolment.create({ data: { classId: id, candidateId, state, reason, savedByName: "test" } });
    };
    await add("Trần Thị Vắng", "declined", "bận");
    await add("Trần Thị Yếu", "substitute", null);
  });
});

test("of the certified, who was decided from the day of the certificate to 12 and 24 months after it, per class", async () => {
  const { list } = await report("2026-01-01");
  expect(
    list.map(({ code, called, learners, attended, certificates, admittedWithin12, admittedWithin24 }) => [
      code,
      [called, learners, attended, certificates],
      admittedWithin12,
      admittedWithin24,
    ]),
  ).toEqual([
    [
      "NT-1",
      [10, 10, 9, 8],
      { numerator: 2, denominator: 8, percent: 25 },
      { numerator: 4, denominator: 8, percent: 50 },
    ],
    [
      "NT-2",
      [2, 1, 1, 1],
      { numerator: 0, denominator: 1, percent: 0 },
      { numerator: 0, denominator: 1, percent: 0 },
    ],
    ["ĐVM-1", [1, 1, 1, 1], none, none],
  ]);
  expect(list[0]).not.toHaveProperty("within12");
});

test("organisers and the total add their classes up; new members have nobody to count on", async () => {
  const { rows, total } = await report("2026-01-01");
  const told = rows.map((line) => [
    line.unit.code,
    line.AWARENESS.called,
    line.AWARENESS.attended,
    line.AWARENESS.admittedWithin12.numerator,
    line.AWARENESS.admittedWithin24.denominator,
  ]);
  expect(told).toEqual([
    ["A", 2, 1, 0, 1],
    ["H", 10, 9, 2, 8],
  ]);
  expect(total.AWARENESS).toMatchObject({
    called: 12,
    learners: 11,
    attended: 10,
    admittedWithin12: { numerator: 2, denominator: 9, percent: 22.22 },
    admittedWithin24: { numerator: 4, denominator: 9, percent: 44.44 },
  });
  expect([total.NEW_MEMBER.attended, total.NEW_MEMBER.admittedWithin12]).toEqual([1, none]);
});

test("a day cuts everything: decisions after it are not known, a revocation takes its decision away from its day on", async () => {
  const of = async (asOf: string) => {
    const { admittedWithin12, admittedWithin24 } = (await report(asOf)).total.AWARENESS;
    return [admittedWithin12.numerator, admittedWithin24.numerator, admittedWithin12.denominator];
  };
  expect(await of("2020-03-05")).toEqual([0, 0, 0]);
  expect(await of("2020-03-06")).toEqual([1, 1, 8]);
  expect(await of("2020-09-01")).toEqual([2, 2, 9]);
  expect(await of("2021-01-31")).toEqual([2, 2, 9]);
  expect(await of("2021-02-01")).toEqual([1, 1, 9]);
  expect(await of("2021-03-06")).toEqual([2, 2, 9]);
  expect(await of("2021-03-07")).toEqual([2, 3, 9]);
});

test("a file has a cell for every column, and says how it was counted", async () => {
  const told = await report("2026-01-01");
  const rows = classesRows(told);
  const place = CLASSES_COLUMNS.findIndex(({ title }) => title === "Kết nạp trong 12 tháng");
  expect(rows.map((row) => row.length)).toEqual(rows.map(() => CLASSES_COLUMNS.length));
  expect(rows.map((row) => row.slice(place, place + 4))).toEqual([
    [2, 25, 4, 50],
    [0, 0, 0, 0],
    [null, null, null, null],
  ]);
  const words = explainClasses(told).find(({ label }) => label === "Kết nạp trong 12, 24 tháng")?.text;
  expect(words).toContain("không muộn hơn ngày 01/01/2026");
});

describe("every number of learners opens them", () => {
  const names = async (figure: string, asOf = "2026-01-01") => {
    const told = await actAsOperator("test", () => loadPeople(parameters(asOf), figure));
    expect(told.count).toBe(told.people.length);
    return told.people.map(({ name }) => name);
  };

  test("of a kind in total, of an organiser, by result, and in Biểu số 7", async () => {
    const { total, rows } = await report("2026-01-01");
    const counted = (figure: string) => names(figure).then((people) => people.length);
    for (const kind of CLASS_KINDS) {
      const line = total[kind];
      for (const fact of ["called", "learners", "attended", "passed", "certificates"] as const)
        expect([kind, fact, await counted(`classes:total.${kind}.${fact}`)]).toEqual([
          kind,
          fact,
          line[fact],
        ]);
      for (const grade of GRADES)
        expect(await counted(`classes:total.${kind}.grades.${grade}`)).toBe(line.grades[grade]);
    }
    expect(await counted("classes:rows[unit.code=A].AWARENESS.called")).toBe(rows[0]?.AWARENESS.called);
    expect(await counted("classes:total.AWARENESS.admittedWithin24")).toBe(4);
    expect(await names("classes:rows[unit.code=A].AWARENESS.certificates")).toEqual(["Trần Thị Xuân"]);
    expect(await names("member-work:awarenessClass.learners")).toHaveLength(total.AWARENESS.learners);
    expect(await names("member-work:rows[key=newMemberClass.certificates].current")).toEqual(["Trần Thị An"]);
  });

  test("page after page they are the same, once each", async () => {
    const all = await actAsOperator("test", () =>
      loadPeople(parameters("2026-01-01"), "classes:total.AWARENESS.learners"),
    );
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await actAsOperator("test", () =>
        loadPeople(parameters("2026-01-01"), "classes:total.AWARENESS.learners", { limit: 4, after }),
      );
      expect(page.count).toBe(all.count);
      seen.push(...page.people.map(({ id, day }) => `${id} ${day}`));
      if (page.next === null) break;
      after = page.next;
    }
    expect(seen).toEqual(all.people.map(({ id, day }) => `${id} ${day}`));
  });

  test.each([
    "classes:total.AWARENESS.classes",
    "classes:total.NEW_MEMBER.admittedWithin12",
    "classes:total.OTHER.learners",
    "member-work:awarenessClass.classes",
  ])("%s has nobody behind it", async (figure) => {
    await expect(names(figure)).rejects.toThrow(/no figure/);
  });
});
