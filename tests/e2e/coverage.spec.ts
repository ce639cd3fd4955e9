import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

const inDays = (days: number): string =>
  new Intl.DateTimeFormat("en-GB", {
    timeZone: "Asia/Ho_Chi_Minh",
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
  }).format(new Date(Date.now() + days * 86_400_000));
const NAME = "Hoàng Thị Nguồn";
const NOT_SENT = "/reports/coverage?unit=EAP&list=sourcesNotSent";

async function enterSource(page: Page): Promise<void> {
  const head = "Mã chi bộ,Họ và tên,Ngày sinh,Giới tính,Ngày giới thiệu,Ngày vào diện cảm tình";
  await page.goto("/import");
  await page.getByLabel("Loại tệp").selectOption("ho-so");
  await page.getByLabel("Tệp XLSX, ODS hoặc CSV").setInputFiles({
    name: "nguon.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`${head}\nEAP-08,${NAME},12/08/1999,Nữ,${inDays(-20)},${inDays(-10)}`),
  });
  await page.getByRole("button", { name: "Kiểm tra thử" }).click();
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
  await page.getByRole("button", { name: "Ghi 1 dòng nhận được" }).click();
  await page.waitForURL(/done=/);
}

test("a cell with a source and nobody sent is on its list that day, is asked, answers, and is off the list once someone is called", async ({
  page,
}) => {
  test.setTimeout(120_000);
  page.setDefaultNavigationTimeout(30_000);
  const cell = page.getByRole("listitem").filter({ hasText: "Phước Thọ 1" });
  await signIn(page, "dangvu");
  await page.goto(NOT_SENT);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Nguồn so với chỉ tiêu");
  await expect(cell).toHaveCount(0);
  await enterSource(page);
  await page.goto(NOT_SENT);
  await expect(cell).toHaveCount(1);

  await test.step("the number opens its people; the list is a file", async () => {
    await cell.getByRole("link").click();
    await expect(page.getByRole("dialog")).toContainText(NAME);
    await page.goto(NOT_SENT);
    const href = await page.getByRole("link", { name: "Tải danh sách XLSX" }).getAttribute("href");
    const file = await page.request.get(href ?? "");
    expect(file.headers()["content-type"]).toContain("spreadsheetml");
  });

  await test.step("the committee asks the cell; a day gone by is refused and what was typed stays", async () => {
    await cell.getByRole("checkbox").check();
    await page.getByText("Giao việc cho bí thư các chi bộ này").click();
    await page.getByLabel("Hạn").fill(inDays(-1));
    await page.getByLabel("Lời dặn").fill("Trước kỳ họp tháng sau");
    await page.getByRole("button", { name: "Giao việc cho chi bộ đã chọn" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("đã qua");
    await expect(page.getByLabel("Lời dặn")).toHaveValue("Trước kỳ họp tháng sau");
    await cell.getByRole("checkbox").check();
    await page.getByLabel("Hạn").fill(inDays(7));
    await page.getByRole("button", { name: "Giao việc cho chi bộ đã chọn" }).click();
    await page.waitForURL(/done=1/);
  });

  await test.step("the secretary finds it at home and answers", async () => {
    await signIn(page, "bithu2");
    await expect(page.getByRole("main")).toContainText("Cấp trên giao 1 việc");
    await page.getByRole("link", { name: "Trả lời cấp trên" }).click();
    await expect(page.getByRole("main")).toContainText("Trước kỳ họp tháng sau");
    await page.getByRole("button", { name: /^Gửi trả lời/ }).click();
    await expect(page.getByRole("main").getByRole("alert").first()).toContainText("Trả lời: hãy ghi");
    await page.getByLabel(/^Trả lời/).fill("Đề nghị cho một người học lớp tới");
    await page.getByRole("button", { name: /^Gửi trả lời/ }).click();
    await page.waitForURL(/done=answered/);
  });

  await test.step("the committee reads it, calls the person to a class, and ends the task", async () => {
    await signIn(page, "dangvu");
    await page.getByRole("link", { name: "Xem trả lời của các chi bộ" }).click();
    await expect(page.getByRole("main")).toContainText("Đề nghị cho một người học lớp tới");
    await page.getByRole("button", { name: /^Kết thúc việc/ }).click();
    await page.waitForURL(/done=closed/);
    await page.goto("/classes?unit=EAP-08");
    await page.getByRole("checkbox", { name: `Chọn ${NAME}` }).check();
    await page.getByRole("button", { name: "Lập lớp cho những người đã chọn" }).click();
    await page.waitForURL(/\/classes\/new/);
    for (const label of ["Từ ngày", "Đến ngày"]) await page.getByLabel(label).fill(inDays(30));
    await page.getByRole("button", { name: "Lập lớp và gọi 1 người" }).click();
    await page.waitForURL(/done=planned/);
    await page.goto(NOT_SENT);
    await expect(cell).toHaveCount(0);
  });
});
