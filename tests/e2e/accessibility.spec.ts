import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
const BOARD = "/quotas?from=2024-01-01&to=2024-12-31&asOf=2024-05-04";

/** No violation on the page as it stands; a failure names the rule, the element and what is wrong there. */
async function expectAccessible(page: Page, what: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: { type: "tag", values: STANDARDS }, resultTypes: ["violations"] })
    .setLegacyMode() // only leaves out frames of other origins, of which there are none, and takes half the time
    .analyze();
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html, failureSummary }) =>
      [id, target.join(" "), html.slice(0, 160), failureSummary].join("\n"),
    ),
  );
  expect.soft(told.join("\n\n"), what).toBe("");
}

/** The page of the candidate of the story whom the cell is about to vote on. */
async function openCandidate(page: Page): Promise<string> {
  await page.goto(`/pipeline?q=${encodeURIComponent("y thien bya")}`);
  const link = page.getByRole("main").getByRole("link", { name: "Y Thiên Byă" }).first();
  await page.goto((await link.getAttribute("href")) ?? "");
  return new URL(page.url()).pathname;
}

/** The form of the cell's vote with what is wrong told on it. */
async function openRefusedVote(page: Page, candidate: string): Promise<void> {
  await page.goto(`${candidate}/record/cellVoted`);
  await page.getByLabel("Ngày họp").fill("31/02/2024");
  await page.getByRole("button", { name: "Ghi biểu quyết" }).click();
  await expect(page.getByRole("main").getByRole("alert").first()).toBeVisible();
}

test("the sign-in page has no barrier, also when it refuses", async ({ page }) => {
  await page.goto("/sign-in");
  await expectAccessible(page, "sign-in");
  await page.getByLabel("Tên đăng nhập").fill("khong-co");
  await page.getByLabel("Mật khẩu", { exact: true }).fill("sai");
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expectAccessible(page, "sign-in, refused");
});

test("a secretary's pages have no barrier", async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page, "bithu");
  for (const address of [
    "/",
    "/pipeline",
    "/pipeline/new",
    "/classes/calls",
    "/pipeline/what-if",
    "/forms",
    "/forms/6-knd",
    "/rules",
    "/rules?q=xyz",
    "/rules/options",
  ]) {
    await page.goto(address);
    await expectAccessible(page, address);
  }
  const candidate = await openCandidate(page);
  await expectAccessible(page, "candidate");
  await page.goto(`${candidate}/recheck?day=31/02/2021`);
  await expectAccessible(page, "recheck");
  await openRefusedVote(page, candidate);
  await expectAccessible(page, "vote with errors");
});

test("a district officer's pages have no barrier", async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page, "huyenuy");
  const addresses = [
    "/",
    BOARD,
    `${BOARD}&unit=EAP&figure=attainment:total.admitted&tab=structure`,
    "/quotas/months?period=2024&unit=EAP",
    "/quotas/structure?period=2024",
    "/quotas/years?unit=EAP",
    "/quotas/forecast?unit=EAP",
    "/quotas/bottlenecks",
    "/quotas/entry",
    "/quotas/totals",
    "/quotas/allocation",
    "/reports/attainment?unit=EAP",
    "/reports/funnel?unit=EAP",
    "/reports/classes?from=2024-01-01&to=2024-12-31",
    "/reports/coverage?unit=EAP",
    "/reports/tasks",
    "/reports/new-members",
    "/reports/probation",
    "/reports/layouts",
    "/classes",
    "/classes/new",
    "/import",
    "/meetings",
    "/organisation",
    "/organisation/EAP-09",
    "/organisation/EAP-09/rename",
    "/organisation/reorganisation",
    "/search?q=huong",
    "/overdue",
    "/overdue?unit=EAP-09&group=watch",
    "/forms",
    "/forms/9-knd",
    "/forms/register",
    "/account",
    "/help",
  ];
  for (const address of addresses) {
    await page.goto(address);
    await expectAccessible(page, address);
  }
});

test("a reorganisation has no barrier: its form, refused, and its preview", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "tinhuyqt");
  await page.goto("/organisation/reorganisation/new");
  await page.getByLabel("Việc 1", { exact: true }).selectOption("merge");
  await page.getByRole("combobox", { name: "Đơn vị sáp nhập" }).fill("QT-X003-01");
  await page.getByRole("button", { name: "Kiểm tra và xem trước" }).click();
  await expect(page.getByRole("main").getByRole("alert").first()).toBeVisible();
  await expectAccessible(page, "reorganisation, refused");
  await page.getByRole("combobox", { name: "Đơn vị nhận" }).fill("QT-X004-01");
  await page.getByLabel("Số quyết định").fill("1-NQ/THU");
  await page.getByLabel("Ngày quyết định").fill("16/06/2025");
  await page.getByLabel("Có hiệu lực từ ngày").fill("01/07/2025");
  await page.getByRole("button", { name: "Kiểm tra và xem trước" }).click();
  await expect(page.getByText("Sẽ thay đổi")).toBeVisible();
  await expectAccessible(page, "reorganisation, preview");
  await page.getByRole("button", { name: "Bỏ đợt này" }).click();
  await expect(page.getByText("Đã bỏ. Chưa có gì thay đổi")).toBeVisible();
});

test("the drawer, the dry run of an import and its question have no barrier", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "huyenuy");
  await page.goto(`${BOARD}&figure=attainment:total.admitted`);
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page, "drawer");

  await page.goto("/import");
  await page.getByText("Hồ sơ kết nạp", { exact: true }).last().click();
  await expectAccessible(page, "import, columns of a template shown");
  await page.getByLabel("Loại tệp").selectOption("ho-so");
  await page.getByLabel("Tệp XLSX, ODS hoặc CSV").setInputFiles({
    name: "thu.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(
      [
        "Mã chi bộ,Họ và tên,Ngày sinh,Giới tính,Ngày giới thiệu",
        "EAP-09,Lê Thị Không Rào,12/08/1990,Nữ,20/02/2022",
        "EAP-0999,Lê Văn Sai,31/02/1999,Nam,20/02/2022",
      ].join("\n"),
    ),
  });
  await page.getByRole("button", { name: "Kiểm tra thử" }).click();
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
  await expect(page.getByText(/không có ngày 31\/02\/1999/)).toBeVisible();
  await expectAccessible(page, "dry run");
  await page.getByRole("button", { name: "Ghi 1 dòng nhận được" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page, "question before the commit");
});

test("the desk of a meeting and its minutes have no barrier", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "huyenuy");
  await page.goto("/meetings");
  await page.getByLabel("Ủy viên được triệu tập").fill("11");
  await page.getByLabel("Dự họp").fill("10");
  await page.getByRole("button", { name: "Mở phiên họp" }).click();
  await page.waitForURL(/\/meetings\/[0-9a-f-]{36}$/);
  const first = page.getByRole("textbox", { name: /^Tán thành, / }).first();
  await first.press("*");
  await first.press("Enter");
  await page.getByRole("button", { name: "Ghi kết quả phiên họp" }).click();
  await expect(page.getByRole("main").getByRole("alert").first()).toContainText("chỗ cần xem lại");
  await expectAccessible(page, "desk of a meeting, refused");
  const address = page.url();
  await page.goto(`${address}/minutes`);
  await expectAccessible(page, "minutes");
  await page.goto(address);
  await page.getByRole("button", { name: "Bỏ phiên họp" }).click();
  await expectAccessible(page, "question before a meeting is dropped");
  await page.getByRole("dialog").getByRole("button", { name: "Bỏ phiên họp" }).click();
  await page.waitForURL(/done=dropped/);
});

for (const [login, address] of Object.entries({
  quantri: "/accounts",
  kiemtra: "/audit",
  tinhuy: "/rules/options?sample=hanoi",
})) {
  test(`${address} has no barrier`, async ({ page }) => {
    await signIn(page, login);
    await page.goto(address);
    await expectAccessible(page, address);
  });
}

test("on a phone the secretary's pages have no barrier @phone", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "bithu");
  for (const address of ["/", "/pipeline", "/forms", BOARD, "/more", "/rules", "/rules/options"]) {
    await page.goto(address);
    await expectAccessible(page, address);
  }
  const candidate = await openCandidate(page);
  await expectAccessible(page, "candidate");
  await openRefusedVote(page, candidate);
  await expectAccessible(page, "vote with errors");
});

test("the pages of the Youth Union and of sources have no barrier", async ({ page }) => {
  test.setTimeout(180_000);
  const year = new Date().getFullYear();
  await signIn(page, "doan");
  for (const address of [
    "/",
    "/sources/members",
    "/sources/rating",
    `/sources/rating/D-EAP-08?year=${year}`,
    `/sources/outstanding/D-EAP-08?year=${year - 1}`,
    "/sources/referrals",
    "/sources/referrals/introduce",
    "/sources",
    `/sources?period=${year}&figure=sources:total.unionMembers`,
    "/sources/limits",
    "/sources/members?unit=D-EAP",
    "/import",
  ]) {
    await page.goto(address);
    await expectAccessible(page, address);
  }
  await signIn(page, "tinhuyqt");
  for (const address of [
    "/sources?from=2019-01-01&to=2022-12-31",
    "/sources/referrals",
    "/sources/programmes",
    "/sources/programmes/new",
  ]) {
    await page.goto(address);
    await expectAccessible(page, address);
  }
  await page.getByRole("button", { name: "Lập chương trình" }).click();
  await expect(page.getByRole("main").getByRole("alert").first()).toBeVisible();
  await expectAccessible(page, "programme, refused");
  await page.goto("/sources/programmes");
  await page.getByRole("link", { name: "Đảng viên tuổi 18" }).click();
  await page.waitForURL(/\/sources\/programmes\/[0-9a-f-]{36}$/);
  await expectAccessible(page, "programme");
  await signIn(page, "bithu");
  await page.goto("/sources/referrals/new");
  await page.getByRole("button", { name: "Ghi giới thiệu" }).click();
  await expect(page.getByRole("main").getByRole("alert").first()).toBeVisible();
  await expectAccessible(page, "referral, refused");
});
