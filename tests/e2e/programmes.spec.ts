import { expect, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

const NAME = "Nguồn trẻ thử nghiệm";

test("a programme is opened, followed to its people, changed and ended", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "huyenuy");
  const main = page.getByRole("main");
  await page.goto("/sources");
  await main.getByRole("link", { name: "Chương trình" }).click();
  await page.waitForURL("/sources/programmes");

  await test.step("what is missing is told field by field, and what was typed stays", async () => {
    await main.getByRole("link", { name: "Lập chương trình" }).click();
    await page.waitForURL("/sources/programmes/new");
    await page.getByLabel("Tên chương trình").fill(NAME);
    await page.getByLabel("Từ ngày").fill("31/02/2023");
    await page.getByRole("button", { name: "Lập chương trình" }).click();
    const told = main.getByRole("alert").first();
    await expect(told).toContainText("không có ngày 31/02/2023");
    await expect(page.getByLabel("Tên chương trình")).toHaveValue(NAME);
    await expect(page.getByLabel("Từ ngày")).toHaveValue("31/02/2023");
    await page.getByLabel("Từ ngày").fill("01/01/2022");
    await page.getByRole("button", { name: "Lập chương trình" }).click();
    await expect(told).toContainText("ít nhất một điều kiện");
    await expect(page.getByLabel("Từ ngày")).toHaveValue("01/01/2022");
  });

  await test.step("with a rule it is opened, and says in words who belongs to it", async () => {
    await page.getByLabel("Tuổi từ").fill("18");
    await page.getByLabel("Tuổi đến").fill("30");
    await main.locator("summary", { hasText: "Nơi giới thiệu" }).click();
    await page.getByLabel("Đoàn TNCS").check();
    await page.getByRole("button", { name: "Lập chương trình" }).click();
    await page.waitForURL(/\/sources\/programmes\/[0-9a-f-]{36}\?done=opened/);
    await expect(main.getByText("Từ 18 đến 30 tuổi tròn vào ngày được giới thiệu")).toBeVisible();
    await expect(main.getByText("Do giới thiệu của: Đoàn TNCS")).toBeVisible();
  });

  await test.step("each number opens its people, as many as it says, a hundred at a time", async () => {
    const introduced = main.getByRole("link", { name: /^Được giới thiệu: / }).first();
    const count = Number(((await introduced.textContent()) ?? "").replace(/\D/g, ""));
    expect(count).toBeGreaterThan(100);
    await introduced.click();
    const drawer = page.getByRole("dialog");
    await expect(drawer.getByRole("heading")).toContainText(
      `${new Intl.NumberFormat("vi-VN").format(count)} người`,
    );
    await expect(drawer.getByRole("listitem")).toHaveCount(100);
    const first = await drawer.getByRole("listitem").first().textContent();
    await drawer.getByRole("link", { name: "Xem tiếp" }).click();
    await page.waitForURL(/after=/);
    await expect(drawer.getByRole("listitem").first()).not.toHaveText(first ?? "");
    await page.keyboard.press("Escape");
    await expect(drawer).toHaveCount(0);
  });

  await test.step("it is changed, and ended with a day", async () => {
    await main.getByRole("link", { name: "Sửa" }).click();
    await page.waitForURL(/\/edit$/);
    await expect(page.getByLabel("Đoàn TNCS")).toBeChecked();
    await page.getByLabel("Tuổi đến").fill("25");
    await page.getByRole("button", { name: "Ghi", exact: true }).click();
    await page.waitForURL(/done=edited/);
    await expect(main.getByText("Từ 18 đến 25 tuổi tròn")).toBeVisible();
    await page.getByLabel("Ngày cuối của chương trình").fill("01/01/2020");
    await page.getByRole("button", { name: "Kết thúc chương trình" }).click();
    await expect(main.getByText("hãy ghi ngày không trước ngày bắt đầu")).toBeVisible();
    await page.getByLabel("Ngày cuối của chương trình").fill("31/12/2023");
    await page.getByRole("button", { name: "Kết thúc chương trình" }).click();
    await page.waitForURL(/done=ended/);
    await page.goto("/sources/programmes");
    await expect(main.getByRole("listitem").filter({ hasText: NAME }).first()).toContainText("đã kết thúc");
  });
});

test("a secretary reads the programme with their own numbers and changes nothing", async ({ page }) => {
  await signIn(page, "bithu");
  const main = page.getByRole("main");
  await page.goto("/sources/programmes");
  await main.getByRole("link", { name: "Học sinh phấn đấu vào Đảng" }).click();
  await expect(main.getByText("Các bước đã qua")).toBeVisible();
  await expect(main.getByRole("link", { name: "Sửa" })).toHaveCount(0);
  await expect(main.getByRole("button", { name: "Kết thúc chương trình" })).toHaveCount(0);
  expect((await page.goto("/sources/programmes/new"))?.status()).toBe(404);
});

test("the Union of the province sets its limits, and everybody reads since when", async ({ page }) => {
  await signIn(page, "tinhdoanqt");
  const main = page.getByRole("main");
  await page.goto("/sources/limits");
  await page.getByLabel("Áp dụng từ ngày").fill("01/01/2027");
  await page.getByLabel("Số văn bản").fill("45-HD/TĐTN-BTC");
  await page.getByLabel("Tỷ lệ đoàn viên ưu tú (%)").fill("150");
  await page.getByRole("button", { name: "Ghi giới hạn" }).click();
  await expect(main.getByRole("alert").first()).toContainText("từ 1 đến 100");
  await page.getByLabel("Tỷ lệ đoàn viên ưu tú (%)").fill("15");
  await page.getByRole("button", { name: "Ghi giới hạn" }).click();
  await page.waitForURL(/done=/);
  await expect(main.getByText("nhiều nhất 15 % số hoàn thành xuất sắc nhiệm vụ").last()).toBeVisible();
  await expect(main.getByText(/chưa đến ngày/)).toBeVisible();
});

test("an organisation of the Union tells where it stood before June 2025 ended; its numbers open members", async ({
  page,
}) => {
  test.setTimeout(60_000);
  await signIn(page, "tinhdoanqt");
  const main = page.getByRole("main");
  await page.goto("/sources/members?unit=D-X020");
  await expect(main.getByText("Quá trình của tổ chức này")).toBeVisible();
  await expect(main.getByText("Từ 01/07/2025")).toBeVisible();
  await expect(main.getByText("Đến hết 30/06/2025")).toBeVisible();
  await page.goto("/sources?from=2022-01-01&to=2022-12-31&asOf=2022-12-31");
  await main.getByRole("link", { name: /^Cộng, giới thiệu: / }).click();
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByRole("listitem")).toHaveCount(100);
  await expect(drawer.getByRole("listitem").first().getByRole("link")).toHaveAttribute(
    "href",
    /^\/sources\/referrals\//,
  );
});

test("on a phone none of these pages is wider than the screen @phone", async ({ page }) => {
  test.setTimeout(60_000);
  await signIn(page, "huyenuy");
  await page.goto("/sources/programmes");
  const programme =
    (await page.getByRole("link", { name: "Học sinh phấn đấu vào Đảng" }).getAttribute("href")) ?? "";
  const addresses = [
    "/sources/programmes",
    "/sources/programmes/new",
    programme,
    `${programme}?figure=programme:total.introduced`,
    "/sources/limits",
    "/sources",
    "/import",
  ];
  for (const address of addresses) {
    await page.goto(address);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect.soft(overflow, address).toBeLessThanOrEqual(0);
  }
});
