import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isSameProcess, type ProcessIdentity } from "./process-identity";

/**
 * What is known of the server of a data folder: its port, the processes that use it, and whether it
 * stays up when the last of them leaves (`db -- start`).
 */
export type ServerState = { port: number; users: ProcessIdentity[]; stays: boolean };

const fileOf = (dataDir: string): string => path.join(dataDir, "database.json");

/** The state as written, without the users that have died meanwhile. */
export function readState(dataDir: string): ServerState {
  const file = fileOf(dataDir);
  if (!existsSync(file)) return { port: 0, users: [], stays: false };
  const state = JSON.parse(readFileSync(file, "utf8")) as ServerState;
  return { ...state, users: state.users.filter(isSameProcess) };
}

/** Writes the state in one step, so that a reader never sees half of it. */
export function writeState(dataDir: string, state: ServerState): void {
  const file = fileOf(dataDir);
  writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
