import { expect, test } from "vitest";
import { ImportProgress, type ImportState } from "@/lib/imports/progress";

const rows = (count: number) => Array.from({ length: count }, (_, place) => place);

test("rows are read in order, and what is told never goes back and ends with all of them", async () => {
  const told: ImportState[] = [];
  const progress = new ImportProgress((state) => told.push(state));
  progress.opened(1200);
  expect(await progress.reading(rows(1200), (row) => (row % 2 ? [row] : []))).toEqual(
    rows(1200).filter((row) => row % 2),
  );
  expect(
    told.every(({ stage, rows: all, total }) => stage === "read" && all === 1200 && total === 1200),
  ).toBe(true);
  const done = told.map((state) => state.done);
  expect(done).toEqual(done.toSorted((a, b) => a - b));
  expect(done.at(-1)).toBe(1200);
  expect(new Set(done).size).toBeGreaterThan(2);
});

test("others have their turn while a large file is read", async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  await new ImportProgress().checking(rows(200_000), (row) => Math.sqrt(row));
  clearInterval(timer);
  expect(turns).toBeGreaterThan(5);
});

test("what is written adds up and never passes the whole", () => {
  const told: ImportState[] = [];
  const wrote = new ImportProgress((state) => told.push(state)).writing(10);
  wrote(4);
  wrote(9);
  expect(told.map(({ stage, done, total }) => [stage, done, total])).toEqual([
    ["write", 0, 10],
    ["write", 4, 10],
    ["write", 10, 10],
  ]);
});

test("an empty file is through at once", async () => {
  expect(await new ImportProgress().reading([], () => [1])).toEqual([]);
});
