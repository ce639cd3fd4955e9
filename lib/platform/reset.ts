import pg from "pg";
import { migrate } from "./migrations";

/** Drops everything in the database, in one step, and migrates it anew: no unit, no account. */
export async function resetDatabase(ownerUrl: string, appUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("set local lock_timeout = '20s'");
    await client.query("drop schema if exists sec cascade");
    await client.query("drop schema if exists public cascade");
    await client.query("create schema public");
    await client.query("commit");
  } finally {
    await client.end();
  }
  await migrate(ownerUrl, appUrl);
}

/** Whether there is anything in the database that a reset would lose. In doubt there is. */
export async function holdsData(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows: made } = await client.query(
      "select from pg_tables where schemaname = 'public' and tablename = 'unit'",
    );
    if (made.length === 0) return false;
    await client.query("set role pdv_definer");
    const { rows } = await client.query(
      "select exists (select from unit) or exists (select from account) as held",
    );
    return rows[0]?.held !== false;
  } catch {
    return true;
  } finally {
    await client.end();
  }
}
