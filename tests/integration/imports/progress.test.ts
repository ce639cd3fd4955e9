import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { commitImport, undoImportBatch } from "@/lib/intake/actions";
import { loadCheckedFile, loadImport, loadImportProgress, loadImports } from "@/lib/intake/queries/imports";
import { closeDatabase } from "@/lib/platform/database";
import { initialFormState } from "@/lib/shared/form-state";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";
import { aForm, givenOfficer } from "@/tests/support/organisation";

const ROWS = 3000;
const HEADER = ["Mã chi bộ", "Họ và tên", "Ngày sinh", "Giới tính", "Ngày giới thiệu"];
const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
let officer: string;
let stranger: string;

/** People of a name that no other file here holds. */
const aFileOf = (name: string, rows = ROWS) =>
  aFile(
    HEADER,
    ...Array.from({ length: rows }, (_, place) => [
      "A-1",
      `${name} ${letters(place)}`,
      "12/08/1990",
      "Nam",
      "20/02/2022",
    ]),
  );

const letters = (number: number) =>
  `N${[...String(number)].map((digit) => "abcdefghij"[Number(digit)]).join("")}`;

const check = (name: string, batchId: string, rows = ROWS) =>
  loadCheckedFile("ho-so", { name: `${name}.csv`, bytes: aFileOf(name, rows) }, batchId);
const commit = (batchId: string) => commitImport(initialFormState, aForm({ batchId }));
const countOf = (name: string) =>
  actAsOperator("test", () =>
    withScope("candidate.read", ({ db }) => db.person.count({ where: { name: { startsWith: name } } })),
  );

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

/** What others see of a run until it ends, asked again and again. */
async function watch(token: string, batchId: string, run: Promise<unknown>) {
  const seen: NonNullable<Awaited<ReturnType<typeof loadImportProgress>>>[] = [];
  let over = false;
  const ended = run.finally(() => {
    over = true;
  });
  while (!over) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    const progress = await actAs(token, () => loadImportProgress(batchId));
    if (progress) seen.push(progress);
  }
  await ended;
  return seen;
}

test("a file is followed while it is checked and while it is written, and not a moment longer", async () => {
  const batchId = randomUUID();
  const checked = await watch(
    officer,
    batchId,
    actAs(officer, () => check("Trần Văn Theo", batchId)),
  );
  expect(checked.length).toBeGreaterThan(0);
  for (const { doing, alive, failedAt, fileName } of checked)
    expect([doing, alive, failedAt, fileName]).toEqual(["check", true, null, "Trần Văn Theo.csv"]);
  expect(await actAs(officer, () => loadImportProgress(batchId))).toBeNull();

  // The session was last seen a while ago: the long transaction marks it, the pages meanwhile do not wait for it.
  await owner.query("UPDATE sec.session SET last_seen_at = now() - interval '5 minutes'");
  let outcome: unknown;
  const written = await watch(
    officer,
    batchId,
    actAs(officer, () => commit(batchId)).then((answer) => {
      outcome = answer;
    }),
  );
  expect(outcome).toMatchObject({ done: { message: `Đã ghi ${ROWS} dòng.` } });
  expect(written.map(({ doing }) => doing)).toContain("write");
  expect(written.some(({ rows, done }) => rows === ROWS && done > 0)).toBe(true);
  expect(written.some(({ stage }) => stage === "write")).toBe(true);
  expect(await actAs(officer, () => loadImportProgress(batchId))).toBeNull();
  expect((await actAs(officer, () => loadImports())).running).toEqual([]);
  expect(await countOf("Trần Văn Theo")).toBe(ROWS);

  const began = performance.now();
  expect(
    (await actAs(officer, () => undoImportBatch(initialFormState, aForm({ batchId })))).done,
  ).not.toBeNull();
  expect(await countOf("Trần Văn Theo")).toBe(0);
  expect(performance.now() - began, "milliseconds to take it back").toBeLessThan(20_000);
}, 60_000);

test("pressed twice, by two, a file is written once", async () => {
  const batchId = randomUUID();
  await actAs(officer, () => check("Trần Văn Đôi", batchId));
  const answers = await Promise.all([
    actAs(officer, () => commit(batchId)),
    actAs(officer, () => commit(batchId)),
  ]);
  expect(answers.filter(({ done }) => done !== null)).toHaveLength(1);
  expect(answers.flatMap(({ fieldErrors }) => fieldErrors[""] ?? [])).toEqual([
    "Lần nhập này đang được ghi. Hãy chờ ghi xong.",
  ]);
  expect(await countOf("Trần Văn Đôi")).toBe(ROWS);
  expect((await actAs(officer, () => commit(batchId))).fieldErrors[""]).toEqual([
    "Lần nhập này đã ghi hoặc đã hết hạn. Hãy tải tệp lên lại.",
  ]);
  expect(await countOf("Trần Văn Đôi")).toBe(ROWS);
});

test("a run that fails is told as such, writes nothing, and can be done again", async () => {
  const batchId = randomUUID();
  await actAs(officer, () => check("Trần Văn Hỏng", batchId, 30));
  await owner.query(
    "ALTER TABLE person ADD CONSTRAINT broken CHECK (name NOT LIKE 'Trần Văn Hỏng Nc') NOT VALID",
  );
  await expect(actAs(officer, () => commit(batchId))).rejects.toThrow();
  await owner.query("ALTER TABLE person DROP CONSTRAINT broken");
  const page = await actAs(officer, () => loadImport(batchId));
  expect(page.batch?.state).toBe("checked");
  expect(page.progress).toMatchObject({ doing: "write", alive: false, failedAt: expect.any(String) });
  expect(await countOf("Trần Văn Hỏng")).toBe(0);

  expect(await actAs(officer, () => commit(batchId))).toMatchObject({ done: { message: "Đã ghi 30 dòng." } });
  expect((await actAs(officer, () => loadImport(batchId))).progress).toBeNull();
});

test("a check that was cut off is told as such; nobody beside sees it", async () => {
  const batchId = randomUUID();
  await actAs(officer, () =>
    withScope("import.run", async (scope) => {
      await scope.db.$executeRaw`
        INSERT INTO import_progress (batch_id, unit_ord, account_id, actor, kind, file_name, doing, stage)
        VALUES (${batchId}::uuid, ${scope.lo}, ${scope.actor.accountId}::uuid, 'x', 'ho-so', 'cut.csv', 'check', 'read')`;
    }),
  );
  const page = await actAs(officer, () => loadImport(batchId));
  expect(page).toMatchObject({ batch: null, progress: { alive: false, failedAt: null } });
  expect(await actAs(stranger, () => loadImportProgress(batchId))).toBeNull();
  expect((await actAs(stranger, () => loadImports())).running).toEqual([]);
  await expect(actAs(stranger, () => loadImport(batchId))).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
});

test("a file that cannot be read leaves nothing behind", async () => {
  const batchId = randomUUID();
  const picture = { name: "anh.xlsx", bytes: Uint8Array.from(Buffer.from("89504e470d0a1a0a", "hex")) };
  await expect(actAs(officer, () => loadCheckedFile("ho-so", picture, batchId))).rejects.toThrow();
  expect(await actAs(officer, () => loadImportProgress(batchId))).toBeNull();
});
