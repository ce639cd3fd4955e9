import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { stopDatabase } from "@/lib/platform/embedded-database/acquire";

const dataDir = mkdtempSync(path.join(os.tmpdir(), "pdv-command-"));
chmodSync(dataDir, 0o755);
afterAll(async () => {
  await stopDatabase({ dataDir });
  rmSync(dataDir, { recursive: true, force: true });
});

/** Runs `npm run db -- …` on an embedded database of its own. */
function db(...words: string[]): { status: number | null; answer: unknown; said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "--import", "./lib/commands/server-only.mjs", "lib/commands/db.ts", ...words],
    {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "", DATABASE_OWNER_URL: "", NODE_OPTIONS: "" },
    },
  );
  return { status, answer: stdout ? JSON.parse(stdout) : null, said: stderr };
}

test.each([
  ["nothing", []],
  ["an unknown word", ["destroy"]],
  ["an unknown option", ["status", "--loud"]],
  ["a reset to nothing", ["reset"]],
  ["a reset to two worlds", ["reset", "--empty", "--demo"]],
  ["a restoration of nothing", ["restore"]],
  ["a restoration of a file that is not there", ["restore", "/nowhere/at/all", "--yes"]],
])("%s is wrong usage", (_, words) => {
  expect(db(...words)).toMatchObject({ status: 2, answer: null, said: expect.stringMatching(/./) });
});

test("from start to stop: one line of JSON for machines, words for people beside it", () => {
  expect(db("status")).toMatchObject({ status: 0, answer: { running: false } });
  expect(db("start")).toMatchObject({ status: 0, answer: { running: true, stays: true } });
  expect(db("migrate")).toMatchObject({ status: 0, answer: { applied: [] } });
  const file = path.join(dataDir, "backup.gz");
  expect(db("backup", file)).toMatchObject({ status: 0, answer: { file, encrypted: false } });
  expect(db("backup", file)).toMatchObject({ status: 2, answer: null });
  expect(db("restore", file)).toMatchObject({
    status: 1,
    answer: null,
    said: expect.stringContaining("--yes"),
  });
  expect(db("restore", file, "--yes")).toMatchObject({ status: 0, answer: { restored: true } });
  expect(db("reset", "--empty")).toMatchObject({ status: 0, answer: { reset: "empty" } });
  expect(db("stop")).toMatchObject({ status: 0, answer: { stopped: true } });
}, 120_000);
