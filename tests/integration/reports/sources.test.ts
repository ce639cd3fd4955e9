import { beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { loadSources } from "@/lib/reports/queries/sources";
import { asOperator } from "@/tests/support/classes";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";
import { givenOfficer } from "@/tests/support/organisation";

const UNION = [
  ["Mã tổ chức", "Tên tổ chức", "Cấp", "Mã tổ chức cấp trên", "Khối", "Mã đơn vị đảng"],
  ["D-T", "Tỉnh đoàn T", "Tỉnh đoàn", "", "", "T"],
  ["D-A", "Đoàn xã A", "Đoàn cơ sở", "D-T", "Khu dân cư", "A"],
  ["D-A-1", "Chi đoàn thôn 1", "Chi đoàn", "D-A", "", "A-1"],
  ["D-B", "Đoàn xã B", "Đoàn cơ sở", "D-T", "Khu dân cư", "B"],
  ["D-S", "Đoàn trường S", "Đoàn cơ sở", "D-T", "Trường học", "S"],
];
const tokens = { province: "", a: "", union: "" };

const report = (token: string, unit: string, asOf = "2024-12-31") =>
  actAs(token, () =>
    loadSources({ unit, from: "2023-01-01", to: "2024-12-31", asOf, countBy: null, tree: "as-was" }),
  );

beforeAll(async () => {
  await actAsOperator("test", async () => {
    await bringIn("don-vi", aFile(...UNITS));
    await bringIn("to-chuc-doan", aFile(...UNION));
    const dossiers = ["Mã chi bộ", "Họ và tên", "Ngày sinh", "Giới tính", "Đoàn viên", "Nguồn giới thiệu"];
    const days = [
      "Ngày giới thiệu",
      "Ngày cấp GCN nhận thức",
      "Ngày quyết định kết nạp",
      "Ngày hủy quyết định",
    ];
    const union = ["12/08/2000", "Nữ", "có", "Đoàn TNCS"];
    await bringIn(
      "ho-so",
      aFile(
        [...dossiers, ...days],
        ["A-1", "Lê Thị Một", ...union, "20/10/2023", "05/01/2024", "10/06/2024", ""],
        ["B-1", "Lê Thị Hai", ...union, "20/10/2023", "05/01/2024", "10/06/2024", "01/09/2024"],
        ["S", "Lê Thị Ba", ...union, "21/10/2023", "", "", ""],
        ["A-2", "Lê Thị Tư", "12/08/1980", "Nữ", "không", "Chi bộ", "21/10/2023", "", "11/06/2024", ""],
      ),
    );
    const head = ["Mã tổ chức đoàn", "Họ và tên", "Ngày sinh", "Giới tính", "Là đảng viên", "Năm xếp loại"];
    const rated = ["12/08/2000", "Nữ"];
    const chosen = ["", "2023", "HTXSNV", "có"];
    await bringIn(
      "doan-vien",
      aFile(
        [...head, "Xếp loại", "Đoàn viên ưu tú", "Ngày giới thiệu cho Đảng", "Mã chi bộ nhận giới thiệu"],
        ["D-A-1", "Lê Thị Một", ...rated, ...chosen, "20/10/2023", "A-1"],
        ["D-B", "Lê Thị Hai", ...rated, ...chosen, "20/10/2023", "B-1"],
        ["D-S", "Lê Thị Ba", ...rated, ...chosen, "21/10/2023", "S"],
        ["D-S", "Lê Thị Sáu", "12/08/2007", "Nữ", "", "2024", "HTXSNV", "", "", ""],
        ["D-A-1", "Lê Thị Bảy", "12/08/1999", "Nữ", "có", "", "", "", "", ""],
      ),
    );
  });
  await asOperator(async (scope) => {
    const unit = async (code: string) =>
      (await scope.db.unit.findUniqueOrThrow({ where: { codeKey: code } })).id;
    const { id } = await scope.db.unionUnit.findUniqueOrThrow({ where: { codeKey: "D-T" } });
    tokens.province = await givenOfficer(scope, "province", "provinceOfficer", await unit("T"));
    tokens.a = await givenOfficer(scope, "a", "baseOfficer", await unit("A"));
    tokens.union = await givenOfficer(scope, "union", "unionOfficer", await unit("T"), id);
  });
});

test("the rows add up to the total, each counted in its own place, bloc and year", async () => {
  const { rows, total } = await report(tokens.province, "T");
  expect(rows.map(({ unit }) => unit.code)).toEqual(["H"]);
  const district = await report(tokens.province, "H");
  expect(
    district.rows.map(({ unit, unionMembers, excellent, introduced, admitted, unionMembersOfAdmitted }) => [
      unit.code,
      unionMembers,
      excellent,
      introduced,
      admitted,
      `${unionMembersOfAdmitted.numerator}/${unionMembersOfAdmitted.denominator}`,
    ]),
  ).toEqual([
    ["A", 2, 0, 1, 1, "1/2"],
    ["B", 1, 0, 1, 0, "0/0"],
    ["S", 2, 1, 1, 0, "0/0"],
  ]);
  expect([total.unionMembers, total.excellent, total.outstanding, total.introduced, total.admitted]).toEqual([
    5, 1, 0, 3, 1,
  ]);
  expect(total.introducedByBloc.map(({ count }) => count)).toEqual([2, 1, 0, 0]);
  expect(total.byBloc.map(({ count }) => count)).toEqual([3, 2, 0, 0]);
});

test("before a decision was revoked it counts", async () => {
  expect((await report(tokens.province, "T", "2024-08-31")).total.admitted).toBe(2);
  expect((await report(tokens.union, "D-T", "2024-08-31")).total.admitted).toBe(2);
});

test("an officer of the Union counts the same in their own tree", async () => {
  const { rows, total } = await report(tokens.union, "D-T");
  expect([total.unionMembers, total.excellent, total.introduced, total.admitted]).toEqual([5, 1, 3, 1]);
  expect(rows.map(({ unit, introduced, admitted }) => [unit.code, introduced, admitted])).toEqual([
    ["D-A", 1, 1],
    ["D-B", 1, 0],
    ["D-S", 1, 0],
  ]);
});

test("the database tells the blocs of candidates within reach alone", async () => {
  const blocs = (token: string) =>
    actAs(token, () =>
      withScope(
        "sources.report",
        ({ db }) =>
          db.$queryRaw<
            { bloc: string }[]
          >`SELECT bloc FROM sec.blocs_of_candidates(0, 9223372036854775807) ORDER BY 1`,
      ),
    );
  expect((await blocs(tokens.province)).map(({ bloc }) => bloc)).toEqual([
    "RESIDENTIAL",
    "RESIDENTIAL",
    "SCHOOL",
  ]);
  expect((await blocs(tokens.a)).map(({ bloc }) => bloc)).toEqual(["RESIDENTIAL"]);
  expect(await blocs(tokens.union)).toEqual([]);
});
