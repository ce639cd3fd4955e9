import { randomBytes } from "node:crypto";
import { afterAll, inject } from "vitest";
import { forDatabase, onServer } from "./database-template";

const server = inject("databaseServer");
const database = `pdv_test_${process.env.VITEST_POOL_ID ?? "0"}_${randomBytes(4).toString("hex")}`;

await onServer(server.ownerUrl, `CREATE DATABASE ${database} TEMPLATE ${inject("databaseTemplate")}`);

/** A migrated, empty database for this test file; what the application reads is in the environment. */
process.env.DATABASE_URL = forDatabase(server.appUrl, database);
process.env.DATABASE_OWNER_URL = forDatabase(server.ownerUrl, database);
process.env.APP_SECRET = "a secret of the tests, long enough to be one";

afterAll(async () => {
  const { closeDatabase } = await import("@/lib/platform/database");
  await closeDatabase();
  await onServer(server.ownerUrl, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
});
