import { spawn } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { addressOf } from "./addresses";
import { clearLeftovers, runningServerPid } from "./leftovers";
import type { Place } from "./place";
import { isRunning } from "./process-identity";
import type { DatabasePasswords } from "./secrets";

/** `fast` gives up durability (fsync) for speed: for test servers alone. */
export type ServerOptions = { fast: boolean };

/** The pages a server keeps: an eighth of the machine's memory, 128 MB at least and 1 GB at most. */
function cacheMegabytes(memoryBytes: number): number {
  return Math.min(1024, Math.max(128, Math.floor(memoryBytes / 8 / 1024 ** 2)));
}

/** The log holds starts, stops and failures of the server; statements and their errors would carry personal data. */
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  timezone: "UTC",
  log_timezone: "UTC",
  max_connections: "60",
  shared_buffers: `${cacheMegabytes(os.totalmem())}MB`,
  work_mem: "16MB",
  random_page_cost: "1.1",
  jit: "off",
  password_encryption: "scram-sha-256",
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
};
const FAST = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off" };

/** Neither the machine's time zone and locale nor any PG… variable reaches the programs. */
const CLEAN_ENVIRONMENT = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC", NODE_ENV: process.env.NODE_ENV };

const optionsOf = (values: Record<string, string>): string[] =>
  Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);

/** Runs a program to its end. @throws with what it said when it fails. */
async function runToEnd(file: string, options: string[], place: Place): Promise<void> {
  const child = spawn(file, options, {
    ...place.user.ids,
    cwd: "/",
    env: CLEAN_ENVIRONMENT,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code !== 0) throw new Error(`${path.basename(file)} failed (${code}): ${said.trim()}`);
}

/** Makes the data folder: UTF-8, checksums, the C.UTF-8 of PostgreSQL itself (no locale of the machine). */
async function initialise(place: Place, passwords: DatabasePasswords): Promise<void> {
  const draft = `${place.data}.new`;
  const passwordFile = `${place.data}.password`;
  rmSync(draft, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, `${passwords.superuser}\n`, { mode: 0o600 });
  const { uid, gid } = place.user.ids;
  if (uid !== undefined && gid !== undefined) chownSync(passwordFile, uid, gid);

  try {
    await runToEnd(
      place.binaries.initdb,
      [
        `--pgdata=${draft}`,
        "--username=postgres",
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        "--data-checksums",
        "--no-sync",
        "--no-instructions",
      ],
      place,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, place.data);
}

/** A port of 127.0.0.1 that is free: the wished one if it can be had. */
export async function freePort(wished = 0): Promise<number> {
  const listener = createServer();
  const port = await new Promise<number | null>((resolve) => {
    listener.on("error", () => resolve(null));
    listener.listen({ port: wished, host: "127.0.0.1", exclusive: true }, () => {
      const address = listener.address();
      resolve(address !== null && typeof address === "object" ? address.port : null);
    });
  });
  await new Promise((resolve) => listener.close(resolve));
  if (port !== null) return port;
  if (wished !== 0) return freePort();
  throw new Error("No free port on 127.0.0.1.");
}

/** Whether the server at this port is ours (it knows our password) and runs on this data folder. */
export async function answers(
  port: number,
  { superuser }: DatabasePasswords,
  data: string,
): Promise<boolean> {
  const client = new pg.Client({
    connectionString: addressOf("postgres", superuser, port, "postgres"),
    connectionTimeoutMillis: 3000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query("select current_setting('data_directory') as folder");
    return rows[0]?.folder === data;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const logTail = (place: Place): string =>
  existsSync(place.log) ? readFileSync(place.log, "utf8").split("\n").slice(-8).join("\n") : "";

async function launch(
  place: Place,
  passwords: DatabasePasswords,
  port: number,
  options: ServerOptions,
): Promise<boolean> {
  const log = openSync(place.log, "w", 0o600);
  const child = spawn(
    place.binaries.postgres,
    ["-D", place.data, "-p", String(port), ...optionsOf({ ...SETTINGS, ...(options.fast ? FAST : {}) })],
    {
      ...place.user.ids,
      cwd: "/",
      detached: true,
      env: CLEAN_ENVIRONMENT,
      stdio: ["ignore", log, log],
    },
  );
  closeSync(log);
  let ended = false;
  child.on("error", () => {
    ended = true;
  });
  child.on("exit", () => {
    ended = true;
  });
  child.unref();

  const giveUpAt = Date.now() + 60_000;
  while (!ended && Date.now() < giveUpAt) {
    if (await answers(port, passwords, place.data)) return true;
    await pause(60);
  }
  return false;
}

/**
 * Starts the server of a place (its data is made at the first start) and gives its port.
 * Call it under the lock of the data folder, and only when no living server answered.
 */
export async function startServer(
  place: Place,
  passwords: DatabasePasswords,
  wishedPort: number,
  options: ServerOptions,
): Promise<number> {
  if (!existsSync(path.join(place.data, "PG_VERSION"))) await initialise(place, passwords);

  let wished = wishedPort;
  for (let attempt = 0; attempt < 4; attempt += 1) {
    await clearLeftovers(place.data);
    const port = await freePort(wished);
    if (await launch(place, passwords, port, options)) return port;
    wished = 0;
  }
  throw new Error(
    `The embedded PostgreSQL does not start. Its log, ${place.log}, ends with:\n${logTail(place)}`,
  );
}

/** Stops the server of a place and waits until it has ended; nothing happens when none runs. */
export async function stopServer(place: Place): Promise<void> {
  const pid = runningServerPid(place.data);
  if (pid !== null) {
    process.kill(pid, "SIGINT");
    for (let waited = 0; waited < 30_000 && isRunning(pid); waited += 50) await pause(50);
  }
  await clearLeftovers(place.data);
}
