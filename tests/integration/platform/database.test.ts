import pg from "pg";
import { expect, test } from "vitest";
import { CleanPool } from "@/lib/platform/clean-pool";
import { inTransaction, signInQuery } from "@/lib/platform/database";
import { settings } from "@/lib/platform/env";
import { MigrationRefused, migrate } from "@/lib/platform/migrations";

type Facts = { role: string; login: string; statement: string; lock: string; idle: string; zone: string };

const facts = `select current_user as role, session_user as login, current_setting('statement_timeout') as statement,
  current_setting('lock_timeout') as lock, current_setting('idle_in_transaction_session_timeout') as idle,
  current_setting('timezone') as zone`;

const limits = { statement: "30s", lock: "5s", idle: "30s", zone: "UTC" };

test("each connection has its role and its limits", async () => {
  const read = (role: "app" | "operator") => inTransaction(role, (tx) => tx.$queryRawUnsafe<Facts[]>(facts));
  const userOf = (url: string | null) => new URL(url ?? "").username;
  const app = userOf(settings().databaseUrl);
  expect(await read("app")).toEqual([{ role: "pdv_app", login: app, ...limits }]);
  expect(await read("operator")).toEqual([
    { role: "pdv_operator", login: userOf(settings().databaseOwnerUrl), ...limits },
  ]);
  expect(await signInQuery<Facts>(facts)).toEqual([{ role: "pdv_signin", login: app, ...limits }]);
});

test("what fails leaves nothing behind, and the next transaction is a new one", async () => {
  const failing = inTransaction("operator", async (tx) => {
    await tx.$executeRaw`select set_config('app.test', 'left behind', false)`;
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  const [row] = await inTransaction(
    "operator",
    (tx) => tx.$queryRaw<{ left: string | null }[]>`select current_setting('app.test', true) as left`,
  );
  expect(row?.left || null).toBeNull();
});

test("a connection that comes back inside a transaction is closed, not handed on", async () => {
  const pool = new CleanPool({ connectionString: settings().databaseUrl ?? "", max: 1 });
  const first = await pool.connect();
  await first.query("begin");
  first.release();

  const second = await pool.connect();
  expect(second.getTransactionStatus()).toBe("I");
  expect(second).not.toBe(first);
  second.release();
  expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  await pool.end();
});

test("a database that cannot be reached fails a query, by promise and by callback", async () => {
  const pool = new CleanPool({ connectionString: "postgresql://nobody:x@127.0.0.1:1/none" });
  await expect(pool.connect()).rejects.toThrow("ECONNREFUSED");
  await expect(pool.query("select 1")).rejects.toThrow("ECONNREFUSED");
  await pool.end();
});

async function asOwner(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: settings().databaseOwnerUrl ?? "" });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

function migrateFor(role: string): Promise<string[]> {
  const appUrl = new URL(settings().databaseUrl ?? "");
  appUrl.username = role;
  return migrate(settings().databaseOwnerUrl ?? "", appUrl.toString());
}

test("a role of the application that does not exist or sees everything is refused", async () => {
  await expect(migrateFor("nobody_here")).rejects.toThrow(/"nobody_here" does not exist/);
  await expect(migrateFor("postgres")).rejects.toThrow(/"postgres" is a superuser/);
});

test("a role of the application that owns a table is refused", async () => {
  await asOwner(
    "CREATE ROLE owns_things LOGIN",
    "GRANT owns_things TO CURRENT_USER",
    "GRANT CREATE ON SCHEMA public TO owns_things",
    "CREATE TABLE things ()",
    "ALTER TABLE things OWNER TO owns_things",
  );
  await expect(migrateFor("owns_things")).rejects.toThrow(MigrationRefused);
  await asOwner("DROP TABLE things", "DROP OWNED BY owns_things", "DROP ROLE owns_things");
});
