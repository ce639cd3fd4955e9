import { expect, request, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

const year = new Date().getFullYear();
const FIGURES = `/api/v1/reports/attainment?unit=KRONGPAC&from=${year}-01-01&to=${year}-12-31`;

test("an officer makes a token, another machine reads with it, and once it is taken back nobody does", async ({
  page,
  baseURL,
}) => {
  await signIn(page, "huyenuy");
  await page.goto("/account");
  await page.getByRole("link", { name: "Mở trang kết nối" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kết nối");
  await page.getByRole("button", { name: "Tạo mã" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("hãy chọn ít nhất một mục");

  await page.getByLabel("Tên", { exact: true }).fill("Bảng tổng hợp");
  await page.getByLabel("Báo cáo số liệu").check();
  await page.getByRole("button", { name: "Tạo mã" }).click();
  const told = page.getByText("mã không hiện lại lần nữa");
  await expect(told).toBeVisible();
  const token = /pdv_\S+/.exec((await told.textContent()) ?? "")?.[0] ?? "";

  const machine = await request.newContext({
    ...(baseURL ? { baseURL } : {}),
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
  const figures = await machine.get(FIGURES);
  expect(figures.status()).toBe(200);
  expect(figures.headers()["ratelimit-limit"]).toBe("120");
  const shown = await (await page.request.get(FIGURES)).json();
  expect((await figures.json()).total).toEqual(shown.total);

  await test.step("it opens no page, writes nothing, and nothing it was not given", async () => {
    for (const address of ["/", "/pipeline", "/account/connections"]) {
      const answer = await machine.get(address, { maxRedirects: 0 });
      expect([302, 303, 307, 308, 200], address).toContain(answer.status());
      expect(await answer.text(), address).not.toContain("Đăng xuất");
    }
    expect((await machine.get("/api/v1/units")).status()).toBe(404);
    const file = await machine.post("/api/v1/imports?kind=ho-so&name=tep.csv", {
      headers: { origin: baseURL ?? "" },
      data: "x",
      maxRedirects: 0,
    });
    expect(file.status()).toBe(401);
    expect((await file.json()).error.code).toBe("signedOut");
  });

  await test.step("a page tells the way to the description of the API, which is there", async () => {
    await page.reload();
    await expect(page.getByText("mã không hiện lại lần nữa")).toHaveCount(0);
    const description = await machine.get("/api/v1/openapi.json");
    expect(Object.keys((await description.json()).paths)).toContain("/api/v1/reports/attainment");
  });

  await page.getByRole("button", { name: "Thu hồi mã Bảng tổng hợp" }).click();
  await expect(page.getByText("đã thu hồi").first()).toBeVisible();
  const after = await machine.get(FIGURES);
  expect(after.status()).toBe(401);
  expect((await after.json()).error.code).toBe("unknownToken");
  await machine.dispose();
});

test("the committee hands over whom it admitted: the file is a workbook, the page says what is to be completed", async ({
  page,
}) => {
  await signIn(page, "huyenuy");
  await page.goto("/reports/hand-over?unit=KRONGPAC&period=2024");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Bàn giao đảng viên mới, năm 2024");
  const link = page.getByRole("link", { name: /^Tải tệp \d+ người$/ });
  const file = await page.request.get((await link.getAttribute("href")) ?? "");
  expect(file.status()).toBe(200);
  expect(file.headers()["content-type"]).toContain("spreadsheetml");
  await expect(page.getByRole("heading", { name: "Cần bổ sung trước khi bàn giao" })).toBeVisible();
  await signIn(page, "dangvu");
  const refused = await page.request.get("/api/v1/hand-over?unit=EAP&from=2024-01-01&to=2024-12-31");
  expect(refused.status()).toBe(404);
});
