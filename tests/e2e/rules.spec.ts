import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

/** A day so many days ago, as people type it. */
const ago = (days: number): string =>
  new Intl.DateTimeFormat("en-GB", {
    timeZone: "Asia/Ho_Chi_Minh",
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
  }).format(new Date(Date.now() - days * 86_400_000));
const FROM = ago(5);

/** The page of the candidate of the story whom the cell is about to vote on. */
async function candidateOfStory(page: Page): Promise<string> {
  await page.goto(`/pipeline?q=${encodeURIComponent("y thien bya")}`);
  const link = page.getByRole("main").getByRole("link", { name: "Y Thiên Byă" }).first();
  return (await link.getAttribute("href")) ?? "";
}

test("a province follows Hà Nội: the dossier shows it, and a recheck of the day before does not", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const main = page.getByRole("main");
  const permission = main.getByText("Chưa có văn bản của cấp ủy cho làm thủ tục xem xét kết nạp");
  await signIn(page, "bithu");
  const candidate = await candidateOfStory(page);
  await page.goto(candidate);
  await expect(permission).toHaveCount(0);

  await test.step("the province officer takes the sample, mends a wrong day, and sets it", async () => {
    await signIn(page, "tinhuy");
    await page.getByRole("link", { name: "Quy định của tỉnh" }).first().click();
    await page.getByRole("link", { name: "Lấy theo mẫu Hà Nội" }).click();
    await expect(main).toContainText("Đang xem mẫu Hà Nội, chưa ghi.");
    await expect(page.getByLabel("Chi bộ gửi hồ sơ")).toHaveValue("5");
    await page.getByLabel("Áp dụng từ ngày").fill("31/02/2026");
    await page.getByLabel("Số văn bản").fill("25-HD/TU");
    await page.getByLabel("Ngày nghỉ thêm").fill("10/02/2027");
    await page.getByRole("button", { name: "Ghi quy định của tỉnh" }).click();
    await expect(page.getByRole("alert").first()).toContainText("không có ngày 31/02/2026");
    await expect(page.getByLabel("Ngày nghỉ thêm")).toHaveValue("10/02/2027");
    await expect(page.getByLabel("Học sinh THPT phải có ý kiến phụ huynh")).toBeChecked();
    await page.getByLabel("Áp dụng từ ngày").fill(FROM);
    await page.getByRole("button", { name: "Ghi quy định của tỉnh" }).click();
    await page.waitForURL(/done=/);
    await expect(main).toContainText(`Đã ghi quy định của tỉnh, áp dụng từ ngày ${FROM}`);
    await expect(main).toContainText("25-HD/TU · Bùi Minh Khôi ghi");
    await page.goto("/rules/options?year=2027");
    await expect(main).toContainText("Tỉnh ghi thêm ngày nghỉ: 10/02");
  });

  await test.step("the dossier shows the ⚙, its source leads to the rules", async () => {
    await signIn(page, "bithu");
    await page.goto(candidate);
    await expect(permission).toBeVisible();
    await main.getByRole("link", { name: "R-06" }).first().click();
    await page.waitForURL(/\/rules#R-06$/);
    await expect(page.locator("#R-06")).toBeInViewport();
    await expect(page.locator("#R-06")).toContainText("chưa đối chiếu");
    await expect(page.locator("#R-08")).toContainText("đang áp dụng");
  });

  await test.step("judged by the day before, the ⚙ is not there; nothing is written", async () => {
    await page.goto(candidate);
    await page.getByRole("link", { name: "Kiểm tra lại theo quy định ngày khác" }).click();
    await page.getByLabel("Theo quy định ngày").fill("31/02/2021");
    await page.getByRole("button", { name: "Kiểm tra lại" }).click();
    await expect(main.getByRole("alert")).toContainText("Không có ngày 31/02/2021");
    await page.getByLabel("Theo quy định ngày").fill(ago(6));
    await page.getByRole("button", { name: "Kiểm tra lại" }).click();
    await expect(main).toContainText("có 1 chỗ khác");
    await expect(permission).toHaveCount(1);
    await expect(main).toContainText("Không vướng.");
    await page.goto(candidate);
    await expect(permission).toBeVisible();
  });

  await test.step("the province goes back to the central rules by the same day", async () => {
    await signIn(page, "tinhuy");
    await page.goto("/rules/options");
    for (const label of [
      "Học sinh THPT phải có ý kiến phụ huynh",
      "Cấp ủy cho phép mới được làm thủ tục",
      "Thẩm tra cả con nuôi hợp pháp cùng sống",
    ])
      await page.getByLabel(label).uncheck();
    for (const label of [
      "Chi bộ gửi hồ sơ",
      "Đảng ủy cơ sở ra nghị quyết",
      "Quyết định kết nạp",
      "Gia hạn quyết định",
      "Kéo dài dự bị",
      "Biểu quyết lại khi chậm công nhận",
      "Ngày nghỉ thêm",
    ])
      await page.getByLabel(label).fill("");
    await page.getByLabel("Áp dụng từ ngày").fill(FROM);
    await page.getByLabel("Số văn bản").fill("26-HD/TU");
    await page.getByRole("button", { name: "Ghi quy định của tỉnh" }).click();
    await page.waitForURL(/done=/);
    await expect(main).not.toContainText("25-HD/TU");
  });
  await signIn(page, "bithu");
  await page.goto(candidate);
  await expect(permission).toHaveCount(0);
});

test("the rules are found by words without accents and by number, on a phone @phone", async ({ page }) => {
  await signIn(page, "bithu");
  await page.goto("/more");
  await page.getByRole("link", { name: "Quy định", exact: true }).last().click();
  await page.waitForURL(/\/rules$/);
  await page.getByLabel("Tìm quy định").fill("le ket nap");
  await page.getByRole("button", { name: "Tìm", exact: true }).click();
  await page.waitForURL(/q=le/);
  await expect(page.locator("#R-33")).toBeVisible();
  await expect(page.locator("#R-05")).toHaveCount(0);
  await page.getByLabel("Tìm quy định").fill("r5");
  await page.getByLabel("Tìm quy định").press("Enter");
  await expect(page.locator("#R-05")).toBeVisible();
  await expect(page.locator("#R-33")).toHaveCount(0);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
  ).toBe(true);
});
