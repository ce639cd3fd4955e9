import { beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { loadAttainment } from "@/lib/reports/queries/attainment";
import { loadStandings } from "@/lib/reports/queries/standings";
import { boardAddress } from "@/lib/reports/schema";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";
import { givenOfficer } from "@/tests/support/organisation";

let upper = "";
const address = (told: Record<string, string> = {}) =>
  boardAddress.parse({ unit: "H", period: "2024", asOf: "30/06/2024", ...told });
const standing = async (told: Record<string, string> = {}) =>
  (await actAs(upper, () => loadStandings(address(told)))).rows;

beforeAll(async () => {
  await actAsOperator("test", () => bringIn("don-vi", aFile(...UNITS)));
  const head = [
    "Mã chi bộ",
    "Họ và tên",
    "Ngày sinh",
    "Giới tính",
    "Ngày giới thiệu",
    "Ngày quyết định kết nạp",
  ];
  const rows = [
    ["A-1", "Trần Thị An", "12/08/1998", "Nữ", "10/01/2022", "15/01/2024"],
    ["A-2", "Lê Văn Bình", "15/03/1993", "Nam", "10/01/2022", "14/03/2024"],
    ["A-2", "Hồ Văn Cúc", "15/03/1993", "Nam", "10/01/2022", "15/07/2024"],
    ["B-1", "Vũ Thị Dung", "12/08/1990", "Nữ", "10/01/2021", "20/05/2024"],
    ["B-1", "Ngô Thị Én", "12/08/1990", "Nữ", "10/01/2021", "20/12/2023"],
  ];
  await actAsOperator("test", () => bringIn("ho-so", aFile(head, ...rows)));
  await actAsOperator("test", () =>
    bringIn(
      "so-luong-dang-vien",
      aFile(["Mã đơn vị", "Ngày", "Tổng số đảng viên"], ["S", "31/12/2023", "101"]),
    ),
  );
  const quota = (unit: string, source: string, kind: string, value: string, day = "", to = "31/12/2024") => [
    unit,
    "01/01/2024",
    to,
    source,
    kind,
    value,
    day === "" ? "" : "1-QĐ",
    day,
  ];
  const quotas = [
    ["Mã đơn vị", "Từ ngày", "Đến ngày", "Nguồn", "Kiểu", "Giá trị", "Số văn bản", "Ngày văn bản"],
    quota("H", "Cấp trên giao", "Số lượng", "90"),
    quota("A", "Cấp trên giao", "Số lượng", "6", "05/01/2024"),
    quota("A", "Cấp trên giao", "Số lượng", "8", "05/02/2024"),
    quota("A", "Cấp trên giao", "Số lượng", "30", "05/08/2024"),
    quota("A-1", "Kế hoạch đơn vị", "Số lượng", "9"),
    quota("A-1", "Cấp trên giao", "Số lượng", "1"),
    quota("A-2", "Cấp trên giao", "Số lượng", "4"),
    quota("B", "Nghị quyết nhiệm kỳ", "Số lượng", "5", "", "31/12/2025"),
    quota("B-1", "Kế hoạch đơn vị", "Tối thiểu", "2"),
    quota("S", "Cấp trên giao", "Tỷ lệ đảng viên", "3"),
  ];
  await actAsOperator("test", () => bringIn("chi-tieu", aFile(...quotas)));
  upper = await actAsOperator("test", () =>
    withScope("account.manage", async (scope) => {
      const { id } = await scope.db.unit.findUniqueOrThrow({ where: { codeKey: "H" } });
      return givenOfficer(scope, "upper", "upperOfficer", id);
    }),
  );
});

test("of all levels, those with most people missing first; by the revision, source and period of the day", async () => {
  expect(
    (await standing({ rank: "remaining" })).map(({ unit, achieved, remaining }) => [
      unit.code,
      achieved.numerator,
      achieved.denominator,
      remaining,
    ]),
  ).toEqual([
    ["A", 2, 8, 6],
    ["S", 0, 4, 4],
    ["A-2", 1, 4, 3],
    ["B-1", 1, 2, 1],
  ]);
  expect((await standing()).map(({ unit }) => unit.code)).toEqual(["S", "A", "A-2", "B-1"]);
  expect((await standing({ kind: "CELL" })).map(({ unit, above }) => [unit.code, above])).toEqual([
    ["A-2", "Đảng bộ xã A"],
    ["B-1", "Đảng bộ xã B"],
  ]);
  expect(await standing({ after: "4" })).toEqual([]);
});

test("each says what the report on its superior says", async () => {
  for (const { unit, achieved, remaining } of await standing()) {
    const parameters = {
      unit: unit.code,
      from: "2024-01-01",
      to: "2024-12-31",
      asOf: "2024-06-30",
      countBy: null,
      tree: "as-was" as const,
    };
    const { total } = await actAs(upper, () => loadAttainment(parameters));
    expect(total.quotas).toContainEqual(expect.objectContaining({ achieved, remaining }));
  }
});

test("behind: how many an even pace would have had more", async () => {
  const [first] = await standing({ rank: "remaining" });
  expect(first).toMatchObject({ unit: { code: "A" }, behind: 2 });
});
