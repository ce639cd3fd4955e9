import pg from "pg";
import { expect, test } from "vitest";
import { settings } from "@/lib/platform/env";
import { drift, pendingMigrations } from "@/lib/platform/migrations";

const ownerUrl = (): string => settings().databaseOwnerUrl ?? "";

test("the models say what the migrations make", async () => {
  expect(await drift(ownerUrl())).toBe("");
  expect(await pendingMigrations(ownerUrl())).toEqual([]);
});

test("a column that no model knows is noticed", async () => {
  const client = new pg.Client({ connectionString: ownerUrl() });
  await client.connect();
  await client.query("ALTER TABLE unit ADD COLUMN strange text");
  expect(await drift(ownerUrl())).toContain('DROP COLUMN "strange"');
  await client.query("ALTER TABLE unit DROP COLUMN strange");
  await client.end();
});
