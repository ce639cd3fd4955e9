import path from "node:path";
import { createInterface } from "node:readline/promises";
import { BackupRefused } from "@/lib/platform/backup/backup-refused";
import { restoreBackup } from "@/lib/platform/backup/restore-backup";
import { writeBackup } from "@/lib/platform/backup/write-backup";
import { now } from "@/lib/platform/clock";
import {
  acquireDatabase,
  databaseStatus,
  startDatabase,
  stopDatabase,
} from "@/lib/platform/embedded-database/acquire";
import { appSecret, settings, WrongSetting } from "@/lib/platform/env";
import { MigrationRefused, migrate, pendingMigrations } from "@/lib/platform/migrations";
import { holdsData, resetDatabase } from "@/lib/platform/reset";
import { withDatabase } from "@/lib/platform/with-database";
import type { WORLD_SIZES } from "@/prisma/seed/nationwide/size";

const USAGE = `npm run db -- start                    start the embedded database; it stays until stop
npm run db -- stop                     stop it
npm run db -- status                   what runs, and what it still has to learn
npm run db -- migrate                  bring the database up to date
npm run db -- backup [file]            write everything into one file (BACKUP_PASSPHRASE encrypts it)
npm run db -- restore <file> [--yes]   restore such a file into an empty database
npm run db -- reset --empty|--demo|--province|--region|--country [--yes]`;

const SYNTHETIC = ["--province", "--region", "--country"] as const;
const WORLDS = ["--empty", "--demo", ...SYNTHETIC] as const;

const DONE = 0;
const REFUSED = 1;
const WRONG_USAGE = 2;

/** The machine-readable answer, alone on standard output. */
const answer = (value: object): void => {
  process.stdout.write(`${JSON.stringify(value)}\n`);
};

const say = (text: string): void => console.error(text);

function wrongUsage(reason: string): number {
  say(`${reason}\n\n${USAGE}`);
  return WRONG_USAGE;
}

/** Whether the user agrees; where nobody can be asked, only --yes does. */
async function agreed(question: string, yes: boolean): Promise<boolean> {
  if (yes) return true;
  if (!process.stdin.isTTY) {
    say(`${question} Nobody can be asked here: say --yes.`);
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const reply = await terminal.question(`${question} [y/N] `);
  terminal.close();
  return /^(y|yes|c|có)$/i.test(reply.trim());
}

function refuseForOwnServer(): boolean {
  if (!settings().databaseUrl) return false;
  say("DATABASE_URL names a PostgreSQL of your own; start and stop it as its system does.");
  return true;
}

async function start(): Promise<number> {
  if (refuseForOwnServer()) return WRONG_USAGE;
  const urls = await startDatabase();
  await migrate(urls.ownerUrl, urls.appUrl);
  answer(await databaseStatus());
  say("The embedded database runs until `npm run db -- stop`.");
  return DONE;
}

async function stop(): Promise<number> {
  if (refuseForOwnServer()) return WRONG_USAGE;
  const ran = await stopDatabase();
  answer({ stopped: ran });
  say(ran ? "Stopped." : "It was not running.");
  return DONE;
}

async function status(): Promise<number> {
  const { databaseUrl, databaseOwnerUrl } = settings();
  if (databaseUrl) {
    answer({ embedded: false, pending: await pendingMigrations(databaseOwnerUrl ?? databaseUrl) });
    return DONE;
  }
  const embedded = await databaseStatus();
  if (!embedded.running) {
    answer({ embedded: true, ...embedded });
    say("The embedded database is not running.");
    return DONE;
  }
  const database = await acquireDatabase();
  try {
    answer({ embedded: true, ...embedded, pending: await pendingMigrations(database.ownerUrl) });
  } finally {
    await database.release();
  }
  return DONE;
}

async function bringUpToDate(): Promise<number> {
  const database = await acquireDatabase();
  try {
    const applied = await migrate(database.ownerUrl, database.appUrl);
    answer({ applied });
    say(applied.length > 0 ? `Applied: ${applied.join(", ")}` : "Nothing to do.");
  } finally {
    await database.release();
  }
  return DONE;
}

const passphrase = (): string | null => process.env.BACKUP_PASSPHRASE || null;

async function backup(given: string | undefined): Promise<number> {
  const takenAt = now();
  const file = path.resolve(
    given ?? `backup-${takenAt.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}.pdv.gz`,
  );
  const summary = await withDatabase(({ DATABASE_OWNER_URL: ownerUrl }) =>
    writeBackup(file, { ownerUrl, secret: appSecret(), passphrase: passphrase(), takenAt }),
  );
  answer({ file, encrypted: passphrase() !== null, ...summary });
  say(`${summary.rows} rows are in ${file}. Keep APP_SECRET too: without it citizen numbers cannot be read.`);
  return DONE;
}

async function restore(file: string | undefined, yes: boolean): Promise<number> {
  if (!file) return wrongUsage("restore: which file?");
  if (!(await agreed(`Restore ${file} into the empty database?`, yes))) return REFUSED;
  const summary = await withDatabase(({ DATABASE_OWNER_URL: ownerUrl }) =>
    restoreBackup(path.resolve(file), { ownerUrl, secret: appSecret(), passphrase: passphrase(), warn: say }),
  );
  answer({ restored: true, ...summary });
  say(`${summary.rows} rows are restored and proven the same.`);
  return DONE;
}

async function reset(options: string[], yes: boolean): Promise<number> {
  const [world, ...others] = WORLDS.filter((name) => options.includes(name));
  if (!world || others.length > 0) return wrongUsage(`reset: say one of ${WORLDS.join(", ")}.`);
  return withDatabase(
    async ({ DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: appUrl }) => {
      if (
        (await holdsData(ownerUrl)) &&
        !(await agreed("Everything in the database will be lost. Go on?", yes))
      ) {
        return REFUSED;
      }
      await resetDatabase(ownerUrl, appUrl);
      if (world === "--demo") {
        const { ensureDemoWorld } = await import("@/prisma/seed/demo");
        await ensureDemoWorld(say);
      }
      const size = SYNTHETIC.find((name) => name === world)?.slice(2);
      if (size) {
        const { makeSyntheticWorld } = await import("@/prisma/seed/nationwide/synthetic-world");
        await makeSyntheticWorld(ownerUrl, size as keyof typeof WORLD_SIZES, say);
      }
      answer({ reset: world.slice(2) });
      return DONE;
    },
    { asItIs: true },
  );
}

async function run([command, ...given]: string[]): Promise<number> {
  const yes = given.includes("--yes");
  const words = given.filter((word) => !word.startsWith("--"));
  const options = given.filter((word) => word.startsWith("--") && word !== "--yes");
  const known = command === "reset" ? WORLDS.map(String) : [];
  const strange = options.find((option) => !known.includes(option));
  if (strange) return wrongUsage(`Unknown: ${strange}`);

  switch (command) {
    case "start":
      return start();
    case "stop":
      return stop();
    case "status":
      return status();
    case "migrate":
      return bringUpToDate();
    case "backup":
      return backup(words[0]);
    case "restore":
      return restore(words[0], yes);
    case "reset":
      return reset(options, yes);
    default:
      return wrongUsage(command ? `Unknown: ${command}` : "What shall be done?");
  }
}

const isFileFault = (error: unknown): boolean =>
  error instanceof Error && "code" in error && /^(ENOENT|EEXIST|EACCES|EISDIR)$/.test(String(error.code));

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (error instanceof BackupRefused || error instanceof MigrationRefused) {
    say(error.message);
    process.exitCode = REFUSED;
  } else if (error instanceof WrongSetting || isFileFault(error)) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = WRONG_USAGE;
  } else {
    throw error;
  }
}
