import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import {
  commitImport,
  mapImport,
  matchImport,
  mendImport,
  readOldFont,
  undoImportBatch,
} from "@/lib/intake/actions";
import {
  loadCheckedFile,
  loadImport,
  loadImportReceipt,
  loadMendedFile,
  loadRejects,
} from "@/lib/intake/queries/imports";
import { closeDatabase } from "@/lib/platform/database";
import { initialFormState } from "@/lib/shared/form-state";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";
import { aForm, givenOfficer } from "@/tests/support/organisation";

const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
let officer: string;
let stranger: string;

beforeAll(async () => {
  await owner.connect();
  await actAsOperator("test", async () => {
    await bringIn("don-vi", aFile(...UNITS));
    await withScope("account.manage", async (scope) => {
      const unit = async (code: string) =>
        (await scope.db.unit.findUniqueOrThrow({ where: { codeKey: code } })).id;
      officer = await givenOfficer(scope, "upper", "upperOfficer", await unit("H"));
      stranger = await givenOfficer(scope, "beside", "baseOfficer", await unit("B"));
    });
  });
});
afterAll(async () => {
  await owner.end();
  await closeDatabase();
});

const asOfficer = <T>(run: () => Promise<T>) => actAs(officer, run);
const send = async (...rows: string[][]) => {
  const batchId = randomUUID();
  const summary = await asOfficer(() =>
    loadCheckedFile("ho-so", { name: "danh-sach.csv", bytes: aFile(...rows) }, batchId),
  );
  return { batchId, summary };
};
type Action = typeof commitImport;
const answer = async (action: Action, fields: Record<string, string>) => {
  const state = await asOfficer(() => action(initialFormState, aForm(fields)));
  return state.done?.message ?? state.fieldErrors[""]?.join(" ") ?? JSON.stringify(state.fieldErrors);
};
const page = (batchId: string, only: "error" | "twin" | null = null) =>
  asOfficer(() => loadImport(batchId, { group: null, only, after: 0 }));
const summaryOf = async (batchId: string) => (await page(batchId)).batch?.summary;
const people = async (name: string) => {
  const found = await owner.query(
    "SELECT p.name, p.birth_year, u.code FROM person p JOIN unit u ON u.id = p.unit_id WHERE p.name LIKE $1 ORDER BY p.name, u.code",
    [name],
  );
  return found.rows.map((row) => [row.name, row.birth_year, row.code]);
};

const HEADER = ["Mã chi bộ", "Họ và tên", "Ngày sinh", "Giới tính", "Ngày giới thiệu"];

test("strange headings are matched by hand, and the unit's next file is read the same way", async () => {
  const strange = ["Đơn vị sinh hoạt", "Tên quần chúng", "Sinh ngày", "Phái", "Ghi thêm"];
  const row = ["A-1", "Nguyễn Thị Ghép Cột", "12/08/1990", "Nữ", "x"];
  const { batchId, summary } = await send(strange, row);
  expect(summary?.refused).toBe(1);
  expect(summary?.faults.map(({ message }) => message)).toContain('Thiếu cột "Mã chi bộ".');
  expect((await page(batchId)).draft?.first).toEqual([row]);

  const twice = { batchId, "column.0": "cell", "column.1": "name", "column.2": "name" };
  expect(await answer(mapImport, twice)).toContain('cùng ghép vào "Họ và tên"');
  const mapped = {
    batchId,
    "column.0": "cell",
    "column.1": "name",
    "column.2": "birth",
    "column.3": "sex",
    "column.4": "",
  };
  expect(await answer(mapImport, mapped)).toBe("Đã ghép cột và kiểm tra lại.");
  expect(await summaryOf(batchId)).toMatchObject({ toAdd: 1, refused: 0, groups: [] });

  const next = await send(strange, row.with(1, "Nguyễn Thị Ghép Nữa"));
  expect(next.summary).toMatchObject({ toAdd: 1, refused: 0 });
  expect(next.summary?.faults.map(({ message }) => message)).toEqual(['Không dùng đến cột "Ghi thêm".']);
  const stranger2 = await actAs(stranger, () =>
    loadCheckedFile("ho-so", { name: "b.csv", bytes: aFile(strange, row.with(0, "B-1")) }),
  );
  expect(stranger2?.refused, "another unit's headings are its own").toBe(1);
});

test("a column left out once by hand is there again in the next file: its own header is the contract", async () => {
  const header = [...HEADER, "Tôn giáo"];
  const row = ["A-1", "Nguyễn Thị Tôn Giáo", "12/08/1990", "Nữ", "20/02/2022", "Không rõ gì"];
  const { batchId, summary } = await send(header, row);
  expect(summary?.refused).toBe(1);
  expect(await answer(mapImport, { batchId, "column.5": "" })).toBe("Đã ghép cột và kiểm tra lại.");
  expect(await summaryOf(batchId)).toMatchObject({ toAdd: 1, refused: 0 });
  expect((await send(header, row.with(5, "Phật giáo"))).summary?.faults).toEqual([]);
  expect((await send(header, row)).summary?.refused).toBe(1);
  const { rows } = await owner.query("SELECT FROM import_heading WHERE heading = 'ton giao'");
  expect(rows).toEqual([]);
});

test("an old font is asked about with some rows before and after, and nothing is converted unasked", async () => {
  const rows = [
    ["A-1", "NguyÔn V¨n ¸nh", "12/08/1990", "Nam", "20/02/2022"],
    ["A-1", "TrÇn ThÞ Mai H\u00ad¬ng", "12/08/1991", "N÷", "20/02/2022"],
    ["A-1", "Lê Thị Ánh Mười", "12/08/1992", "Nữ", "20/02/2022"],
  ];
  const { batchId, summary } = await send(HEADER, ...rows);
  expect(summary).toMatchObject({ toAdd: 1, refused: 2 });
  const offer = (await page(batchId)).draft?.oldFont;
  expect(offer?.font).toBe("tcvn3");
  expect(offer?.samples).toContainEqual({ row: 2, before: "NguyÔn V¨n ¸nh", after: "Nguyễn Văn Ánh" });

  expect(await answer(readOldFont, { batchId, script: "tcvn3" })).toBe("Đã chuyển chữ sang Unicode.");
  expect(await summaryOf(batchId)).toMatchObject({ toAdd: 3, refused: 0 });
  expect(await answer(commitImport, { batchId })).toBe("Đã ghi 3 dòng.");
  expect(await people("%Ánh%")).toEqual([
    ["Lê Thị Ánh Mười", 1992, "A-1"],
    ["Nguyễn Văn Ánh", 1990, "A-1"],
  ]);
  expect(await people("%Hương")).toEqual([["Trần Thị Mai Hương", 1991, "A-1"]]);
});

test("cells are mended on the page, all checked again; the mended file comes back whole", async () => {
  const { batchId } = await send(
    HEADER,
    ["A-1", "Lê Văn Sửa Một", "31/02/1990", "Nam", "20/02/2022"],
    ["A-11", "Lê Văn Sửa Hai", "12/08/1990", "Nem", "20/02/2022"],
    ["A-1", "Lê Văn Sửa Ba", "12/08/1990", "Nam", "20/02/2022"],
  );
  expect(
    (await page(batchId)).rows.map(({ row, faults }) => [row, faults.map(({ column }) => column)]),
  ).toEqual([
    [2, ["Ngày sinh"]],
    [3, ["Mã chi bộ", "Giới tính"]],
  ]);
  expect(
    await answer(mendImport, { batchId, "was.2.birth": "31/02/1990", "cell.2.birth": "31/02/1990" }),
  ).toBe("Chưa có ô nào được sửa.");
  const mends = {
    "cell.2.birth": "28/02/1990",
    "cell.3.cell": "A-1",
    "cell.3.sex": "Nữ",
    "cell.9.nope": "x",
  };
  expect(await answer(mendImport, { batchId, ...mends })).toBe("Đã sửa 3 ô và kiểm tra lại.");
  expect(await summaryOf(batchId)).toMatchObject({ toAdd: 3, refused: 0, mends: 3 });

  const file = await asOfficer(() => loadMendedFile(batchId));
  expect(file.columns[3]).toEqual({ title: "Giới tính", choices: ["Nam", "Nữ"] });
  expect(file.rows.map((texts) => texts.slice(0, 4))).toEqual([
    ["A-1", "Lê Văn Sửa Một", "28/02/1990", "Nam"],
    ["A-1", "Lê Văn Sửa Hai", "12/08/1990", "Nữ"],
    ["A-1", "Lê Văn Sửa Ba", "12/08/1990", "Nam"],
  ]);
  expect(await answer(commitImport, { batchId })).toBe("Đã ghi 3 dòng.");
});

test("who a row means that meets somebody is decided by hand: the same, brought up to date, or another", async () => {
  await asOfficer(() =>
    bringIn(
      "ho-so",
      aFile(
        [...HEADER, "Dân tộc", "Số định danh"],
        ["A-1", "Phạm Thị Trùng Tên", "12/08/1990", "Nữ", "20/02/2022", "Kinh", ""],
        ["A-1", "Phạm Văn Trùng Số", "12/08/1990", "Nam", "20/02/2022", "Kinh", "066090000001"],
        ["A-1", "Phạm Văn Khác Ngày", "12/08/1990", "Nam", "20/02/2022", "Kinh", ""],
      ),
    ),
  );
  const rows = [
    [...HEADER, "Dân tộc", "Số định danh"],
    ["A-2", "Phạm Thị Trùng Tên", "12/08/1990", "Nữ", "20/02/2022", "Tày", ""],
    ["A-1", "Phạm Văn Trùng Sổ Mới", "12/08/1990", "Nam", "20/02/2022", "Kinh", "066090000001"],
    ["A-1", "Phạm Văn Khác Ngày", "12/08/1990", "Nam", "21/02/2022", "Tày", ""],
  ];
  const { batchId, summary } = await send(...rows);
  expect(summary).toMatchObject({ toAdd: 1, toChange: 1, refused: 1 });
  const twins = (await page(batchId, "twin")).rows.flatMap(({ twin }) => twin ?? []);
  expect(twins.map(({ row, because, differs, decided }) => [row, because, differs.length, decided])).toEqual([
    [2, "elsewhere", 1, null],
    [3, "number", 1, null],
    [4, "cell", 2, null],
  ]);
  expect(twins[2]?.differs).toEqual([
    { label: "Dân tộc", file: "Tày", recorded: "Kinh" },
    { label: "Ngày giới thiệu", file: "21/02/2022", recorded: "20/02/2022" },
  ]);

  expect(
    await answer(matchImport, { batchId, "match.2": "same", "match.3": "update", "match.4": "other" }),
  ).toBe("Đã ghi lựa chọn và kiểm tra lại.");
  expect(await summaryOf(batchId)).toMatchObject({
    toAdd: 1,
    toChange: 1,
    unchanged: 1,
    refused: 0,
    undecided: 0,
  });
  expect(await answer(commitImport, { batchId })).toBe("Đã ghi 2 dòng.");
  expect(await people("Phạm%")).toEqual([
    ["Phạm Thị Trùng Tên", 1990, "A-1"],
    ["Phạm Văn Khác Ngày", 1990, "A-1"],
    ["Phạm Văn Khác Ngày", 1990, "A-1"],
    ["Phạm Văn Trùng Sổ Mới", 1990, "A-1"],
  ]);

  expect(await answer(undoImportBatch, { batchId })).toBe("Đã hoàn tác lần nhập.");
  expect((await people("Phạm%")).map(([name]) => name)).toEqual([
    "Phạm Thị Trùng Tên",
    "Phạm Văn Khác Ngày",
    "Phạm Văn Trùng Số",
  ]);
});

test("a learner who meets somebody in another cell may be that person", async () => {
  const learner = ["A-1", "Cao Thị Học Viên", "12/08/1990", "Nữ", "20/02/2022"];
  await asOfficer(() => bringIn("ho-so", aFile(HEADER, learner)));
  await asOfficer(() =>
    bringIn(
      "lop",
      aFile(
        ["Mã lớp", "Loại lớp", "Tên lớp", "Mã đơn vị tổ chức", "Từ ngày", "Đến ngày"],
        ["L-1", "Nhận thức về Đảng", "Lớp một", "H", "04/03/2024", "08/03/2024"],
      ),
    ),
  );
  const batchId = randomUUID();
  const file = aFile(
    ["Mã lớp", "Mã chi bộ", "Họ và tên", "Ngày sinh", "Kết quả"],
    ["L-1", "A-2", "Cao Thị Học Viên", "12/08/1990", "Khá"],
  );
  await asOfficer(() => loadCheckedFile("hoc-vien", { name: "hv.csv", bytes: file }, batchId));
  expect((await summaryOf(batchId))?.undecided).toBe(1);
  await answer(matchImport, { batchId, "match.2": "same" });
  expect(await answer(commitImport, { batchId })).toBe("Đã ghi 1 dòng.");
  expect(await people("Cao Thị Học Viên")).toEqual([["Cao Thị Học Viên", 1990, "A-1"]]);
});

test("all rows that meet somebody can be decided alike", async () => {
  const file = [
    [...HEADER, "Dân tộc"],
    ["A-1", "Vũ Thị Giống Một", "12/08/1990", "Nữ", "20/02/2022", "Kinh"],
    ["A-1", "Vũ Thị Giống Hai", "12/08/1990", "Nữ", "20/02/2022", "Kinh"],
  ];
  await asOfficer(() => bringIn("ho-so", aFile(...file)));
  const { batchId, summary } = await send(
    ...file.map((row, place) => (place > 0 ? row.with(5, "Tày") : row)),
  );
  expect(summary).toMatchObject({ toAdd: 0, toChange: 2 });
  await answer(matchImport, { batchId, all: "same" });
  expect(await summaryOf(batchId)).toMatchObject({ toAdd: 0, toChange: 0, unchanged: 2, undecided: 0 });
  await answer(matchImport, { batchId, all: "other" });
  expect(await summaryOf(batchId)).toMatchObject({ toAdd: 2, toChange: 0, unchanged: 0 });
});

test("rows to look at come a page at a time, in the order of the file, also of one group", async () => {
  const rows = Array.from({ length: 120 }, (_, at) => [
    "A-1",
    `Bùi Văn Lật Trang${"a".repeat(at % 7)}`,
    at % 2 ? "31/02/1990" : "12/08/1990",
    at % 2 ? "Nam" : "Nem",
    "20/02/2022",
  ]);
  const { batchId } = await send(HEADER, ...rows);
  const seen: number[] = [];
  for (let after = 0, more = true; more; ) {
    const part = await asOfficer(() => loadImport(batchId, { group: null, only: null, after }));
    expect(part.rows.length).toBeLessThanOrEqual(100);
    seen.push(...part.rows.map(({ row }) => row));
    after = seen.at(-1) ?? 0;
    more = part.more;
  }
  expect(seen).toEqual(rows.map((_, at) => at + 2));
  const births = await asOfficer(() =>
    loadImport(batchId, { group: "error:Ngày sinh:", only: null, after: 50 }),
  );
  expect(births.rows.map(({ row }) => row)).toEqual(
    rows.flatMap((_, at) => (at % 2 && at + 2 > 50 ? [at + 2] : [])),
  );
});

test("a receipt says what was written and left out, by whom; nothing that names anybody is kept in the clear", async () => {
  const { batchId } = await send(
    HEADER,
    ["A-1", "Đỗ Thị Biên Nhận", "12/08/1990", "Nữ", "20/02/2022"],
    ["A-1", "Đỗ Thị Bị Loại", "31/02/1990", "Nữ", "20/02/2022"],
  );
  for (const table of ["import_file", "import_row", "import_batch"]) {
    const key = table === "import_batch" ? "id" : "batch_id";
    const { rows } = await owner.query(`SELECT t::text AS line FROM ${table} t WHERE ${key} = $1`, [batchId]);
    const hexed = Buffer.from("Đỗ Thị").toString("hex");
    expect(rows.length).toBeGreaterThan(0);
    for (const { line } of rows) expect(line.includes("Đỗ Thị") || line.includes(hexed), table).toBe(false);
  }
  const audit = await owner.query("SELECT count(*) FROM audit_event a WHERE a::text LIKE '%Bị Loại%'");
  expect(Number(audit.rows[0].count)).toBe(0);

  await answer(commitImport, { batchId });
  const { batch, changes, left } = await asOfficer(() => loadImportReceipt(batchId));
  expect(batch.fileHash).toMatch(/^[0-9a-f]{64}$/);
  expect([batch.state, batch.summary.toAdd, batch.summary.refused]).toEqual(["committed", 1, 1]);
  expect(changes).toContainEqual({ table: "person", added: 1, changed: 0 });
  expect(left.map(({ row, faults }) => [row, faults[0]?.column])).toEqual([[3, "Ngày sinh"]]);
  const rejects = await asOfficer(() => loadRejects(batchId));
  expect(rejects.rows.map(({ texts }) => texts[1])).toEqual(["Đỗ Thị Bị Loại"]);
  await expect(actAs(stranger, () => loadImportReceipt(batchId))).rejects.toThrow();

  await owner.query("UPDATE import_batch SET created_at = now() - interval '15 days' WHERE id = $1", [
    batchId,
  ]);
  await send(HEADER, ["A-1", "Đỗ Thị Sau", "12/08/1990", "Nữ", "20/02/2022"]);
  const kept = await owner.query("SELECT count(*) FROM import_row WHERE batch_id = $1", [batchId]);
  expect(Number(kept.rows[0].count), "forgotten after two weeks").toBe(0);
});
