import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import pg from "pg";
import { schemaVersion } from "../migrations";
import { keyedHash } from "../secret";
import {
  type BackupEnd,
  type BackupHead,
  type BackupSummary,
  CONTROL,
  FORMAT_OF_BACKUP,
  ROW,
} from "./contents";
import { writeLines } from "./envelope";
import { backedUpTables, requireFullSight, rowsOf, sequences } from "./tables";

/** A mark of APP_SECRET that tells nothing about it. */
export const secretMark = (secret: string): string => keyedHash("backup", "other", secret).slice(0, 16);

const control = (line: object): string => CONTROL + JSON.stringify(line);

async function headOf(client: pg.Client, takenAt: Date, secret: string): Promise<BackupHead> {
  const { rows } = await client.query<{ next: string }>(
    "select pg_snapshot_xmax(pg_current_snapshot())::text as next",
  );
  return {
    format: FORMAT_OF_BACKUP,
    version: 1,
    schemaVersion: schemaVersion(),
    takenAt: takenAt.toISOString(),
    nextTransaction: rows[0]?.next ?? "0",
    secretMark: secretMark(secret),
  };
}

async function* linesOf(client: pg.Client, head: BackupHead, end: BackupEnd): AsyncGenerator<string> {
  yield control(head);
  for (const table of await backedUpTables(client)) {
    const { schema, name } = table;
    yield control({ table: { schema, name } });
    const hash = createHash("sha256");
    let rows = 0;
    for await (const row of rowsOf(client, table)) {
      hash.update(row).update("\n");
      rows += 1;
      yield ROW + row;
    }
    end.tables.push({ schema, name, rows, sha256: hash.digest("hex") });
  }
  end.sequences.push(...(await sequences(client)));
  yield control(end);
}

/**
 * Writes the whole database as it is at one moment into a new file (mode 0600): one line per row,
 * compressed, and encrypted when there is a passphrase. Others may go on working meanwhile.
 * APP_SECRET is not in it; citizen numbers cannot be read without it.
 */
export async function writeBackup(
  file: string,
  {
    ownerUrl,
    secret,
    passphrase,
    takenAt,
  }: { ownerUrl: string; secret: string; passphrase: string | null; takenAt: Date },
): Promise<BackupSummary> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin transaction isolation level repeatable read read only");
    await client.query("set local role pdv_definer");
    await client.query("set local timezone = 'UTC'");
    await client.query("set local statement_timeout = 0");
    await requireFullSight(client);

    const head = await headOf(client, takenAt, secret);
    const end: BackupEnd = { tables: [], sequences: [] };
    await writeLines(file, linesOf(client, head, end), passphrase);
    await client.query("commit");
    const rows = end.tables.reduce((sum, table) => sum + table.rows, 0);
    return { schemaVersion: head.schemaVersion, takenAt: head.takenAt, rows, tables: end.tables };
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST"))
      await rm(file, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}
