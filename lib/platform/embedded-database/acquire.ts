import { setTimeout as pause } from "node:timers/promises";
import { ensureDataDir, settings, WrongSetting } from "../env";
import { type DatabaseUrls, urlsAt } from "./addresses";
import { runningServerPid } from "./leftovers";
import { type Place, placeFor } from "./place";
import { thisProcess } from "./process-identity";
import { withProcessLock } from "./process-lock";
import { ensureRolesAndDatabase } from "./roles";
import { type DatabasePasswords, databasePasswords } from "./secrets";
import { answers, type ServerOptions, startServer, stopServer } from "./server";
import { readState, writeState } from "./state";

const LOCK = "database.lock";

/** A database to work with; `release` when done. */
export type AcquiredDatabase = DatabaseUrls & { release(): Promise<void> };

type Options = Partial<ServerOptions> & { dataDir?: string };

/** A living server may be slow (recovering, or a busy machine): it is given time before it counts as dead. */
async function livesAt(port: number, passwords: DatabasePasswords, { data }: Place): Promise<boolean> {
  if (port === 0) return false;
  for (let waited = 0; waited < 30_000; waited += 250) {
    if (runningServerPid(data) === null) return false;
    if (await answers(port, passwords, data)) return true;
    await pause(250);
  }
  return false;
}

type Use = { leaves: boolean };

async function enter(dataDir: string, options: ServerOptions, { leaves }: Use): Promise<DatabaseUrls> {
  ensureDataDir(dataDir);
  return withProcessLock(dataDir, LOCK, async () => {
    const place = placeFor(dataDir);
    const passwords = databasePasswords(dataDir);
    const state = readState(dataDir);
    let { port } = state;
    if (!(await livesAt(port, passwords, place))) {
      port = await startServer(place, passwords, port, options);
      await ensureRolesAndDatabase(port, passwords);
    }
    const users = leaves ? [...state.users, thisProcess()] : state.users;
    writeState(dataDir, { port, users, stays: state.stays || !leaves });
    return urlsAt(port, passwords);
  });
}

async function leave(dataDir: string): Promise<void> {
  await withProcessLock(dataDir, LOCK, async () => {
    const state = readState(dataDir);
    const mine = state.users.findIndex(({ pid }) => pid === process.pid);
    const users = state.users.filter((_, index) => index !== mine);
    if (users.length === 0 && !state.stays) await stopServer(placeFor(dataDir));
    writeState(dataDir, { ...state, users });
  });
}

/**
 * The database to work with: that of DATABASE_URL, or else the embedded one of the data folder. The
 * first who needs the embedded one starts it, others join; the last to release stops it, unless it was
 * started to stay (`startDatabase`). A user that died is not counted.
 */
export async function acquireDatabase({ dataDir, fast = false }: Options = {}): Promise<AcquiredDatabase> {
  const given = settings();
  if (given.databaseUrl && dataDir === undefined) {
    if (!given.databaseOwnerUrl) throw new WrongSetting("DATABASE_OWNER_URL: missing; the commands need it");
    return { appUrl: given.databaseUrl, ownerUrl: given.databaseOwnerUrl, release: async () => undefined };
  }

  const folder = dataDir ?? given.dataDir;
  const urls = await enter(folder, { fast }, { leaves: true });
  let released = false;
  return {
    ...urls,
    async release() {
      if (released) return;
      released = true;
      await leave(folder);
    },
  };
}

/** Starts the embedded database, or joins it, so that it stays until `stopDatabase`. */
export async function startDatabase({
  dataDir = settings().dataDir,
  fast = false,
}: Options = {}): Promise<DatabaseUrls> {
  return enter(dataDir, { fast }, { leaves: false });
}

/** Stops the embedded database whoever uses it. Gives false when none ran. */
export async function stopDatabase({ dataDir = settings().dataDir }: Options = {}): Promise<boolean> {
  ensureDataDir(dataDir);
  return withProcessLock(dataDir, LOCK, async () => {
    const place = placeFor(dataDir);
    const ran = runningServerPid(place.data) !== null;
    await stopServer(place);
    writeState(dataDir, { ...readState(dataDir), users: [], stays: false });
    return ran;
  });
}

/** What runs for a data folder: port, number of processes using it, and whether it stays up. */
export async function databaseStatus({ dataDir = settings().dataDir }: Options = {}): Promise<{
  running: boolean;
  port: number;
  users: number;
  stays: boolean;
}> {
  ensureDataDir(dataDir);
  const { port, users, stays } = readState(dataDir);
  const running = port !== 0 && (await answers(port, databasePasswords(dataDir), placeFor(dataDir).data));
  return { running, port, users: users.length, stays };
}
