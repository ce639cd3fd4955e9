import { beforeAll, describe, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { ATTAINMENT_COLUMNS, attainmentRows } from "@/lib/reports/export/attainment";
import { loadAttainment } from "@/lib/reports/queries/attainment";
import { loadBoard } from "@/lib/reports/queries/board";
import { loadOfficialPage } from "@/lib/reports/queries/official-page";
import { loadStructure } from "@/lib/reports/queries/structure";
import { boardAddress } from "@/lib/reports/schema";
import { reportAnswer } from "@/lib/reports/schema/answers";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";
import { givenOfficer } from "@/tests/support/organisation";

const tokens = { upper: "", viewer: "" };
type Who = keyof typeof tokens;
const as = <T>(who: Who, run: () => Promise<T>) => actAs(tokens[who], run);
const address = (told: Record<string, string> = {}) =>
  boardAddress.parse({ unit: "H", period: "2024", asOf: "31/12/2024", ...told });
const PERIOD = {
  unit: "H",
  from: "2024-01-01",
  to: "2024-12-31",
  asOf: "2024-12-31",
  countBy: null,
  tree: "as-was" as const,
};

/** How many of each cell were admitted, in the order Kinh without a religion, Tày, Catholics. */
const ADMITTED: [string, number, number, number][] = [
  ["A-1", 4, 1, 0],
  ["B-1", 5, 4, 1],
  ["S", 6, 5, 0],
];

const kinds = (kinh: number, tay: number, catholic: number) => [
  ...Array.from({ length: kinh }, () => ["Kinh", "Không"]),
  ...Array.from({ length: tay }, () => ["Tày", "Không"]),
  ...Array.from({ length: catholic }, () => ["Kinh", "Công giáo"]),
];

beforeAll(async () => {
  await actAsOperator("test", () => bringIn("don-vi", aFile(...UNITS)));
  const head = ["Mã chi bộ", "Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Tôn giáo"];
  const people = ADMITTED.flatMap(([cell, ...counts]) =>
    kinds(...counts).map(([ethnicity = "", religion = ""], place) => [
      cell,
      `Trần Văn ${String.fromCharCode(65 + place)}`,
      `1${place % 10}/0${1 + (place % 9)}/199${place % 9}`,
      "Nam",
      ethnicity,
      religion,
      "10/01/2022",
      `1${place % 10}/03/2024`,
    ]),
  );
  await actAsOperator("test", () =>
    bringIn("ho-so", aFile([...head, "Ngày giới thiệu", "Ngày quyết định kết nạp"], ...people)),
  );
  const quota = (unit: string, group: string) => [
    unit,
    "01/01/2024",
    "31/12/2024",
    "Cấp trên giao",
    group,
    "10",
  ];
  await actAsOperator("test", () =>
    bringIn(
      "chi-tieu",
      aFile(
        ["Mã đơn vị", "Từ ngày", "Đến ngày", "Nguồn", "Nhóm", "Giá trị"],
        ...["H", "A", "B", "S"].map((unit) => quota(unit, "Dân tộc thiểu số")),
        quota("H", "Tôn giáo"),
      ),
    ),
  );
  await actAsOperator("test", () =>
    withScope("account.manage", async (scope) => {
      const { id } = await scope.db.unit.findUniqueOrThrow({ where: { codeKey: "H" } });
      tokens.upper = await givenOfficer(scope, "upper", "upperOfficer", id);
      tokens.viewer = await givenOfficer(scope, "viewer", "viewer", id);
    }),
  );
});

describe("ethnicity and religion, for who may not export names", () => {
  const drawer = async (who: Who, figure: string) =>
    (await as(who, () => loadOfficialPage("new-members", address({ figure })))).drawer;

  test("the drawer of a row tells no part of the two groups", async () => {
    const labels = async (who: Who) =>
      (await drawer(who, "new-members:rows[key=total].current"))?.structure.map(({ label }) => label);
    expect(await labels("upper")).toEqual(expect.arrayContaining(["Dân tộc thiểu số", "Tôn giáo"]));
    const seen = await labels("viewer");
    expect(seen).toContain("Nữ");
    expect(seen).not.toEqual(expect.arrayContaining(["Dân tộc thiểu số"]));
    expect(seen).not.toEqual(expect.arrayContaining(["Tôn giáo"]));
  });

  test.each([
    "structure:total.RELIGIOUS",
    "structure:total.ETHNIC_MINORITY",
    "attainment:total.quotas[source=ASSIGNED,group=RELIGIOUS].achieved",
    "attainment:rows[unit.code=A].quotas[source=ASSIGNED,group=ETHNIC_MINORITY].achieved",
    "new-members:religious",
  ])("%s opens nobody", async (figure) => {
    expect((await drawer("upper", figure))?.count).toBeGreaterThan(0);
    expect(await drawer("viewer", figure)).toBeNull();
  });

  test("the structure holds one believer back and keeps ten of a minority with their share", async () => {
    const shares = async (who: Who) => {
      const { groups } = await as(who, () => loadStructure(address()));
      return Object.fromEntries(groups.map(({ group, current }) => [group, current]));
    };
    expect((await shares("upper")).RELIGIOUS).toMatchObject({ numerator: 1, shown: "shown" });
    const seen = await shares("viewer");
    expect(seen.RELIGIOUS).toEqual({ numerator: null, denominator: 26, percent: null, shown: "few" });
    expect(seen.ETHNIC_MINORITY).toEqual({ numerator: 10, denominator: 26, percent: 38.46, shown: "shown" });
  });

  test("quotas: one is held back, and one more so that the sum does not tell it", async () => {
    const report = (who: Who) => as(who, () => loadAttainment(PERIOD));
    const all = await report("upper");
    expect(all.rows.map(({ quotas }) => quotas[0]?.achieved.numerator)).toEqual([1, 4, 5]);
    expect(all.total.held).toBeUndefined();
    const { rows, total } = await report("viewer");
    expect(rows.map(({ quotas, held }) => [quotas.length, held?.map(({ shown }) => shown)])).toEqual([
      [0, ["few"]],
      [0, ["guarded"]],
      [1, undefined],
    ]);
    expect(total.quotas.map(({ group, achieved }) => [group, achieved.percent])).toEqual([
      ["ETHNIC_MINORITY", 100],
    ]);
    expect(total.held).toMatchObject([{ group: "RELIGIOUS", shown: "few", value: 10 }]);
    const place = ATTAINMENT_COLUMNS.findIndex(({ title }) => title === "Đạt (tử số)");
    expect(attainmentRows({ ...all, rows, total }).map((row) => row[place])).toEqual([
      "< 3",
      "…",
      5,
      10,
      "< 3",
    ]);
    expect(reportAnswer("attainment").safeParse(await report("viewer")).error).toBeUndefined();
  });

  test("the board of the group draws no line of days", async () => {
    const line = async (who: Who) =>
      (await as(who, () => loadBoard(address({ group: "ETHNIC_MINORITY" })))).line.length;
    expect(await line("upper")).toBeGreaterThan(0);
    expect(await line("viewer")).toBe(0);
  });
});
