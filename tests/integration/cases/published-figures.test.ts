import { beforeAll, describe, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { openSessionOf } from "@/lib/access/repository/operator";
import { loadAttainment } from "@/lib/reports/queries/attainment";
import { loadClassesReport } from "@/lib/reports/queries/classes";
import { loadFunnel } from "@/lib/reports/queries/funnel";
import { loadPeople } from "@/lib/reports/queries/people";
import { loadProgramme, loadProgrammes } from "@/lib/reports/queries/programmes";
import { loadSources } from "@/lib/reports/queries/sources";
import { boardAddress } from "@/lib/reports/schema";
import { addMonths } from "@/lib/shared/days";
import { findUnionUnits } from "@/lib/sources/repository/units";
import { ensureDemoWorld } from "@/prisma/seed/demo";
import { quangTri } from "@/prisma/seed/seeds/quang-tri";
import { countedAgain, expectWritten, lettersOf, listedAt } from "@/tests/support/letter-figures";

const asOperator = <T>(run: () => Promise<T>) => actAsOperator("test", run);
const on = (unit: string, from: string, to: string, asOf: string) => ({
  unit,
  from,
  to,
  asOf,
  countBy: null,
  tree: "as-was" as const,
});

beforeAll(() => ensureDemoWorld(() => undefined), 300_000);

describe("S2, Krông Pắc on 4 May 2024", () => {
  const parameters = on("KRONGPAC", "2024-01-01", "2024-12-31", "2024-05-04");

  test("57 of 246 assigned are 23.17 %, of its own plan of 275 20.73 %", async () => {
    const { total } = await asOperator(() => loadAttainment(parameters));
    expect(total.quotas.map(({ source, achieved, status }) => [source, achieved, status])).toEqual([
      ["ASSIGNED", { numerator: 57, denominator: 246, percent: 23.17 }, "late"],
      ["OWN_PLAN", { numerator: 57, denominator: 275, percent: 20.73 }, "late"],
    ]);
    expect(total.childrenQuotas.find(({ source }) => source === "ASSIGNED")).toMatchObject({
      sum: 271,
      own: 246,
      difference: 25,
    });
    expect(total.forecast).toEqual({ certain: 75, likely: 116, possible: 179 });
  });

  test("the units that the article names", async () => {
    const { rows } = await asOperator(() => loadAttainment(parameters));
    const percent = (code: string) =>
      rows.find(({ unit }) => unit.code === code)?.quotas[0]?.achieved.percent;
    expect(["LHP", "BDV", "PTQD", "EAYONG"].map(percent)).toEqual([233.33, 100, 100, 60]);
    expect(rows.filter(({ admitted }) => admitted === 0)).toHaveLength(32);
  });

  test("the figure opens 57 people, and the children add up to it", async () => {
    const people = await asOperator(() =>
      loadPeople(parameters, "attainment:total.quotas[source=ASSIGNED,group=ALL].achieved"),
    );
    expect([people.count, new Set(people.people.map(({ id }) => id)).size]).toEqual([57, 57]);
    const { rows, total } = await asOperator(() => loadAttainment(parameters));
    expect(rows.reduce((sum, { admitted }) => sum + admitted, 0)).toBe(total.admitted);
  });

  test("4 awareness classes with 350 and 2 classes for 115 new members", async () => {
    const { rows, total, list } = await asOperator(() => loadClassesReport(parameters));
    expect(rows.map(({ unit }) => unit.code)).toEqual(["KRONGPAC"]);
    expect([total.AWARENESS.classes, total.AWARENESS.learners]).toEqual([4, 350]);
    expect([total.NEW_MEMBER.classes, total.NEW_MEMBER.learners]).toEqual([2, 115]);
    expect([total.AWARENESS.certificates, total.NEW_MEMBER.certificates]).toEqual([0, 115]);
    expect(list).toHaveLength(6);
    const later = await asOperator(() => loadClassesReport({ ...parameters, asOf: "2024-05-15" }));
    expect(later.total.AWARENESS.certificates).toBe(350);
    expect([total.AWARENESS.called, total.AWARENESS.attended, total.NEW_MEMBER.attended]).toEqual([
      350, 350, 115,
    ]);
    expect(total.AWARENESS.admittedWithin12).toEqual({ numerator: 0, denominator: 0, percent: null });
    const funnel = await asOperator(() => loadFunnel(parameters));
    expect(funnel.total.sentToClass).toBe(350);
  });

  test("the day before the first meeting nobody was admitted", async () => {
    const { total } = await asOperator(() => loadAttainment({ ...parameters, asOf: "2024-01-11" }));
    expect([total.admitted, total.quotas.length]).toEqual([0, 1]);
  });
});

test("S3, Na Hang: 24 cells, 691 members, 111 sent to class, 51 of 70 at mid-term = 72.86 %", async () => {
  const parameters = on("NAHANG", "2015-07-01", "2017-12-31", "2017-12-31");
  const { rows, total } = await asOperator(() => loadAttainment(parameters));
  expect([rows.length, total.members, total.quotas[0]?.achieved]).toEqual([
    24,
    691,
    { numerator: 51, denominator: 70, percent: 72.86 },
  ]);
  const funnel = await asOperator(() => loadFunnel(parameters));
  expect([funnel.total.sentToClass, funnel.total.admittedOfCertified]).toEqual([
    111,
    { numerator: 51, denominator: 111, percent: 45.95 },
  ]);
  const district = on("HUYEN-NAHANG", "2015-07-01", "2017-12-31", "2017-12-31");
  const { AWARENESS } = (await asOperator(() => loadClassesReport(district))).total;
  expect([AWARENESS.called, AWARENESS.learners, AWARENESS.attended, AWARENESS.certificates]).toEqual([
    111, 111, 111, 111,
  ]);
  const share = { numerator: 51, denominator: 111, percent: 45.95 };
  expect([AWARENESS.admittedWithin12, AWARENESS.admittedWithin24]).toEqual([share, share]);
});

test("C42, Quận 9: of 135 in a class 56 good, 48 fair and 31 average: 41.48, 35.56 and 22.96 %", async () => {
  const { total, list } = await asOperator(() =>
    loadClassesReport(on("QUAN9", "2016-01-01", "2016-12-31", "2016-12-31")),
  );
  expect(total.AWARENESS).toMatchObject({
    classes: 1,
    learners: 135,
    passed: 135,
    grades: { excellent: 56, good: 48, fair: 31, failed: 0, absent: 0 },
    called: 135,
    attended: 135,
    certificates: 135,
    admittedWithin24: { numerator: 0, denominator: 135, percent: 0 },
    byForm: [{ form: "WEEKEND", classes: 1, learners: 135 }],
  });
  expect(list[0]?.shares).toMatchObject({
    excellent: { numerator: 56, denominator: 135, percent: 41.48 },
    good: { numerator: 48, denominator: 135, percent: 35.56 },
    fair: { numerator: 31, denominator: 135, percent: 22.96 },
  });
  const during = await asOperator(() =>
    loadClassesReport(on("QUAN9", "2016-01-01", "2016-12-31", "2016-03-24")),
  );
  expect(during.total.AWARENESS).toMatchObject({ learners: 135, passed: 0, certificates: 0 });
});

test("S0, Xuân Lôi: 17 cells, 528 members, 17 admitted in 18 months, 10 introduced in the first half of 2021", async () => {
  const { rows, total } = await asOperator(() =>
    loadAttainment(on("XUANLOI", "2020-01-01", "2021-06-30", "2021-06-30")),
  );
  expect([rows.length, total.members, total.admitted]).toEqual([17, 528, 17]);
  const half = await asOperator(() => loadFunnel(on("XUANLOI", "2021-01-01", "2021-06-30", "2021-06-30")));
  expect(half.total.introduced).toBe(10);
});

test("S4, the agencies' bloc of Quảng Bình: 73 base organisations, 4 749 members, 193 admitted in 2019, 108 women", async () => {
  const parameters = on("CCQ-QUANGBINH", "2019-01-01", "2019-12-31", "2019-12-31");
  const { rows, total } = await asOperator(() => loadAttainment(parameters));
  expect([rows.length, total.members, total.admitted]).toEqual([73, 4749, 193]);
  const people = await asOperator(() => loadPeople(parameters, "attainment:total.admitted"));
  expect([people.count, people.people.filter(({ sex }) => sex === "female").length]).toEqual([193, 108]);
});

describe("S1, Quảng Trị: the Youth Union from 2019 to 2022", () => {
  const period = on("QUANGTRI", "2019-01-01", "2022-12-31", "2022-12-31");
  const total = async (parameters = period) => (await asOperator(() => loadSources(parameters))).total;

  test("39 199 members, 29.92 % residential and 56.66 % in schools; 19.9 % of the party's members", async () => {
    const { unionMembers, byBloc, unionMembersOfMembers } = await total();
    expect(unionMembers).toBe(39_199);
    expect(byBloc.slice(0, 2)).toEqual([
      {
        bloc: "RESIDENTIAL",
        count: 11_727,
        ofAll: { numerator: 11_727, denominator: 39_199, percent: 29.92 },
      },
      { bloc: "SCHOOL", count: 22_209, ofAll: { numerator: 22_209, denominator: 39_199, percent: 56.66 } },
    ]);
    expect(unionMembersOfMembers).toEqual({ numerator: 9757, denominator: 49_030, percent: 19.9 });
  });

  test("8 034 introduced, 2 931 residential and 56 pupils; 2 945 admitted are 36.66 %", async () => {
    const line = await total();
    expect([line.introduced, line.introducedPupils, line.admitted]).toEqual([8034, 56, 2945]);
    expect(line.introducedByBloc[0]?.ofAll).toEqual({ numerator: 2931, denominator: 8034, percent: 36.48 });
    expect(line.admittedOfIntroduced.percent).toBe(36.66);
    expect(line.introducedBy.find(({ by }) => by === "UNION")?.count).toBe(8034);
    expect(line.unionMembersOfAdmitted.percent).toBeLessThan(70);
  });

  test("94 classes for 5 156 people, held by the districts and blocs", async () => {
    const { rows, total: all, list } = await asOperator(() => loadClassesReport(period));
    const { AWARENESS } = all;
    expect([AWARENESS.classes, AWARENESS.called, AWARENESS.learners, AWARENESS.attended]).toEqual([
      94, 5156, 5156, 5156,
    ]);
    expect([AWARENESS.passed, AWARENESS.certificates, list.length, rows.length]).toEqual([
      5156, 5156, 94, 11,
    ]);
    expect(rows.reduce((sum, line) => sum + line.AWARENESS.learners, 0)).toBe(5156);
    const funnel = await asOperator(() => loadFunnel(period));
    expect(funnel.total.sentToClass).toBe(5156);
    const { sent, within12 } = rowsOfClasses();
    expect([sent, within12]).toEqual([5156, AWARENESS.admittedWithin12.numerator]);
    expect(AWARENESS.admittedWithin24.numerator).toBeGreaterThanOrEqual(within12);
  });

  /** The same counted from the files, row by row. */
  function rowsOfClasses() {
    const tables = quangTri();
    const rowsOf = (kind: string) => tables.find((table) => table.kind === kind)?.rows ?? [];
    const who = (row: Record<string, string>) =>
      ["Mã chi bộ", "Họ và tên", "Ngày sinh"].map((column) => row[column]).join("|");
    const decided = new Map(rowsOf("ho-so").map((row) => [who(row), row["Ngày quyết định kết nạp"] ?? ""]));
    const learners = rowsOf("hoc-vien");
    const soon = learners.filter((row) => {
      const day = decided.get(who(row)) ?? "";
      const certified = row["Ngày cấp GCN"] ?? "";
      return day >= certified && day !== "" && day <= addMonths(certified, 12) && day <= period.to;
    });
    return { sent: learners.length, within12: soon.length };
  }

  test.each([2019, 2020, 2021, 2022])(
    "in %i between 12 and 15 per cent of those rated HTXSNV are outstanding",
    async (year) => {
      const { outstandingOfExcellent } = await total(
        on("QUANGTRI", `${year}-01-01`, `${year}-12-31`, `${year}-12-31`),
      );
      expect(outstandingOfExcellent.percent).toBeGreaterThanOrEqual(12);
      expect(outstandingOfExcellent.percent).toBeLessThanOrEqual(15);
    },
  );

  test("the Union's tree has 10 district and 2 direct unions and 333 base unions", async () => {
    const units = await asOperator(() => withScope("union.read", findUnionUnits));
    const top = units.find(({ code }) => code === "D-QUANGTRI");
    const levels = units.filter(({ lo }) => top && lo >= top.lo && lo <= top.hi);
    const count = (level: string) => levels.filter((unit) => unit.level === level).length;
    expect(["PROVINCE", "DISTRICT", "DIRECT", "BASE"].map(count)).toEqual([1, 10, 2, 333]);
  });

  test("an officer of the Union counts the same in their own tree", async () => {
    const token = "token of tinhdoanqt";
    await asOperator(() => openSessionOf("tinhdoanqt", token));
    const { total: own, rows } = await actAs(token, () => loadSources({ ...period, unit: "D-QUANGTRI" }));
    expect([own.unionMembers, own.introduced, own.introducedPupils, own.admitted]).toEqual([
      39_199, 8034, 56, 2945,
    ]);
    expect(own.introducedByBloc[0]?.count).toBe(2931);
    expect(rows).toHaveLength(12);
  });

  test("the district unions are rows until June 2025, and none from July on", async () => {
    const token = "token of tinhdoanqt until June";
    await asOperator(() => openSessionOf("tinhdoanqt", token));
    const rowsOn = async (asOf: string) => {
      const parameters = on("D-QUANGTRI", "2024-01-01", "2026-12-31", asOf);
      const { rows, total: all } = await actAs(token, () => loadSources(parameters));
      expect(rows.reduce((sum, line) => sum + line.unionMembers, 0)).toBe(all.unionMembers);
      return rows.map(({ unit }) => unit.kind);
    };
    const kinds = (found: string[]) => [...new Set(found)].toSorted();
    const june = await rowsOn("2025-06-30");
    expect([june.length, kinds(june)]).toEqual([12, ["DIRECT", "DISTRICT"]]);
    const july = await rowsOn("2025-07-01");
    expect(july.length).toBeGreaterThan(125);
    expect(kinds(july)).toEqual(["BASE", "DIRECT"]);
  });

  test("the programme of pupils of 18 has the 56 of them, 20 admitted", async () => {
    const { programmes } = await asOperator(() => loadProgrammes());
    const pupils = programmes.find(({ name }) => name === "Đảng viên tuổi 18");
    expect([pupils?.unit.code, pupils?.admitted]).toEqual(["QUANGTRI", 20]);
    const page = await asOperator(() =>
      loadProgramme(pupils?.id ?? "", boardAddress.parse({ from: "01/01/2019", to: "31/12/2022" }), null),
    );
    expect(page.total.introduced).toBe(56);
  });

  test("the rows add up to the total", async () => {
    const { rows, total: all } = await asOperator(() => loadSources(period));
    for (const field of ["unionMembers", "introduced", "admitted"] as const)
      expect(rows.reduce((sum, line) => sum + line[field], 0)).toBe(all[field]);
  });
});

describe("every number of a letter is the number of the report it leads to", () => {
  test.each([
    ["KRONGPAC", ["2024-05-01", "now"], 20],
    ["EAP", ["2024-05-01", "before", "now"], 10],
    ["XUANLOI", ["2021-06-01", "2021-07-01", "now"], 15],
    ["CCQ-QUANGBINH", ["2019-12-01"], 5],
  ])(
    "%s",
    async (code, months, least) => {
      const figures = await actAsOperator("test", () =>
        withScope("letter.read", async (scope) => {
          const first = `${scope.today.slice(0, 7)}-01`;
          const days = months.map((month) =>
            month === "now" ? first : month === "before" ? addMonths(first, -1) : month,
          );
          const found = await lettersOf(scope, code, days);
          for (const figure of found) {
            expectWritten(figure);
            const again = await countedAgain(scope, figure);
            if (again !== "elsewhere") expect([figure.source, figure.value]).toEqual([figure.source, again]);
          }
          return found;
        }),
      );
      expect(figures.length).toBeGreaterThan(least);
      const lists = figures.filter(({ source }) =>
        ["tasks", "briefings", "difficulties", "commitments"].includes(source.is),
      );
      for (const figure of lists)
        expect([figure.source, figure.value]).toEqual([
          figure.source,
          await actAsOperator("test", () => listedAt(figure)),
        ]);
      if (code === "EAP")
        expect(new Set(lists.map(({ source }) => source.is))).toEqual(
          new Set(["tasks", "briefings", "difficulties", "commitments"]),
        );
    },
    120_000,
  );
});
