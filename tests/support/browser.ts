import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const starts = (file: string): boolean =>
  existsSync(file) && spawnSync(file, ["--version"], { stdio: "ignore", timeout: 30_000 }).status === 0;

function named(): string | null {
  for (const variable of ["CHROMIUM_PATH", "PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH"]) {
    const file = process.env[variable];
    if (!file) continue;
    if (starts(file)) return file;
    throw new Error(`${variable}: ${file} is not a Chromium that starts.`);
  }
  return null;
}

const found = (): string | null => [...PLACES, chromium.executablePath()].find(starts) ?? null;

function run(command: string, options: string[]): boolean {
  console.error(`> ${command} ${options.join(" ")}`);
  return spawnSync(command, options, { stdio: ["ignore", 2, 2] }).status === 0;
}

function install(): void {
  const asRoot = process.getuid?.() === 0;
  if (asRoot && existsSync("/usr/bin/apt-get")) {
    process.env.DEBIAN_FRONTEND = "noninteractive";
    if (run("apt-get", ["update", "-q"]) && run("apt-get", ["install", "-y", "-q", "chromium"])) return;
  }
  run("npx", ["playwright", "install", "chromium"]);
}

/**
 * The Chromium for the browser tests: the one named in CHROMIUM_PATH, else one that is installed, else
 * it is installed (by the system's packages as root, or by Playwright).
 * @throws when there is none and none can be had.
 */
export function chromiumPath(): string {
  const before = named() ?? found();
  if (before) return before;
  install();
  const after = found();
  if (after) return after;
  throw new Error(
    "No Chromium for the browser tests. Install one (Debian: apt-get install chromium) " +
      "or name it in CHROMIUM_PATH.",
  );
}

/** Options for Playwright's `launch`: that Chromium, quiet, and able to run as root. */
export const launchOptions = () => ({
  executablePath: chromiumPath(),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"],
});
