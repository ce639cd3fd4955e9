import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The passwords of the embedded server's three login roles. */
export type DatabasePasswords = { superuser: string; owner: string; app: string };

/** The passwords kept in the data folder (mode 0600), made at the first start. */
export function databasePasswords(dataDir: string): DatabasePasswords {
  const file = path.join(dataDir, "database-passwords.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as DatabasePasswords;

  const password = () => randomBytes(24).toString("base64url");
  const passwords = { superuser: password(), owner: password(), app: password() };
  writeFileSync(`${file}.new`, JSON.stringify(passwords), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return passwords;
}
