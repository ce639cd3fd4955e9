import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { withProcessLock } from "@/lib/platform/embedded-database/process-lock";

const folder = mkdtempSync(path.join(os.tmpdir(), "pdv-lock-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("one at a time, and in the end one file is left", async () => {
  let inside = 0;
  let most = 0;
  const work = () =>
    withProcessLock(folder, "one", async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside -= 1;
    });
  await Promise.all(Array.from({ length: 12 }, work));
  expect(most).toBe(1);
  expect(readdirSync(folder).filter((file) => file.startsWith("one"))).toEqual(["one.12"]);
});

test("a failure lets the next one in", async () => {
  await expect(withProcessLock(folder, "two", () => Promise.reject(new Error("failed")))).rejects.toThrow(
    "failed",
  );
  expect(await withProcessLock(folder, "two", async () => "in")).toBe("in");
});

test("a holder that died does not block, one that lives does", async () => {
  writeFileSync(path.join(folder, "three.7"), JSON.stringify({ pid: 2 ** 22 + 1, since: "gone" }));
  expect(await withProcessLock(folder, "three", async () => "in")).toBe("in");

  writeFileSync(path.join(folder, "four.1"), JSON.stringify({ pid: process.pid, since: "" }));
  await expect(withProcessLock(folder, "four", async () => "in", 200)).rejects.toThrow("too long");
});

test("a later process with the number of a dead holder is not taken for it", async () => {
  writeFileSync(path.join(folder, "five.1"), JSON.stringify({ pid: process.pid, since: "an earlier start" }));
  expect(await withProcessLock(folder, "five", async () => "in", 200)).toBe("in");
});
