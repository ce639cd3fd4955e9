import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

const FUNNEL = "/api/v1/reports/funnel?unit=QT-DONGHA&from=2018-01-01&to=2022-12-31&asOf=2022-12-31";

type Row = { unit: { code: string }; introduced: number };

/** The rows of the report, as the tree was on its day or as it is today. */
async function rowsOf(page: Page, tree: "as-was" | "as-is"): Promise<Row[]> {
  const answer = await page.request.get(`${FUNNEL}&tree=${tree}`);
  return ((await answer.json()) as { rows: Row[] }).rows;
}

test("two communes merge by one decision: previewed, done, figures of before unchanged, taken back", async ({
  page,
}) => {
  await signIn(page, "tinhuyqt");
  const before = await rowsOf(page, "as-was");
  await page.goto("/organisation");
  await page.getByRole("link", { name: "Sắp xếp tổ chức" }).click();
  await page.getByRole("link", { name: "Đợt sắp xếp mới" }).click();

  const main = page.getByRole("main");
  await page.getByLabel("Tệp XLSX, ODS hoặc CSV").setInputFiles({
    name: "sap-xep.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(
      [
        "Việc,Mã đơn vị,Mã đơn vị nhận/mới,Tên mới,Loại tổ chức,Loại hình,Mã đơn vị cấp trên",
        "Sáp nhập,QT-X001,QT-GOP,Đảng bộ phường Gộp,,phường,",
        "Sáp nhập,QT-X002,QT-GOP,,,,",
        "Sáp nhập,QT-X002-01,QT-X001-99,,,,",
      ].join("\n"),
    ),
  });
  await page.getByRole("button", { name: "Đọc tệp" }).click();
  await expect(main.getByRole("status").first()).toContainText("Đã đọc 3 việc");
  await page.getByLabel("Số quyết định").fill("1656-NQ/TW");
  await page.getByLabel("Ngày quyết định").fill("16/06/2025");
  await page.getByLabel("Có hiệu lực từ ngày").fill("31/02/2025");
  await page.getByRole("button", { name: "Kiểm tra và xem trước" }).click();
  await expect(main.getByRole("alert").first()).toContainText("Hãy ghi ngày có thật");
  await page.getByLabel("Có hiệu lực từ ngày").fill("01/07/2025");
  await page.getByRole("button", { name: "Kiểm tra và xem trước" }).click();
  await expect(main.getByRole("alert").first()).toContainText("Chưa có đơn vị mang mã QT-X001-99");
  const third = page.getByRole("group", { name: "Việc 3" });
  await expect(third.getByRole("combobox", { name: "Đơn vị sáp nhập" })).toHaveValue("QT-X002-01");
  await third.getByRole("combobox", { name: "Đơn vị nhận" }).fill("QT-X001-01");
  await page.getByRole("button", { name: "Kiểm tra và xem trước" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sắp xếp theo 1656-NQ/TW");
  await expect(page.getByText("chưa có gì thay đổi trong tổ chức")).toBeVisible();
  const line = main.getByRole("listitem").filter({ hasText: "QT-X002-01" });
  await expect(line).toContainText("Kết thúc hoạt động");
  await expect(line).toContainText(/người đang làm hồ sơ: sang|đảng viên dự bị: sang|hồ sơ đã xong/);
  expect(await rowsOf(page, "as-is")).toEqual(before);

  await page.getByRole("button", { name: "Thực hiện", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Thực hiện", exact: true }).click();
  await expect(page.getByText("Đã thực hiện", { exact: true }).first()).toBeVisible();
  expect(await rowsOf(page, "as-was")).toEqual(before);
  const codes = (await rowsOf(page, "as-is")).map(({ unit }) => unit.code);
  expect(codes).toContain("QT-GOP");
  expect(codes).not.toContain("QT-X001");

  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Hoàn tác", exact: true }).click();
  await expect(page.getByText("Đã hoàn tác", { exact: true }).first()).toBeVisible();
  expect(await rowsOf(page, "as-is")).toEqual(before);
});
