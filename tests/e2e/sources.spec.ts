import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

const TODAY = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Ho_Chi_Minh",
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
}).format(new Date());
const YEAR = TODAY.slice(-4);
const CHAPTER = "D-EAP-09";

/** How many stand in each state, as the tabs of the list say. */
async function states(page: Page): Promise<Record<string, number>> {
  await page.goto("/sources/referrals");
  const tabs = await page.getByRole("navigation", { name: "Trạng thái" }).getByRole("link").allInnerTexts();
  return Object.fromEntries(
    tabs.map((words) => [words.replace(/\s*[\d.]+$/, ""), Number(/([\d.]+)$/.exec(words)?.[1] ?? -1)]),
  );
}

/** The total line of the funnel of Krông Pắc's Union: members, outstanding, introduced, certified. */
async function funnel(page: Page): Promise<string[]> {
  await page.goto(`/sources?period=${YEAR}`);
  const total = page.locator("tfoot tr").first();
  return (await total.getByRole("cell").allInnerTexts()).slice(0, 4);
}

const chosen = (page: Page, name: string) => page.getByRole("checkbox", { name: `Chọn ${name}` }).first();
const answer = (page: Page, name: string) =>
  page.getByRole("button", { name: new RegExp(`^Xác nhận đi học.*${name}$`) });

test("from the rating of a chi đoàn to the certificate: three introduced, two taken up and called, one passes", async ({
  page,
}) => {
  test.setTimeout(240_000);
  page.setDefaultNavigationTimeout(30_000);
  await signIn(page, "doan");
  await expect(page.getByRole("main")).toContainText("Xếp loại đoàn viên");
  const [members, outstandingBefore, introducedBefore, certifiedBefore] = await funnel(page);
  expect(members).toBe("42");
  const before = await states(page);

  await test.step("rates the chi đoàn by keyboard, and is told of a wrong score", async () => {
    await page.goto(`/sources/rating/${CHAPTER}?year=${YEAR}`);
    const ratings = page.locator("select[name=rating]");
    expect(await ratings.count()).toBe(11);
    await ratings.first().focus();
    for (const key of ["1", "1", "1", "1", "2", "2", "2", "3", "3", "3", "4"]) await page.keyboard.press(key);
    await expect(ratings.nth(3)).toHaveValue("EXCELLENT");
    await expect(ratings.last()).toHaveValue("FAILED");
    const score = page.locator("input[name=training]").first();
    await score.fill("120");
    await page.getByRole("button", { name: /Ghi xếp loại/ }).click();
    await expect(page.getByRole("alert").first()).toContainText("không phải số từ 0 đến 100");
    await expect(ratings.nth(3)).toHaveValue("EXCELLENT");
    await score.fill("85");
    await page.getByRole("button", { name: /Ghi xếp loại/ }).click();
    await page.waitForURL(/done=/);
  });

  await test.step("picks three of the four rated HTXSNV", async () => {
    await page.goto(`/sources/outstanding/${CHAPTER}?year=${YEAR}`);
    await page.getByLabel("Ngày họp").fill(TODAY);
    await page.getByLabel("Có mặt").fill("11");
    await page.getByText("Bỏ phiếu kín").click();
    const votes = page.locator("input[name=agreed]");
    for (const [place, agreed] of ["11", "9", "5"].entries()) await votes.nth(place).fill(agreed);
    await page.getByRole("button", { name: "Ghi kết quả bình chọn" }).click();
    await expect(page.getByRole("alert").first()).toContainText("chưa được quá nửa");
    await votes.nth(2).fill("6");
    await page.getByRole("button", { name: "Ghi kết quả bình chọn" }).click();
    await page.waitForURL(/done=3/);
    await expect(page.getByRole("main")).toContainText("3 ưu tú trong 4 đoàn viên HTXSNV");
  });

  const names: string[] = [];
  await test.step("introduces the three by one resolution", async () => {
    await page.getByRole("link", { name: "Giới thiệu cho Đảng" }).click();
    await page.waitForURL(/introduce/);
    for (const box of await page.getByRole("checkbox").all()) {
      await box.check();
      names.push(((await box.locator("xpath=ancestor::label//strong").textContent()) ?? "").trim());
    }
    expect(names).toHaveLength(3);
    await page.getByLabel("Số nghị quyết").fill("12-NQ/ĐTN");
    await page.getByLabel("Ngày nghị quyết").fill(TODAY);
    await page.getByRole("button", { name: "Giới thiệu cho chi bộ" }).click();
    await page.waitForURL(/done=3/);
    expect((await states(page))["Chờ tiếp nhận"]).toBe((before["Chờ tiếp nhận"] ?? 0) + 3);
    expect(await funnel(page)).toEqual([
      members,
      String(Number(outstandingBefore) + 3),
      String(Number(introducedBefore) + 3),
      certifiedBefore,
    ]);
  });

  await test.step("the cell takes up two and returns one", async () => {
    await signIn(page, "bithu");
    await expect(page.getByRole("main")).toContainText("3 người chờ tiếp nhận");
    for (const name of names.slice(0, 2)) {
      await page.goto("/sources/referrals?state=waiting");
      await page.getByRole("link", { name, exact: true }).first().click();
      await page.getByRole("button", { name: "Tiếp nhận" }).click();
      await page.waitForURL(/\/pipeline\/[0-9a-f-]{36}/);
      await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
    }
    await page.goto("/sources/referrals?state=waiting");
    await page
      .getByRole("link", { name: names[2] ?? "", exact: true })
      .first()
      .click();
    await page.getByRole("button", { name: "Trả lại" }).click();
    await expect(page.getByRole("alert").first()).toContainText("Lý do: hãy ghi");
    await page.getByLabel("Lý do").fill("chưa đủ thời gian rèn luyện");
    await page.getByRole("button", { name: "Trả lại" }).click();
    await page.waitForURL(/done=returned/);
  });

  await test.step("the sender reads it on the list, at home and in the funnel", async () => {
    await signIn(page, "doan");
    await expect(page.getByRole("main")).toContainText("chưa đủ thời gian rèn luyện");
    const after = await states(page);
    expect(after).toMatchObject({
      "Chờ tiếp nhận": before["Chờ tiếp nhận"],
      "Đã tiếp nhận": (before["Đã tiếp nhận"] ?? 0) + 2,
      "Trả lại": (before["Trả lại"] ?? 0) + 1,
    });
    await page.goto("/sources/referrals?state=takenUp");
    await expect(page.getByRole("main")).toContainText("Đã được giới thiệu");
    expect((await funnel(page))[2]).toBe(String(Number(introducedBefore) + 3));
    expect((await page.request.get("/pipeline")).status()).toBe(404);
  });

  const [passes = "", fails = ""] = names;
  await test.step("both are called to an evening class, and leave the list of who needs one", async () => {
    await signIn(page, "huyenuy");
    await page.goto("/classes?unit=EAP-09");
    for (const name of [passes, fails]) await chosen(page, name).check();
    await page.getByRole("button", { name: "Lập lớp cho những người đã chọn" }).click();
    await page.waitForURL(/\/classes\/new/);
    await page.getByLabel("Tên lớp").fill("Lớp buổi tối của Đoàn");
    for (const label of ["Từ ngày", "Đến ngày"]) await page.getByLabel(label).fill(TODAY);
    await page.getByText("Buổi tối").click();
    await page.getByRole("button", { name: "Lập lớp và gọi 2 người" }).click();
    await page.waitForURL(/done=planned/);
    const address = new URL(page.url()).pathname;
    await page.goto("/classes?unit=EAP-09");
    for (const name of [passes, fails]) await expect(chosen(page, name)).toHaveCount(0);

    await signIn(page, "bithu");
    await page.goto("/classes/calls");
    for (const name of [passes, fails]) {
      await answer(page, name).click();
      await expect(answer(page, name)).toHaveCount(0);
    }

    await signIn(page, "huyenuy");
    await page.goto(`${address}/results`);
    await page.getByLabel(passes).selectOption({ label: "Giỏi" });
    await page.getByLabel(fails).selectOption({ label: "Không đạt" });
    await page.getByRole("button", { name: "Ghi kết quả" }).click();
    await page.waitForURL(/done=graded/);
    await page.getByRole("link", { name: "Ghi kết quả và cấp giấy chứng nhận" }).click();
    await page.getByRole("button", { name: "Cấp giấy chứng nhận và kết thúc lớp" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Cấp giấy chứng nhận" }).click();
    await page.waitForURL(/done=certified/);
  });

  await test.step("one passed: the funnel says so, and the other needs a class again", async () => {
    await page.goto("/classes?unit=EAP-09");
    await expect(chosen(page, passes)).toHaveCount(0);
    await expect(chosen(page, fails)).toBeVisible();
    await signIn(page, "doan");
    expect((await funnel(page))[3]).toBe(String(Number(certifiedBefore) + 1));
  });
});

test("@phone the register and a referral are read and answered on a phone", async ({ page }) => {
  await signIn(page, "doan");
  await page.goto("/sources/members");
  await expect(page.getByRole("main")).toContainText("42 đoàn viên");
  const wide = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await wide()).toBeLessThanOrEqual(0);
  await page.goto(`/sources/rating/${CHAPTER}?year=${YEAR}`);
  expect(await wide()).toBeLessThanOrEqual(0);
});
