import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeEach, expect, test } from "vitest";
import { BackupRefused } from "@/lib/platform/backup/backup-refused";
import { restoreBackup } from "@/lib/platform/backup/restore-backup";
import { writeBackup } from "@/lib/platform/backup/write-backup";
import { settings } from "@/lib/platform/env";
import { drift } from "@/lib/platform/migrations";
import { holdsData, resetDatabase } from "@/lib/platform/reset";

const SECRET = "a secret of the tests, long enough to be one";
const folder = mkdtempSync(path.join(os.tmpdir(), "pdv-backup-"));
afterAll(() => rmSync(folder, { recursive: true }));

const ownerUrl = settings().databaseOwnerUrl ?? "";
const appUrl = settings().databaseUrl ?? "";
let files = 0;
function aFile(): string {
  files += 1;
  return path.join(folder, `${files}.gz`);
}

async function asOwner<T = unknown>(statement: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query(statement);
    return rows as T[];
  } finally {
    await client.end();
  }
}

/** Units in a tree whose children come before their parents, with words that are hard to carry. */
async function someData(): Promise<void> {
  await asOwner(`
    insert into unit (id, code, code_key, name, name_fold, kind, lo, hi)
      values (1, 'TINH', 'TINH', E'Đảng bộ tỉnh \\u2028 "A"\\n\\t\\\\', 'x', 'PROVINCE', 0, 1000000);
    insert into unit (id, code, code_key, name, name_fold, kind, parent_id, lo, hi)
      select n, 'CB' || n, 'CB' || n, 'Chi bộ 😀 ' || n, 'x', 'CELL', 1, n, n from generate_series(2, 2500) n;
    update unit set parent_id = 2500 where id = 2;
    insert into import_batch (id, kind, file_name, unit_ord, actor, summary)
      values ('00000000-0000-4000-8000-000000000001', 'don-vi', 'đơn vị.csv', 0, 'test', '{"b": [1.50, null, "ê"], "a": 12345678901234567890}');
    insert into import_file (batch_id, unit_ord, bytes) values ('00000000-0000-4000-8000-000000000001', 0, '\\x00ff0a5c22');
    select setval(pg_get_serial_sequence('unit', 'id'), 9000);`);
}

const backup = (file: string, passphrase: string | null = null) =>
  writeBackup(file, { ownerUrl, secret: SECRET, passphrase, takenAt: new Date("2026-11-22T05:00:00Z") });

const restore = (file: string, passphrase: string | null = null, warn = (_: string) => {}, secret = SECRET) =>
  restoreBackup(file, { ownerUrl, secret, passphrase, warn });

const contents = () =>
  asOwner(`select (select md5(string_agg(u::text, '|' order by id)) from unit u) as units,
                  (select md5(string_agg(e::text, '|' order by id)) from audit_event e) as events,
                  (select md5(string_agg(f::text || b::text, '|')) from import_file f join import_batch b on b.id = f.batch_id) as files`);

beforeEach(async () => {
  await resetDatabase(ownerUrl, appUrl);
});

test("what was backed up is restored row by row, and then everything works as before", async () => {
  await someData();
  const before = await contents();
  expect(JSON.stringify(before)).not.toContain("null");
  const file = aFile();
  const written = await backup(file);
  expect(written.tables.find(({ name }) => name === "unit")?.rows).toBe(2500);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await holdsData(ownerUrl)).toBe(true);

  await resetDatabase(ownerUrl, appUrl);
  expect(await holdsData(ownerUrl)).toBe(false);
  const restored = await restore(file);
  expect(restored.tables).toEqual(written.tables);
  expect(await contents()).toEqual(before);
  expect(await drift(ownerUrl)).toBe("");

  expect(await asOwner("select nextval(pg_get_serial_sequence('unit', 'id'))::int as next")).toEqual([
    { next: 9001 },
  ]);
  const [state] = await asOwner<Record<string, number>>(`
    select (select count(*) from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
              and relname <> '_prisma_migrations' and not (relrowsecurity and relforcerowsecurity))::int as open,
           (select count(*) from pg_trigger where tgenabled <> 'O')::int as disabled,
           (select count(*) from pg_constraint where contype = 'f' and condeferrable)::int as deferrable`);
  expect(state).toEqual({ open: 0, disabled: 0, deferrable: 0 });
});

/** A seal waits for every transaction of the server that began earlier, also those of other tests' databases. */
async function sealAll(): Promise<void> {
  await expect
    .poll(
      async () => {
        await asOwner("select sec.seal_audit()");
        return asOwner(`select count(*)::int as open from audit_event
          where txid > (select coalesce(max(to_txid), 0) from audit_seal)`);
      },
      { timeout: 25_000 },
    )
    .toEqual([{ open: 0 }]);
}

async function countSeals(): Promise<number> {
  const [row] = (await asOwner("select count(*)::int as seals from audit_seal")) as { seals: number }[];
  return row?.seals ?? 0;
}

test("the chain over the audit log holds through a restoration, and goes on from there", async () => {
  await someData();
  await sealAll();
  const before = await countSeals();
  const file = aFile();
  await backup(file);
  await resetDatabase(ownerUrl, appUrl);
  await restore(file);
  await asOwner("update unit set name = 'Chi bộ đổi tên' where id = 7");
  await sealAll();
  expect(await countSeals()).toBeGreaterThan(before);
  expect(await asOwner("select sec.verify_audit() as broken")).toEqual([{ broken: null }]);
}, 60_000);

test("a sealed backup opens with its passphrase only, and shows nothing", async () => {
  await someData();
  const file = aFile();
  await backup(file, "mật khẩu dài");
  expect(readFileSync(file).subarray(0, 7).toString()).toBe("PDVSEAL");
  await resetDatabase(ownerUrl, appUrl);
  await expect(restore(file)).rejects.toThrow(/BACKUP_PASSPHRASE/);
  await expect(restore(file, "sai")).rejects.toThrow(BackupRefused);
  expect(await holdsData(ownerUrl)).toBe(false);
  expect((await restore(file, "mật khẩu dài")).rows).toBeGreaterThan(2500);
});

test("a sealed backup with one changed byte at its end changes nothing", async () => {
  await someData();
  const file = aFile();
  await backup(file, "mật khẩu dài");
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
  writeFileSync(file, bytes);
  await resetDatabase(ownerUrl, appUrl);
  await expect(restore(file, "mật khẩu dài")).rejects.toThrow(/passphrase is wrong, or the file was changed/);
  expect(await holdsData(ownerUrl)).toBe(false);
});

test("half a file, and a file of something else, are refused and change nothing", async () => {
  await someData();
  const file = aFile();
  await backup(file);
  await resetDatabase(ownerUrl, appUrl);
  truncateSync(file, Math.floor(statSync(file).size / 2));
  await expect(restore(file)).rejects.toThrow(BackupRefused);
  writeFileSync(file, "not a backup");
  await expect(restore(file)).rejects.toThrow(BackupRefused);
  expect(await holdsData(ownerUrl)).toBe(false);
});

test("a database that is not empty is not touched", async () => {
  await someData();
  const file = aFile();
  await backup(file);
  const before = await contents();
  await expect(restore(file)).rejects.toThrow(/not empty: the table/);
  expect(await contents()).toEqual(before);
});

test("another APP_SECRET is pointed out", async () => {
  const file = aFile();
  await backup(file);
  await resetDatabase(ownerUrl, appUrl);
  const warnings: string[] = [];
  await restore(file, null, (text) => warnings.push(text), "another secret of the tests, long enough too");
  expect(warnings.join()).toContain("APP_SECRET");
});

test("a file that is there is not written over", async () => {
  const file = aFile();
  writeFileSync(file, "precious");
  await expect(backup(file)).rejects.toThrow("EEXIST");
  expect(readFileSync(file, "utf8")).toBe("precious");
});

test("a table that hides rows from the backup stops it", async () => {
  await asOwner(`create table hidden (id int primary key); alter table hidden enable row level security;
                 alter table hidden force row level security; grant select on hidden to pdv_definer`);
  await expect(backup(aFile())).rejects.toThrow(/hidden/);
});

test("the numbers of new transactions come after those of the backup, also on a younger server", async () => {
  const file = aFile();
  await backup(file);
  const text = gunzipSync(readFileSync(file)).toString();
  const later = Number(/"nextTransaction":"(\d+)"/.exec(text)?.[1]) + 20_000;
  writeFileSync(file, gzipSync(text.replace(/"nextTransaction":"\d+"/, `"nextTransaction":"${later}"`)));
  await resetDatabase(ownerUrl, appUrl);
  await restore(file);
  const [to] = await asOwner<{ now: string }>("select pg_current_xact_id()::text as now");
  expect(Number(to?.now)).toBeGreaterThan(later);
});
