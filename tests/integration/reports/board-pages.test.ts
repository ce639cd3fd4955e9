import { beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { loadMonths } from "@/lib/reports/queries/months";
import { loadPeople } from "@/lib/reports/queries/people";
import { loadStructure } from "@/lib/reports/queries/structure";
import { loadYears } from "@/lib/reports/queries/years";
import { boardAddress } from "@/lib/reports/schema";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";
import { givenOfficer } from "@/tests/support/organisation";

let upper = "";
const address = (told: Record<string, string> = {}) =>
  boardAddress.parse({ unit: "H", period: "2024", asOf: "30/06/2024", ...told });
const parameters = {
  unit: "H",
  from: "2024-01-01",
  to: "2024-12-31",
  asOf: "2024-06-30",
  countBy: null,
  tree: "as-was" as const,
};
const names = async (figure: string) =>
  (await actAs(upper, () => loadPeople(parameters, figure))).people.map(({ name }) => name);

beforeAll(async () => {
  await actAsOperator("test", () => bringIn("don-vi", aFile(...UNITS)));
  const head = [
    "Mã chi bộ",
    "Họ và tên",
    "Ngày sinh",
    "Giới tính",
    "Dân tộc",
    "Ngày giới thiệu",
    "Ngày quyết định kết nạp",
  ];
  const rows = [
    ["A-1", "Trần Thị An", "12/08/1998", "Nữ", "Tày", "10/01/2022", "15/01/2024"],
    ["A-2", "Lê Văn Bình", "15/03/1993", "Nam", "Kinh", "10/01/2022", "14/03/2024"],
    ["A-2", "Hồ Văn Cúc", "15/03/1993", "Nam", "Kinh", "10/01/2022", "15/03/2024"],
    ["B-1", "Vũ Thị Dung", "12/08/1990", "Nữ", "Kinh", "10/01/2021", "20/05/2023"],
    ["B-1", "Ngô Thị Én", "12/08/1990", "Nữ", "Kinh", "10/01/2021", "20/09/2023"],
    ["S", "Mai Thị Giang", "12/08/1990", "Nữ", "Kinh", "10/01/2018", "20/09/2021"],
  ];
  await actAsOperator("test", () => bringIn("ho-so", aFile(head, ...rows)));
  const quotas = [
    ["Mã đơn vị", "Từ ngày", "Đến ngày", "Nguồn", "Giá trị"],
    ...["2022", "2023"].map((year) => ["B", `01/01/${year}`, `31/12/${year}`, "Cấp trên giao", "3"]),
    ["S", "01/01/2021", "31/12/2021", "Cấp trên giao", "1"],
  ];
  await actAsOperator("test", () => bringIn("chi-tieu", aFile(...quotas)));
  upper = await actAsOperator("test", () =>
    withScope("account.manage", async (scope) => {
      const { id } = await scope.db.unit.findUniqueOrThrow({ where: { codeKey: "H" } });
      return givenOfficer(scope, "upper", "upperOfficer", id);
    }),
  );
});

test("structure: each group beside the same days a year earlier, ages by completed years on the day", async () => {
  const { all, groups, pyramid } = await actAs(upper, () => loadStructure(address()));
  expect(all).toEqual({ now: 3, before: 1 });
  expect(groups.find(({ group }) => group === "WOMEN")).toMatchObject({
    current: { numerator: 1, denominator: 3, percent: 33.33 },
    before: { numerator: 1, denominator: 1, percent: 100 },
    change: -66.67,
  });
  const bands = Object.fromEntries(pyramid.map(({ band, female, male }) => [band, [female, male]]));
  expect([bands["18-30"], bands["31-35"]]).toEqual([
    [1, 1],
    [0, 1],
  ]);
  expect(await names("structure:total.ETHNIC_MINORITY")).toEqual(["Trần Thị An"]);
});

test("months: each cell counts and opens its people; what has not begun is empty", async () => {
  const { rows, total, months } = await actAs(upper, () => loadMonths(address()));
  expect(months).toHaveLength(12);
  expect(rows.map(({ unit, months: counts }) => [unit.code, counts.slice(0, 7)])).toEqual([
    ["A", [1, 0, 2, 0, 0, 0, null]],
    ["B", [0, 0, 0, 0, 0, 0, null]],
    ["S", [0, 0, 0, 0, 0, 0, null]],
  ]);
  expect(total.sum).toBe(3);
  expect(await names("months:rows[unit.code=A].m202403")).toEqual(["Lê Văn Bình", "Hồ Văn Cúc"]);
});

test("years: results of whole years, and how often in a row a quota was missed or nobody admitted", async () => {
  const { rows } = await actAs(upper, () => loadYears(address()));
  const told = Object.fromEntries(
    rows.map(({ unit, years, ...rest }) => [
      unit.code,
      { ...rest, years: years.map(({ attained, asked }) => [attained.numerator, asked]) },
    ]),
  );
  expect(told).toEqual({
    A: {
      years: [
        [0, null],
        [0, null],
        [0, null],
        [0, null],
        [3, null],
      ],
      missed: 0,
      without: 4,
      everAdmitted: true,
    },
    B: {
      years: [
        [0, null],
        [0, null],
        [0, 3],
        [2, 3],
        [0, null],
      ],
      missed: 2,
      without: 0,
      everAdmitted: true,
    },
    S: {
      years: [
        [0, null],
        [1, 1],
        [0, null],
        [0, null],
        [0, null],
      ],
      missed: 0,
      without: 2,
      everAdmitted: true,
    },
  });
  expect(await names("years:rows[unit.code=B].y2023")).toEqual(["Vũ Thị Dung", "Ngô Thị Én"]);
});
