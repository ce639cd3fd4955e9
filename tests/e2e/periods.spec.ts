import { expect, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

test("a report is frozen, and its paper is told from a forged one by anyone who holds it", async ({
  page,
  browser,
}) => {
  test.setTimeout(60_000);
  page.setDefaultNavigationTimeout(30_000);
  await signIn(page, "dangvu");
  await page.goto("/reports/funnel?from=2024-01-01&to=2024-12-31&asOf=2024-05-04");
  await page.getByRole("link", { name: "Chốt số liệu" }).click();
  await expect(page.getByLabel("Từ ngày")).toHaveValue("01/01/2024");
  await page.getByLabel("Đến ngày", { exact: true }).fill("01/01/2023");
  await page.getByRole("button", { name: "Chốt số liệu" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("phải bằng hoặc sau");
  await page.getByLabel("Đến ngày", { exact: true }).fill("31/12/2024");
  await page.getByRole("button", { name: "Chốt số liệu" }).click();
  await page.waitForURL(/done=made/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("năm 2024");
  const id = /snapshots\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";
  const shown = (await page.getByText(`/verify/${id}?h=`).textContent()) ?? "";
  const hash = /h=([0-9a-f]{64})/.exec(shown)?.[1] ?? "";
  for (const format of ["xlsx", "pdf", "docx"]) {
    const address = `/api/v1/snapshots/${id}?format=${format}`;
    const first = await (await page.request.get(address)).body();
    expect(first.length).toBeGreaterThan(1000);
    expect(first.equals(await (await page.request.get(address)).body())).toBe(true);
  }

  const stranger = await browser.newPage();
  await stranger.goto(`/verify/${id}?h=${hash}`);
  await expect(stranger.getByRole("status")).toContainText("hãy so từng số");
  await expect(stranger.getByRole("main")).not.toContainText("Bản thật");
  const introduced = (await stranger.locator("dd").first().textContent()) ?? "";
  await stranger.getByLabel("Được giới thiệu").fill(introduced);
  await stranger.getByRole("button", { name: "Kiểm tra" }).click();
  await expect(stranger.getByRole("status")).toContainText("Bản thật: mã kiểm tra và 1 số đã gõ khớp");
  const digit = hash.startsWith("0") ? "1" : "0";
  await stranger.getByLabel("Mã kiểm tra trên giấy").fill(`${digit}${hash.slice(1)}`);
  await stranger.getByRole("button", { name: "Kiểm tra" }).click();
  await expect(stranger.getByRole("main").getByRole("alert")).toContainText("Không phải bản thật");
  await stranger.goto(`/verify/${id}?h=${hash}`);
  await stranger.getByLabel("Được giới thiệu").fill("999999");
  await stranger.getByRole("button", { name: "Kiểm tra" }).click();
  await expect(stranger.getByRole("main").getByRole("alert")).toContainText("số trên giấy khác");
  expect((await stranger.request.get(`/api/v1/snapshots/${id}?format=json`)).status()).toBe(401);
  await stranger.close();
});

test("the province sets a period, a cell confirms, the level above sees who has not", async ({ page }) => {
  test.setTimeout(60_000);
  page.setDefaultNavigationTimeout(30_000);
  await signIn(page, "tinhuy");
  await page.goto("/periods/new");
  await page.getByRole("button", { name: "Đặt kỳ báo cáo" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Từ ngày: hãy ghi ngày");
  for (const [label, day] of [
    ["Từ ngày", "01/01/2024"],
    ["Đến ngày", "31/01/2024"],
    ["Ngày chốt số liệu", "31/01/2024"],
    ["Hạn gửi", "05/02/2024"],
  ] as const)
    await page.getByLabel(label).fill(day);
  await page.getByRole("button", { name: "Đặt kỳ báo cáo" }).click();
  await page.waitForURL(/done=set/);
  await expect(page.getByRole("main")).toContainText("Đã xác nhận, theo cấp");
  await page.getByText("Sửa các ngày của kỳ").click();
  await page.getByLabel("Hạn gửi").fill("07/02/2024");
  await page.getByRole("button", { name: "Lưu các ngày" }).click();
  await page.waitForURL(/done=changed/);
  await page.getByRole("button", { name: "Khóa kỳ báo cáo" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Khóa kỳ" }).click();
  await expect(page.getByRole("dialog")).toContainText(/Còn \d+ đơn vị bên dưới chưa xác nhận/);

  await signIn(page, "bithu");
  await expect(page.getByRole("main")).toContainText("1 kỳ báo cáo chờ xác nhận");
  await page.getByRole("link", { name: "Xác nhận số liệu" }).click();
  await page.getByRole("button", { name: /^Xác nhận số liệu/ }).click();
  await page.waitForURL(/done=confirmed/);
  await expect(page.getByRole("main")).toContainText("Đã xác nhận");

  await signIn(page, "dangvu");
  await page.goto("/periods");
  await page.getByRole("link", { name: /Kỳ báo cáo tháng/ }).click();
  await page.getByRole("link", { name: /Chi bộ chưa xác nhận$/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Đơn vị chưa xác nhận");
  await expect(page.getByRole("main").getByRole("listitem").first()).toContainText("Chưa xác nhận");
});
