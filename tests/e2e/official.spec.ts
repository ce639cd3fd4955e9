import { expect, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

const YEAR_2019 = "from=2019-01-01&to=2019-12-31";

test("the official tables of 2019 are found, add up, open their people and come as files to sign", async ({
  page,
}) => {
  await signIn(page, "quangbinh");

  await test.step("one page has all reports and lists, each with what it is for and its files", async () => {
    await page.goto(`/reports?${YEAR_2019}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Báo cáo và danh sách");
    await expect(page.getByText("Biểu số 2B: người mới kết nạp theo 54 dân tộc")).toBeVisible();
    for (const [name, type] of [
      ["Đảng viên mới kết nạp, tệp XLSX", "spreadsheetml"],
      ["Đảng viên mới kết nạp, tệp Word", "wordprocessingml"],
      ["Danh sách đoàn viên được kết nạp, tệp PDF", "application/pdf"],
    ] as const) {
      const href = await page.getByRole("link", { name, exact: true }).getAttribute("href");
      const file = await page.request.get(href ?? "");
      expect([name, file.status(), file.headers()["content-type"]]).toEqual([
        name,
        200,
        expect.stringContaining(type),
      ]);
    }
  });

  await test.step("Biểu số 2: 193, of them 108 women; all checks hold", async () => {
    await page.getByRole("link", { name: "Đảng viên mới kết nạp", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Biểu số 2-BTCTW");
    await expect(page.getByText(/Số liệu khớp: \d+ phép kiểm tra đều đúng/)).toBeVisible();
    await expect(page.getByRole("row", { name: /Tổng số đảng viên mới kết nạp/ })).toContainText("193");
    await page.getByRole("link", { name: "Nữ: 108, xem danh sách" }).click();
    await expect(page.getByRole("dialog")).toContainText("108 người");
  });

  await test.step("Biểu số 1 says the same, and a list with names is there for who may have it", async () => {
    await page.goto(`/reports/changes?${YEAR_2019}`);
    await expect(page.getByRole("row", { name: /1 Kết nạp/ })).toContainText("193");
    await page.goto(`/reports/lists/unionMembers?${YEAR_2019}`);
    await expect(page.getByText("đạt tỷ lệ 71,50")).toBeVisible();
    await signIn(page, "xem");
    await page.goto("/reports");
    await expect(page.getByRole("heading", { name: "Danh sách có tên" })).toHaveCount(0);
    expect((await page.goto("/reports/lists/admitted"))?.status()).toBe(404);
  });

  await test.step("the province has the switch by which day it counts", async () => {
    await signIn(page, "tinhuyqt");
    await page.goto("/reports/layouts");
    await expect(page.getByRole("radio", { name: /Ngày quyết định/ })).toBeChecked();
    await page.getByRole("button", { name: "Ghi cách tính" }).click();
    await expect(page.getByRole("status")).toHaveText(
      "Từ nay tính kết nạp theo ngày ghi trên quyết định kết nạp.",
    );
  });

  await test.step("nothing scrolls sideways on a phone", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const address of ["/reports", "/reports/layouts", `/reports/new-members?${YEAR_2019}`]) {
      await page.goto(address);
      expect([address, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([
        address,
        390,
      ]);
    }
  });
});
