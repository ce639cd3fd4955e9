import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { PeopleBudgetSpent } from "@/lib/access/people-budget";
import { forgetImports } from "@/lib/imports/forget";
import { findDraft } from "@/lib/imports/repository/drafts";
import { commitImport, mendImport } from "@/lib/intake/actions";
import {
  loadCheckedFile,
  loadImportReceipt,
  loadMendedFile,
  loadRejects,
} from "@/lib/intake/queries/imports";
import { closeDatabase } from "@/lib/platform/database";
import { initialFormState } from "@/lib/shared/form-state";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";
import { aForm, givenOfficer } from "@/tests/support/organisation";

const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
const HEADER = ["Mã chi bộ", "Họ và tên", "Ngày sinh", "Giới tính", "Ngày giới thiệu"];
const dossier = (name: string, birth = "12/08/1998") => ["A-1", name, birth, "Nữ", "20/02/2022"];
let officer: string;
let another: string;

const send = async (kind: string, ...rows: string[][]) => {
  const batchId = randomUUID();
  const file = { name: "danh-sach.csv", bytes: aFile(...rows) };
  await actAs(officer, () => loadCheckedFile(kind, file, batchId));
  return batchId;
};
const done = async (action: typeof commitImport, fields: Record<string, string>) =>
  (await actAs(officer, () => action(initialFormState, aForm(fields)))).done?.message;
const mended = (batchId: string) => actAs(officer, () => loadMendedFile(batchId));
const refused = (batchId: string) => actAs(officer, () => loadRejects(batchId));
const logged = async (batchId: string) =>
  (
    await owner.query("SELECT change FROM audit_event WHERE action = 'exportNames' AND row_id = $1", [
      batchId,
    ])
  ).rows.map(({ change }) => JSON.parse(change));

beforeAll(async () => {
  await owner.connect();
  await actAsOperator("test", async () => {
    await bringIn("don-vi", aFile(...UNITS));
    await withScope("account.manage", async (scope) => {
      const unit = async (code: string) =>
        (await scope.db.unit.findUniqueOrThrow({ where: { codeKey: code } })).id;
      officer = await givenOfficer(scope, "upper", "upperOfficer", await unit("H"));
      another = await givenOfficer(scope, "beside", "baseOfficer", await unit("B"));
    });
  });
});
afterEach(() => {
  delete process.env.PEOPLE_PER_DAY;
});
afterAll(async () => {
  await owner.end();
  await closeDatabase();
});

test("what leaves of a file is logged, with how many rows and never who", async () => {
  const batchId = await send("ho-so", HEADER, dossier("Lê Thị Một"), dossier("Lê Thị Hai", "31/02/1990"));
  await mended(batchId);
  await refused(batchId);
  expect(await logged(batchId)).toEqual([
    { kind: "ho-so", what: "mended", count: 2 },
    { kind: "ho-so", what: "refused", count: 1 },
  ]);
  await expect(actAs(another, () => loadMendedFile(batchId))).rejects.toThrow();
});

test("rows that name people spend the day's budget, each once; a file of units none", async () => {
  const batchId = await send("ho-so", HEADER, dossier("Lê Thị Ba"), dossier("Lê Thị Bốn", "31/02/1990"));
  await mended(batchId);
  process.env.PEOPLE_PER_DAY = "4";
  await mended(batchId);
  await refused(batchId);
  const more = await send("ho-so", HEADER, dossier("Lê Thị Năm", "31/02/1990"));
  await expect(mended(more)).rejects.toThrow(PeopleBudgetSpent);
  await expect(refused(more)).rejects.toThrow(PeopleBudgetSpent);
  expect(await logged(more)).toEqual([]);
  const units = await send("don-vi", UNITS[0] ?? [], ["A-9", "Chi bộ thôn 9", "Chi bộ", "A", "", ""]);
  expect((await mended(units)).rows).toHaveLength(1);
  expect(await logged(units)).toEqual([]);
});

test("once a file is written, its rows are gone but for those it left out", async () => {
  const batchId = await send("ho-so", HEADER, dossier("Lê Thị Sáu"), dossier("Lê Thị Bảy", "31/02/1990"));
  await done(mendImport, { batchId, "cell.2.name": "Lê Thị Sáu Sửa" });
  expect(await done(commitImport, { batchId })).toBe("Đã ghi 1 dòng.");
  await expect(mended(batchId)).rejects.toThrow();
  const { rows } = await owner.query("SELECT bytes FROM import_file WHERE batch_id = $1", [batchId]);
  expect(rows).toEqual([{ bytes: null }]);
  const draft = await actAs(officer, () => withScope("import.run", (scope) => findDraft(scope, batchId)));
  expect(JSON.stringify(draft)).not.toContain("Lê Thị");

  const left = await refused(batchId);
  expect(left.header).toEqual(HEADER);
  expect(left.rows.map(({ texts }) => texts[1])).toEqual(["Lê Thị Bảy"]);
  expect((await actAs(officer, () => loadImportReceipt(batchId))).left).toHaveLength(1);
});

test("two weeks later the server forgets the contents, also where nobody imports", async () => {
  const batchId = await send("ho-so", HEADER, dossier("Lê Thị Tám", "31/02/1990"));
  await owner.query("UPDATE import_batch SET created_at = now() - interval '15 days' WHERE id = $1", [
    batchId,
  ]);
  await forgetImports();
  for (const table of ["import_file", "import_row"]) {
    const { rows } = await owner.query(`SELECT FROM ${table} WHERE batch_id = $1`, [batchId]);
    expect(rows, table).toEqual([]);
  }
});
