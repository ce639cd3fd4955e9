import { beforeAll, describe, expect, test } from "vitest";
import { actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { loadCompared } from "@/lib/reports/queries/compared";
import { loadEthnicityReligion } from "@/lib/reports/queries/ethnicity-religion";
import { loadPeople } from "@/lib/reports/queries/people";
import { loadProbation } from "@/lib/reports/queries/probation";
import { loadUnitTypes } from "@/lib/reports/queries/unit-types";
import type { ComparedRow } from "@/lib/reports/rules/official";
import { bringInQuangBinh } from "@/tests/support/quang-binh";

const asOperator = <T>(run: () => Promise<T>) => actAsOperator("test", run);
const year = (of: number, asOf = `${of}-12-31`) => ({
  unit: "CCQ-QUANGBINH",
  from: `${of}-01-01`,
  to: `${of}-12-31`,
  asOf,
  countBy: null,
  tree: "as-was" as const,
});
const newMembers = (of = 2019) => asOperator(() => loadCompared("new-members", year(of)));
const sum = (rows: readonly ComparedRow[], ...keys: RegExp[]) =>
  rows
    .filter(({ key }) => keys.some((one) => one.test(key)))
    .reduce((all, { current }) => all + (current ?? 0), 0);

beforeAll(() => asOperator(bringInQuangBinh), 120_000);

describe("S4, the agencies' bloc of Quảng Bình, 193 admitted in 2019", () => {
  test("Biểu số 2: sex, ages, education, occupations make 193; 108 women, 138 union members", async () => {
    const { rows, checks, layout } = await newMembers();
    const value = (key: string) => rows.find((row) => row.key === key);
    expect(layout.formNumber).toBe("Biểu số 2-BTCTW");
    expect(value("total")).toMatchObject({ current: 193, previous: 0, percent: null });
    expect(value("women")?.current).toBe(108);
    expect(value("unionMember")?.current).toBe(138);
    expect(value("ethnicMinority")?.current).toBe(1);
    for (const key of ["populationPolicy", "title.associateProfessor", "title.professor"])
      expect(value(key)).toMatchObject({ current: null, previous: null, percent: null });
    expect(sum(rows, /^occupation\.\d+$/)).toBe(193);
    expect(sum(rows, /^age\.(\d|over)/)).toBe(193);
    expect(sum(rows, /^education\./)).toBe(193);
    expect(sum(rows, /^profession\./)).toBeLessThanOrEqual(193);
    expect(value("organisations.baseCommittees")?.current).toBe(33);
    expect(value("organisations.baseCells")?.current).toBe(40);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(checks.map(({ message }) => message)).toContain(
      "Kết nạp: Biểu số 2-BTCTW và Biểu số 1-BTCTW cùng là 193.",
    );
  });

  test("the mean age is that of its people, to one decimal", async () => {
    const { rows } = await newMembers();
    const { people } = await asOperator(() => loadPeople(year(2019), "new-members:total"));
    const ages = people.map(({ birthDate, day }) => {
      const had = (day ?? "").slice(5) >= birthDate.slice(5);
      return Number((day ?? "").slice(0, 4)) - Number(birthDate.slice(0, 4)) - (had ? 0 : 1);
    });
    const mean = ages.reduce((all, age) => all + age, 0) / ages.length;
    expect(rows.find(({ key }) => key === "age.mean")?.current).toBeCloseTo(mean, 1);
    expect(ages.filter((age) => age >= 31 && age <= 35)).toHaveLength(
      rows.find(({ key }) => key === "age.31-35")?.current ?? -1,
    );
  });

  test("the year after compares with it", async () => {
    const { rows } = await newMembers(2020);
    expect(rows.find(({ key }) => key === "women")).toMatchObject({ current: 0, previous: 108, percent: 0 });
  });

  test("every number of people opens exactly its people", async () => {
    const { rows } = await newMembers();
    for (const { key, current } of rows.filter(({ key }) =>
      /^(women|age\.\d|occupation|education|profession|unionMember)/.test(key),
    )) {
      const people = await asOperator(() => loadPeople(year(2019), `new-members:${key}`));
      expect([key, people.count]).toEqual([key, current]);
    }
    await expect(asOperator(() => loadPeople(year(2019), "new-members:age.mean"))).rejects.toThrow(
      /no figure/,
    );
    const before = await asOperator(() => loadPeople(year(2020), "new-members:rows[key=women].previous"));
    expect(before.count).toBe(108);
  });

  test("Biểu số 1: Kết nạp is the total of Biểu số 2", async () => {
    const { rows, checks } = await asOperator(() => loadCompared("changes", year(2019)));
    expect(rows.map(({ key, current }) => [key, current])).toEqual([
      ["admitted", 193],
      ["readmitted", 0],
      ["died", 0],
      ["expelled", 0],
      ["removed", 0],
      ["removedProbationary", 0],
      ["left", 0],
      ["transferredOut", 0],
    ]);
    expect(checks).toEqual([
      { rule: "R-53", ok: true, message: "Kết nạp: Biểu số 1-BTCTW và Biểu số 2-BTCTW cùng là 193." },
    ]);
  });

  test("Biểu số 2B: one Bru-Vân Kiều, and all add up", async () => {
    const { rows, checks } = await asOperator(() => loadEthnicityReligion(year(2019)));
    expect(rows).toHaveLength(62);
    expect(
      rows.filter(({ total }) => (total ?? 0) > 0).map(({ key, total, women }) => [key, total, women]),
    ).toEqual([
      ["ethnicity.01", 192, 107],
      ["ethnicity.23", 1, 1],
      ["religion.none", 193, 108],
    ]);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    const people = await asOperator(() => loadPeople(year(2019), "ethnicity-religion:ethnicity.01.women"));
    expect(people.count).toBe(107);
  });

  test("Biểu số 5: 73 base organisations by kind of place", async () => {
    const { rows, checks } = await asOperator(() => loadUnitTypes(year(2019)));
    const total = rows.find(({ key }) => key === "total");
    expect(total).toMatchObject({ organisations: 73, baseCommittees: 33, baseCells: 40, current: 193 });
    expect(checks.every(({ ok }) => ok)).toBe(true);
    const schools = rows.find(({ key }) => key === "type.SCHOOL");
    const people = await asOperator(() => loadPeople(year(2019), "unit-types:type.SCHOOL"));
    expect([schools?.organisations, people.count]).toEqual([1, schools?.current]);
  });

  test("Biểu số 7 and probation: all 193 fall due a year later, and were reviewed in time", async () => {
    const work = await asOperator(() => loadCompared("member-work", year(2020)));
    const current = (key: string) => work.rows.find((row) => row.key === key)?.current;
    const { total, rows } = await asOperator(() => loadProbation(year(2020)));
    const next = await asOperator(() => loadProbation(year(2019)));
    expect(total.due + next.total.due).toBe(193);
    expect([total.onTime, total.late, total.overdue]).toEqual([total.due, 0, 0]);
    expect([current("probation.due"), current("recognised")]).toEqual([total.due, total.due]);
    expect(rows.reduce((all, { due }) => all + due, 0)).toBe(total.due);
    const people = await asOperator(() => loadPeople(year(2020), "probation:total.due"));
    expect(people.count).toBe(total.due);
    const early = await asOperator(() => loadProbation(year(2020, "2020-06-30")));
    expect(early.total.due).toBeLessThan(total.due);
  });
});

describe("with one record changed on purpose, the check says which", () => {
  type Told = { sex?: string | null; education?: string | null; occupation?: string | null };
  const change = (told: Told) =>
    asOperator(() =>
      withScope("account.manage", async ({ db }) => {
        const { person } = await db.candidate.findFirstOrThrow({
          where: { decidedOn: { gte: new Date("2019-01-01"), lt: new Date("2020-01-01") } },
          include: { person: true },
          orderBy: { id: "asc" },
        });
        await db.person.update({ where: { id: person.id }, data: told });
        return person;
      }),
    );

  test.each([
    ["occupation", "Nghề nghiệp"],
    ["education", "Giáo dục phổ thông"],
    ["sex", "Nữ và nam"],
  ] as const)("one whose %s is not told", async (of, name) => {
    const before = await change({ [of]: null });
    const { checks } = await newMembers();
    expect(checks.filter(({ ok }) => !ok)).toEqual([
      {
        rule: "R-53",
        ok: false,
        message: `${name}: cộng các dòng được 192, tổng số là 193, thiếu 1. 1 người chưa ghi mục này.`,
        figure: `${of}.unknown`,
      },
    ]);
    const { people } = await asOperator(() => loadPeople(year(2019), `new-members:${of}.unknown`));
    expect(people.map((one) => one.name)).toEqual([before.name]);
    const later = (await newMembers(2020)).checks.filter(({ ok }) => !ok);
    expect(later.map(({ figure, column }) => [figure, column])).toEqual([[`${of}.unknown`, "previous"]]);
    const then = await asOperator(() =>
      loadPeople(year(2020), `new-members:rows[key=${of}.unknown].previous`),
    );
    expect(then.people.map((one) => one.name)).toEqual([before.name]);
    await change({ [of]: before[of] });
    expect((await newMembers()).checks.every(({ ok }) => ok)).toBe(true);
  });
});
