import pg from "pg";
import { expect, test } from "vitest";
import { actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { sealAudit } from "@/lib/access/sealer";

const TRANSACTIONS = 4;
const EVENTS = 7000;

test("more events than one statement may seal go into several blocks, each of whole transactions", async () => {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await owner.connect();
  await owner.query("SET ROLE pdv_definer");
  for (let turn = 0; turn < TRANSACTIONS; turn++)
    await owner.query(
      `INSERT INTO audit_event (actor, action, operation, table_name, row_id, change)
       SELECT 'test', 'import', 'INSERT', 'step', i::text, '{}' FROM generate_series(1, ${EVENTS}) i`,
    );
  const unsealed = async () => {
    await sealAudit();
    const { rows } = await owner.query<{ open: number }>(
      "SELECT count(*)::int AS open FROM audit_event WHERE action = 'import' AND txid > (SELECT coalesce(max(to_txid), 0) FROM audit_seal)",
    );
    return rows[0]?.open;
  };
  // A seal waits for every transaction of the server that began earlier, also those of other tests' databases.
  await expect.poll(unsealed, { timeout: 20_000 }).toBe(0);
  const { rows: blocks } = await owner.query<{ events: number }>("SELECT events FROM audit_seal ORDER BY id");
  await owner.end();
  expect(blocks.length).toBeGreaterThan(1);
  expect(Math.max(...blocks.map(({ events }) => events))).toBeLessThan(20_000 + EVENTS);
  const verified = await actAsOperator("test", () =>
    withScope(
      "audit.read",
      ({ db }) => db.$queryRaw<{ broken: number | null }[]>`SELECT sec.verify_audit() AS broken`,
    ),
  );
  expect(verified).toEqual([{ broken: null }]);
});
