import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

const HEADER = [
  "Mã chi bộ",
  "Họ và tên",
  "Ngày sinh",
  "Giới tính",
  "Ngày giới thiệu",
  "Ngày cấp GCN nhận thức",
  "Ngày nghị quyết chi bộ",
  "Số quyết định kết nạp",
  "Ngày quyết định kết nạp",
  "Ngày lễ kết nạp",
];
const EARLY = ["EAP-09", "", "12/08/1992", "Nữ", "20/02/2022"];
const LATE = ["28/10/2022", "03/05/2023", "913-QĐ/HU", "20/06/2023"];
const FILE = [
  HEADER,
  ["EAP-09", "Nguyễn Thị Nhập Một", "12/08/1991", "Nữ", "20/02/2022", "", "", "", "", ""],
  ["EAP-09", "Nguyễn Thị Nhập Hai", "13/08/1991", "Nữ", "20/02/2022", "28/10/2022", "", "", "", ""],
  ["EAP-09", "Lê Văn Ngày Sai", "31/02/1999", "Nam", "20/02/2022", "", "", "", "", ""],
  ["EAP-0999", "Lê Văn Mã Sai", "14/08/1991", "Nam", "20/02/2022", "", "", "", "", ""],
  [...EARLY.with(1, "Lê Thị Lễ Sớm"), ...LATE, "01/06/2023"],
]
  .map((cells) => cells.join(","))
  .join("\n");

async function upload(page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await page.goto("/import");
  await page.getByLabel("Loại tệp").selectOption("ho-so");
  await page.getByLabel("Tệp XLSX, ODS hoặc CSV").setInputFiles({ name, mimeType, buffer });
  await page.getByRole("button", { name: "Kiểm tra thử" }).click();
}

test("a file is checked, its good rows written, its bad rows handed back, and all of it undone", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, "huyenuy");
  await upload(page, "ho-so-thu.csv", "text/csv", Buffer.from(FILE));
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
  const address = page.url();
  const main = page.getByRole("main");

  await test.step("the dry run says what is wrong, by groups and in sentences", async () => {
    await expect(main.getByRole("heading", { level: 1 })).toHaveText("Nhập hồ sơ kết nạp: kiểm tra thử");
    await expect(main.getByText("Chưa có gì được ghi.")).toBeVisible();
    const counts = main.locator("dl").first();
    await expect(counts).toContainText(/2\s*thêm mới/);
    await expect(counts).toContainText(/3\s*không nhận được/);
    await expect(main.getByText(/không có ngày 31\/02\/1999/)).toBeVisible();
    await expect(main.getByText(/EAP-0999.*Gần nhất: EAP-09/)).toBeVisible();
    await expect(main.getByText(/không thể trước ngày quyết định 20\/06\/2023/)).toBeVisible();
    await main
      .getByRole("navigation", { name: "Nhóm lỗi" })
      .getByRole("link", { name: /^Ngày sinh/ })
      .click();
    await page.waitForURL(/group=/);
    await expect(main.getByText(/không có ngày 31\/02\/1999/)).toBeVisible();
    await expect(main.getByText(/Gần nhất: EAP-09/)).toHaveCount(0);
  });

  await test.step("the refused rows come back with a column that says why", async () => {
    const waiting = page.waitForEvent("download");
    await main.getByRole("link", { name: "Tải 3 dòng lỗi" }).click();
    const file = await waiting;
    expect(file.suggestedFilename()).toMatch(/^ho-so-thu.*\.csv$/);
    const [header = "", ...rows] = readFileSync(await file.path(), "utf8")
      .trim()
      .split(/\r?\n/);
    expect(header.replace("\uFEFF", "").split(/[,;]/)).toEqual([...HEADER, "Lỗi"]);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toContain("31/02/1999");
    expect(rows.join("\n")).not.toContain("Nhập Một");
  });

  await test.step("the good rows are written after a question, and stand in the list", async () => {
    await main.getByRole("button", { name: "Ghi 2 dòng nhận được" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("Ghi 2 dòng, bỏ 3 dòng lỗi?");
    await expect(dialog.getByRole("button", { name: "Chưa ghi" })).toBeFocused();
    await dialog.getByRole("button", { name: "Ghi 2 dòng nhận được" }).click();
    await expect(main.getByRole("status")).toContainText("Đã ghi 2 dòng");
    await page.goto(`/pipeline?q=${encodeURIComponent("nguyen thi nhap")}`);
    await expect(page.getByRole("link", { name: /Nguyễn Thị Nhập/ })).toHaveCount(2);
    await page.goto("/import");
    await expect(
      page.getByRole("main").getByRole("listitem").filter({ hasText: "ho-so-thu.csv" }),
    ).toContainText("đã ghi");
  });

  await test.step("the whole import is taken back", async () => {
    await page.goto(address);
    await main.getByRole("button", { name: "Hoàn tác cả lần nhập" }).click();
    await expect(main.getByRole("heading", { level: 1 })).toHaveText("Nhập hồ sơ kết nạp: đã hoàn tác");
    await page.goto(`/pipeline?q=${encodeURIComponent("nguyen thi nhap")}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("link", { name: /Nguyễn Thị Nhập/ })).toHaveCount(0);
  });
});

test("a large file is followed while it is written; who leaves the page finds it written, once", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const letters = (number: number) =>
    `N${[...String(number)].map((digit) => "abcdefghij"[Number(digit)]).join("")}`;
  const rows = Array.from({ length: 6000 }, (_, place) =>
    ["EAP-09", `Đinh Văn ${letters(place)}`, "12/08/1991", "Nam", "20/02/2022"].join(","),
  );
  await signIn(page, "huyenuy");
  await upload(
    page,
    "tep-lon.csv",
    "text/csv",
    Buffer.from([HEADER.slice(0, 5).join(","), ...rows].join("\n")),
  );
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/, { timeout: 60_000 });
  const address = page.url();
  const main = page.getByRole("main");
  await main.getByRole("button", { name: "Ghi 6.000 dòng nhận được" }).click();
  const progress = main.getByRole("status").filter({ hasText: "Đang ghi" });
  await expect(progress).toContainText(/Đọc|Kiểm tra|Ghi/);
  await expect(progress.getByRole("progressbar")).toBeVisible();

  await page.goto("/pipeline");
  await expect(main.getByRole("heading", { level: 1 })).toBeVisible();
  await page.goto(address);
  await expect(main.getByRole("heading", { level: 1 })).toHaveText("Nhập hồ sơ kết nạp: đã ghi", {
    timeout: 60_000,
  });
  await expect(main.getByRole("button", { name: /Ghi 6.000 dòng/ })).toHaveCount(0);
  await page.goto("/import");
  await expect(main.getByText("Đang làm hoặc chưa xong")).toHaveCount(0);
  const line = main.getByRole("listitem").filter({ hasText: "tep-lon.csv" });
  await expect(line).toContainText("đã ghi");
  await expect(line).toContainText("6000 thêm, 0 sửa");

  await page.goto(address);
  await main.getByRole("button", { name: "Hoàn tác cả lần nhập" }).click();
  await expect(main.getByRole("heading", { level: 1 })).toHaveText("Nhập hồ sơ kết nạp: đã hoàn tác", {
    timeout: 60_000,
  });
});

test("a picture that is named a workbook is refused in a sentence, and nothing is kept", async ({ page }) => {
  await signIn(page, "huyenuy");
  const picture = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  await upload(page, "anh.xlsx", "application/octet-stream", picture);
  await expect(page.getByRole("main").getByRole("alert")).toContainText(/không phải|không đúng/);
  await page.goto("/import");
  await expect(page.getByRole("main").getByText("anh.xlsx")).toHaveCount(0);
});

test("a file cut short on the way or larger than 50 MB is refused in a sentence", async ({ page }) => {
  await signIn(page, "huyenuy");
  const send = async (data: Buffer, size: number) => {
    const answer = await page.request.post("/api/v1/imports?kind=ho-so&name=tep.csv", {
      data,
      headers: {
        Origin: new URL(page.url()).origin,
        "Content-Type": "text/csv",
        "X-File-Size": String(size),
      },
    });
    return [answer.status(), (await answer.json()).error.message];
  };
  expect(await send(Buffer.from(FILE), FILE.length * 3)).toEqual([
    400,
    "Tệp đến không trọn vẹn. Hãy tải lên lại. (The file was not read.)",
  ]);
  expect(await send(Buffer.alloc(51 * 1024 * 1024, "x"), 100)).toEqual([
    400,
    "Tệp lớn hơn 50 MB. Hãy chia nhỏ tệp. (The file was not read.)",
  ]);
});

test("a cell's secretary has no import", async ({ page }) => {
  await signIn(page, "bithu");
  const answer = await page.goto("/import");
  expect(answer?.status()).toBe(404);
});
