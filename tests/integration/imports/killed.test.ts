import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";

const ROWS = 3000;
const counts = () =>
  actAsOperator("test", () =>
    withScope("candidate.read", async ({ db }) => [await db.person.count(), await db.candidate.count()]),
  );

beforeAll(() => actAsOperator("test", () => bringIn("don-vi", aFile(...UNITS))));

/** The command as its own process, in the database of this test. */
function importing(file: string): { child: ChildProcess; ended: Promise<number | null> } {
  const child = spawn(
    process.execPath,
    [
      "--import",
      "tsx",
      "--import",
      "./lib/commands/server-only.mjs",
      "lib/commands/import.ts",
      "ho-so",
      file,
      "--commit",
    ],
    { stdio: "ignore", env: process.env },
  );
  return { child, ended: new Promise((resolve) => child.on("exit", resolve)) };
}

test("a process killed in the middle of an import leaves nothing of it; run again it is all there", async () => {
  const rows = Array.from({ length: ROWS }, (_, place) => [
    "A-1",
    `Nguyễn Văn ${letters(place)}`,
    "12/08/1990",
    "Nam",
    "20/02/2022",
  ]);
  const file = path.join(tmpdir(), `killed-${process.pid}.csv`);
  writeFileSync(
    file,
    aFile(["Mã chi bộ", "Họ và tên", "Ngày sinh", "Giới tính", "Ngày giới thiệu"], ...rows),
  );

  for (const delay of [700, 1100, 1500, 1900]) {
    const { child, ended } = importing(file);
    setTimeout(() => child.kill("SIGKILL"), delay);
    await ended;
    await expect
      .poll(counts, { timeout: 10_000 })
      .toSatisfy(
        ([people, candidates]: number[]) =>
          (people === 0 && candidates === 0) || (people === ROWS && candidates === ROWS),
      );
  }
  expect(await importing(file).ended).toBe(0);
  expect(await counts()).toEqual([ROWS, ROWS]);
}, 120_000);

function letters(number: number): string {
  const digits = String(number)
    .split("")
    .map((digit) => "abcdefghij"[Number(digit)])
    .join("");
  return `N${digits}`;
}
