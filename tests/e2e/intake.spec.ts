import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

const aFile = (rows: string[][]): Buffer => Buffer.from(rows.map((cells) => cells.join(",")).join("\n"));

const KNOWN = aFile([
  ["Mã chi bộ", "Họ và tên", "Ngày sinh", "Giới tính", "Ngày giới thiệu", "Dân tộc"],
  ["EAP-09", "Đinh Thị Nhớ", "12/08/1991", "Nữ", "20/02/2022", "Kinh"],
  ["EAP-09", "Đinh Văn Bắc", "13/08/1991", "Nam", "20/02/2022", "Kinh"],
]);

/** As an office of twenty years ago wrote it: its own headings, in .VnTime. */
const OLD = aFile([
  ["§¬n vÞ sinh ho¹t", "Tªn quÇn chóng", "Sinh ngµy", "Ph¸i", "Giíi thiÖu ngµy", "D©n téc"],
  ["EAP-09", "§inh ThÞ Nhí", "12/08/1991", "N÷", "20/02/2022", "Tµy"],
  ["EAP-01", "§inh V¨n B¾c", "13/08/1991", "Nam", "20/02/2022", "Kinh"],
  ["EAP-09", "§inh ThÞ HuÖ", "31/02/1991", "N÷", "20/02/2022", "Kinh"],
  ["EAP-09", "§inh V¨n §øc", "14/08/1991", "Nem", "20/02/2022", "Kinh"],
  ["EAP-0999", "§inh ThÞ Lµnh", "15/08/1991", "N÷", "20/02/2022", "Kinh"],
]);

/** A file of before, checked and written. */
async function bringIn(page: Page, file: Buffer): Promise<string> {
  const answer = await page.request.post("/api/v1/imports?kind=ho-so&name=da-co.csv", {
    data: file,
    headers: { Origin: new URL(page.url()).origin, "X-File-Size": String(file.length) },
  });
  const address = `/import/${(await answer.json()).batch}`;
  await page.goto(address);
  await page.getByRole("button", { name: /^Ghi \d+ dòng nhận được$/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/đã ghi/);
  return address;
}

test("an old file is mapped, converted, decided, mended, written, receipted and undone", async ({ page }) => {
  test.setTimeout(60_000);
  await signIn(page, "huyenuy");
  const known = await bringIn(page, KNOWN);
  const main = page.getByRole("main");

  await page.goto("/import");
  await page.getByLabel("Loại tệp").selectOption("ho-so");
  await page
    .getByLabel("Tệp XLSX, ODS hoặc CSV")
    .setInputFiles({ name: "so-cu.csv", mimeType: "text/csv", buffer: OLD });
  await page.getByRole("button", { name: "Kiểm tra thử" }).click();
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
  const address = page.url();

  await test.step("its headings are told by hand; what they may mean is chosen already", async () => {
    await expect(main.getByText(/Còn thiếu cột bắt buộc: Mã chi bộ/)).toBeVisible();
    await expect(main.getByLabel(/Giới thiệu ngày/)).toHaveValue("introduced");
    await main.getByLabel(/Đơn vị sinh hoạt/).selectOption("cell");
    await main.getByLabel(/Tên quần chúng/).selectOption("name");
    await main.getByLabel(/Sinh ngày/).selectOption("birth");
    await main.getByLabel(/^Phái/).selectOption("sex");
    await main.getByRole("button", { name: "Ghép và kiểm tra lại" }).click();
    await expect(main.getByText(/Còn thiếu cột bắt buộc/)).toHaveCount(0);
  });

  await test.step("its letters are converted once it was seen what they become", async () => {
    await expect(main.getByRole("heading", { name: /phông cũ TCVN3/ })).toBeVisible();
    await expect(main.getByRole("row", { name: /§inh ThÞ Nhí Đinh Thị Nhớ/ })).toBeVisible();
    await main.getByRole("button", { name: "Đúng, chuyển sang Unicode" }).click();
    await expect(main.getByRole("heading", { name: /phông cũ TCVN3/ })).toHaveCount(0);
    await expect(main.locator("dl").first()).toContainText(/3\s*không nhận được/);
  });

  await test.step("who meets somebody known is decided, what differs side by side", async () => {
    await main.getByRole("link", { name: /Dòng trùng với người đã có/ }).click();
    await page.waitForURL(/show=twin/);
    const first = main.getByRole("listitem").filter({ hasText: "Đinh Thị Nhớ" });
    await expect(first.getByRole("row", { name: "Dân tộc Tày Kinh" })).toBeVisible();
    await first.getByLabel("Người này là").selectOption("same");
    const second = main.getByRole("listitem").filter({ hasText: "Đinh Văn Bắc" });
    await second.getByLabel("Người này là").selectOption("other");
    await main.getByRole("button", { name: "Ghi lựa chọn và kiểm tra lại" }).click();
    await expect(main.locator("dl").first()).toContainText(/0\s*dòng trùng chưa chọn/);
  });

  await test.step("three cells are mended where they stand", async () => {
    await main.getByRole("link", { name: /Mọi chỗ cần xem/ }).click();
    await main.getByLabel("Ngày sinh", { exact: true }).fill("28/02/1991");
    await main.getByLabel("Giới tính", { exact: true }).selectOption("Nam");
    await main.getByLabel("Mã chi bộ", { exact: true }).fill("EAP-09");
    await main.getByRole("button", { name: "Lưu các ô đã sửa và kiểm tra lại" }).click();
    await expect(main.locator("dl").first()).toContainText(/0\s*không nhận được/);
    const waiting = page.waitForEvent("download");
    await main.getByRole("link", { name: "Tải tệp đã sửa 3 ô" }).click();
    const file = await waiting;
    expect(file.suggestedFilename()).toBe("so-cu.da-sua.xlsx");
    expect(
      readFileSync(await file.path())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
  });

  await test.step("all of it is written as one, with a receipt", async () => {
    await main.getByRole("button", { name: "Ghi 4 dòng nhận được" }).click();
    await expect(main.getByRole("heading", { level: 1 })).toHaveText("Nhập hồ sơ kết nạp: đã ghi");
    await main.getByRole("link", { name: "Biên nhận" }).click();
    await expect(main.getByRole("heading", { level: 1 })).toHaveText("Biên nhận nhập dữ liệu");
    await expect(main.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
    await expect(main.getByText("Người: 4 thêm, 0 sửa")).toBeVisible();
    await page.goto(`/pipeline?q=${encodeURIComponent("dinh van duc")}`);
    await expect(page.getByRole("link", { name: "Đinh Văn Đức" })).toHaveCount(1);
  });

  await test.step("and taken back as one", async () => {
    for (const written of [address, known]) {
      await page.goto(written);
      await main.getByRole("button", { name: "Hoàn tác cả lần nhập" }).click();
      await expect(main.getByRole("heading", { level: 1 })).toHaveText("Nhập hồ sơ kết nạp: đã hoàn tác");
    }
  });
});

test("a total of the past stands beside the board of its year, marked, until it is taken out", async ({
  page,
}) => {
  await signIn(page, "huyenuy");
  const main = page.getByRole("main");
  await page.goto("/quotas/totals?unit=KRONGPAC");
  await main.getByLabel("Số liệu", { exact: true }).fill("rất nhiều");
  await main.getByLabel("Từ ngày").fill("01/01/2015");
  await main.getByLabel("Đến ngày").fill("31/12/2015");
  await main.getByLabel("Theo báo cáo").fill("Báo cáo số 12-BC/HU");
  await main.getByRole("button", { name: "Ghi số liệu gộp" }).click();
  await expect(main.getByText(/hãy ghi số như trong báo cáo/)).toBeVisible();
  await expect(main.getByLabel("Theo báo cáo")).toHaveValue("Báo cáo số 12-BC/HU");
  await main.getByLabel("Số liệu", { exact: true }).fill("gần 400");
  await main.getByRole("button", { name: "Ghi số liệu gộp" }).click();
  await expect(main.getByRole("listitem").filter({ hasText: "gần 400" })).toContainText("số gần đúng");

  await page.goto("/quotas?unit=KRONGPAC&from=2015-01-01&to=2015-12-31&asOf=2015-12-31");
  const beside = main.locator("#so-lieu-gop");
  await expect(beside).toContainText("Kết nạp: gần 400");
  await expect(beside).toContainText("không cộng vào các số ở trên");

  await page.goto("/quotas/totals?unit=KRONGPAC");
  await main.getByRole("button", { name: "Bỏ gần 400 của Đảng bộ huyện Krông Pắc" }).click();
  await expect(main.getByRole("listitem").filter({ hasText: "gần 400" })).toHaveCount(0);
});
