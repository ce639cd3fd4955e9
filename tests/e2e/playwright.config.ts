import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { chromiumPath } from "../support/browser";
import { FIGURES, LANE_NAMES, specsOf } from "./lanes";

const port = Number(process.env.E2E_PORT ?? 3417);
const lane = LANE_NAMES.find((name) => name === process.env.E2E_LANE);
const specs = specsOf(lane);
const others = specs.filter((file) => file !== FIGURES);
const address = `http://localhost:${port}`;
/** The workers read this file again: the folder is made once, by the first. */
process.env.E2E_DATA_DIR ??= mkdtempSync(path.join(tmpdir(), "pdv-e2e-"));

export default defineConfig({
  testDir: ".",
  outputDir: path.join("../../test-results", lane ?? "all"),
  workers: 1,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 8_000 },
  reporter: "list",
  use: {
    baseURL: address,
    actionTimeout: 10_000,
    locale: "vi-VN",
    timezoneId: "America/New_York",
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
    launchOptions: {
      executablePath: chromiumPath(),
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    },
  },
  projects: [
    {
      name: "figures",
      use: { viewport: { width: 1440, height: 900 } },
      testMatch: specs.filter((file) => file === FIGURES),
      grepInvert: /@phone/,
    },
    {
      name: "desktop",
      use: { viewport: { width: 1440, height: 900 } },
      testMatch: others,
      grepInvert: /@phone/,
    },
    {
      name: "phone",
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
      testMatch: specs,
      grep: /@phone/,
    },
  ],
  webServer: {
    command: "node --import tsx --import ./lib/commands/server-only.mjs lib/commands/demo.ts --built",
    cwd: path.resolve(import.meta.dirname, "../.."),
    url: `${address}/api/health`,
    timeout: 240_000,
    stdout: "pipe",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    env: {
      PORT: String(port),
      APP_URL: address,
      DATA_DIR: process.env.E2E_DATA_DIR,
      NEXT_DIST_DIR: process.env.NEXT_DIST_DIR ?? ".next",
    },
  },
});
