import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { dossiersReaching } from "../support/waiting-dossiers";
import { signIn } from "./support/sign-in";

const BLOC = "CCQ-QUANGBINH";
const PEOPLE = 21;
const MOST_MS = 180_000;
/** How fast the keys are typed, in milliseconds a key. */
const KEY_MS = 60;
const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());
const year = today.slice(0, 4);

/** What the secretary has on paper, in the order of the agenda. */
type OnPaper = "agreed" | { asks: string } | { held: string; back: boolean };
const PAPER: OnPaper[] = Array.from({ length: PEOPLE }, (_, place): OnPaper => {
  if (place === 6) return { asks: "Có thời gian sống ở nước ngoài, xin ý kiến thẩm tra bổ sung" };
  if (place === 3 || place === 11) return { held: "Thiếu giấy giới thiệu thứ hai", back: true };
  if (place === 14 || place === 19) return { held: "Chờ kết luận của Ủy ban Kiểm tra", back: false };
  return "agreed";
});

/** Brings people before the committee of the bloc through the page, as its office would. */
async function bringPeople(page: Page): Promise<void> {
  const rows = dossiersReaching("submitted", ["QB-01-01", "QB-02-01", "QB-03-01"], PEOPLE, today);
  await page.goto("/import");
  await page.getByLabel("Loại tệp").selectOption("ho-so");
  await page.getByLabel("Tệp XLSX, ODS hoặc CSV").setInputFiles({
    name: "trinh-ban-thuong-vu.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(rows.map((row) => row.join(",")).join("\n")),
  });
  await page.getByRole("button", { name: "Kiểm tra thử" }).click();
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
  await page.getByRole("button", { name: `Ghi ${PEOPLE} dòng nhận được` }).click();
  await page.waitForURL(/done=/);
}

/** How many the exported table says the bloc has admitted this year. */
async function admitted(page: Page): Promise<number> {
  const answer = await page.request.get(
    `/api/v1/reports/attainment?unit=${BLOC}&from=${year}-01-01&to=${year}-12-31`,
  );
  expect(answer.status()).toBe(200);
  return (await answer.json()).total.admitted;
}

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key, { delay: KEY_MS });
};
const type = (page: Page, text: string) => page.keyboard.type(text, { delay: KEY_MS });

/** Goes on by Tab until the control of this name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let turn = 0; turn < 60; turn++) {
    const label = await page.evaluate(() => {
      const focused = document.activeElement as HTMLInputElement | null;
      const words = focused?.matches("a, button") ? focused.textContent : "";
      return focused?.getAttribute("aria-label") ?? focused?.labels?.[0]?.textContent ?? words ?? "";
    });
    if (name.test(label)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${name}`);
}

/** Types one person's row from the cell "Tán thành" on, and goes to the next person. */
async function typeRow(page: Page, paper: OnPaper): Promise<void> {
  if (paper === "agreed") return press(page, "*", "Enter");
  await press(page, "Tab", "Tab", "Tab", "ArrowDown");
  if ("asks" in paper) {
    await press(page, "Tab");
    await type(page, paper.asks);
    return press(page, "Enter");
  }
  await press(page, "ArrowDown", "Tab");
  if (paper.back) await press(page, "ArrowDown");
  await press(page, "Tab");
  await type(page, paper.held);
  await press(page, "Enter");
}

async function typeRows(page: Page, from: number, to: number): Promise<void> {
  for (const paper of PAPER.slice(from, to)) await typeRow(page, paper);
}

const bar = (page: Page) => page.getByRole("status").filter({ hasText: "Mất kết nối" });
const shownRows = (page: Page) =>
  page
    .locator("tr[data-item]")
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll("input, select")].map((cell) => (cell as HTMLInputElement).value),
      ),
    );

/** Loses the connection, types some rows, and sees that they are told of and kept. */
async function typeWithoutConnection(page: Page, context: BrowserContext, from: number, to: number) {
  await context.setOffline(true);
  await typeRows(page, from, to);
  await expect(bar(page)).toContainText(`Mất kết nối: ${to - from} dòng chưa gửi, vẫn giữ trên máy này.`);
  const kept = await page.evaluate(() => JSON.stringify(window.localStorage));
  expect(kept).not.toContain("Hoàng");
}

test("21 dossiers are typed by keyboard alone in under three minutes, and survive the loss of the connection", async ({
  page,
  context,
}) => {
  test.setTimeout(300_000);
  page.setDefaultNavigationTimeout(30_000);
  await signIn(page, "quangbinh");
  await bringPeople(page);
  const before = await admitted(page);
  await page.goto("/meetings");
  const started = Date.now();

  await test.step("the meeting is convened with all who wait", async () => {
    await tabTo(page, /Ủy viên được triệu tập/);
    await type(page, "15");
    await press(page, "Tab");
    await type(page, "13");
    await press(page, "Enter");
    await page.waitForURL(/\/meetings\/[0-9a-f-]{36}$/);
    await expect(page.locator("tr[data-item]")).toHaveCount(PEOPLE);
  });

  await test.step("the first rows are stored as they are left", async () => {
    await tabTo(page, /^Tán thành, /);
    await typeRows(page, 0, 8);
  });

  let typed: string[][] = [];
  await test.step("the connection is lost half-way, and the page is loaded anew", async () => {
    await typeWithoutConnection(page, context, 8, 13);
    typed = await shownRows(page);
    await context.setOffline(false);
    await page.reload();
    await expect.poll(() => shownRows(page)).toEqual(typed);
    await expect.poll(() => page.evaluate(() => window.localStorage.length)).toBe(0);
    await expect(page.getByText(`13/${PEOPLE}`)).toBeVisible();
  });

  await test.step("it is lost again, and what was typed goes by itself once it is back", async () => {
    await tabTo(page, /^Tán thành, /);
    await press(page, ...Array.from({ length: 13 }, () => "ArrowDown"));
    await typeWithoutConnection(page, context, 13, 16);
    await context.setOffline(false);
    await expect(bar(page)).toHaveCount(0);
    await typeRows(page, 16, PEOPLE);
    await expect(page.getByText("16 đồng ý · 1 xin ý kiến cấp trên · 4 chưa quyết")).toBeVisible();
  });

  await test.step("all are recorded together", async () => {
    await expect(page.getByRole("button", { name: "Ghi kết quả phiên họp" })).toBeFocused();
    await press(page, "Enter");
    await page.waitForURL(/done=recorded/);
    await expect(page.getByText("Đã ghi kết quả phiên họp")).toBeVisible();
  });
  const took = Date.now() - started;
  console.error(`a meeting of ${PEOPLE}: ${(took / 1000).toFixed(1)} s`);
  test.info().annotations.push({ type: "measured", description: `${(took / 1000).toFixed(1)} s` });
  expect(took).toBeLessThan(MOST_MS);

  await test.step("every figure follows", async () => {
    expect(await admitted(page)).toBe(before + 16);
    await expect(page.getByText("16 đồng ý · 1 xin ý kiến cấp trên · 4 chưa quyết")).toBeVisible();
    const numbers = await page.getByRole("cell", { name: /^\d+-QĐ\/ĐUK$/ }).allTextContents();
    expect(new Set(numbers).size).toBe(16);
    await page.goto("/pipeline?tab=returned");
    await expect(page.locator("tbody tr")).toHaveCount(2);
    await page.goto("/meetings");
    await expect(page.getByText("Đã ghi, 16/21 đồng ý")).toBeVisible();
    await expect(page.getByText("3 hồ sơ đến lượt", { exact: true })).toBeVisible();
  });

  await test.step("the minutes are printed", async () => {
    await page.getByRole("link", { name: /21 người/ }).click();
    await page.getByRole("link", { name: "In biên bản" }).click();
    await page.waitForURL(/minutes$/);
    const sheet = page.getByRole("article");
    await expect(sheet).toContainText(
      "21 người được đưa ra xét: 16 đồng ý; 1 xin ý kiến cấp trên; 4 chưa quyết.",
    );
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("navigation", { name: "Menu chính" })).toBeHidden();
    await expect(sheet.getByRole("row")).toHaveCount(PEOPLE + 1);
    await page.emulateMedia({ media: "screen" });
  });

  await test.step("the whole meeting opens again, and the figures with it", async () => {
    await page.goBack();
    await page.getByRole("button", { name: "Mở lại phiên họp" }).click();
    await page.waitForURL(/done=reopened/);
    expect(await admitted(page)).toBe(before);
    expect(
      (await shownRows(page)).map(([agreed]) => agreed).filter((agreed) => agreed === "13"),
    ).toHaveLength(16);
  });
});

test("a star is taken back by Ctrl Z, and a second editor is told what the first typed", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  await signIn(page, "huyenuy");
  await page.goto("/meetings");
  await page.getByLabel("Ủy viên được triệu tập").fill("11");
  await page.getByLabel("Dự họp").fill("10");
  await page.getByRole("button", { name: "Mở phiên họp" }).click();
  await page.waitForURL(/\/meetings\/[0-9a-f-]{36}$/);
  const first = page.getByRole("textbox", { name: /^Tán thành, / }).first();
  await first.focus();
  await page.keyboard.press("*");
  await expect(first).toHaveValue("10");
  await page.keyboard.press("Control+z");
  await expect(first).toHaveValue("");

  const other = await browser.newPage({ baseURL: new URL(page.url()).origin, locale: "vi-VN" });
  await signIn(other, "huyenuy");
  await other.goto(page.url());
  const theirs = other.getByRole("textbox", { name: /^Tán thành, / }).first();
  await theirs.fill("9");
  await other
    .getByRole("textbox", { name: /^Không tán thành, / })
    .first()
    .fill("1");
  await theirs.press("Enter");
  await expect.poll(() => other.evaluate(() => window.localStorage.length)).toBe(0);

  await first.focus();
  await page.keyboard.press("*");
  await page.keyboard.press("Enter");
  const told = page.locator("tr[data-item]").first().getByRole("alert");
  await expect(told).toContainText("Đồng chí Đỗ Hà Trang vừa sửa dòng này.");
  await expect(told).toContainText("Bản ấy: 9 / 1 / 0");
  await expect(first).toHaveValue("10");
  await told.getByRole("button", { name: "Lấy bản ấy" }).click();
  await expect(first).toHaveValue("9");
  await expect.poll(() => page.evaluate(() => window.localStorage.length)).toBe(0);

  await page.getByRole("button", { name: "Bỏ phiên họp" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Bỏ phiên họp" }).click();
  await page.waitForURL(/done=dropped/);
  await other.close();
});

test("on a phone a meeting is complete to read, and says where to write @phone", async ({ page }) => {
  await signIn(page, "dangvu");
  await page.goto("/meetings");
  await expect(page.getByText("Mở trên máy tính để sửa").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Mở phiên họp" })).toBeHidden();

  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByLabel("Được triệu tập").or(page.getByLabel("Cấp ủy viên được triệu tập")).fill("9");
  await page.getByLabel("Dự họp").fill("9");
  await page.getByRole("button", { name: "Mở phiên họp" }).click();
  await page.waitForURL(/\/meetings\/[0-9a-f-]{36}$/);
  const first = page.getByRole("textbox", { name: /^Tán thành, / }).first();
  const name = ((await first.getAttribute("aria-label")) ?? "").replace("Tán thành, ", "");
  await first.press("*");
  await first.press("Enter");
  await expect.poll(() => page.evaluate(() => window.localStorage.length)).toBe(0);

  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await expect(page.getByText("Mở trên máy tính để sửa")).toBeVisible();
  const line = page.getByRole("listitem").filter({ hasText: name });
  await expect(line).toContainText("Đồng ý");
  await expect(line).toContainText("9 / 0 / 0");
  await expect(line).toContainText(/\d\d-NQ\/ĐU/);
  await expect(first).toBeHidden();
  for (const address of [page.url(), `${page.url()}/minutes`, "/meetings"]) {
    await page.goto(address);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBe(390);
  }
});
