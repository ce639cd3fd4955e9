import { closeDatabase } from "./database";
import { acquireDatabase } from "./embedded-database/acquire";
import type { DatabaseUrls } from "./embedded-database/addresses";
import { appSecret, settings } from "./env";
import { migrate } from "./migrations";

/** What a child process needs to use a database that its parent holds. */
export type DatabaseEnvironment = { DATABASE_URL: string; DATABASE_OWNER_URL: string; APP_SECRET: string };

/** The settings of an acquired database for the environment of this process or of a child. */
export const databaseEnvironment = ({ appUrl, ownerUrl }: DatabaseUrls): DatabaseEnvironment => ({
  DATABASE_URL: appUrl,
  DATABASE_OWNER_URL: ownerUrl,
  APP_SECRET: appSecret(),
});

/** `asItIs`: do not bring the embedded database up to date first. */
type Options = { asItIs?: boolean };

/**
 * Runs a command with a database that is up to date: the one of DATABASE_URL, or the embedded one
 * (started when it is not running, stopped again by the last who uses it). An embedded one, which
 * nobody else looks after, is migrated on the way. The settings of the database are in the environment
 * of this process meanwhile.
 */
export async function withDatabase<T>(
  run: (environment: DatabaseEnvironment) => Promise<T>,
  { asItIs = false }: Options = {},
): Promise<T> {
  const embedded = !settings().databaseUrl;
  const database = await acquireDatabase();
  try {
    const environment = databaseEnvironment(database);
    if (embedded && !asItIs) await migrate(database.ownerUrl, database.appUrl);
    Object.assign(process.env, environment);
    return await run(environment);
  } finally {
    await closeDatabase();
    await database.release();
  }
}
