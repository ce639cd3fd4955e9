import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { commitImport, undoImportBatch } from "@/lib/intake/actions";
import { loadCheckedFile } from "@/lib/intake/queries/imports";
import { closeDatabase } from "@/lib/platform/database";
import { initialFormState } from "@/lib/shared/form-state";
import { CLASS_HEAD } from "@/tests/support/classes";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";
import { aForm, givenOfficer } from "@/tests/support/organisation";

const other = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
const HEADER = ["Mã chi bộ", "Họ và tên", "Ngày sinh", "Giới tính", "Ngày giới thiệu", "Tôn giáo"];
const dossier = (name: string, religion = "") => ["A-1", name, "12/08/1998", "Nữ", "20/02/2022", religion];
let officer: string;
let batchId: string;

const send = async (...rows: string[][]) => {
  batchId = randomUUID();
  const file = { name: "danh-sach.csv", bytes: aFile(HEADER, ...rows) };
  await actAs(officer, () => loadCheckedFile("ho-so", file, batchId));
};
const answer = async (action: typeof commitImport) => {
  const state = await actAs(officer, () => action(initialFormState, aForm({ batchId })));
  return state.done?.message ?? state.fieldErrors[""]?.join(" ");
};
const one = async (text: string) => (await other.query(text)).rows[0];

/** Does something in a transaction that ends only once the action has run into it. */
async function whileOpen(change: string, action: typeof commitImport) {
  await other.query("BEGIN");
  await other.query(change);
  const answered = answer(action);
  await pause(700);
  await other.query("COMMIT");
  return answered;
}

beforeAll(async () => {
  await other.connect();
  await actAsOperator("test", async () => {
    await bringIn("don-vi", aFile(...UNITS));
    await bringIn(
      "lop",
      aFile(CLASS_HEAD, ["L-1", "Nhận thức về Đảng", "Lớp một", "H", "04/03/2024", "08/03/2024", ""]),
    );
    await withScope("account.manage", async (scope) => {
      const unit = await scope.db.unit.findUniqueOrThrow({ where: { codeKey: "H" } });
      officer = await givenOfficer(scope, "upper", "upperOfficer", unit.id);
    });
  });
});
afterAll(async () => {
  await other.end();
  await closeDatabase();
});

test("an edit that ends while an import is written is not written over, and nothing of the file is in", async () => {
  await send(dossier("Lê Thị Hai Người"));
  expect(await answer(commitImport)).toBe("Đã ghi 1 dòng.");
  await send(dossier("Lê Thị Hai Người", "Phật giáo"), dossier("Lê Thị Đi Cùng"));
  const edit =
    "UPDATE person SET religion = 'catholicism', occupation = '3', version = version + 1 WHERE name = 'Lê Thị Hai Người'";
  expect(await whileOpen(edit, commitImport)).toContain("Có 1 dòng vừa được người khác sửa");
  const person = "SELECT religion, occupation FROM person WHERE name = 'Lê Thị Hai Người'";
  expect(await one(person)).toEqual({ religion: "catholicism", occupation: "3" });
  expect(await one("SELECT count(*)::int FROM person WHERE name = 'Lê Thị Đi Cùng'")).toEqual({ count: 0 });

  expect(await answer(commitImport)).toBe("Đã ghi 2 dòng.");
  expect(await one(person)).toEqual({ religion: "buddhism", occupation: "3" });
});

test("a step recorded while an import is written is not written over", async () => {
  await send(dossier("Lê Thị Hai Bước"));
  await answer(commitImport);
  await send(dossier("Lê Thị Hai Bước").with(4, "21/02/2022"));
  const step =
    "UPDATE candidate SET stage = 'sympathiser', version = version + 1 WHERE person_id = (SELECT id FROM person WHERE name = 'Lê Thị Hai Bước')";
  expect(await whileOpen(step, commitImport)).toContain("Có 1 dòng vừa được người khác sửa");
});

test.each([
  [
    "an edit",
    "Lê Thị Sửa Chờ",
    "UPDATE candidate SET version = version + 1 WHERE person_id = (SELECT id FROM person WHERE name = $)",
    "1 dòng đã được sửa sau lần nhập này",
  ],
  [
    "a call to a class",
    "Lê Thị Gọi Chờ",
    `INSERT INTO enrolment (class_id, candidate_id, present, saved_by_name) SELECT t.id, c.id, '{}', 'x'
     FROM training_class t, candidate c JOIN person p ON p.id = c.person_id WHERE t.code = 'L-1' AND p.name = $`,
    "1 việc ghi sau lần nhập này",
  ],
])("%s that ends while an import is taken back holds it", async (_what, name, change, words) => {
  await send(dossier(name));
  expect(await answer(commitImport)).toBe("Đã ghi 1 dòng.");
  expect(await whileOpen(change.replace("$", `'${name}'`), undoImportBatch)).toContain(words);
  expect(await one(`SELECT count(*)::int FROM person WHERE name = '${name}'`)).toEqual({ count: 1 });
});

test("two who take back the same import at once take it back once", async () => {
  await send(dossier("Lê Thị Hai Lần"));
  await answer(commitImport);
  const answers = await Promise.all([answer(undoImportBatch), answer(undoImportBatch)]);
  expect(answers).toContain("Đã hoàn tác lần nhập.");
  expect(answers.filter((words) => words === "Đã hoàn tác lần nhập.")).toHaveLength(1);
});
