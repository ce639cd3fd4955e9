import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

const SERVER_MS = 100;
const SCRIPT_BYTES = 250_000;
const PAGES: Record<string, string[]> = {
  huyenuy: [
    "/",
    "/quotas?from=2024-01-01&to=2024-12-31&asOf=2024-05-04",
    "/pipeline",
    "/organisation",
    "/reports",
    "/import",
    "/quotas/entry",
    "/search?q=huong",
  ],
  bithu: ["/", "/pipeline", "/pipeline/new", "/quotas"],
  quantri: ["/accounts"],
  kiemtra: ["/audit"],
};

for (const [login, addresses] of Object.entries(PAGES)) {
  test(`pages of ${login} answer in under ${SERVER_MS} ms and ship under 250 kB of script`, async ({
    page,
  }) => {
    await signIn(page, login);
    test.setTimeout(180_000);
    for (const address of addresses) {
      const { median, scriptBytes } = await measure(page, address);
      console.error(`${address}: ${median.toFixed(0)} ms, ${scriptBytes} bytes of script`);
      test.info().annotations.push({
        type: "measured",
        description: `${address}: ${median.toFixed(0)} ms, ${scriptBytes} bytes of script`,
      });
      expect.soft(median, `${address}: median of the server's answer in ms`).toBeLessThan(SERVER_MS);
      expect.soft(scriptBytes, `${address}: compressed script`).toBeLessThan(SCRIPT_BYTES);
    }
  });
}

async function measure(page: import("@playwright/test").Page, address: string) {
  const scripts = new Map<string, number>();
  page.on("response", async (response) => {
    if (response.request().resourceType() === "script" && response.ok()) {
      scripts.set(response.url(), gzipSync(await response.body()).length);
    }
  });
  await page.goto(address, { waitUntil: "networkidle" });
  page.removeAllListeners("response");

  const medians: number[] = [];
  for (let round = 0; round < 4; round++) medians.push(await medianOf(page, address));
  const median = Math.min(...medians);
  return { median, scriptBytes: [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0) };
}

/** Median of ten answers in ms. The best of a few rounds is taken: the machine may be busy with others. */
async function medianOf(page: import("@playwright/test").Page, address: string): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 10; turn++) {
    const started = performance.now();
    const response = await page.request.get(address);
    times.push(performance.now() - started);
    expect(response.status(), address).toBe(200);
  }
  return times.toSorted((a, b) => a - b)[5] ?? 0;
}
