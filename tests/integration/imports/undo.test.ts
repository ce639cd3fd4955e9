import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { type UnitScope, withScope } from "@/lib/access/gate";
import { undoImport } from "@/lib/imports/run";
import { IMPORT_KINDS } from "@/lib/intake/registry";
import { closeDatabase } from "@/lib/platform/database";
import { CLASS_HEAD, LEARNER_HEAD } from "@/tests/support/classes";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";
import { givenOfficer } from "@/tests/support/organisation";

const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
const HEADER = ["Mã chi bộ", "Họ và tên", "Ngày sinh", "Giới tính", "Ngày giới thiệu", "Nguồn giới thiệu"];
const UNION_HEAD = ["Mã tổ chức đoàn", "Họ và tên", "Ngày sinh", "Giới tính", "Năm xếp loại", "Xếp loại"];
const REFERRED = ["Đoàn viên ưu tú", "Ngày giới thiệu cho Đảng", "Mã chi bộ nhận giới thiệu"];
let officer: string;
let union: string;

const asOperator = <T>(run: () => Promise<T>) => actAsOperator("test", run);
const inScope = <T>(run: (scope: UnitScope) => Promise<T>) =>
  asOperator(() => withScope("account.manage", run));
const dossier = (name: string, source = "") => ["A-1", name, "12/08/1998", "Nữ", "20/02/2022", source];
const broughtIn = async (kind: string, ...rows: string[][]) =>
  (await actAs(kind === "doan-vien" ? union : officer, () => bringIn(kind, aFile(...rows)))).batch ?? "";
const undo = (batch: string, token = officer) =>
  actAs(token, () => withScope("import.run", (scope) => undoImport(scope, IMPORT_KINDS, batch)));
const sql = async (text: string, ...values: unknown[]) => (await owner.query(text, values)).rows;
const count = async (table: string, where = "true", ...values: unknown[]) =>
  Number((await sql(`SELECT count(*) FROM ${table} WHERE ${where}`, ...values))[0].count);
const candidateOf = async (name: string): Promise<string> =>
  (await sql("SELECT c.id FROM candidate c JOIN person p ON p.id = c.person_id WHERE p.name = $1", name))[0]
    ?.id;
const CALL =
  "INSERT INTO enrolment (class_id, candidate_id, present, saved_by_name) SELECT t.id, $1, '{}', 'x' FROM training_class t WHERE t.code = $2";

beforeAll(async () => {
  await owner.connect();
  await asOperator(() => bringIn("don-vi", aFile(...UNITS)));
  await asOperator(() =>
    bringIn(
      "to-chuc-doan",
      aFile(
        ["Mã tổ chức", "Tên tổ chức", "Cấp", "Mã tổ chức cấp trên", "Khối", "Mã đơn vị đảng"],
        ["D", "Tỉnh đoàn", "Tỉnh đoàn", "", "", "T"],
        ["D-A", "Đoàn xã A", "Đoàn cơ sở", "D", "Khu dân cư", "A"],
        ["D-A-1", "Chi đoàn thôn 1", "Chi đoàn", "D-A", "", "A-1"],
      ),
    ),
  );
  await asOperator(() =>
    bringIn(
      "lop",
      aFile(CLASS_HEAD, ["L-1", "Nhận thức về Đảng", "Lớp một", "T", "04/03/2024", "08/03/2024", ""]),
    ),
  );
  await inScope(async (scope) => {
    const [unit] = await sql("SELECT id FROM unit WHERE code = 'T'");
    const [organisation] = await sql("SELECT id FROM union_unit WHERE code = 'D'");
    officer = await givenOfficer(scope, "province", "provinceOfficer", unit.id);
    union = await givenOfficer(scope, "union", "unionOfficer", unit.id, organisation.id);
  });
});
afterAll(async () => {
  await owner.end();
  await closeDatabase();
});

describe("what others built on an import holds it", () => {
  test("a call to a class", async () => {
    const batch = await broughtIn("ho-so", HEADER, dossier("Lê Thị Được Gọi"));
    await sql(CALL, await candidateOf("Lê Thị Được Gọi"), "L-1");
    expect(await undo(batch)).toContain("Không hoàn tác được: 1 việc ghi sau");
    expect(await count("enrolment", "candidate_id = $1", await candidateOf("Lê Thị Được Gọi"))).toBe(1);
  });

  test("an item of a meeting", async () => {
    const batch = await broughtIn("ho-so", HEADER, dossier("Lê Thị Cuộc Họp"));
    await sql(
      `WITH m AS (INSERT INTO meeting (unit_id, matter, held_on, ballot, opened_by_name, saved_by_name)
        SELECT id, 'cellVoted', '2024-05-01', 'secret', 'x', 'x' FROM unit WHERE code = 'A-1' RETURNING id)
       INSERT INTO meeting_item (meeting_id, candidate_id, place) SELECT m.id, $1, 1 FROM m`,
      await candidateOf("Lê Thị Cuộc Họp"),
    );
    expect(await undo(batch)).toContain("Không hoàn tác được: 1 việc ghi sau");
    expect(await candidateOf("Lê Thị Cuộc Họp")).toBeDefined();
  });

  test("a learner of a class that a file made", async () => {
    await broughtIn("ho-so", HEADER, dossier("Lê Thị Lớp Mới"));
    const batch = await broughtIn("lop", CLASS_HEAD, [
      "L-2",
      "Nhận thức về Đảng",
      "Lớp hai",
      "T",
      "04/03/2024",
      "08/03/2024",
      "",
    ]);
    const learners = [LEARNER_HEAD, ["L-2", "A-1", "Lê Thị Lớp Mới", "12/08/1998", "Nữ", "Khá", "", ""]];
    const later = await broughtIn("hoc-vien", ...learners);
    expect(await undo(batch)).toContain("1 việc ghi sau");
    expect(await count("training_class", "code = 'L-2'")).toBe(1);
    expect(await undo(later)).toBeNull();
    expect(await undo(batch)).toBeNull();
    expect(await count("training_class", "code = 'L-2'")).toBe(0);
  });

  test("a rating of a union member that a file made", async () => {
    const batch = await broughtIn("doan-vien", UNION_HEAD.slice(0, 4), [
      "D-A-1",
      "Phan Thị Đoàn",
      "12/08/2001",
      "Nữ",
    ]);
    await sql(
      "INSERT INTO union_rating (member_id, year, rating) SELECT id, 2023, 'GOOD' FROM union_member WHERE name = 'Phan Thị Đoàn'",
    );
    expect(await undo(batch, union)).toContain("1 việc ghi sau");
    expect(await count("union_member", "name = 'Phan Thị Đoàn'")).toBe(1);
  });
});

test("a waiting referral that an import took up waits again when it is taken back; a later one holds it", async () => {
  const member = (name: string) => ["D-A-1", name, "12/08/1998", "Nữ", "2023", "HTXSNV"];
  await broughtIn(
    "doan-vien",
    [...UNION_HEAD, ...REFERRED],
    [...member("Đỗ Thị Giới Thiệu"), "có", "01/02/2024", "A-1"],
    [...member("Đỗ Thị Về Sau"), "có", "", ""],
  );
  const batch = await broughtIn("ho-so", HEADER, dossier("Đỗ Thị Giới Thiệu", "Đoàn TNCS"));
  const taken = () =>
    sql(
      "SELECT candidate_id IS NOT NULL AS taken, taken_up_on FROM referral WHERE name = 'Đỗ Thị Giới Thiệu'",
    );
  expect((await taken())[0].taken).toBe(true);
  expect(await undo(batch)).toBeNull();
  expect(await taken()).toEqual([{ taken: false, taken_up_on: null }]);

  const later = await broughtIn("ho-so", HEADER, dossier("Đỗ Thị Về Sau", "Đoàn TNCS"));
  await broughtIn(
    "doan-vien",
    [...UNION_HEAD, ...REFERRED],
    [...member("Đỗ Thị Về Sau"), "có", "01/02/2024", "A-1"],
  );
  expect(await undo(later)).toContain("1 việc ghi sau");
});
