import { afterAll, beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { type UnitScope, withScope } from "@/lib/access/gate";
import { treeOn } from "@/lib/organisation/repository/tree-on";
import { UNIT_TYPES } from "@/lib/organisation/rules/kinds";
import { OCCUPATIONS } from "@/lib/people/rules";
import { SOURCES } from "@/lib/pipeline/labels/words";
import { closeDatabase } from "@/lib/platform/database";
import { loadProgramme, loadProgrammes } from "@/lib/reports/queries/programmes";
import { countFigures, findFigurePeople } from "@/lib/reports/repository/figures";
import { PROGRAMME_FIGURES, programmeFigure } from "@/lib/reports/rules/programme";
import { boardAddress } from "@/lib/reports/schema";
import { addDays } from "@/lib/shared/days";
import { initialFormState } from "@/lib/shared/form-state";
import { editProgramme, endProgramme, openProgramme } from "@/lib/sources/actions/programmes";
import { findOwnProgramme } from "@/lib/sources/repository/programmes";
import { belongs, type Judged, type ProgrammeGroup } from "@/lib/sources/rules/programme";
import { Chance } from "@/prisma/seed/random";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";
import { aForm, givenOfficer } from "@/tests/support/organisation";

const ASKED = ["2023-06-30", "2024-02-28", "2024-02-29", "2024-12-31"];
const chance = new Chance(2602);
const tokens: Record<string, string> = {};
const maybe = <Value>(value: Value, likely = 0.5): Value | null => (chance.happens(likely) ? value : null);
const somewhere = () => chance.pick(["A-1", "A-2", "B-1", "S"]);

/** People on either side of every bound: birthdays around the days of introduction, the 29th of February too. */
const PEOPLE = Array.from({ length: 400 }, (_, place) => {
  const introduced = addDays("2022-06-01", chance.between(0, 900));
  const years = chance.between(16, 21);
  const birth = chance.happens(0.1)
    ? "29/02/2004"
    : addDays(introduced, -Math.round(years * 365.25) + chance.between(-2, 2));
  const certified = maybe(addDays(introduced, chance.between(20, 200)), 0.6);
  const decided = certified && maybe(addDays(certified, chance.between(30, 300)), 0.5);
  return [
    somewhere(),
    `Người Mẫu ${letters(place)}`,
    chance.happens(0.15) ? "2005" : birth,
    chance.pick(["Nam", "Nữ"]),
    maybe(chance.pick([...OCCUPATIONS]), 0.8) ?? "",
    maybe(chance.pick(["có", "không"]), 0.8) ?? "",
    chance.pick(["Đoàn TNCS", "Chi bộ", "Hội LHPN"]),
    introduced,
    certified ?? "",
    decided ?? "",
    decided ? addDays(decided, 10) : "",
  ];
});
const HEADER = [
  "Mã chi bộ",
  "Họ và tên",
  "Ngày sinh",
  "Giới tính",
  "Nhóm nghề nghiệp",
  "Đoàn viên",
  "Nguồn giới thiệu",
  "Ngày giới thiệu",
  "Ngày cấp GCN nhận thức",
  "Ngày quyết định kết nạp",
  "Ngày lễ kết nạp",
];

function letters(number: number): string {
  return `N${[...String(number)].map((digit) => "abcdefghij"[Number(digit)]).join("")}`;
}

beforeAll(async () => {
  await actAsOperator("test", async () => {
    await bringIn("don-vi", aFile(...UNITS));
    const summary = await bringIn("ho-so", aFile(HEADER, ...PEOPLE));
    expect(summary.refused).toBe(0);
    await withScope("account.manage", async (scope) => {
      const unit = async (code: string) =>
        (await scope.db.unit.findUniqueOrThrow({ where: { codeKey: code } })).id;
      tokens.upper = await givenOfficer(scope, "upper", "upperOfficer", await unit("H"));
      tokens.base = await givenOfficer(scope, "base", "baseOfficer", await unit("A"));
      tokens.beside = await givenOfficer(scope, "beside", "baseOfficer", await unit("B"));
      tokens.cell = await givenOfficer(scope, "cell", "cellSecretary", await unit("A-1"));
    });
  });
});
afterAll(closeDatabase);

const as = <T>(who: string, run: () => Promise<T>) => actAs(tokens[who] ?? "", run);

function aGroup(): ProgrammeGroup {
  const from = addDays("2022-06-01", chance.between(0, 400));
  const ageFrom = maybe(chance.between(16, 19));
  const some = <Value>(values: readonly Value[]) =>
    chance.happens(0.3) ? values.filter(() => chance.happens(0.3)) : [];
  return {
    from,
    to: maybe(addDays(from, chance.between(0, 600))),
    rule: {
      occupations: some(OCCUPATIONS),
      ageFrom,
      ageTo: maybe((ageFrom ?? 17) + chance.between(0, 2)),
      ageOn: chance.pick(["introduction", "asOf"] as const),
      types: some(UNIT_TYPES),
      sources: some(SOURCES),
      sex: maybe(chance.pick(["male", "female"] as const), 0.2),
      unionMember: maybe(chance.happens(0.5), 0.2),
    },
  };
}

/** Everybody there is, as a rule judges them. */
const everybody = (scope: UnitScope) =>
  scope.db.$queryRaw<(Judged & { id: string })[]>`
    SELECT c.id, c.introduced_on::text AS "introducedOn", c.source, p.birth_date::text AS "birthDate", p.birth_year AS "birthYear",
      p.occupation, p.sex, p.union_member AS "unionMember", u.type AS "unitType"
    FROM candidate c JOIN person p ON p.id = c.person_id JOIN unit u ON u.id = c.unit_id`;

test("the rule of one and the SQL of many choose the same people; count, rows and list agree", async () => {
  await actAsOperator("test", () =>
    withScope("report.read", async (scope) => {
      const people = await everybody(scope);
      const unit = await scope.db.unit.findUniqueOrThrow({ where: { codeKey: "H" } });
      let chosen = 0;
      for (let round = 0; round < 40; round++) {
        const group = aGroup();
        const asOf = chance.pick(ASKED);
        const tree = await treeOn(scope, unit.id, asOf, "as-is");
        if (!tree) throw new Error("no tree");
        const parameters = { from: "2000-01-01", to: asOf, asOf };
        const figures = PROGRAMME_FIGURES.map((field) => programmeFigure(field, group, parameters));
        const counts = await countFigures(scope, tree, figures);
        const introduced = await findFigurePeople(
          scope,
          tree.total,
          programmeFigure("introduced", group, parameters),
        );
        const expected = people.filter((person) => belongs(group, person, asOf)).map(({ id }) => id);
        expect(introduced.map(({ id }) => id).toSorted(), JSON.stringify(group)).toEqual(expected.toSorted());
        chosen += expected.length;
        for (const [place, figure] of figures.entries()) {
          const list = await findFigurePeople(scope, tree.total, figure);
          expect(list.length).toBe(counts.get(unit.id)?.[place] ?? 0);
          const rows = tree.rows.reduce((sum, row) => sum + (counts.get(row.unit.id)?.[place] ?? 0), 0);
          expect(rows).toBe(list.length);
        }
      }
      expect(chosen).toBeGreaterThan(300);
    }),
  );
}, 90_000);

test("the pages of a list hold everybody once, in one order", async () => {
  await actAsOperator("test", () =>
    withScope("report.read", async (scope) => {
      const unit = await scope.db.unit.findUniqueOrThrow({ where: { codeKey: "H" } });
      const tree = await treeOn(scope, unit.id, "2024-12-31", "as-is");
      if (!tree) throw new Error("no tree");
      const group = { ...aGroup(), from: "2000-01-01", to: null, rule: { ...aGroup().rule, ...NOTHING } };
      const figure = programmeFigure("introduced", group, {
        from: "2000-01-01",
        to: "2024-12-31",
        asOf: "2024-12-31",
      });
      const all = await findFigurePeople(scope, tree.total, figure);
      const paged = [];
      for (let after = null as (typeof all)[number] | null; ; ) {
        const page = await findFigurePeople(scope, tree.total, figure, { limit: 30, after });
        if (page.length === 0) break;
        paged.push(...page);
        after = page.at(-1) ?? null;
      }
      expect(all).toHaveLength(400);
      expect(paged).toEqual(all);
    }),
  );
});
const NOTHING = {
  occupations: [],
  types: [],
  sources: [],
  ageFrom: null,
  ageTo: null,
  sex: null,
  unionMember: null,
};

const FIELDS = {
  name: "Đảng viên tuổi 18",
  from: "01/06/2022",
  to: "",
  occupations: "11",
  ageFrom: "18",
  ageTo: "18",
};
const open = (who: string, fields: Record<string, string | string[]> = FIELDS) =>
  as(who, () => openProgramme(initialFormState, aForm(fields)));

test("a form without a condition, with wrong ages or days comes back with sentences", async () => {
  expect((await open("upper", { name: "", from: "31/02/2022", to: "" })).fieldErrors).toMatchObject({
    name: [expect.stringContaining("hãy ghi")],
    from: ["Từ ngày: không có ngày 31/02/2022."],
  });
  expect((await open("upper", { ...FIELDS, ageTo: "17" })).fieldErrors).toEqual({
    ageTo: ["Tuổi đến: hãy ghi số không nhỏ hơn Tuổi từ."],
  });
  expect((await open("upper", { ...FIELDS, to: "01/01/2022" })).fieldErrors).toEqual({
    to: ["Đến ngày: hãy ghi ngày không trước Từ ngày."],
  });
  expect((await open("upper", { ...FIELDS, occupations: "", ageFrom: "", ageTo: "" })).fieldErrors).toEqual({
    ageFrom: ["Điều kiện: hãy ghi ít nhất một điều kiện, ví dụ tuổi hoặc nghề nghiệp."],
  });
  expect((await as("upper", () => loadProgrammes())).programmes).toEqual([]);
});

test("a programme is opened above, read beneath with one's own numbers, changed and ended by its owner's side", async () => {
  expect((await open("upper")).done).not.toBeNull();
  const [programme] = (await as("upper", () => loadProgrammes())).programmes;
  if (!programme) throw new Error("no programme");
  const page = (who: string, address = {}) =>
    as(who, () => loadProgramme(programme.id, boardAddress.parse(address), null));

  const upper = await page("upper");
  expect(upper.total.introduced).toBeGreaterThan(0);
  expect(upper.rows.map(({ unit }) => unit.code)).toEqual(["A", "B", "S"]);
  const base = await page("base");
  expect(base.total).toEqual({ ...upper.rows[0], unit: expect.anything() });
  expect([upper.mayKeep, base.mayKeep]).toEqual([true, false]);
  const list = (await as("base", () => loadProgrammes())).programmes[0];
  expect([list?.underWay, list?.admitted]).toEqual([base.total.underWay, base.total.admitted]);
  await expect(page("base", { unit: "B" })).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
  await expect(page("base", { unit: "H" })).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");

  const opened = await page("upper", { figure: "programme:rows[unit.code=A].introduced" });
  expect(opened.open?.people).toHaveLength(Math.min(opened.open?.count ?? -1, 100));
  expect(opened.open?.count).toBe(base.total.introduced);
  expect(JSON.stringify(opened.open?.people)).not.toMatch(/birthDate/);

  const form = (fields: Record<string, string>) => aForm({ programmeId: programme.id, ...fields });
  const edit = (who: string, version: string) =>
    as(who, () =>
      editProgramme(
        initialFormState,
        form({ ...FIELDS, version, name: "Đảng viên tuổi 18 và 19", ageTo: "19" }),
      ),
    );
  await expect(edit("base", "1")).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
  expect((await edit("upper", "7")).fieldErrors[""]).toHaveLength(1);
  expect((await edit("upper", "1")).done).not.toBeNull();
  const edited = await page("upper");
  expect(edited.total.introduced).toBeGreaterThan(upper.total.introduced);

  const end = (to: string, version: string) =>
    as("upper", () => endProgramme(initialFormState, form({ to, version })));
  expect((await end("01/01/2022", "2")).fieldErrors.to).toHaveLength(1);
  expect((await end("31/12/2022", "2")).done).not.toBeNull();
  const ended = await page("upper");
  expect(ended.programme.to).toBe("2022-12-31");
  expect(ended.total.introduced).toBeLessThan(edited.total.introduced);
});

test("a programme of the commune is its own: the neighbour reads nothing, a cell opens none", async () => {
  expect((await open("base", { ...FIELDS, name: "Nguồn trẻ của xã" })).done).not.toBeNull();
  const names = async (who: string) =>
    (await as(who, () => loadProgrammes())).programmes.map(({ name }) => name);
  expect(await names("cell")).toContain("Nguồn trẻ của xã");
  expect(await names("upper")).toContain("Nguồn trẻ của xã");
  expect(await names("beside")).not.toContain("Nguồn trẻ của xã");
  await expect(open("cell")).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
  const own = (await as("base", () => loadProgrammes())).programmes.find(({ unit }) => unit.code === "A");
  const found = await as("beside", () =>
    withScope("programme.read", (scope) => findOwnProgramme(scope, own?.id ?? "")),
  );
  expect(found).toBeNull();
});
