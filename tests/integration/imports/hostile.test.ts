import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { loadCheckedFile } from "@/lib/intake/queries/imports";
import { type FileFault, UnreadableFile } from "@/lib/platform/spreadsheet/unreadable-file";
import { HOSTILE, honest, MEGABYTE } from "@/tests/support/hostile-files";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";

/** What the server's memory may rise by, and how long others may have to wait. */
const MOST = { megabytes: 300, milliseconds: 100 };
const folder = mkdtempSync(path.join(tmpdir(), "hostile-"));

beforeAll(async () => {
  execFileSync(process.execPath, ["--import", "tsx", "tests/support/hostile-files.ts", folder]);
  await actAsOperator("test", () => bringIn("don-vi", aFile(...UNITS)));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

test("hostile files are refused with a reason; memory stays and nobody else waits", async () => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(40);
  await expect(send("a.xlsx", honest)).resolves.toBeNull();
  const before = process.memoryUsage.rss();
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 10);
  const wrong: string[] = [];
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  for (const [place, [what, name, , faults]] of HOSTILE.entries()) {
    const bytes = new Uint8Array(readFileSync(path.join(folder, String(place))));
    most = 0;
    const fault = await send(name, bytes);
    const risen = Math.round((most - before) / MEGABYTE);
    if (fault === null || !faults.includes(fault)) wrong.push(`${what}: ${fault ?? "taken"}`);
    if (risen > MOST.megabytes) wrong.push(`${what}: ${risen} MB more`);
  }
  clearInterval(watch);
  delay.disable();
  expect(wrong).toEqual([]);
  expect(delay.percentile(99) / 1e6).toBeLessThan(MOST.milliseconds);
  const kept = await actAsOperator("test", () => withScope("import.run", ({ db }) => db.importFile.count()));
  expect(kept, "only the honest file is kept").toBe(1);
}, 600_000);

/** Why the file is refused, as the road from the browser does it; null: it is taken. */
async function send(name: string, bytes: Uint8Array): Promise<FileFault | null> {
  try {
    await actAsOperator("test", () => loadCheckedFile("ho-so", { name, bytes }));
    return null;
  } catch (error) {
    if (error instanceof UnreadableFile) return error.fault;
    throw error;
  }
}
