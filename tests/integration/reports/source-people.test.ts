import { afterAll, beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { SOURCES } from "@/lib/pipeline/labels/words";
import { closeDatabase } from "@/lib/platform/database";
import { loadPeople } from "@/lib/reports/queries/people";
import { loadSources, loadSourcesWithin } from "@/lib/reports/queries/sources";
import { loadSourcesPage } from "@/lib/reports/queries/sources-page";
import { findSourcePeople } from "@/lib/reports/repository/source-people";
import type { ReportParameters } from "@/lib/reports/rules/parameters";
import { countSourceFigure, type SourceFigure } from "@/lib/reports/rules/source-figure";
import type { SourcesLine } from "@/lib/reports/rules/sources";
import { boardAddress } from "@/lib/reports/schema";
import { addDays } from "@/lib/shared/days";
import { BLOCS } from "@/lib/sources/rules/tree";
import { Chance } from "@/prisma/seed/random";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";
import { givenOfficer } from "@/tests/support/organisation";

const chance = new Chance(7777);
const maybe = (text: string, likely = 0.5) => (chance.happens(likely) ? text : "");
const tokens: Record<string, string> = {};

const UNION = [
  ["Mã tổ chức", "Tên tổ chức", "Cấp", "Mã tổ chức cấp trên", "Khối", "Mã đơn vị đảng"],
  ["D-T", "Tỉnh đoàn T", "Tỉnh đoàn", "", "", "T"],
  ["D-A", "Đoàn xã A", "Đoàn cơ sở", "D-T", "Khu dân cư", "A"],
  ["D-A-1", "Chi đoàn thôn 1", "Chi đoàn", "D-A", "", "A-1"],
  ["D-A-2", "Chi đoàn thôn 2", "Chi đoàn", "D-A", "", "A-2"],
  ["D-S", "Đoàn Trường THPT S", "Đoàn cơ sở", "D-T", "Trường học", "S"],
];
const PLACES = [
  ["D-A-1", "A-1"],
  ["D-A-2", "A-2"],
  ["D-S", "S"],
] as const;
const letters = (number: number) =>
  `N${[...String(number)].map((digit) => "abcdefghij"[Number(digit)]).join("")}`;
const aDay = () => addDays("2021-01-01", chance.between(0, 1200));

/** Members rated in two years, some introduced by the Union; dossiers of them and of others, some decided. */
function files() {
  const members: string[][] = [];
  const dossiers: string[][] = [];
  for (let place = 0; place < 220; place++) {
    const [chapter, cell] = chance.pick([...PLACES]);
    const name = `Đoàn Viên ${letters(place)}`;
    const birth = addDays("1998-01-01", chance.between(0, 365 * 9));
    const introduced = chance.happens(0.5) ? aDay() : "";
    for (const year of ["2022", "2023"]) {
      const rating = chance.pick(["HTXSNV", "HTTNV", ""]);
      members.push([
        chapter,
        name,
        birth,
        "Nữ",
        maybe(addDays(birth, 365 * 16)),
        maybe("có", 0.1),
        rating && year,
        rating,
        rating === "HTXSNV" ? maybe("có", 0.4) : "",
        year === "2022" ? introduced : "",
        year === "2022" && introduced ? cell : "",
      ]);
    }
  }
  for (let place = 0; place < 160; place++) {
    const introduced = aDay();
    const certified = chance.happens(0.6) ? addDays(introduced, chance.between(20, 200)) : "";
    const decided = certified && chance.happens(0.6) ? addDays(certified, chance.between(20, 300)) : "";
    dossiers.push([
      chance.pick(["A-1", "A-2", "B-1", "S"]),
      `Người Khác ${letters(place)}`,
      addDays("1990-01-01", chance.between(0, 365 * 15)),
      "Nam",
      chance.pick(["8", "11", ""]),
      chance.pick(["có", "không", ""]),
      chance.pick(["Đoàn TNCS", "Đoàn TNCS", "Hội LHPN", "Công đoàn", "Chi bộ"]),
      introduced,
      certified,
      decided,
      decided && addDays(decided, 10),
      decided && chance.happens(0.15) ? addDays(decided, chance.between(11, 200)) : "",
    ]);
  }
  return { members, dossiers };
}

beforeAll(() =>
  actAsOperator("test", async () => {
    await bringIn("don-vi", aFile(...UNITS));
    await bringIn("to-chuc-doan", aFile(...UNION));
    const { members, dossiers } = files();
    await withScope("account.manage", async (scope) => {
      const party = async (code: string) =>
        (await scope.db.unit.findUniqueOrThrow({ where: { codeKey: code } })).id;
      const union = async (code: string) =>
        (await scope.db.unionUnit.findUniqueOrThrow({ where: { codeKey: code } })).id;
      tokens.union = await givenOfficer(scope, "union", "unionOfficer", await party("T"), await union("D-T"));
      tokens.base = await givenOfficer(scope, "base", "unionOfficer", await party("A"), await union("D-A"));
      tokens.party = await givenOfficer(scope, "party", "upperOfficer", await party("H"));
      tokens.viewer = await givenOfficer(scope, "viewer", "viewer", await party("H"));
    });
    const header =
      "Mã tổ chức đoàn,Họ và tên,Ngày sinh,Giới tính,Ngày vào Đoàn,Là đảng viên,Năm xếp loại,Xếp loại,Đoàn viên ưu tú,Ngày giới thiệu cho Đảng,Mã chi bộ nhận giới thiệu".split(
        ",",
      );
    // An officer of the Union sends half of them, so that referrals wait; the operator the other half.
    const half = Math.floor(members.length / 4) * 2;
    const first = await actAs(tokens.union ?? "", () =>
      bringIn("doan-vien", aFile(header, ...members.slice(0, half))),
    );
    const second = await bringIn("doan-vien", aFile(header, ...members.slice(half)));
    const third = await bringIn(
      "ho-so",
      aFile(
        "Mã chi bộ,Họ và tên,Ngày sinh,Giới tính,Nhóm nghề nghiệp,Đoàn viên,Nguồn giới thiệu,Ngày giới thiệu,Ngày cấp GCN nhận thức,Ngày quyết định kết nạp,Ngày lễ kết nạp,Ngày hủy quyết định".split(
          ",",
        ),
        ...dossiers,
      ),
    );
    expect([first.refused, second.refused, third.refused]).toEqual([0, 0, 0]);
  }),
);
afterAll(closeDatabase);

const as = <T>(who: string, run: () => Promise<T>) => actAs(tokens[who] ?? "", run);
const period = (unit: string, given: Partial<ReportParameters> = {}): ReportParameters => ({
  unit,
  from: "2022-01-01",
  to: "2023-12-31",
  asOf: "2023-12-31",
  countBy: "decision",
  tree: "as-was",
  ...given,
});

/** Every number of a line that has people behind it, under its path. */
function numbersOf(line: SourcesLine): [path: string, count: number][] {
  return [
    ["unionMembers", line.unionMembers],
    ["excellent", line.excellent],
    ["outstanding", line.outstanding],
    ["outstandingOfExcellent", line.outstandingOfExcellent.numerator],
    ["introduced", line.introduced],
    ["introducedPupils", line.introducedPupils],
    ["admitted", line.admitted],
    ["admittedOfIntroduced", line.admittedOfIntroduced.numerator],
    ["unionMembersOfAdmitted", line.unionMembersOfAdmitted.numerator],
    ["unionMembersOfMembers", line.unionMembersOfMembers.numerator],
    ...line.byBloc.map(({ bloc, count }): [string, number] => [`byBloc[bloc=${bloc}].count`, count]),
    ...line.introducedByBloc.map(({ bloc, count }): [string, number] => [
      `introducedByBloc[bloc=${bloc}].count`,
      count,
    ]),
    ...line.introducedBy.map(({ by, count }): [string, number] => [`introducedBy[by=${by}].count`, count]),
  ];
}

test.each([
  ["party", "H"],
  ["union", "D-T"],
])(
  "every number of the report opens as many people as it says, for the %s side",
  async (who, unit) => {
    let people = 0;
    for (const countBy of ["decision", "ceremony"] as const) {
      const parameters = period(unit, { countBy });
      const { rows, total } = await as(who, () => loadSources(parameters));
      const lines = [
        ["total", total] as const,
        ...rows.map((row) => [`rows[unit.code=${row.unit.code}]`, row] as const),
      ];
      for (const [where, line] of lines)
        for (const [path, count] of numbersOf(line)) {
          const figure = `sources:${where}.${path}`;
          const list = await as(who, () => loadPeople(parameters, figure));
          expect([list.count, list.people.length], figure).toEqual([count, count]);
          people += count;
        }
    }
    expect(people).toBeGreaterThan(1000);
  },
  120_000,
);

test("count and list agree for whatever bloc, year, introducer and days", async () => {
  const whats = [
    "members",
    "partyMembers",
    "excellent",
    "outstanding",
    "introduced",
    "introducedPupils",
    "certified",
    "admitted",
    "allAdmitted",
    "admittedUnionMembers",
  ] as const;
  for (const [who, unit] of [
    ["party", "H"],
    ["union", "D-T"],
    ["base", "D-A"],
  ] as const) {
    let people = 0;
    for (let round = 0; round < 25; round++) {
      const from = aDay();
      const to = addDays(from, chance.between(0, 700));
      const asOf = addDays(to, chance.between(-100, 300));
      const parameters = period(unit, { from, to, asOf, countBy: chance.pick(["decision", "ceremony"]) });
      await as(who, () =>
        withScope("sources.report", async (scope) => {
          const { facts, places, days } = await loadSourcesWithin(scope, parameters);
          for (const what of whats) {
            const figure: SourceFigure = {
              what,
              ...(chance.happens(0.4) ? { bloc: chance.pick([...BLOCS]) } : {}),
              ...(chance.happens(0.3) && !what.endsWith("embers")
                ? { year: chance.between(2021, 2024) }
                : {}),
              ...(what === "introduced" && chance.happens(0.5) ? { by: chance.pick([...SOURCES]) } : {}),
            };
            for (const place of [{ unit: places.unit, ranges: places.total }, ...places.rows]) {
              const list = await findSourcePeople(scope, place.ranges, figure, days);
              const told = `${who} ${JSON.stringify(figure)} ${JSON.stringify(parameters)}`;
              expect(list.length, told).toBe(countSourceFigure(figure, facts, place.unit.id));
              people += list.length;
            }
          }
        }),
      );
    }
    expect(people).toBeGreaterThan(500);
  }
}, 180_000);

test("each side lists in its own words: members and referrals, or candidates; an export is logged", async () => {
  const own = await as("union", () => loadPeople(period("D-T"), "sources:total.introduced"));
  expect(new Set(own.people.map(({ step }) => step))).toEqual(new Set(["referral"]));
  const members = await as("union", () => loadPeople(period("D-T"), "sources:total.excellent"));
  expect(new Set(members.people.map(({ step }) => step))).toEqual(new Set(["unionMember"]));
  const received = await as("party", () => loadPeople(period("H"), "sources:total.introduced"));
  expect(received.people.some(({ step }) => step === "referral")).toBe(true);
  expect(received.people.some(({ step }) => step !== "referral")).toBe(true);
  await expect(as("viewer", () => loadPeople(period("H"), "sources:total.introduced"))).rejects.toThrow(
    "NEXT_HTTP_ERROR_FALLBACK;404",
  );
  await expect(as("base", () => loadPeople(period("D-T"), "sources:total.introduced"))).rejects.toThrow(
    "NEXT_HTTP_ERROR_FALLBACK;404",
  );
  for (const figure of ["sources:total.byBloc[bloc=X].count", "sources:total.nothing", "sources:total"])
    await expect(as("party", () => loadPeople(period("H"), figure))).rejects.toThrow(/is no figure/);
  await actAsOperator("test", () =>
    withScope("audit.read", async ({ db }) => {
      const events = await db.$queryRaw<{ row: string }[]>`
        SELECT row_id AS row FROM audit_event WHERE action = 'exportNames'`;
      expect(events.map(({ row }) => row)).toContain("sources:total.introduced");
    }),
  );
});

test("on the page a number opens for whoever may see members by name, and never with a birth date", async () => {
  const address = boardAddress.parse({
    unit: "H",
    from: "01/01/2022",
    to: "31/12/2023",
    figure: "sources:total.flow[bloc=SCHOOL].introduced",
  });
  const page = await as("party", () => loadSourcesPage(address));
  const flow = page.flows.blocs.find(({ key }) => key === "SCHOOL");
  expect(page.drawer?.count).toBe(flow?.introduced);
  expect(page.drawer?.people).toHaveLength(Math.min(100, flow?.introduced ?? -1));
  expect(JSON.stringify(page.drawer?.people)).not.toContain("birthDate");
  const seen = await as("viewer", () => loadSourcesPage(address));
  expect([seen.opens, seen.drawer]).toEqual([false, null]);
});
