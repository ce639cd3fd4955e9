import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { commitImport, mendImport } from "@/lib/intake/actions";
import { loadCheckedFile, loadImports } from "@/lib/intake/queries/imports";
import { closeDatabase } from "@/lib/platform/database";
import { writeXlsx } from "@/lib/platform/spreadsheet/write-xlsx";
import { initialFormState } from "@/lib/shared/form-state";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";
import { aForm, givenOfficer } from "@/tests/support/organisation";

const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
const HEADER = ["Mã chi bộ", "Họ và tên", "Ngày sinh", "Giới tính", "Ngày giới thiệu"];
const ROW = ["A-1", "Lê Thị Đông", "12/08/1998", "Nữ", "20/02/2022"];
const officers: string[] = [];

const csv = { name: "danh-sach.csv", bytes: aFile(HEADER, ROW) };
const workbook = async () => {
  const columns = HEADER.map((title) => ({ title, kind: "text" as const, width: 20 }));
  const stream = writeXlsx([{ name: "Hồ sơ", columns, rows: Array.from({ length: 400 }, () => ROW) }]);
  return { name: "danh-sach.xlsx", bytes: new Uint8Array(await new Response(stream).arrayBuffer()) };
};
const inTransactions = async () =>
  Number(
    (
      await owner.query(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'pdv_app' AND state LIKE 'idle in transaction%' AND now() - xact_start > interval '200 ms'",
      )
    ).rows[0].count,
  );

beforeAll(async () => {
  await owner.connect();
  await actAsOperator("test", async () => {
    await bringIn("don-vi", aFile(...UNITS));
    await withScope("account.manage", async (scope) => {
      const unit = await scope.db.unit.findUniqueOrThrow({ where: { codeKey: "H" } });
      for (let place = 0; place < 12; place++)
        officers.push(await givenOfficer(scope, `upper${place}`, "upperOfficer", unit.id));
    });
  });
});
afterAll(async () => {
  await owner.end();
  await closeDatabase();
});

test("many who send at once wait without a connection; beyond a few they are told so, and pages go on", async () => {
  const file = await workbook();
  let most = 0;
  let over = false;
  const watched = (async () => {
    while (!over) {
      most = Math.max(most, await inTransactions());
      await pause(15);
    }
  })();
  const answers = Promise.allSettled(
    officers.map((officer) => actAs(officer, () => loadCheckedFile("ho-so", file, randomUUID()))),
  );
  await pause(50);
  expect((await actAs(officers[0] ?? "", () => loadImports())).kinds).toContain("ho-so");
  const told = (await answers).map((answer) =>
    answer.status === "fulfilled" ? "checked" : String(answer.reason.message),
  );
  over = true;
  await watched;
  expect(new Set(told)).toEqual(
    new Set(["checked", "Hệ thống đang đọc nhiều tệp, hãy thử lại sau ít phút."]),
  );
  expect(told.filter((words) => words === "checked").length).toBeGreaterThanOrEqual(4);
  expect(most).toBeLessThan(8);
});

test("an account is at one file at a time", async () => {
  const [officer = ""] = officers;
  const [first, second] = [randomUUID(), randomUUID()];
  for (const batchId of [first, second]) await actAs(officer, () => loadCheckedFile("ho-so", csv, batchId));
  const send = (action: typeof commitImport, fields: Record<string, string>) =>
    actAs(officer, () => action(initialFormState, aForm(fields)));
  await owner.query("BEGIN");
  await owner.query("LOCK TABLE person IN EXCLUSIVE MODE");
  const written = send(commitImport, { batchId: first });
  await pause(600);
  const busy = "Đồng chí đang có một tệp khác được kiểm tra hoặc ghi. Hãy chờ xong.";
  expect((await send(commitImport, { batchId: second })).fieldErrors[""]).toEqual([busy]);
  const mend = { batchId: second, "cell.2.name": "Lê Thị Tây" };
  expect((await send(mendImport, mend)).fieldErrors[""]).toEqual([busy]);
  await expect(actAs(officer, () => loadCheckedFile("ho-so", csv))).rejects.toThrow(busy);
  await owner.query("COMMIT");
  expect((await written).done?.message).toBe("Đã ghi 1 dòng.");
  expect((await send(mendImport, mend)).done).not.toBeNull();
});
