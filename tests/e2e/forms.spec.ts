import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { textOfEntry } from "../../lib/platform/spreadsheet/archive";
import { aWordFile } from "../support/forms";
import { signIn } from "./support/sign-in";

async function openFirstCandidate(page: Page): Promise<string> {
  await page.goto("/pipeline");
  const address = await page
    .locator('a[href^="/pipeline/"]')
    .evaluateAll((links) =>
      links.map((link) => link.getAttribute("href")).find((href) => /[0-9a-f-]{36}$/.test(href ?? "")),
    );
  await page.goto(address ?? "");
  return address ?? "";
}

async function wordsOf(page: Page, press: () => Promise<void>): Promise<{ name: string; words: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  const xml = await textOfEntry(readFileSync(await download.path()), "word/document.xml");
  return { name: download.suggestedFilename(), words: (xml ?? "").replace(/<[^>]+>/g, "") };
}

test("a secretary prints a form from the dossier by keyboard", async ({ page }) => {
  await signIn(page, "bithu");
  await openFirstCandidate(page);
  const name = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await page.getByText("In mẫu", { exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Mẫu khác", { exact: true }).focus();
  await page.keyboard.press("Enter");
  const link = page.getByRole("link", { name: /^Đơn xin vào Đảng 1A/ });
  await link.focus();
  const printed = await wordsOf(page, () => page.keyboard.press("Enter"));
  expect(printed.name).toMatch(/^1-knd-[0-9a-f]{8}-\d{4}-\d\d-\d\d\.docx$/);
  expect(printed.words).toContain(name);
});

test("an office puts its own template in place, and is told what is wrong with an unfit one", async ({
  page,
}) => {
  await signIn(page, "huyenuy");
  await page.goto("/forms/7-knd");
  const send = async (text: string) => {
    const buffer = Buffer.from(await aWordFile([text]));
    await page.getByLabel("Tệp Word").setInputFiles({
      name: "mẫu.docx",
      mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      buffer,
    });
    await page.getByRole("button", { name: "Ghi mẫu này" }).click();
  };
  await send("Kính gửi {ho_tenn}");
  await expect(page.getByRole("alert").first()).toContainText(
    "Không có trường {ho_tenn}. Gần nhất là {ho_ten}.",
  );
  await send("MẪU RIÊNG CỦA HUYỆN {ho_ten}");
  await page.waitForURL(/done=replaced/);
  await expect(page.getByText("· đang dùng")).toBeVisible();
  const blank = await wordsOf(page, () => page.getByRole("link", { name: "Tải mẫu trống" }).click());
  expect(blank.words).toContain("MẪU RIÊNG CỦA HUYỆN …");
  await page.getByRole("button", { name: "Thôi dùng" }).click();
  await expect(page.getByText(/Đảng bộ huyện Krông Pắc, từ/)).toHaveCount(0);
});

test("an office takes numbers, and asks for the decisions of a day", async ({ page }) => {
  await signIn(page, "huyenuy");
  await page.goto("/forms/register?register=CV");
  await page.getByLabel("Về việc").fill("mời họp giao ban");
  await page.getByRole("button", { name: "Lấy số kế tiếp" }).click();
  await page.waitForURL(/done=1/);
  await expect(page.getByText("01-CV/HU")).toBeVisible();

  await page.goto("/forms");
  await page.getByLabel("Ngày quyết định kết nạp").fill("31/02/2024");
  await page.getByRole("button", { name: "Tải các quyết định" }).click();
  await expect(page.getByText("Không có ngày 31/02/2024.")).toBeVisible();
  await expect(page.getByLabel("Ngày quyết định kết nạp")).toHaveValue("31/02/2024");
});
