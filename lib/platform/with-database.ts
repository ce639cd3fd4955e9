import { closeDatabase } from "./database";
import { acquireDatabase } from "./embedded-database/acquire";
import type { DatabaseUrls } from "./embedded-database/addresses";
import { appSecret, settings } from "./env";
import { MigrationRefused, migrate, pendingMigrations } from "./migrations";

/** What a child process needs to use a database that its parent holds. */
export type DatabaseEnvironment = { DATABASE_URL: string; DATABASE_OWNER_URL: string; APP_SECRET: string };

/** The settings of an acquired database for the environment of this process or of a child. */
export const databaseEnvironment = ({ appUrl, ownerUrl }: DatabaseUrls): DatabaseEnvironment => ({
  DATABASE_URL: appUrl,
  DATABASE_OWNER_URL: ownerUrl,
  APP_SECRET: appSecret(),
});

/** The embedded database, which nobody else looks after, is migrated; another one only by who runs it. */
async function bringUpToDate({ ownerUrl, appUrl }: DatabaseUrls, embedded: boolean): Promise<void> {
  if (embedded) {
    await migrate(ownerUrl, appUrl);
    return;
  }
  const pending = await pendingMigrations(ownerUrl);
  if (pending.length === 0) return;
  throw new MigrationRefused(`The database lacks ${pending.join(", ")}. Run: npm run db -- migrate`);
}

/** `asItIs`: take the database as it is, up to date or not. */
type Options = { asItIs?: boolean };

/**
 * Runs a command with a database that is up to date: the one of DATABASE_URL, or the embedded one
 * (started when it is not running, stopped again by the last who uses it). The settings of the database
 * are in the environment of this process meanwhile.
 * @throws MigrationRefused when the database of DATABASE_URL is not up to date.
 */
export async function withDatabase<T>(
  run: (environment: DatabaseEnvironment) => Promise<T>,
  { asItIs = false }: Options = {},
): Promise<T> {
  const embedded = !settings().databaseUrl;
  const database = await acquireDatabase();
  try {
    const environment = databaseEnvironment(database);
    if (!asItIs) await bringUpToDate(database, embedded);
    Object.assign(process.env, environment);
    return await run(environment);
  } finally {
    await closeDatabase();
    await database.release();
  }
}
