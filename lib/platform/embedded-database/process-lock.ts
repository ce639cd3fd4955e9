import { linkSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isSameProcess, type ProcessIdentity, thisProcess } from "./process-identity";

const FREE = "free";

/**
 * Numbered lock files `<name>.<n>`: the highest number counts. It is free when its holder let go or
 * died; whoever then makes the next number holds the lock. Taking over a dead holder's lock is thus
 * one atomic step, which removing and remaking a single file is not.
 */
function generations(folder: string, name: string): number[] {
  return readdirSync(folder)
    .filter((file) => file.startsWith(`${name}.`) && /^\d+$/.test(file.slice(name.length + 1)))
    .map((file) => Number(file.slice(name.length + 1)))
    .sort((left, right) => left - right);
}

function isFree(file: string): boolean {
  try {
    const content = readFileSync(file, "utf8");
    return content === FREE || !isSameProcess(JSON.parse(content) as ProcessIdentity);
  } catch {
    return false;
  }
}

function tryLock(folder: string, name: string): number | null {
  const highest = generations(folder, name).at(-1) ?? 0;
  if (highest > 0 && !isFree(path.join(folder, `${name}.${highest}`))) return null;

  const mine = highest + 1;
  const file = path.join(folder, `${name}.${mine}`);
  const draft = path.join(folder, `${name}-${process.pid}-${Math.random().toString(36).slice(2)}`);
  writeFileSync(draft, JSON.stringify(thisProcess()), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch {
    return null;
  } finally {
    rmSync(draft, { force: true });
  }

  const all = generations(folder, name);
  if ((all.at(-1) ?? 0) > mine) {
    rmSync(file, { force: true });
    return null;
  }
  for (const older of all) if (older < mine) rmSync(path.join(folder, `${name}.${older}`), { force: true });
  return mine;
}

/**
 * Runs one thing at a time over all processes that name the same lock in the same folder.
 * A holder that died does not block anybody.
 * @throws when the lock is not to be had within `patienceMs`.
 */
export async function withProcessLock<T>(
  folder: string,
  name: string,
  run: () => Promise<T>,
  patienceMs = 120_000,
): Promise<T> {
  const giveUpAt = Date.now() + patienceMs;
  let held = tryLock(folder, name);
  while (held === null) {
    if (Date.now() > giveUpAt)
      throw new Error(`Another process holds ${path.join(folder, name)} for too long.`);
    await pause(50 + Math.random() * 50);
    held = tryLock(folder, name);
  }
  try {
    return await run();
  } finally {
    writeFileSync(path.join(folder, `${name}.${held}`), FREE, { mode: 0o600 });
  }
}
