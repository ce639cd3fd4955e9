import { expect, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

/** A day so many days ago, as people type it. */
const ago = (days: number): string =>
  new Intl.DateTimeFormat("en-GB", {
    timeZone: "Asia/Ho_Chi_Minh",
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
  }).format(new Date(Date.now() - days * 86_400_000));

test("in the meeting room a secretary records a vote that fell short, and takes it back @phone", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, "bithu");
  const main = page.getByRole("main");
  await page.goto(`/pipeline?q=${encodeURIComponent("y thien bya")}`);
  await main
    .getByRole("link", { name: /Y Thiên Byă/ })
    .first()
    .click();
  await page.waitForURL(/\/pipeline\/[0-9a-f-]{36}/);
  const candidate = new URL(page.url()).pathname;

  await test.step("no page is wider than the phone", async () => {
    for (const address of [candidate, `${candidate}/record/cellVoted`, "/", "/pipeline"]) {
      await page.goto(address);
      const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect.soft(await overflow(), address).toBeLessThanOrEqual(0);
    }
  });

  await test.step("the votes are counted with the steppers", async () => {
    await page.goto(`${candidate}/record/cellVoted`);
    await page.getByLabel("Ngày họp").fill(ago(2));
    await page.getByLabel("Số nghị quyết").fill("08-NQ/CB");
    await page.getByLabel("Được triệu tập", { exact: true }).fill("9");
    await page.getByLabel("Có mặt", { exact: true }).fill("7");
    const more = page.getByRole("button", { name: "Thêm một, Tán thành" });
    const box = await more.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    for (let vote = 0; vote < 5; vote++) await more.tap();
    await page.getByRole("button", { name: "Thêm một, Không tán thành" }).tap();
    await page.getByRole("button", { name: "Thêm một, Không tán thành" }).tap();
    await page.getByRole("button", { name: "Thêm một, Không tán thành" }).tap();
    await page.getByRole("button", { name: "Bớt một, Không tán thành" }).tap();
    await expect(page.getByLabel("Tán thành", { exact: true })).toHaveValue("5");
    await expect(page.getByLabel("Không tán thành", { exact: true })).toHaveValue("2");
    await expect(main.getByText("5 tán thành trong 9 được triệu tập, cần 6: còn thiếu 1.")).toBeVisible();
  });

  await test.step("five of nine are too few: that is said, and recorded as it was", async () => {
    await page.getByRole("button", { name: "Ghi biểu quyết" }).tap();
    await expect(main.getByRole("alert").first()).toContainText(/1 chỗ cần xem lại/);
    await expect(page.getByLabel("Tán thành", { exact: true })).toHaveValue("5");
    await page.getByRole("button", { name: "Ghi là chưa đủ phiếu" }).tap();
    await page.waitForURL(/done=cellVoted/);
    await expect(main.getByText(/5\/9 tán thành, chưa đủ phiếu/)).toBeVisible();
  });

  await test.step("and is taken back", async () => {
    await page.getByRole("button", { name: "Hoàn tác" }).tap();
    await page.waitForURL(/done=undone/);
    await expect(page.getByText("Đã hoàn tác")).toBeVisible();
  });
});
