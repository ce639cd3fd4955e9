import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

const VOTES = { "Được triệu tập": "10", "Có mặt": "10", "Tán thành": "10", "Không tán thành": "0" };

const today = (): string =>
  new Intl.DateTimeFormat("en-GB", {
    timeZone: "Asia/Ho_Chi_Minh",
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
  }).format(new Date());

const inDays = (days: number): string => {
  const [day, month, year] = today().split("/").map(Number) as [number, number, number];
  const then = new Date(Date.UTC(year, month - 1, day + days));
  return then.toISOString().slice(0, 10).split("-").toReversed().join("/");
};

/** Fills the form of an address (or of this page) by its labels and sends it. */
async function record(
  page: Page,
  address: string | null,
  fields: Record<string, string>,
  button: string,
  pick?: string,
): Promise<void> {
  if (address) await page.goto(address);
  if (pick) await page.getByText(pick, { exact: true }).click();
  for (const [label, value] of Object.entries(fields))
    await page
      .getByLabel(new RegExp(`^${label}( \\(không bắt buộc\\))?$`))
      .and(page.locator("input, textarea"))
      .fill(value);
  await page.getByRole("button", { name: button, exact: true }).click();
  await page.waitForURL(/done=/);
}

/** The one click of a task; a reader hears whom it is about. */
const taskOf = (page: Page, button: string, person: string) =>
  page.getByRole("link", { name: new RegExp(`^${button} ?: ${person}$`) });

const group = (page: Page, title: string) =>
  page.locator("section, details").filter({ has: page.locator("h2, summary").filter({ hasText: title }) });

/** The figure of a column of a unit's row, 0 where it opens nothing. */
async function figure(page: Page, unit: string, column: string): Promise<number> {
  const found = page.getByRole("link", { name: new RegExp(`^${unit}, ${column}: `) });
  return (await found.count()) === 0 ? 0 : Number(await found.first().textContent());
}

test("what waits for the secretary is counted by the level above, and gone once it is done", async ({
  page,
}) => {
  await signIn(page, "dangvu");
  await page.getByRole("link", { name: "Đơn vị nào đang trễ" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Đơn vị nào đang trễ");
  const cell = "Chi bộ thôn Phước Thọ 2";
  const overdueBefore = await figure(page, cell, "quá hạn");
  const missingBefore = await figure(page, cell, "thiếu người giúp đỡ");
  expect(overdueBefore).toBeGreaterThan(0);
  expect(missingBefore).toBeGreaterThan(0);
  await page.getByRole("link", { name: new RegExp(`^${cell}, thiếu người giúp đỡ: `) }).click();
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(missingBefore);

  await signIn(page, "bithu");
  const overdue = group(page, "Quá hạn").first();
  await expect(overdue.getByRole("listitem")).toHaveCount(overdueBefore);
  await page.getByText("Theo dõi thêm").click();
  const anyone = page.getByRole("link", { name: /^Phân công giúp đỡ ?: / }).first();
  const person = ((await anyone.textContent()) ?? "").replace(/^.*: /, "");
  await anyone.click();
  await page.getByLabel("Đảng viên giúp đỡ").fill("Nguyễn Văn Bình");
  await page.getByLabel("Ngày phân công").fill(today());
  await page.getByRole("button", { name: "Phân công giúp đỡ" }).click();
  await page.waitForURL(/done=/);
  await page.goto("/");
  await page.getByText("Theo dõi thêm").click();
  await expect(taskOf(page, "Phân công giúp đỡ", person)).toHaveCount(0);

  await signIn(page, "dangvu");
  await page.goto("/overdue");
  expect(await figure(page, cell, "thiếu người giúp đỡ")).toBe(missingBefore - 1);
});

test("an overdue task is done by its one click and disappears", async ({ page }) => {
  await signIn(page, "bithu");
  const task = taskOf(page, "Ghi kết quả họp", "Nguyễn Hoàng Long");
  await expect(group(page, "Quá hạn").first()).toContainText("Nguyễn Hoàng Long");
  const dossier = (await task.getAttribute("href"))?.replace(/\/record\/.*/, "") ?? "";
  await record(page, `${dossier}/record/selfReviewed`, {}, "Ghi bản tự kiểm điểm");
  await record(
    page,
    `${dossier}/record/helperReported`,
    { "Ngày nhận xét": inDays(-2) },
    "Ghi nhận xét của người giúp đỡ",
  );
  for (const from of ["Đoàn thể nơi sinh hoạt", "Chi ủy nơi cư trú"])
    await record(
      page,
      `${dossier}/record/probationOpinionCollected`,
      { "Ngày có ý kiến": inDays(-2) },
      "Ghi ý kiến",
      from,
    );
  await page.goto("/");
  await task.click();
  await page.waitForURL(/recognitionVoted/);
  const meeting = { "Ngày họp": inDays(-1), "Số nghị quyết": "E77-NQ/CB", ...VOTES };
  await record(page, null, meeting, "Ghi kết quả họp");
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Việc cần làm");
  await expect(task).toHaveCount(0);
});

test("what-if: a later meeting of the cell brings people in later", async ({ page }) => {
  await signIn(page, "bithu");
  await page.getByRole("link", { name: "Ai còn kịp kết nạp trong năm" }).click();
  const row = page.getByRole("row").filter({ hasText: "Y Thiên Byă" });
  for (const day of [inDays(5), inDays(40)]) {
    await page.getByLabel("Nếu chi bộ họp ngày").fill(day);
    await page.getByRole("button", { name: "Tính lại" }).click();
    await expect(page.getByRole("status").filter({ hasText: `chi bộ họp ngày ${day}` })).toBeVisible();
    await row.locator("summary").click();
    const meets = row.getByRole("listitem").filter({ hasText: "Chi bộ họp xét kết nạp" });
    await expect(meets.locator("time")).toHaveText(day);
  }

  await page.getByLabel("Nếu chi bộ họp ngày").fill("31/02/2026");
  await page.getByRole("button", { name: "Tính lại" }).click();
  await expect(page.getByText("không có ngày 31/02/2026")).toBeVisible();
  await expect(page.getByLabel("Nếu chi bộ họp ngày")).toHaveValue("31/02/2026");
});

test("overdue and what-if fit a phone @phone", async ({ page }) => {
  await signIn(page, "dangvu");
  for (const address of [
    "/",
    "/overdue",
    "/overdue?unit=EAP-09&group=overdue",
    "/pipeline/what-if?unit=EAP-09",
  ]) {
    await page.goto(address);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(390);
  }
});
