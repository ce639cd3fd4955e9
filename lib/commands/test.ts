import { runNext, runNode } from "./child";

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
  {
    name: "browser",
    run: async () =>
      (await runNext(["build"], BUILD)) ||
      runNode("@playwright/test/cli.js", ["test", "--config", "tests/e2e/playwright.config.ts"], BUILD),
  },
];

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
