import { createHash } from "node:crypto";
import pg from "pg";
import { schemaVersion } from "../migrations";
import { BackupRefused } from "./backup-refused";
import {
  type BackupEnd,
  type BackupHead,
  type BackupSummary,
  backupEnd,
  backupHead,
  CONTROL,
  parseLine,
  ROW,
  tableHead,
} from "./contents";
import { readLines } from "./envelope";
import { type BackedUpTable, backedUpTables, fullName, quoted, rowsOf } from "./tables";
import { secretMark } from "./write-backup";

const BATCH = 1000;

/** The schema `sec` holds rows from the start (the day of the tree, for one): those of the backup replace them. */
const holdsOwnRows = ({ schema }: BackedUpTable): boolean => schema === "sec";

async function requireEmpty(client: pg.Client, tables: BackedUpTable[]): Promise<void> {
  for (const table of tables) {
    if (holdsOwnRows(table)) {
      await client.query(`delete from ${fullName(table)}`);
      continue;
    }
    const { rows } = await client.query(`select from ${fullName(table)} limit 1`);
    if (rows.length > 0) {
      throw new BackupRefused(
        `The database is not empty: the table ${table.name} has rows. ` +
          "Restore into an empty one (npm run db -- reset --empty).",
      );
    }
  }
}

/**
 * Numbers of transactions order the audit log; those of a new server begin low. It is brought beyond
 * the number of the backup, so that what comes is after what was.
 */
async function passTransactions(client: pg.Client, { nextTransaction }: BackupHead): Promise<void> {
  const { rows } = await client.query<{ missing: string }>(
    "select greatest(0, $1::bigint - pg_current_xact_id()::text::bigint)::text as missing",
    [nextTransaction],
  );
  const missing = Number(rows[0]?.missing ?? 0);
  if (missing > 0) {
    await client.query(
      `do $$ begin for i in 1..${missing} loop perform pg_current_xact_id(); commit; end loop; end $$`,
    );
  }
}

type Constraint = { table: string; name: string };

async function foreignKeys(client: pg.Client): Promise<Constraint[]> {
  const { rows } = await client.query<Constraint>(
    `select format('%I.%I', n.nspname, c.relname) as table, k.conname as name
       from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'f' and n.nspname in ('public', 'sec') and not k.condeferrable`,
  );
  return rows;
}

async function securedTables(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relforcerowsecurity and n.nspname in ('public', 'sec')`,
  );
  return new Set(rows.map(({ name }) => name));
}

const plainName = ({ schema, name }: BackedUpTable): string => `${schema}.${name}`;

/** Within the transaction: rows go in as they were, without triggers and policies; references are checked at its end. */
async function openTables(client: pg.Client, tables: BackedUpTable[]): Promise<() => Promise<void>> {
  const secured = await securedTables(client);
  const keys = await foreignKeys(client);
  for (const table of tables) {
    await client.query(`alter table ${fullName(table)} disable trigger user`);
    if (secured.has(plainName(table)))
      await client.query(`alter table ${fullName(table)} no force row level security`);
  }
  for (const { table, name } of keys) {
    await client.query(`alter table ${table} alter constraint ${quoted(name)} deferrable initially deferred`);
  }
  return async () => {
    await client.query("set constraints all immediate");
    for (const { table, name } of keys) {
      await client.query(`alter table ${table} alter constraint ${quoted(name)} not deferrable`);
    }
    for (const table of tables) {
      if (secured.has(plainName(table)))
        await client.query(`alter table ${fullName(table)} force row level security`);
      await client.query(`alter table ${fullName(table)} enable trigger user`);
    }
  };
}

async function insertRows(client: pg.Client, table: BackedUpTable, rows: string[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = table.columns.map(quoted).join(", ");
  await client.query(
    `insert into ${fullName(table)} (${columns}) overriding system value
     select ${columns} from json_populate_recordset(null::${fullName(table)}, $1::json)`,
    [`[${rows.join(",")}]`],
  );
}

/** Puts the rows of the file into the tables and gives its last line. */
async function insertAll(
  client: pg.Client,
  lines: AsyncGenerator<string>,
  tables: BackedUpTable[],
): Promise<BackupEnd> {
  let table: BackedUpTable | null = null;
  let waiting: string[] = [];
  let end: BackupEnd | null = null;
  const flush = async () => {
    if (table) await insertRows(client, table, waiting);
    waiting = [];
  };

  for await (const line of lines) {
    if (end) throw new BackupRefused("The file goes on after its end.");
    if (line.startsWith(ROW)) {
      if (!table) throw new BackupRefused("The file has rows of no table.");
      waiting.push(line.slice(1));
      if (waiting.length >= BATCH) await flush();
      continue;
    }
    await flush();
    if (!line.startsWith('={"table"')) {
      end = parseLine(backupEnd, line.slice(CONTROL.length));
      continue;
    }
    const { schema, name } = parseLine(tableHead, line.slice(CONTROL.length)).table;
    table = tables.find((known) => known.schema === schema && known.name === name) ?? null;
    if (!table) throw new BackupRefused(`The backup has a table that this version does not know: ${name}.`);
  }
  if (!end) throw new BackupRefused("The file is not whole: its end is missing.");
  return end;
}

/** Reads every table back and compares its rows with what the backup says. */
async function requireSame(client: pg.Client, tables: BackedUpTable[], end: BackupEnd): Promise<void> {
  for (const table of tables) {
    const hash = createHash("sha256");
    let count = 0;
    for await (const row of rowsOf(client, table)) {
      hash.update(row).update("\n");
      count += 1;
    }
    const said = end.tables.find(({ schema, name }) => schema === table.schema && name === table.name);
    const rows = said?.rows ?? 0;
    if (count !== rows || (said && said.sha256 !== hash.digest("hex"))) {
      throw new BackupRefused(`The rows of ${table.name} are not those of the backup (${count} of ${rows}).`);
    }
  }
}

async function setSequences(client: pg.Client, { sequences }: BackupEnd): Promise<void> {
  for (const sequence of sequences) {
    if (sequence.last === null) continue;
    await client.query("select setval($1::regclass, $2::bigint)", [fullName(sequence), sequence.last]);
  }
}

async function restoreInto(client: pg.Client, lines: AsyncGenerator<string>): Promise<BackupEnd> {
  await client.query("begin");
  await client.query("set local timezone = 'UTC'");
  await client.query("set local statement_timeout = 0");
  const tables = await backedUpTables(client);
  const close = await openTables(client, tables);
  await requireEmpty(client, tables);
  const end = await insertAll(client, lines, tables);
  await requireSame(client, tables, end);
  await close();
  await setSequences(client, end);
  await client.query("commit");
  return end;
}

/**
 * Restores a backup into an empty database of the same schema version, all of it or nothing, and
 * proves row by row that it is the same. Everybody has to sign in again.
 * `warn` is told when APP_SECRET is another one than that of the backup.
 * @throws BackupRefused saying why.
 */
export async function restoreBackup(
  file: string,
  {
    ownerUrl,
    secret,
    passphrase,
    warn,
  }: { ownerUrl: string; secret: string; passphrase: string | null; warn(text: string): void },
): Promise<BackupSummary> {
  const lines = readLines(file, passphrase);
  const first = await lines.next();
  const head = parseLine(backupHead, first.done ? undefined : first.value.slice(CONTROL.length));
  if (head.schemaVersion !== schemaVersion()) {
    throw new BackupRefused(
      `The backup is of schema ${head.schemaVersion}, this program of ${schemaVersion()}. ` +
        "Restore it with the version of the program that made it, then migrate.",
    );
  }
  if (head.secretMark !== secretMark(secret)) {
    warn(
      "APP_SECRET is not the one of the backup: encrypted citizen numbers cannot be read without that one.",
    );
  }

  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await passTransactions(client, head);
    const end = await restoreInto(client, lines);
    const rows = end.tables.reduce((sum, table) => sum + table.rows, 0);
    return { schemaVersion: head.schemaVersion, takenAt: head.takenAt, rows, tables: end.tables };
  } finally {
    await lines.return(undefined);
    await client.end();
  }
}
