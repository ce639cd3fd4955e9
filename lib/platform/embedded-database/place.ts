import { createHash, randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Binaries, readyBinaries } from "./binaries";
import { canUse, type ServerUser, serverUser } from "./server-user";

/** Where a server lives: its data, its log, its programs, and who runs it. */
export type Place = { data: string; log: string; binaries: Binaries; user: ServerUser };

const PRODUCT = "phat-trien-dang-vien";

/** The first folder outside the checkout that can be written; everybody can get there. */
function reachableRoot(): string {
  for (const parent of ["/var/lib", os.tmpdir()]) {
    const root = path.join(parent, PRODUCT);
    try {
      mkdirSync(root, { recursive: true, mode: 0o755 });
      if (statSync(root).uid === process.getuid?.()) return root;
    } catch {
      // Not writable: the next one.
    }
  }
  throw new Error(
    "No folder for the embedded database: neither /var/lib nor the temporary folder can be written.",
  );
}

function ownFolder(folder: string, { ids }: ServerUser): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (ids.uid !== undefined && ids.gid !== undefined) chownSync(folder, ids.uid, ids.gid);
  return folder;
}

/** Where the data are, and of which data folder: a copied checkout must not work on the original's data. */
type Note = { folder: string; dataDir: string };

const noteOf = (dataDir: string): string => path.join(dataDir, "database-place.json");

const readNote = (dataDir: string): Note => JSON.parse(readFileSync(noteOf(dataDir), "utf8"));

function notedFolder(dataDir: string): string {
  const note = readNote(dataDir);
  if (note.dataDir === dataDir) return note.folder;
  if (existsSync(noteOf(note.dataDir)) && readNote(note.dataDir).folder === note.folder) {
    throw new Error(
      `${dataDir} is a copy of ${note.dataDir}, whose database lies in ${note.folder}. ` +
        `To begin with an empty database here, remove ${noteOf(dataDir)}.`,
    );
  }
  return note.folder;
}

/**
 * The folder for data: `postgres` in the data folder, or, when the server's user cannot get there, one
 * outside whose name comes from the data folder's path and which is written down.
 */
function serverFolder(dataDir: string, user: ServerUser): string {
  if (existsSync(noteOf(dataDir))) return ownFolder(notedFolder(dataDir), user);

  const inside = path.join(dataDir, "postgres");
  const existed = existsSync(inside);
  ownFolder(inside, user);
  if (canUse(user, inside)) return inside;
  if (!existed) rmSync(inside, { recursive: true, force: true });

  const name = createHash("sha256").update(dataDir).digest("hex").slice(0, 16);
  const outside = path.join(reachableRoot(), name);
  const free = existsSync(outside) ? `${outside}-${randomBytes(3).toString("hex")}` : outside;
  ownFolder(free, user);
  if (!canUse(user, free)) throw new Error(`The system user \`postgres\` cannot get into ${free}.`);
  const note: Note = { folder: free, dataDir };
  writeFileSync(noteOf(dataDir), JSON.stringify(note), { mode: 0o600 });
  return free;
}

/** Finds or makes the place of the server that belongs to a data folder. */
export function placeFor(dataDir: string): Place {
  const user = serverUser();
  const folder = realpathSync(serverFolder(dataDir, user));
  return {
    data: path.join(folder, "data"),
    log: path.join(folder, "server.log"),
    binaries: readyBinaries(user, reachableRoot),
    user,
  };
}
