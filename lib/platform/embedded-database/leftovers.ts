import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isRunning } from "./process-identity";

const hasProc = (): boolean => existsSync("/proc/self/cwd");

/** The working folder of a PostgreSQL process is its data folder: where /proc is, that finds them all. */
function processesIn(data: string): number[] {
  if (!hasProc()) return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readlinkSync(`/proc/${name}/cwd`) === data && isRunning(Number(name));
      } catch {
        return false;
      }
    })
    .map(Number);
}

function signal(pids: number[], name: "SIGQUIT" | "SIGKILL"): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // It ended by itself.
    }
  }
}

/**
 * The number of the server process that runs on a data folder, or null. The number is written in the
 * folder; where /proc tells, it is checked that the process is the server and not a later program.
 */
export function runningServerPid(data: string): number | null {
  const file = path.join(data, "postmaster.pid");
  if (!existsSync(file)) return null;
  const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
  if (!Number.isInteger(pid) || pid < 2 || !isRunning(pid)) return null;
  return hasProc() && !processesIn(data).includes(pid) ? null : pid;
}

/**
 * What a killed server left behind: its child processes (they hold the shared memory that a new server
 * needs) and the file `postmaster.pid`, whose number may by now be another program's.
 */
export async function clearLeftovers(data: string): Promise<void> {
  for (let round = 0; round < 50; round += 1) {
    const running = processesIn(data);
    if (running.length === 0) break;
    signal(running, round < 20 ? "SIGQUIT" : "SIGKILL");
    await pause(100);
  }

  if (runningServerPid(data) === null) rmSync(path.join(data, "postmaster.pid"), { force: true });
}
