import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

const today = new Date();
/** A day so many days ago, as people type it. */
const ago = (days: number): string => {
  const day = new Date(today.getTime() - days * 86_400_000);
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: "Asia/Ho_Chi_Minh",
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
  }).format(day);
};
const year = ago(0).slice(-4);
const NAME = "Nguyễn Thị Hành Trình";
const BOARD = `/quotas?from=${year}-01-01&to=${year}-12-31`;

/** How many the exported table says the district has admitted this year. */
async function admittedInExport(page: Page): Promise<number> {
  const answer = await page.request.get(
    `/api/v1/reports/attainment?unit=KRONGPAC&from=${year}-01-01&to=${year}-12-31`,
  );
  expect(answer.status()).toBe(200);
  return (await answer.json()).total.admitted;
}

/** Fills a form by its labels and sends it. */
async function record(
  page: Page,
  address: string,
  kind: string,
  fields: Record<string, string>,
  button: string,
  choices: string[] = [],
): Promise<void> {
  await page.goto(`${address}/record/${kind}`);
  for (const choice of choices) await page.getByText(choice, { exact: true }).click();
  for (const [label, value] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole("button", { name: button, exact: true }).click();
  await page.waitForURL(/done=/);
}

test("a secretary enters a candidate, and the committee sees the quota move", async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, "huyenuy");
  const before = await admittedInExport(page);

  await signIn(page, "bithu");
  await page.goto("/pipeline/new");
  await page.getByLabel("Họ và tên").fill(NAME);
  await page.getByLabel("Ngày sinh").fill("31/02/1996");
  await page.getByText("Nữ", { exact: true }).click();
  await page.getByLabel("Ngày giới thiệu").fill(ago(700));
  await page.getByRole("button", { name: "Ghi người này" }).click();
  await expect(page.getByRole("alert").first()).toContainText("không có ngày 31/02/1996");
  await expect(page.getByLabel("Họ và tên")).toHaveValue(NAME);
  await page.getByLabel("Ngày sinh").fill("12/08/1990");
  await page.getByText("Nữ", { exact: true }).click();
  await page.getByLabel("Giáo dục phổ thông").selectOption("upperSecondary");
  await page.getByRole("button", { name: "Ghi người này" }).click();
  await page.waitForURL(/\/pipeline\/[0-9a-f-]{36}/);
  const address = new URL(page.url()).pathname;

  await test.step("the cell's own steps", async () => {
    await record(
      page,
      address,
      "sympathiserRecognised",
      { "Ngày nghị quyết": ago(680), "Số nghị quyết": "05-NQ/CB" },
      "Ghi nghị quyết cảm tình",
    );
    await record(
      page,
      address,
      "helperAssigned",
      { "Đảng viên giúp đỡ": "Nguyễn Văn Bình", "Ngày phân công": ago(680) },
      "Phân công giúp đỡ",
    );
    await record(
      page,
      address,
      "certified",
      { "Số giấy chứng nhận": "900/GCN", "Ngày cấp": ago(500) },
      "Ghi giấy chứng nhận",
    );
    await record(page, address, "applied", { "Ngày viết đơn": ago(200) }, "Ghi đơn xin vào Đảng");
    await record(
      page,
      address,
      "referred",
      { "Đảng viên giới thiệu": "Nguyễn Văn Bình", "Ngày giới thiệu": ago(190) },
      "Ghi giới thiệu",
      ["Ban Chấp hành công đoàn cơ sở và một đảng viên chính thức"],
    );
    await record(page, address, "verified", { "Ngày có kết quả": ago(120) }, "Ghi kết quả thẩm tra", ["Đạt"]);
    await record(page, address, "opinionCollected", { "Ngày có ý kiến": ago(100) }, "Ghi ý kiến", [
      "Đoàn thể nơi sinh hoạt",
    ]);
    await record(page, address, "opinionCollected", { "Ngày có ý kiến": ago(95) }, "Ghi ý kiến", [
      "Chi ủy nơi cư trú",
    ]);
  });

  await test.step("votes that do not add up are refused, with what was typed", async () => {
    await page.goto(`${address}/record/cellVoted`);
    await page.getByLabel("Ngày họp").fill(ago(60));
    await page.getByLabel("Số nghị quyết").fill("07-NQ/CB");
    for (const [label, value] of [
      ["Được triệu tập", "14"],
      ["Có mặt", "15"],
      ["Tán thành", "12"],
      ["Không tán thành", "3"],
    ]) {
      await page.getByLabel(label ?? "", { exact: true }).fill(value ?? "");
    }
    await page.getByRole("button", { name: "Ghi biểu quyết" }).click();
    await expect(page.getByRole("alert").first()).toContainText("Có mặt 15 đồng chí, nhưng chỉ triệu tập 14");
    await expect(page.getByLabel("Số nghị quyết")).toHaveValue("07-NQ/CB");
    await page.getByLabel("Có mặt", { exact: true }).fill("13");
    await page.getByLabel("Không tán thành", { exact: true }).fill("1");
    await page.getByRole("button", { name: "Ghi biểu quyết" }).click();
    await page.waitForURL(/done=cellVoted/);
  });

  await signIn(page, "bithu2");
  expect((await page.goto(address))?.status(), "a sister cell's secretary").toBe(404);

  await signIn(page, "dangvu");
  await record(
    page,
    address,
    "baseVoted",
    {
      "Ngày họp": ago(45),
      "Số nghị quyết": "21-NQ/ĐU",
      "Được triệu tập": "15",
      "Có mặt": "15",
      "Tán thành": "15",
      "Không tán thành": "0",
    },
    "Ghi biểu quyết",
  );
  await record(page, address, "submitted", { "Ngày trình": ago(40) }, "Ghi ngày trình");

  await signIn(page, "huyenuy");
  await record(
    page,
    address,
    "decided",
    { "Số quyết định": "9001-QĐ/HU", "Ngày quyết định": ago(20) },
    "Ghi quyết định",
  );
  await page.goto(`${address}/record/admitted`);
  await page.getByLabel("Ngày lễ kết nạp").fill(ago(30));
  await page.getByRole("button", { name: "Ghi lễ kết nạp" }).click();
  await expect(page.getByRole("alert").first()).toContainText("không thể trước ngày quyết định");
  await page.getByLabel("Ngày lễ kết nạp").fill(ago(10));
  await page.getByRole("button", { name: "Ghi lễ kết nạp" }).click();
  await page.waitForURL(/done=admitted/);

  const decidedThisYear = ago(20).endsWith(year) ? 1 : 0;
  await page.goto(BOARD);
  await expect(page.getByRole("main")).toContainText(
    new Intl.NumberFormat("vi-VN").format(before + decidedThisYear),
  );
  expect(await admittedInExport(page)).toBe(before + decidedThisYear);
});

test("what lies outside one's cell does not exist, by page, by form and by address", async ({ page }) => {
  await signIn(page, "bithu");
  await page.goto("/pipeline");
  const href = await page.locator("a[data-row]").first().getAttribute("href");
  await signIn(page, "bithu2");
  for (const path of [
    href,
    `${href}/edit`,
    `${href}/record/cellVoted`,
    "/api/v1/reports/attainment?unit=EAP-09&from=2024-01-01&to=2024-12-31",
    "/quotas?unit=EAP-09",
    "/pipeline?unit=EAP-09",
  ]) {
    const answer = await page.request.get(path ?? "");
    expect(answer.status(), path ?? "").toBe(404);
  }
});

test("the figures of the articles show on the board with their days", async ({ page }) => {
  await signIn(page, "huyenuy");
  await page.goto("/quotas?from=2024-01-01&to=2024-12-31&asOf=2024-05-04");
  const main = page.getByRole("main");
  for (const words of ["57", "246", "23,17", "275", "20,73", "233,33"])
    await expect(main).toContainText(words);
  const people = await page.request.get(
    "/api/v1/reports/people?unit=KRONGPAC&from=2024-01-01&to=2024-12-31&asOf=2024-05-04&figure=attainment:total.quotas[source=ASSIGNED,group=ALL].achieved",
  );
  expect((await people.json()).count).toBe(57);
});
