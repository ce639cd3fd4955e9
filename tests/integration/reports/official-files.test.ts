import { beforeAll, describe, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { type UnitScope, withScope } from "@/lib/access/gate";
import { readTable, type TableCell } from "@/lib/platform/spreadsheet/read-table";
import { setCountBy } from "@/lib/reports/actions/counting";
import { putLayout } from "@/lib/reports/actions/layouts";
import { reportFile } from "@/lib/reports/export/file";
import { loadReport } from "@/lib/reports/queries/any";
import { loadCompared } from "@/lib/reports/queries/compared";
import { loadEthnicityReligion } from "@/lib/reports/queries/ethnicity-religion";
import { loadOfficialPage } from "@/lib/reports/queries/official-page";
import { loadPeople } from "@/lib/reports/queries/people";
import type { NameList } from "@/lib/reports/rules/name-list";
import { boardAddress, type ReportFormat, type ReportName } from "@/lib/reports/schema";
import { reportAnswer } from "@/lib/reports/schema/answers";
import { initialFormState } from "@/lib/shared/form-state";
import { partOf } from "@/tests/support/archive";
import type { AnyAction } from "@/tests/support/calls";
import { aForm, givenOfficer } from "@/tests/support/organisation";
import { bringInQuangBinh } from "@/tests/support/quang-binh";

const FORMULA = '=HYPERLINK("http://x";"Nguyễn Thị Thủy")';
const PERIOD = {
  unit: "CCQ-QUANGBINH",
  from: "2019-01-01",
  to: "2019-12-31",
  asOf: "2019-12-31",
  countBy: null,
  tree: "as-was" as const,
};
const tokens = { province: "", viewer: "" };
const asOperator = <T>(run: () => Promise<T>) => actAsOperator("test", run);
const inScope = <T>(run: (scope: UnitScope) => Promise<T>) =>
  asOperator(() => withScope("account.manage", run));

async function fileOf(name: ReportName, format: ReportFormat, list?: NameList): Promise<Buffer> {
  const report = await asOperator(() => loadReport(name, PERIOD, list ? { list } : {}));
  return Buffer.from(await new Response(reportFile(report, format).body).arrayBuffer());
}
const rowsOf = async (file: Buffer): Promise<TableCell[][]> =>
  (await readTable(file, "bang.xlsx")).rows.map(({ cells }) => cells);

beforeAll(async () => {
  await asOperator(bringInQuangBinh);
  await inScope(async ({ db }) => {
    const found = await db.candidate.findFirstOrThrow({ where: { person: { ethnicity: "23" } } });
    await db.person.update({ where: { id: found.personId }, data: { name: FORMULA } });
  });
  await inScope(async (scope) => {
    const unitId = async (code: string) => (await scope.db.unit.findFirstOrThrow({ where: { code } })).id;
    tokens.province = await givenOfficer(scope, "tinhuy.qb", "provinceOfficer", await unitId("QUANGBINH"));
    tokens.viewer = await givenOfficer(scope, "xem.qb", "viewer", await unitId("CCQ-QUANGBINH"));
  });
}, 120_000);

describe("Biểu số 2 as a workbook", () => {
  test("looks like the form: names, title, number, who signs; its numbers are numbers", async () => {
    const file = await fileOf("new-members", "xlsx");
    const rows = await rowsOf(file);
    expect(rows[0]).toEqual(["BAN TỔ CHỨC", null, "Hướng dẫn 11-HD/BTCTW ngày 13/12/2021"]);
    expect(rows.flat()).toContain("THỐNG KÊ ĐẢNG VIÊN MỚI KẾT NẠP");
    expect(rows.find(([, label]) => label === "Nữ")).toEqual(["-", "Nữ", 108, 0]);
    expect(rows.find(([, label]) => label === "Dân tộc thiểu số")?.[2]).toBe("< 3");
    expect(rows.flat()).toEqual(expect.arrayContaining(["NGƯỜI LẬP BIỂU", "TRƯỞNG BAN"]));
    const sheet = partOf(file, "xl/worksheets/sheet1.xml");
    expect(sheet).toContain('orientation="landscape"');
    expect(sheet).toContain('paperSize="9"');
    expect(sheet).toContain('<mergeCell ref="A1:B1"/>');
    const book = partOf(file, "xl/workbook.xml");
    expect(book).toContain("'Biểu số 2-BTCTW'!$7:$8");
    expect(book).toContain('name="Cách tính"');
    expect(partOf(file, "xl/worksheets/sheet2.xml")).toContain("ngày ghi trên quyết định kết nạp");
  });

  test("Word and PDF carry the same table and who signs", async () => {
    const word = partOf(await fileOf("new-members", "docx"), "word/document.xml");
    for (const words of ["Biểu số 2-BTCTW", "Tổng số đảng viên mới kết nạp", "TRƯỞNG BAN", ">108<"])
      expect(word).toContain(words);
    expect(word).toContain('w:orient="landscape"');
    expect((await fileOf("new-members", "pdf")).toString("latin1", 0, 5)).toBe("%PDF-");
  });

  test("the CSV has the keys of formats.md", async () => {
    const csv = (await fileOf("new-members", "csv")).toString("utf8");
    expect(csv.split("\r\n")[1]).toBe("total,Tổng số đảng viên mới kết nạp,193,0,");
  });
});

describe("the report on probation as a workbook", () => {
  test("looks like a form too: who signs, A4 across, the sum in its last row", async () => {
    const file = await fileOf("probation", "xlsx");
    const rows = await rowsOf(file);
    expect(rows.flat()).toEqual(expect.arrayContaining(["BAN TỔ CHỨC", "NGƯỜI LẬP BIỂU", "TRƯỞNG BAN"]));
    expect(partOf(file, "xl/worksheets/sheet1.xml")).toContain('orientation="landscape"');
    const loaded = await asOperator(() => loadReport("probation", PERIOD));
    if (loaded.name !== "probation") throw new Error("another report");
    const { due, onTime } = loaded.report.total;
    expect(rows.find(([code]) => code === "CCQ-QUANGBINH")?.slice(2, 4)).toEqual([due, onTime]);
    expect(partOf(file, "xl/workbook.xml")).toContain('name="Cách tính"');
  });
});

describe("lists with names", () => {
  test("a formula typed into a name stays text, accents and all, in every format", async () => {
    const sheet = partOf(await fileOf("name-list", "xlsx", "admitted"), "xl/worksheets/sheet1.xml");
    expect(sheet).not.toContain("<f>");
    expect(sheet).toContain("=HYPERLINK(&quot;http://x&quot;;&quot;Nguyễn Thị Thủy&quot;)");
    const csv = (await fileOf("name-list", "csv", "admitted")).toString("utf8");
    expect(csv).toContain("'=HYPERLINK(");
    expect(csv).not.toContain("Bru-Vân Kiều");
    expect(partOf(await fileOf("name-list", "docx", "admitted"), "word/document.xml")).toContain(
      "Nguyễn Thị Thủy",
    );
  });

  test("the Youth Union's has its share of all admitted: 138 of 193", async () => {
    const rows = await rowsOf(await fileOf("name-list", "xlsx", "unionMembers"));
    expect(rows.flat()).toContain(
      "Tổng số đoàn viên ưu tú được kết nạp Đảng / tổng số đảng viên mới kết nạp trong toàn Đảng bộ: 138/193 (đạt tỷ lệ 71,50\u00a0%).",
    );
    expect(rows.filter(([number]) => typeof number === "number")).toHaveLength(138);
  });

  test("the second sheet says who stands on the list, not how a quota is counted", async () => {
    const told = partOf(await fileOf("name-list", "xlsx", "leavers"), "xl/worksheets/sheet2.xml");
    expect(told).toContain("Ngày kết thúc, từ 01/01/2019 đến 31/12/2019.");
    expect(told).not.toContain("chỉ tiêu");
  });

  test("each list counts its people, and is logged", async () => {
    for (const [list, count] of [
      ["admitted", 193],
      ["leavers", 0],
      ["movedOut", 0],
      ["probationers", null],
    ] as const) {
      const loaded = await asOperator(() => loadReport("name-list", PERIOD, { list }));
      if (loaded.name !== "name-list") throw new Error("another report");
      expect([list, loaded.report.people.length]).toEqual([list, loaded.report.count]);
      if (count !== null) expect([list, loaded.report.count]).toEqual([list, count]);
    }
    await expect(
      actAs(tokens.viewer, () => loadReport("name-list", PERIOD, { list: "admitted" })),
    ).rejects.toThrow(/404/);
  });
});

describe("small numbers of ethnic groups and religions", () => {
  test("a list for machines tells neither ethnicity nor religion; the JSON of a table is exact", async () => {
    const json = async (name: ReportName, list?: NameList) =>
      JSON.parse((await fileOf(name, "json", list)).toString("utf8"));
    const list = await json("name-list", "admitted");
    expect(reportAnswer("name-list").safeParse(list).error).toBeUndefined();
    expect(list.people).toHaveLength(193);
    expect(JSON.stringify(list)).not.toMatch(/"ethnicity"|"religion"/);
    const { rows } = await json("ethnicity-religion");
    expect(rows.find(({ key }: { key: string }) => key === "ethnicity.23")).toMatchObject({ total: 1 });
  });

  test("do not leave in files, nor can they be computed from the sum", async () => {
    const csv = (await fileOf("ethnicity-religion", "csv")).toString("utf8").split("\r\n");
    expect(csv.find((line) => line.startsWith("ethnicity.23"))).toBe("ethnicity.23,Bru-Vân Kiều,< 3,< 3,…");
    expect(csv.find((line) => line.startsWith("ethnicity.01"))).toBe("ethnicity.01,Kinh,…,…,…");
    expect(csv.find((line) => line.startsWith("ethnicity.02"))).toBe("ethnicity.02,Tày,0,0,0");
  });

  const opened = async (key: string) => {
    const { unit, from, to, asOf } = PERIOD;
    const address = boardAddress.parse({ unit, from, to, asOf, figure: `new-members:${key}` });
    const { drawer } = await actAs(tokens.viewer, () => loadOfficialPage("new-members", address));
    return drawer?.count ?? null;
  };

  test("who may not export names is not shown them at all, nor the people behind", async () => {
    const { rows, safe } = await actAs(tokens.viewer, () => loadEthnicityReligion(PERIOD));
    expect(safe).toBe(true);
    expect(rows.find(({ key }) => key === "ethnicity.23")).toMatchObject({ total: null, women: null });
    expect(JSON.stringify(rows)).not.toMatch(/:1[,}]/);
    const compared = await actAs(tokens.viewer, () => loadCompared("new-members", PERIOD));
    expect(compared.rows.find(({ key }) => key === "ethnicMinority")).toMatchObject({
      current: null,
      shown: { current: "few" },
    });
    expect([await opened("women"), await opened("ethnicMinority")]).toEqual([108, null]);
    const { rows: all } = await actAs(tokens.province, () => loadEthnicityReligion(PERIOD));
    expect(all.find(({ key }) => key === "ethnicity.23")).toMatchObject({ total: 1 });
    await expect(
      actAs(tokens.viewer, () => loadPeople(PERIOD, "ethnicity-religion:ethnicity.23")),
    ).rejects.toThrow();
  });
});

describe("a table of a new instruction", () => {
  const send = (token: string, rows: string[][], more: Record<string, string> = {}) =>
    actAs(token, () =>
      (putLayout as unknown as AnyAction)(
        initialFormState,
        aForm({
          report: "new-members",
          formNumber: "Biểu số 2-40",
          title: "Thống kê đảng viên mới",
          document: "Hướng dẫn 40-HD/BTCTW ngày 10/10/2025",
          from: "01/01/2019",
          fileName: "bieu.csv",
          file: Buffer.from(
            [["Số thứ tự", "Tiêu chí", "Bậc", "Khóa"], ...rows].map((row) => row.join(",")).join("\n"),
          ).toString("base64"),
          ...more,
        }),
      ),
    );

  test("is refused with every fault, by row", async () => {
    const state = await send(tokens.province, [
      ["I", "Tổng số", "0", "total"],
      ["1", "Trẻ", "7", "age.18-25"],
      ["2", "", "1", "women"],
      ["3", "Khác", "1", "occupation.99"],
      ["4", "Nữ nữa", "1", "women"],
    ]);
    expect(state.fieldErrors.file).toEqual([
      "Dòng 3: bậc là một số từ 0 đến 3.",
      "Dòng 4: chưa có tiêu chí.",
      'Dòng 5: không có khóa "occupation.99".',
      'Dòng 6: khóa "women" đã có ở dòng 4.',
    ]);
  });

  test("is put in without code: other bands, other words, from its day on", async () => {
    await send(tokens.province, [
      ["I", "Tổng số", "0", "total"],
      ["", "Tuổi đời", "1", ""],
      ["-", "Đến 25 tuổi", "2", "age.18-25"],
      ["-", "26 đến 60 tuổi", "2", "age.26-60"],
      ["-", "Nữ viên chức", "2", "women&occupation.5"],
    ]);
    const loaded = await asOperator(() => loadReport("new-members", PERIOD));
    if (loaded.name !== "new-members") throw new Error("another report");
    const { layout, rows, checks } = loaded.report as Extract<
      typeof loaded.report,
      { report: "new-members" | "changes" | "member-work" }
    >;
    expect([layout.formNumber, rows.map(({ key }) => key)]).toEqual([
      "Biểu số 2-40",
      ["total", "age.18-25", "age.26-60", "women&occupation.5"],
    ]);
    expect((rows[1]?.current ?? 0) + (rows[2]?.current ?? 0)).toBe(193);
    expect(checks.every(({ ok }) => ok)).toBe(true);
    const people = await asOperator(() => loadPeople(PERIOD, "new-members:women&occupation.5"));
    expect(people.count).toBe(rows[3]?.current);
    const before = await asOperator(() =>
      loadReport("new-members", { ...PERIOD, from: "2018-01-01", to: "2018-12-31", asOf: "2018-12-31" }),
    );
    expect("layout" in before.report && before.report.layout.formNumber).toBe("Biểu số 2-BTCTW");
  });
});

describe("by which day an admission counts", () => {
  const choose = (token: string, countBy: string, seen = "decision") =>
    actAs(token, () => (setCountBy as unknown as AnyAction)(initialFormState, aForm({ countBy, seen })));
  const inJanuary = { ...PERIOD, to: "2019-01-31", asOf: "2019-12-31" };
  const countedBy = async (parameters: typeof PERIOD) => {
    const { report } = await asOperator(() => loadReport("changes", parameters));
    return [report.countBy, "rows" in report ? report.rows[0] : null];
  };

  test("is one switch of the province, printed on the report", async () => {
    const byDecision = await countedBy(inJanuary);
    expect(byDecision[0]).toBe("decision");
    await choose(tokens.province, "ceremony");
    const byCeremony = await countedBy(inJanuary);
    expect(byCeremony[0]).toBe("ceremony");
    expect(byCeremony[1]).not.toEqual(byDecision[1]);
    expect((await rowsOf(await fileOf("changes", "xlsx"))).flat().join("\n")).toContain(
      "Tính kết nạp theo ngày lễ kết nạp",
    );
    const late = await choose(tokens.province, "decision");
    expect(late.fieldErrors[""]).toEqual(["Người khác vừa đổi cách tính. Hãy tải lại trang rồi chọn lại."]);
    await choose(tokens.province, "decision", "ceremony");
    expect(await countedBy(inJanuary)).toEqual(byDecision);
  });

  test("is the province's to choose", async () => {
    await expect(choose(tokens.viewer, "ceremony")).rejects.toThrow();
    expect((await choose(tokens.province, "neither")).fieldErrors.countBy).toEqual(["Theo ngày: hãy chọn."]);
    expect((await countedBy(inJanuary))[0]).toBe("decision");
  });
});
