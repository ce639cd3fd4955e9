import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startDatabase, stopDatabase } from "@/lib/platform/embedded-database/acquire";
import type { DatabaseUrls } from "@/lib/platform/embedded-database/addresses";
import { runningServerPid } from "@/lib/platform/embedded-database/leftovers";
import { placeFor } from "@/lib/platform/embedded-database/place";
import { migrate } from "@/lib/platform/migrations";

declare module "vitest" {
  export interface ProvidedContext {
    databaseServer: DatabaseUrls;
    databaseTemplate: string;
  }
}

/** An address of the same server and role, for another database. */
export function forDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.toString();
}

/** Runs SQL as the owner in the maintenance database, outside every test database. */
export async function onServer(ownerUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A run that is killed cannot tidy up: a shell of its own waits for its end, stops the server and removes the folders. */
function tidyUpAfter(server: number, folders: string[]): void {
  const wait =
    'while kill -0 "$1" 2>/dev/null; do sleep 2; done; kill -INT "$2" 2>/dev/null; sleep 2; shift 2; rm -rf "$@"';
  spawn("/bin/sh", ["-c", wait, "sh", String(process.pid), String(server), ...folders], {
    detached: true,
    stdio: "ignore",
  }).unref();
}

/** A server of one's own, fast and forgetful, with its data in a temporary folder. */
async function ownServer(): Promise<{ urls: DatabaseUrls; remove(): Promise<void> }> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "pdv-test-"));
  chmodSync(dataDir, 0o755);
  const urls = await startDatabase({ dataDir, fast: true });
  const folder = path.dirname(placeFor(dataDir).data);
  tidyUpAfter(runningServerPid(placeFor(dataDir).data) ?? 0, [dataDir, folder]);
  return {
    urls,
    async remove() {
      await stopDatabase({ dataDir });
      for (const made of [dataDir, folder]) rmSync(made, { recursive: true, force: true });
    },
  };
}

async function server(): Promise<{ urls: DatabaseUrls; remove(): Promise<void> }> {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = process.env;
  if (appUrl && ownerUrl) return { urls: { appUrl, ownerUrl }, remove: async () => undefined };
  return ownServer();
}

/**
 * Once per run: a server, and on it a migrated template that each worker copies its database from.
 * With DATABASE_URL and DATABASE_OWNER_URL it is their server, in databases of its own.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { urls, remove } = await server();
  const template = `pdv_template_${createHash("sha256").update(`${process.pid} ${Date.now()}`).digest("hex").slice(0, 10)}`;
  await onServer(urls.ownerUrl, `CREATE DATABASE ${template}`);
  await migrate(forDatabase(urls.ownerUrl, template), forDatabase(urls.appUrl, template));

  project.provide("databaseServer", urls);
  project.provide("databaseTemplate", template);
  return async () => {
    await onServer(urls.ownerUrl, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await remove();
  };
}
