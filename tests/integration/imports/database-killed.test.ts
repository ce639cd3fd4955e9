import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { startDatabase, stopDatabase } from "@/lib/platform/embedded-database/acquire";
import { placeFor } from "@/lib/platform/embedded-database/place";
import { aFile, UNITS } from "@/tests/support/imports";

const ROWS = 300;
const folder = mkdtempSync(path.join(os.tmpdir(), "pdv-killed-"));
const dataDir = path.join(folder, ".data");
const { data } = placeFor(dataDir);

afterAll(async () => {
  await stopDatabase({ dataDir });
  rmSync(path.dirname(data), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

/** The command as its own process, on an embedded database of its own; answers how it ended. */
function bringIn(kind: string, bytes: Uint8Array): Promise<number | null> {
  const file = path.join(folder, `${kind}.csv`);
  writeFileSync(file, bytes);
  const command = ["--import", "tsx", "--import", "./lib/commands/server-only.mjs", "lib/commands/import.ts"];
  const child = spawn(process.execPath, [...command, kind, file, "--commit"], {
    stdio: "ignore",
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "", DATABASE_OWNER_URL: "" },
  });
  return new Promise((resolve) => child.on("exit", resolve));
}

async function asOwner<T>(run: (owner: pg.Client) => Promise<T>): Promise<T> {
  const { ownerUrl } = await startDatabase({ dataDir, fast: true });
  const owner = new pg.Client({ connectionString: ownerUrl });
  owner.on("error", () => undefined);
  await owner.connect();
  try {
    return await run(owner);
  } finally {
    await owner.end().catch(() => undefined);
  }
}

/** People, candidates and files brought in, past row-level security. */
const counts = () =>
  asOwner(async (owner) => {
    await owner.query("BEGIN");
    for (const table of ["person", "candidate", "import_batch"])
      await owner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    const { rows } = await owner.query(
      "SELECT (SELECT count(*)::int FROM person) AS people, (SELECT count(*)::int FROM candidate) AS candidates, (SELECT count(*)::int FROM import_batch WHERE kind = 'ho-so') AS files",
    );
    await owner.query("ROLLBACK");
    return rows[0];
  });

test("a database killed in the middle of an import has nothing of it; run again it is all there", async () => {
  await startDatabase({ dataDir, fast: true });
  expect(await bringIn("don-vi", aFile(...UNITS))).toBe(0);
  const people = aFile(
    ["Mã chi bộ", "Họ và tên", "Ngày sinh", "Giới tính", "Ngày giới thiệu"],
    ...Array.from({ length: ROWS }, (_, place) => [
      "A-1",
      `Nguyễn Văn ${"abcdefghij"[place % 10]}${"klmnopqrst"[Math.floor(place / 10) % 10]}${"uvx"[Math.floor(place / 100)]}`,
      "12/08/1990",
      "Nam",
      "20/02/2022",
    ]),
  );

  // The people are written and their candidates held up: this is the middle, whatever the machine's speed.
  const ended = await asOwner(async (owner) => {
    await owner.query("BEGIN; LOCK TABLE candidate IN SHARE MODE");
    const importing = bringIn("ho-so", people);
    await expect
      .poll(
        async () =>
          (
            await owner.query(
              `SELECT string_agg(DISTINCT relation::regclass || CASE WHEN granted THEN ' written' ELSE ' held up' END, ', ') AS where
               FROM pg_locks WHERE mode = 'RowExclusiveLock' AND relation IN ('person'::regclass, 'candidate'::regclass)`,
            )
          ).rows[0].where,
        { timeout: 20_000 },
      )
      .toBe("candidate held up, person written");
    process.kill(Number.parseInt(readFileSync(path.join(data, "postmaster.pid"), "utf8"), 10), "SIGKILL");
    return importing;
  });
  expect(ended).not.toBe(0);
  expect(await counts()).toEqual({ people: 0, candidates: 0, files: 0 });

  expect(await bringIn("ho-so", people)).toBe(0);
  expect(await counts()).toEqual({ people: ROWS, candidates: ROWS, files: 1 });
}, 120_000);
