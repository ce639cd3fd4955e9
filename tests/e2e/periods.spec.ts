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

test("a commune asks its cells for a figure: a draft, sent back with a reason, sent again, accepted, as a workbook", async ({
  page,
}) => {
  test.setTimeout(60_000);
  page.setDefaultNavigationTimeout(30_000);
  const title = "Số buổi sinh hoạt chuyên đề";
  const task = page.locator("section").filter({ hasText: title }).filter({ hasText: "Phước Thọ 2" });
  const week = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10).split("-");
  await signIn(page, "dangvu");
  await page.goto("/reports/tasks/requests");
  await page.getByLabel("Báo thêm một số liệu").check();
  await page.getByLabel("Tên việc").fill(title);
  await page.getByLabel("Hạn").fill(week.toReversed().join("/"));
  await page.getByRole("button", { name: "Giao việc" }).click();
  await page.waitForURL(/requests\/[0-9a-f-]{36}\?done=/);
  const [address = ""] = page.url().split("?");
  await expect(page.getByRole("main").getByRole("listitem").first()).toContainText("Chưa trả lời");

  await signIn(page, "bithu");
  await page.goto("/reports/tasks");
  await task.getByLabel("Ghi chú").fill("Chưa tính buổi tháng này");
  await task.getByRole("button", { name: "Lưu bản đang soạn" }).click();
  await page.waitForURL(/done=draft/);
  await task.getByRole("button", { name: "Gửi trả lời" }).click();
  await expect(task).toContainText("Số: hãy ghi số cần báo cáo.");
  await expect(task.getByLabel("Ghi chú")).toHaveValue("Chưa tính buổi tháng này");
  await task.getByLabel("Số", { exact: false }).first().fill("3,5");
  await task.getByRole("button", { name: "Gửi trả lời" }).click();
  await page.waitForURL(/done=answered/);

  await signIn(page, "dangvu");
  await page.goto("/reports/tasks?state=answered");
  await expect(task).toContainText("3,5");
  await task.getByText("Trả lại", { exact: false }).first().click();
  await task.getByLabel("Cần sửa gì").fill("Phải là số nguyên");
  await task.getByRole("button", { name: "Trả lại để sửa" }).click();
  await page.waitForURL(/done=returned/);

  await signIn(page, "bithu");
  await page.goto("/reports/tasks");
  await expect(task).toContainText("Phải là số nguyên");
  await task.getByLabel("Số", { exact: false }).first().fill("4");
  await task.getByRole("button", { name: "Gửi trả lời" }).click();
  await page.waitForURL(/done=answered/);

  await signIn(page, "dangvu");
  await page.goto("/reports/tasks?state=answered");
  await task.getByRole("button", { name: "Nhận trả lời" }).click();
  await page.waitForURL(/done=closed/);
  await page.goto(address);
  await expect(page.getByRole("listitem").filter({ hasText: "Phước Thọ 2" })).toContainText("Đã nhận");
  const href = await page.getByRole("link", { name: "Tải tất cả câu trả lời (XLSX)" }).getAttribute("href");
  const workbook = await page.request.get(href ?? "");
  expect(workbook.status()).toBe(200);
  expect((await workbook.body()).subarray(0, 2).toString()).toBe("PK");
});
