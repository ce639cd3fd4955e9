import { expect, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

const BOARD = "/quotas?period=2024&asOf=2024-05-04";

test("the board says how far, who is behind and whether it will be enough", async ({ page }) => {
  await signIn(page, "huyenuy");
  await page.goto(BOARD);
  const strip = page.getByRole("region", { name: "Kết quả chung" });
  for (const words of [
    "57/246",
    "23,17 %",
    "đang hụt 27",
    "57/275",
    "20,73 %",
    "179/246",
    "vẫn thiếu 67",
    "28/58",
  ])
    await expect(strip).toContainText(words.replace(" %", "\u00a0%"));
  const statuses = page.getByRole("navigation", { name: "Lọc theo tiến độ" });
  await expect(statuses).toHaveText(
    "Hoàn thành6Đúng tiến độ4Cần theo dõi3Chậm tiến độ15Chưa kết nạp30Không giao chỉ tiêu2",
  );
  await expect(page.getByText(/ít hơn kế hoạch đơn vị 4 người/)).toContainText(
    "nhiều hơn cấp trên giao 25 người",
  );

  await statuses.getByRole("link", { name: /Chậm tiến độ/ }).click();
  await expect(page).toHaveURL(/status=late/);
  await expect(page.locator("#units tbody tr")).toHaveCount(15);
});

test("a number opens exactly its people, Esc closes them, and the focus is where it was", async ({
  page,
}) => {
  await signIn(page, "huyenuy");
  await page.goto(BOARD);
  const figure = page.getByRole("link", { name: /^Đã kết nạp so với cấp trên giao: 57/ });
  await figure.focus();
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByRole("listitem")).toHaveCount(57);
  await expect(drawer.getByRole("link", { name: "Xuất danh sách" })).toBeVisible();
  await drawer.getByRole("link", { name: "Cách tính" }).click();
  await expect(drawer).toContainText("Ngày ghi trên quyết định kết nạp, từ 01/01/2024 đến 04/05/2024.");
  await page.keyboard.press("Escape");
  await expect(drawer).toHaveCount(0);
  await expect(page).not.toHaveURL(/figure=/);
});

test("a viewer sees the board and takes no names along", async ({ page }) => {
  await signIn(page, "xem");
  await page.goto(`${BOARD}&figure=attainment:total.admitted`);
  await expect(page.getByRole("dialog")).toContainText("57 người");
  await expect(page.getByText("Xuất danh sách")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Giao chỉ tiêu", exact: true })).toHaveCount(0);
  const file = await page.request.get(
    "/api/v1/reports/people?unit=KRONGPAC&from=2024-01-01&to=2024-12-31&figure=attainment:total.admitted&format=xlsx",
  );
  expect(file.status()).toBe(404);
});

test("a quota is written by its document, refused a second time, and taken back", async ({ page }) => {
  await signIn(page, "huyenuy");
  await page.goto("/quotas/entry?unit=KRONGPAC");
  const fill = async (value: string) => {
    await page.getByLabel("Nhóm").selectOption("RELIGIOUS");
    await page.getByLabel("Giá trị (người)").fill(value);
    await page.getByLabel("Số văn bản").fill("31-KH/HU");
    await page.getByLabel("Ngày văn bản").fill("06/01/2024");
    await page.getByRole("button", { name: "Ghi chỉ tiêu" }).click();
  };
  await fill("mười");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Chưa ghi được: 1 chỗ cần xem lại");
  await expect(page.getByLabel("Giá trị (người)")).toHaveValue("mười");
  await fill("10");
  await expect(page.getByText("Kết nạp, tôn giáo: 10 người", { exact: true })).toBeVisible();
  await fill("11");
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "đã được ghi theo văn bản số 31-KH/HU",
  );
  await page.goto("/quotas/entry?unit=KRONGPAC");
  await page.getByRole("button", { name: "Bỏ kết nạp, tôn giáo: 10 người" }).click();
  await expect(page.getByText("Đã bỏ chỉ tiêu")).toBeVisible();
  await expect(page.getByText("Kết nạp, tôn giáo: 10 người", { exact: true })).toHaveCount(0);
});

test("numbers are passed down like in a spreadsheet, the gap shows all the time", async ({ page }) => {
  await signIn(page, "huyenuy");
  await page.goto("/quotas/allocation?unit=KRONGPAC&year=2024");
  const bar = page.getByText(/^Đã phân bổ/);
  await expect(bar).toContainText("271");
  const cell = page.getByRole("textbox", { name: "Giao cho Chi bộ Bảo hiểm xã hội huyện" });
  await cell.fill("5");
  await expect(bar).toContainText("275");
  await expect(page.getByText(/^Kế hoạch đơn vị 275: vừa đủ$/)).toBeVisible();
  await cell.press("Enter");
  await expect(page.getByRole("textbox", { name: "Giao cho Chi bộ Ban Tổ chức Huyện ủy" })).toBeFocused();
  await cell.press("Escape");
  await expect(bar).toContainText("271");

  await cell.fill("9");
  await page.getByRole("checkbox", { name: "Giữ số đã ghi của Chi bộ Bảo hiểm xã hội huyện" }).check();
  await page.getByRole("button", { name: "Điền số đề xuất" }).click();
  await expect(page.getByText(/^Cấp trên giao 246: vừa đủ$/)).toBeVisible();
  await expect(cell).toHaveValue("9");
  await page.getByLabel("Mỗi đơn vị ít nhất").fill("5");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Tổng số không đủ");
});

test("on a phone a unit is three lines and the filters one button @phone", async ({ page }) => {
  await signIn(page, "huyenuy");
  await page.goto(BOARD);
  await expect(page.locator("#units li").first()).toBeVisible();
  await expect(page.locator("#units table")).toBeHidden();
  await expect(page.getByLabel("Kỳ", { exact: true })).toBeHidden();
  await page.getByRole("button", { name: "Năm 2024, đến 04/05/2024" }).click();
  await expect(page.getByLabel("Kỳ", { exact: true })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test("a unit proposes another quota: what was typed stays where something is missing, and it takes it back", async ({
  page,
}) => {
  await signIn(page, "huyenuy");
  await page.goto("/quotas/entry");
  await page.getByText("Đề nghị cấp trên điều chỉnh").click();
  await page.getByLabel("Số đề nghị").fill("240");
  await page.getByRole("button", { name: "Gửi đề nghị" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Chưa gửi được: 1 chỗ cần xem lại");
  await expect(page.getByLabel("Số đề nghị")).toHaveValue("240");
  await page.getByLabel("Lý do").fill("Nguồn của ba xã đã hết");
  await page.getByRole("button", { name: "Gửi đề nghị" }).click();
  await expect(page.getByText(/^240 người năm \d{4}/)).toBeVisible();
  await page.getByRole("button", { name: "Rút đề nghị" }).click();
  await expect(page.getByText("Nguồn của ba xã đã hết")).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Rút đề nghị" })).toHaveCount(0);
});
