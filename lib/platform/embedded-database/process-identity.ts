import { readFileSync } from "node:fs";

/** A process as it is written down: its number, and what tells it from a later one of the same number. */
export type ProcessIdentity = { pid: number; since: string };

function textOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/** Boot and start time of a process where /proc tells them, else an empty text. */
function sinceOf(pid: number): string {
  const stat = textOf(`/proc/${pid}/stat`);
  if (stat === null) return "";
  const boot = textOf("/proc/sys/kernel/random/boot_id")?.trim() ?? "";
  const startedAt = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  return `${boot}:${startedAt}`;
}

/** The running process itself. */
export const thisProcess = (): ProcessIdentity => ({ pid: process.pid, since: sinceOf(process.pid) });

/** Whether a process of this number runs; one of another user runs as well. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  return !/^State:\s*Z/m.test(textOf(`/proc/${pid}/status`) ?? "");
}

/** Whether the very process that was written down still runs. */
export const isSameProcess = ({ pid, since }: ProcessIdentity): boolean =>
  isRunning(pid) && (since === "" || sinceOf(pid) === since);
