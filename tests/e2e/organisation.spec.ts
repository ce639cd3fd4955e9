import { expect, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

test("a district officer plans a move from a day on, sees it, and takes it back", async ({ page }) => {
  await signIn(page, "huyenuy");
  await page.goto("/organisation?q=tram+y+te+ea+phe");
  await page.getByRole("link", { name: "Chi bộ Trạm Y tế Ea Phê" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Chi bộ Trạm Y tế Ea Phê");

  await page.getByRole("link", { name: "Chuyển về đơn vị khác" }).click();
  await page.getByLabel("Từ ngày").fill("31/02/2099");
  await page.getByRole("button", { name: "Chuyển đơn vị" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Chưa ghi được: 2 chỗ cần xem lại");
  await expect(page.getByLabel("Từ ngày")).toHaveValue("31/02/2099");

  await page.getByRole("combobox", { name: "Chuyển về trực thuộc" }).pressSequentially("dang bo xa ea yong");
  await page.getByRole("option", { name: /Đảng bộ xã Ea Yông/ }).click();
  await page.getByLabel("Từ ngày").fill("01/01/2099");
  await page.getByRole("button", { name: "Chuyển đơn vị" }).click();

  await expect(page.getByText("Đã ghi thay đổi có hiệu lực từ 01/01/2099")).toBeVisible();
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await expect(page.getByText("Đã bỏ thay đổi chưa có hiệu lực")).toBeVisible();
});

test("a branch of the tree loads when it is opened", async ({ page }) => {
  await signIn(page, "huyenuy");
  await page.goto("/organisation");
  await expect(page.getByRole("link", { name: "Chi bộ Trạm Y tế Ea Phê" })).toHaveCount(0);
  await page.getByRole("button", { name: "Các đơn vị trực thuộc Đảng bộ xã Ea Phê" }).click();
  await expect(page.getByRole("link", { name: "Chi bộ Trạm Y tế Ea Phê" })).toBeVisible();
});

test("15 women of 10 members are refused, and what was typed is still there", async ({ page }) => {
  await signIn(page, "dangvu");
  await page.goto("/organisation/EAP/headcount");
  await page.getByLabel("Tổng số đảng viên").fill("10");
  await page.getByLabel("Nữ").fill("15");
  await page.getByRole("button", { name: "Ghi số đảng viên" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Có 15 nữ trong 10 đảng viên");
  await expect(page.getByLabel("Nữ")).toHaveValue("15");
});

test("a unit of another committee is not found", async ({ page }) => {
  await signIn(page, "dangvu");
  const answer = await page.goto("/organisation/NAHANG");
  expect(answer?.status()).toBe(404);
});

test("three hats given one after the other on the same page are three hats", async ({ page }) => {
  await signIn(page, "quantri");
  await page.goto("/accounts");
  await page
    .getByRole("link", { name: "Mai Thanh Vân" })
    .or(page.getByRole("link", { name: "Ngô Tấn Phát" }))
    .first()
    .click();
  await page.waitForURL(/\/accounts\/.+/);
  const hats = page.getByRole("button", { name: /Thu lại/ });
  const before = await hats.count();
  for (const [given, unit] of ["EAP", "EAP-09", "EAP"].entries()) {
    await page.getByLabel("Vai", { exact: true }).selectOption("viewer");
    await page.getByLabel("Mã đơn vị").fill(unit);
    await page.getByRole("button", { name: "Giao vai" }).click();
    await expect(hats).toHaveCount(before + given + 1);
  }
});
