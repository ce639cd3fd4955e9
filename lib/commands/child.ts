import { spawn } from "node:child_process";
import path from "node:path";

/**
 * Runs a script of a package (its path below node_modules) with this Node and waits for it; signals to us are passed on to it.
 * Answers its exit status (128 + signal when a signal ended it).
 */
export function runNode(
  script: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<number> {
  return run([path.resolve("node_modules", script), ...args], environment);
}

/** Runs another of these commands, loaded as this one was. */
export function runOther(
  file: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<number> {
  return run([...process.execArgv, path.resolve("lib/commands", file), ...args], environment);
}

function run(args: string[], environment: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      stdio: "inherit",
      env: { ...process.env, ...environment },
    });
    const pass = (signal: NodeJS.Signals) => child.kill(signal);
    process.on("SIGINT", pass);
    process.on("SIGTERM", pass);
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      process.off("SIGINT", pass);
      process.off("SIGTERM", pass);
      resolve(code ?? (signal === "SIGINT" ? 130 : 143));
    });
  });
}

/** Room for what lives as long as one request or one file: with Node's 16 MB it is copied around again and again. */
const ROOM_FOR_REQUESTS = "--max-semi-space-size=64";

/** Runs the web framework: `build`, `start` or `dev`. */
export function runNext(args: string[], environment: Record<string, string> = {}): Promise<number> {
  return run([ROOM_FOR_REQUESTS, path.resolve("node_modules/next/dist/bin/next"), ...args], {
    NEXT_TELEMETRY_DISABLED: "1",
    ...environment,
  });
}
