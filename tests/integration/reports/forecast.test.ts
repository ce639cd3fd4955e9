import { beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { loadBottlenecks } from "@/lib/reports/queries/bottlenecks";
import { loadBackTest, loadForecast } from "@/lib/reports/queries/forecast";
import { loadPeople } from "@/lib/reports/queries/people";
import { BANDS } from "@/lib/reports/rules/figure";
import { boardAddress } from "@/lib/reports/schema";
import { addDays, formatDay } from "@/lib/shared/days";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";
import { givenOfficer } from "@/tests/support/organisation";

let upper = "";
const address = (told: Record<string, string> = {}) =>
  boardAddress.parse({ unit: "H", period: "2024", asOf: "01/10/2024", ...told });

const HEAD = [
  "Mã chi bộ",
  "Họ và tên",
  "Ngày sinh",
  "Giới tính",
  "Ngày giới thiệu",
  "Ngày vào diện cảm tình",
  "Ngày cấp GCN nhận thức",
  "Ngày viết đơn",
  "Ngày nghị quyết chi bộ",
  "Ngày nghị quyết đảng ủy cơ sở",
  "Ngày trình cấp có thẩm quyền",
  "Ngày quyết định kết nạp",
  "Ngày kết thúc",
];
const WORDS = [
  "An",
  "Bình",
  "Cúc",
  "Dung",
  "Én",
  "Giang",
  "Hoa",
  "Khang",
  "Lan",
  "Mơ",
  "Nga",
  "Oanh",
  "Phúc",
  "Quý",
];
let place = 0;
/** A dossier whose steps lie so many days before the day told, the last first. */
const row = (cell: string, day: string, before: (number | null)[], closed = "") => [
  cell,
  `Trần Thị ${WORDS[place++]}`,
  "12/08/1995",
  "Nữ",
  ...before.map((days) => (days === null ? "" : formatDay(addDays(day, -days)))),
  closed,
];
/** introduced … decided: submitted 30 days, resolved by base 40 and cell 60 days before the decision. */
const DECIDED = [700, 600, 500, 200, 60, 40, 30, 0];

beforeAll(async () => {
  await actAsOperator("test", () => bringIn("don-vi", aFile(...UNITS)));
  const rows = [
    ...Array.from({ length: 6 }, (_, month) => row("A-1", `2024-0${month + 1}-15`, DECIDED)),
    row("B-1", "2024-02-15", DECIDED),
    row("A-1", "2024-09-20", [600, 500, 400, 100, 30, 10, 0, null]),
    row("B-1", "2024-12-05", [600, 500, 400, 180, 160, null, null, null]),
    row("B-1", "2024-09-20", [600, 500, 0, null, null, null, null, null]),
    row("S", "2024-08-01", [90, 0, null, null, null, null, null, null]),
    row("S", "2024-03-01", [300, 200, 100, null, null, null, null, null], "05/04/2024"),
  ];
  await actAsOperator("test", () => bringIn("ho-so", aFile(HEAD, ...rows)));
  const quota = ["Mã đơn vị", "Từ ngày", "Đến ngày", "Nguồn", "Giá trị"];
  await actAsOperator("test", () =>
    bringIn("chi-tieu", aFile(quota, ["H", "01/01/2024", "31/12/2024", "Cấp trên giao", "10"])),
  );
  upper = await actAsOperator("test", () =>
    withScope("account.manage", async (scope) => {
      const { id } = await scope.db.unit.findUniqueOrThrow({ where: { codeKey: "H" } });
      return givenOfficer(scope, "upper", "upperOfficer", id);
    }),
  );
});

test("the forecast is what was admitted and what comes in time by the pace of the last 36 months", async () => {
  const { total, rows, paces } = await actAs(upper, () => loadForecast(address()));
  expect(paces).toMatchObject({
    submitted: { days: 30, dossiers: 7 },
    certified: { days: 500, dossiers: 7 },
  });
  expect(total).toMatchObject({
    admitted: 7,
    asked: 10,
    bands: {
      beforeCommittee: { inTime: 1, late: 0, unknown: 0 },
      resolved: { inTime: 1, late: 0, unknown: 0 },
      certificateHeld: { inTime: 0, late: 1, unknown: 0 },
    },
    expected: 9,
    short: 1,
  });
  const told = Object.fromEntries(
    rows.map(({ unit, expected, borrowed }) => [unit.code, [expected, borrowed]]),
  );
  expect(told).toEqual({ A: [7, false], B: [2, true], S: [0, false] });
  expect(rows.reduce((sum, { expected }) => sum + expected, 0)).toBe(total.expected);
});

test("each band opens its people, as many as come in time, late and without a pace", async () => {
  const { total, parameters } = await actAs(upper, () => loadForecast(address()));
  for (const band of BANDS) {
    const { inTime, late, unknown } = total.bands[band];
    const { count } = await actAs(upper, () => loadPeople(parameters, `forecast:total.${band}`));
    expect({ band, count }).toEqual({ band, count: inTime + late + unknown });
  }
});

test("the back-test uses only what was known on the day", async () => {
  const { year, tests } = await actAs(upper, () => loadBackTest(address()));
  expect([year, tests.length]).toEqual([2024, 11]);
  expect(tests[0]).toMatchObject({ asOf: "2024-01-31", admitted: 1, came: 7 });
  expect(tests[4]).toMatchObject({ asOf: "2024-05-31", admitted: 6, expected: 8, came: 7, error: 1 });
});

test("bottlenecks: days of each passage, who waits where and with whom, who dropped out, what could be won", async () => {
  const { total, waiting, dropOuts, gains } = await actAs(upper, () => loadBottlenecks(address()));
  const days = Object.fromEntries(
    total.passages.map(({ passage, median, dossiers }) => [passage, [median, dossiers]]),
  );
  expect(days).toMatchObject({ toDecision: [30, 7], toBase: [20, 7], toSubmission: [10, 7] });
  expect(waiting.map(({ step, people, holder }) => [step, people, holder])).toEqual([
    ["sympathisers", 1, "organiser"],
    ["certified", 1, "cell"],
    ["cellResolved", 1, "base"],
    ["submitted", 1, "committee"],
  ]);
  expect(waiting.find(({ step }) => step === "cellResolved")).toMatchObject({ median: 95, longer: 1 });
  expect(dropOuts.map(({ step, people }) => [step, people])).toEqual([["certified", 1]]);
  expect(gains).toMatchObject({ classFor: 1, classBy: "2023-08-19" });
});
