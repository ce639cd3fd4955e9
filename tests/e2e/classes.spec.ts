import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());
const vietnamese = (day: string) => day.split("-").toReversed().join("/");
const LAN = "Đinh Thị Lan Chi";
const KHANH = "Đinh Văn Khánh";
const MAI = "Đinh Thị Mai Anh";

/** People of a cell, as the office of the commune would bring them in. */
async function bringPeople(page: Page, cell: string, names: string[]): Promise<void> {
  const head = "Mã chi bộ,Họ và tên,Ngày sinh,Giới tính,Ngày giới thiệu,Ngày vào diện cảm tình";
  const rows = names.map(
    (name) => `${cell},${name},12/08/1999,${name.includes("Văn") ? "Nam" : "Nữ"},02/01/2015,09/01/2015`,
  );
  await page.goto("/import");
  await page.getByLabel("Loại tệp").selectOption("ho-so");
  await page.getByLabel("Tệp XLSX, ODS hoặc CSV").setInputFiles({
    name: "cam-tinh.csv",
    mimeType: "text/csv",
    buffer: Buffer.from([head, ...rows].join("\n")),
  });
  await page.getByRole("button", { name: "Kiểm tra thử" }).click();
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
  await page.getByRole("button", { name: `Ghi ${names.length} dòng nhận được` }).click();
  await page.waitForURL(/done=/);
}

const box = (page: Page, name: string) => page.getByRole("checkbox", { name: `Chọn ${name}` });
/** A button whose name ends with whom it is about, for those who do not see the line it stands in. */
const button = (page: Page, words: string, name: string) =>
  page.getByRole("button", { name: new RegExp(`^${words}.*${name}$`) });
const person = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });

test("a class is planned from the list, answered by the cell, held on a phone, and one of two has the certificate", async ({
  page,
}) => {
  test.setTimeout(150_000);
  page.setDefaultNavigationTimeout(30_000);
  await signIn(page, "dangvu");
  await bringPeople(page, "EAP-09", [LAN, KHANH, MAI]);
  let address = "";

  await test.step("two who wait longest are called to an evening class", async () => {
    await signIn(page, "huyenuy");
    await page.getByRole("link", { name: "Lớp bồi dưỡng" }).first().click();
    await expect(page.getByRole("heading", { name: "Lớp bồi dưỡng" })).toBeVisible();
    await box(page, LAN).check();
    await box(page, KHANH).check();
    await expect(page.getByText("Đã chọn 2 người")).toBeVisible();
    await page.getByRole("button", { name: "Lập lớp cho những người đã chọn" }).click();
    await page.waitForURL(/\/classes\/new/);
    await page.getByLabel("Tên lớp").fill("Lớp buổi tối xã Ea Phê");
    await page.getByLabel("Từ ngày").fill("31/02/2026");
    await page.getByLabel("Đến ngày").fill(vietnamese(today));
    await page.getByText("Buổi tối").click();
    await page.getByLabel("Số buổi").fill("2");
    await page.getByRole("button", { name: "Lập lớp và gọi 2 người" }).click();
    await expect(page.getByRole("alert").first()).toContainText("Chưa lập được: 1 chỗ cần xem lại");
    await expect(page.getByLabel("Từ ngày")).toHaveValue("31/02/2026");
    await expect(page.getByRole("radio", { name: "Buổi tối" })).toBeChecked();
    await page.getByLabel("Từ ngày").fill(vietnamese(today));
    await page.getByRole("button", { name: "Lập lớp và gọi 2 người" }).click();
    await page.waitForURL(/done=planned/);
    address = new URL(page.url()).pathname;
    await expect(person(page, LAN)).toContainText("Chờ chi bộ trả lời");
    await page.goto("/classes");
    await expect(box(page, LAN)).toHaveCount(0);
    await expect(box(page, MAI)).toBeVisible();
  });

  await test.step("the cell confirms one and declines the other, with a substitute", async () => {
    await signIn(page, "bithu");
    await expect(page.getByText("2 người được gọi đi học")).toBeVisible();
    await page.getByRole("link", { name: "Trả lời gọi học" }).click();
    await button(page, "Xác nhận đi học", LAN).click();
    await expect(page.getByText("Đã trả lời nơi tổ chức lớp")).toBeVisible();
    await button(page, "Không đi được", KHANH).click();
    await page.getByRole("button", { name: "Ghi là không đi được" }).click();
    await expect(page.getByRole("alert").first()).toContainText("Lý do: hãy ghi vì sao không đi được");
    await page.getByLabel("Lý do không đi được").fill("đi làm xa đến cuối tháng");
    await page.getByLabel("Đề nghị người thay").selectOption({ label: MAI });
    await page.getByRole("button", { name: "Ghi là không đi được" }).click();
    await expect(page.getByText("Không có lời gọi học nào chờ trả lời")).toBeVisible();
  });

  await test.step("the organiser takes the substitute and calls the roll on a phone", async () => {
    await signIn(page, "huyenuy");
    await page.goto(address);
    await expect(page.getByText("Lý do: đi làm xa đến cuối tháng.")).toBeVisible();
    await expect(person(page, MAI)).toContainText(`Thay ${KHANH}.`);
    await button(page, "Nhận người thay", MAI).click();
    await page.waitForURL(/done=substituted/);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole("link", { name: "Điểm danh", exact: true }).click();
    await page.waitForURL(/attendance/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.getByRole("button", { name: LAN }).click();
    await page.getByRole("button", { name: MAI }).click();
    await expect(page.getByText("Có mặt 2/2 người.")).toBeVisible();
    await page.getByRole("link", { name: "Buổi 2" }).click();
    await expect(page.getByText("Có mặt 0/2 người.")).toBeVisible();
    await page.getByRole("button", { name: LAN }).click();
    await expect(page.getByText("Có mặt 1/2 người.")).toBeVisible();
    await page.reload();
    await expect(page.getByRole("button", { name: LAN })).toHaveAttribute("aria-pressed", "true");
    await expect(page.getByRole("button", { name: MAI })).toHaveAttribute("aria-pressed", "false");
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step("results are typed by keyboard; certificates are given", async () => {
    await page.goto(`${address}/results`);
    await page.getByLabel(MAI).focus();
    for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "Enter"])
      await page.keyboard.press(key);
    await expect(page.getByLabel(MAI)).toHaveValue("failed");
    await expect(page.getByLabel(LAN)).toBeFocused();
    for (const key of ["ArrowDown", "Enter"]) await page.keyboard.press(key);
    await expect(page.getByRole("button", { name: "Ghi kết quả" })).toBeFocused();
    await page.keyboard.press("Enter");
    await page.waitForURL(/done=graded/);
    await page.getByRole("link", { name: "Ghi kết quả và cấp giấy chứng nhận" }).click();
    await expect(page.getByText("1 người đạt yêu cầu được cấp giấy chứng nhận.")).toBeVisible();
    await page.getByRole("button", { name: "Cấp giấy chứng nhận và kết thúc lớp" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Cấp giấy chứng nhận" }).click();
    await page.waitForURL(/done=certified/);
    await expect(person(page, LAN)).toContainText(/Giấy chứng nhận \d+-GCN\/HU ngày/);
  });

  await test.step("the certificate is a step of one; the others are on the list again", async () => {
    await page.getByRole("link", { name: LAN }).click();
    await expect(page.getByText(/\d+-GCN\/HU/).first()).toBeVisible();
    await page.goto("/classes");
    await expect(box(page, LAN)).toHaveCount(0);
    await expect(box(page, KHANH)).toBeVisible();
    await expect(person(page, MAI).first()).toContainText("đã học nhưng chưa được cấp giấy chứng nhận");
  });

  await test.step("the certificate and the roster are printed", async () => {
    const archive = await page.request.get(`${address}/certificates`);
    expect([archive.status(), archive.headers()["content-type"]]).toEqual([200, "application/zip"]);
    await page.goto(`${address}/roster`);
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("navigation", { name: "Menu chính" })).toBeHidden();
    await expect(page.getByRole("article").getByRole("row")).toHaveCount(3);
  });
});

test("a class is dropped before it begins, another is taken over from a suggestion, and a certificate is taken back", async ({
  page,
}) => {
  test.setTimeout(150_000);
  page.setDefaultNavigationTimeout(30_000);
  const NGA = "Đinh Thị Nga Sương";
  const TUAN = "Đinh Văn Tuấn Khải";
  await signIn(page, "dangvu");
  await bringPeople(page, "EAP-05", [NGA, TUAN]);
  await signIn(page, "huyenuy");

  const plan = async (names: string[]) => {
    await page.goto("/classes");
    for (const name of names) await box(page, name).check();
    await expect(page).toHaveURL(/person=/);
    await page.getByRole("button", { name: "Lập lớp cho những người đã chọn" }).click();
    await page.waitForURL(/\/classes\/new/);
    await page.getByLabel("Từ ngày").fill(vietnamese(today));
    await page.getByLabel("Đến ngày").fill(vietnamese(today));
    await page.getByRole("button", { name: `Lập lớp và gọi ${names.length} người` }).click();
    await page.waitForURL(/done=planned/);
  };

  await test.step("dropped with a reason; the called are on the list again", async () => {
    await plan([NGA, TUAN]);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole("button", { name: "Bỏ lớp" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Bỏ lớp" }).click();
    await expect(dialog.getByRole("alert")).toContainText("Lý do: hãy ghi vì sao bỏ lớp");
    await dialog.getByLabel("Lý do bỏ lớp").fill("mưa bão");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await dialog.getByRole("button", { name: "Bỏ lớp" }).click();
    await page.waitForURL(/done=dropped/);
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect(page.getByText("Đã bỏ lớp, những người được gọi trở về danh sách cần học")).toBeVisible();
    await expect(box(page, NGA)).toBeVisible();
    await expect(box(page, TUAN)).toBeVisible();
  });

  await test.step("the list is narrowed by place, and what was ticked stays", async () => {
    await box(page, NGA).check();
    await page.getByLabel("Nhóm", { exact: true }).selectOption("PUPIL");
    await page.waitForURL(/audience=PUPIL/);
    await expect(page).toHaveURL(/person=/);
    await page.getByRole("button", { name: "Bỏ lọc Nhóm" }).click();
    await expect(box(page, NGA)).toBeChecked();
    await expect(page.getByText("Đã chọn 1 người")).toBeVisible();
  });

  await test.step("a suggestion fills the form and chooses its people", async () => {
    await page.getByRole("link", { name: "Gợi ý theo cụm" }).click();
    await page.waitForURL(/\/classes\/new/);
    const suggestion = page.getByRole("listitem").filter({ hasText: "Lập lớp theo gợi ý" }).first();
    const people = /(\d[\d.]*) người của/.exec((await suggestion.textContent()) ?? "")?.[1] ?? "";
    await page.getByText("Cách tính").click();
    await expect(page.getByText("Phần mềm không lưu bản đồ")).toBeVisible();
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.setViewportSize({ width: 1440, height: 900 });
    await suggestion.getByRole("link", { name: /Lập lớp theo gợi ý/ }).click();
    await page.waitForURL(/cluster=/);
    await expect(page.getByText("Theo gợi ý:")).toBeVisible();
    await expect(page.getByLabel("Địa điểm")).not.toHaveValue("");
    await expect(page.getByRole("button", { name: `Lập lớp và gọi ${people} người` })).toBeVisible();
  });

  await test.step("a certificate is withdrawn on the class and in the dossier", async () => {
    await plan([NGA]);
    const address = new URL(page.url()).pathname;
    await page.goto(`${address}/results`);
    await page.getByLabel(NGA).selectOption("good");
    await page.getByRole("button", { name: "Ghi kết quả" }).click();
    await page.waitForURL(/done=graded/);
    await page.goto(`${address}/results`);
    await page.getByRole("button", { name: "Cấp giấy chứng nhận và kết thúc lớp" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Cấp giấy chứng nhận" }).click();
    await page.waitForURL(/done=certified/);
    await page.getByLabel("Học viên").selectOption({ index: 1 });
    await page.getByLabel("Lý do thu hồi").fill("ghi nhầm kết quả");
    await page.getByRole("button", { name: "Thu hồi giấy chứng nhận" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Thu hồi" }).click();
    await page.waitForURL(/done=withdrawn/);
    await expect(person(page, NGA)).toContainText("đã thu hồi, lý do: ghi nhầm kết quả");
    await page.getByRole("link", { name: NGA }).click();
    await expect(page.getByRole("heading", { name: NGA })).toBeVisible();
    await expect(page.locator("p.line-through").first()).toBeVisible();
    await page.goto("/classes");
    await expect(box(page, NGA)).toBeVisible();
  });
});
