import { expect, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

const dayOf = (days: number): string =>
  new Intl.DateTimeFormat("en-GB", {
    timeZone: "Asia/Ho_Chi_Minh",
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
  }).format(new Date(Date.now() + days * 86_400_000));
const CELL = "Chi bộ thôn Phước Thọ 1";
const DIFFICULTY = "Thanh niên trong thôn đi làm công ty cả tuần";
const PROMISE = "Gặp từng đoàn viên ưu tú vào tối chủ nhật";

test("a difficulty and a promise of one month come back the next, the cell reports, the letter tells of it", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const main = page.getByRole("main");
  await signIn(page, "dangvu");
  await page.getByRole("link", { name: "Giao ban" }).first().click();
  await page.waitForURL("/briefings");

  const hold = async (day: string) => {
    await page.goto("/briefings");
    await main.getByText("Ghi phiên giao ban mới").click();
    await page.getByLabel("Ngày họp").fill(day);
    await page.getByRole("button", { name: "Ghi phiên giao ban" }).click();
  };

  await test.step("a day that does not exist is told, and what was typed stays", async () => {
    await hold("31/02/2026");
    await expect(main.getByRole("alert").first()).toContainText("không có ngày 31/02/2026");
    await expect(page.getByLabel("Ngày họp")).toHaveValue("31/02/2026");
  });

  await test.step("last month's briefing: a difficulty and a promise", async () => {
    await hold(dayOf(-33));
    await page.waitForURL(/\/briefings\/[0-9a-f-]{36}\?done=held/);
    await page.getByLabel("Đơn vị nêu").selectOption({ label: CELL });
    await page.getByLabel("Loại khó khăn").selectOption({ label: "Thanh niên đi làm ăn xa" });
    await page.getByLabel("Khó khăn", { exact: true }).fill(DIFFICULTY);
    await page.getByRole("button", { name: "Ghi khó khăn" }).click();
    await page.waitForURL(/done=raised/);
    await page.getByLabel("Việc của đơn vị").selectOption({ label: CELL });
    await page.getByLabel("Hạn", { exact: true }).fill(dayOf(-5));
    await page.getByLabel("Việc thống nhất").fill(PROMISE);
    await page.getByRole("button", { name: "Ghi việc thống nhất" }).click();
    await page.waitForURL(/done=agreed/);
    await expect(main.getByText(PROMISE)).toBeVisible();
  });

  await test.step("this month's briefing has both by itself", async () => {
    await hold(dayOf(0));
    await page.waitForURL(/done=held/);
    await expect(main.getByText(DIFFICULTY).first()).toBeVisible();
    const line = main.getByRole("listitem").filter({ hasText: PROMISE });
    await expect(line).toContainText("Quá hạn");
    await expect(line.getByRole("button", { name: /^Ghi kết quả/ })).toBeVisible();
  });

  await test.step("the cell finds it at home and reports it done", async () => {
    await signIn(page, "bithu2");
    await expect(main.getByText("Việc đã thống nhất tại giao ban")).toBeVisible();
    await page.getByRole("link", { name: "Xem việc giao ban" }).click();
    const line = main.getByRole("listitem").filter({ hasText: PROMISE });
    await line.getByText("Báo đã xong").first().click();
    await line.getByLabel(/^Đã làm được gì/).fill("Đã gặp đủ 3 đoàn viên");
    await line.getByRole("button", { name: /^Báo đã xong/ }).click();
    await page.waitForURL(/done=reported/);
    await expect(main.getByText("Đã gặp đủ 3 đoàn viên").first()).toBeVisible();
  });

  await test.step("the letter tells of both, its numbers open what they count", async () => {
    await signIn(page, "dangvu");
    await page.goto("/briefings/letters");
    await page.getByRole("button", { name: "Lập thư" }).click();
    await page.waitForURL(/\/letters\/[0-9a-f-]{36}\?done=written/);
    await expect(main).toContainText(`${PROMISE} (hạn ${dayOf(-5)}, đã báo xong)`);
    const number = main.locator("#promises a").first();
    const count = Number(await number.textContent());
    await number.click();
    await page.waitForURL(/\/briefings\/commitments\?/);
    await expect(main.getByRole("listitem")).toHaveCount(count);
    await page.goBack();
  });

  await test.step("a number changed by hand is marked beside the counted one, and Word says so", async () => {
    const paragraph = main.locator("#promises");
    const counted = await paragraph.locator("a").first().textContent();
    await paragraph.getByText("Sửa đoạn này").click();
    const field = paragraph.getByLabel(/^Đoạn văn/);
    const words = await field.inputValue();
    await field.fill(words.replace(/\d+/, "77"));
    await paragraph.getByRole("button", { name: /^Ghi đoạn văn/ }).click();
    await page.waitForURL(/done=edited/);
    await expect(paragraph).toContainText(`77 (ghi tay; đếm được ${counted})`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Tải Word" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^thu-eap-\d{4}-\d{2}\.docx$/);
    const letter = page.url().split("?")[0] ?? "";
    await page.goto(`${letter}/print`);
    await expect(main).toContainText(PROMISE);
    await expect(main).toContainText(`Số ghi tay: 77 (phần mềm đếm ${counted}).`);
    await page.goto(letter);
  });

  await test.step("counted anew it keeps nothing unasked; issued it stands", async () => {
    await page.getByRole("button", { name: "Tính lại số liệu" }).click();
    await page.getByRole("button", { name: "Tính lại tất cả" }).click();
    await page.waitForURL(/done=recounted/);
    await expect(main).not.toContainText("ghi tay; đếm được");
    await page.getByRole("button", { name: "Phát hành", exact: true }).click();
    await page.getByLabel(/^Số văn bản/).fill("12-BC/ĐU");
    await page.getByRole("button", { name: "Phát hành thư" }).click();
    await page.waitForURL(/done=issued/);
    await expect(main).toContainText("Số 12-BC/ĐU");
    await expect(main.getByText("Sửa đoạn này")).toHaveCount(0);
  });
});
