import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runNext, runNode, runOther } from "./child";

type Stage = { name: string; run(): Promise<number> };

const vitest = (project: string) => runNode("vitest/vitest.mjs", ["run", "--project", project]);
/** A build of its own, so that the tests disturb no server of the same checkout. */
const BUILD = { NEXT_DIST_DIR: ".next-test" };

const STAGES: Stage[] = [
  {
    name: "check",
    run: async () =>
      (await runNode("@biomejs/biome/bin/biome", ["check", "."])) ||
      runNode("typescript/bin/tsc", ["--noEmit"]),
  },
  { name: "unit", run: () => vitest("unit") },
  { name: "integration", run: () => vitest("integration") },
  { name: "browser", run: browser },
];

/**
 * Two lanes of specs at once, each with a server and a demo world of its own, filled while the build goes on; then
 * alone what measures time.
 */
async function browser(): Promise<number> {
  const world = mkdtempSync(path.join(tmpdir(), "pdv-e2e-"));
  const fill = (data: string) =>
    runOther("db.ts", ["reset", "--demo", "--yes"], { DATA_DIR: path.join(world, data) });
  const lane = (name: string, port: number, data: string) =>
    runNode("@playwright/test/cli.js", ["test", "--config", "tests/e2e/playwright.config.ts"], {
      ...BUILD,
      E2E_LANE: name,
      E2E_PORT: String(port),
      E2E_DATA_DIR: path.join(world, data),
    });
  const filled = async () => (await fill("one")) || fill("two");
  const [built, worlds] = await Promise.all([runNext(["build"], BUILD), filled()]);
  if (built || worlds) return built || worlds;
  const [one, two] = await Promise.all([lane("one", 3417, "one"), lane("two", 3418, "two")]);
  return one || two || lane("alone", 3417, "one");
}

/** `npm test` runs every stage and stops at the first that fails; `npm test -- unit browser` only these. */
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !STAGES.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(
    `Unknown: ${unknown.join(", ")}. The stages are ${STAGES.map(({ name }) => name).join(", ")}.`,
  );
  process.exit(2);
}

for (const { name, run } of STAGES) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.error(`\n== ${name}`);
  const status = await run();
  if (status !== 0) {
    console.error(`\n${name} failed.`);
    process.exit(status);
  }
}
console.error("\nAll stages passed.");
