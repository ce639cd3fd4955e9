import { spawnSync } from "node:child_process";
import { beforeAll, expect, test } from "vitest";
import { actAs } from "@/lib/access/acting";
import { loadHandOverPage } from "@/lib/handover/queries";
import { readTable } from "@/lib/platform/spreadsheet/read-table";
import { boardAddress } from "@/lib/reports/schema";
import { asOwner, aToken, call, givenConnections } from "@/tests/support/connections";

let sessions = new Map<string, string>();
let token = "";
const session = (login: string): string => sessions.get(login) ?? "";
const ADDRESS = "hand-over?unit=H&from=2023-01-01&to=2023-12-31";

/** Names that a spreadsheet would take for something else. */
const HOSTILE = ["=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "-2+3"];

beforeAll(async () => {
  sessions = await givenConnections();
  token = await aToken(session("upper"), { permissions: ["people.handOver"] });
  for (const [place, name] of HOSTILE.entries())
    await asOwner("UPDATE public.person SET name = $1 WHERE name = $2", [
      name,
      `Ngô Văn ${["Một", "Hai", "Ba", "Bốn"][place]}`,
    ]);
});

const COLUMNS =
  "STT|ID|Họ và tên*|Tên gọi khác|Giới tính*|Sinh ngày*|Dân tộc*|Tôn giáo*|Số định danh cá nhân*|Số thẻ Đảng*|Nơi cấp thẻ|Ngày cấp thẻ|Số thẻ theo QĐ 85|Tổ chức đảng đang sinh hoạt*|" +
  "Nơi đăng ký khai sinh: Quốc gia*|Nơi đăng ký khai sinh: Tỉnh*|Nơi đăng ký khai sinh: Chi tiết*|" +
  "Quê quán theo mô hình 2 cấp: Quốc gia*|Quê quán theo mô hình 2 cấp: Tỉnh*|Quê quán theo mô hình 2 cấp: Chi tiết*|" +
  "Thường trú theo mô hình 2 cấp: Quốc gia*|Thường trú theo mô hình 2 cấp: Tỉnh*|Thường trú theo mô hình 2 cấp: Chi tiết*|" +
  "Ngày vào Đảng*|Ngày vào Đảng chính thức*|Số CMND cũ|Trạng thái hoạt động|Ngày rời khỏi/mất/miễn SHĐ|Còn thiếu";

test("the file has the columns of the national database, a row for each admitted, and text alone", async () => {
  const answer = await call(ADDRESS, token);
  expect(answer.status).toBe(200);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const { header, rows } = await readTable(bytes, "ban-giao.xlsx");
  expect(header).toEqual(COLUMNS.split("|"));
  expect(rows).toHaveLength(7);
  for (const { cells } of rows)
    for (const cell of cells) expect(cell === null || typeof cell === "string", String(cell)).toBe(true);
  const byName = new Map(rows.map(({ cells }) => [cells[2], cells]));
  for (const name of HOSTILE) expect(byName.has(name), name).toBe(true);
  const xml = new TextDecoder().decode(bytes);
  expect(xml).not.toContain("<f>");

  const known = byName.get("Trần Thị Mai") ?? [];
  expect(known.slice(3, 9)).toEqual([null, "Nữ", "12/08/1998", "Kinh", "Không", "066198012345"]);
  expect([known[13], known[23], known[26]]).toEqual(["Chi bộ thôn 1 (A-1)", "05/07/2023", "Đang sinh hoạt"]);
  const missing = String(known.at(-1)).split("; ");
  expect(missing).toContain("Số thẻ Đảng");
  expect(missing).toContain("Ngày vào Đảng chính thức");
  expect(missing).not.toContain("Số định danh cá nhân");
  const unknown = byName.get("Lê Văn Nam") ?? [];
  expect(unknown[5]).toBe("1990");
  expect(String(unknown.at(-1)).split("; ").slice(0, 4)).toEqual([
    "Sinh ngày",
    "Dân tộc",
    "Tôn giáo",
    "Số định danh cá nhân",
  ]);
});

test("as many as the figure of the reports", async () => {
  const figures = await aToken(session("upper"), { permissions: ["report.read"] });
  const report = await call("reports/attainment?unit=H&from=2023-01-01&to=2023-12-31", figures);
  const { count } = await (await call(`${ADDRESS}&format=json`, token)).json();
  expect((await report.json()).total.admitted).toBe(count);
});

test("full numbers need their own permission, the deciding level, and a reach", async () => {
  const names = await aToken(session("upper"), { permissions: ["people.exportNames", "report.read"] });
  expect((await call(ADDRESS, names)).status).toBe(404);
  const other = await aToken(session("upper"), { permissions: ["people.handOver"], unit: "A" });
  expect((await call(ADDRESS, other)).status).toBe(404);
  expect((await call(ADDRESS.replace("unit=H", "unit=T"), token)).status).toBe(404);
  expect((await call("hand-over?unit=H&from=2023-12-31&to=2023-01-01", token)).status).toBe(400);
  const page = () => loadHandOverPage(boardAddress.parse({ unit: "A", period: "2023" }));
  await expect(actAs(session("base"), page)).rejects.toThrow(/NEXT_HTTP_ERROR_FALLBACK;404/);
});

test("what left is in the audit log, without names or numbers", async () => {
  await call(ADDRESS, token);
  const [logged] = await asOwner(
    "SELECT actor, change FROM public.audit_event WHERE action = 'exportHandOver' ORDER BY id DESC LIMIT 1",
  );
  expect(logged?.actor).toBe("upper (kết nối: Máy tổng hợp)");
  expect(JSON.parse(String(logged?.change))).toEqual({
    count: 7,
    unit: "H",
    from: "2023-01-01",
    to: "2023-12-31",
    asOf: "2023-12-31",
    citizenNumbers: "in full",
  });
});

test("the page lists who lacks what can be completed here, and no number", async () => {
  const page = await actAs(session("upper"), () =>
    loadHandOverPage(boardAddress.parse({ unit: "A", period: "2023" })),
  );
  expect([page.count, page.incomplete, page.next]).toEqual([3, 3, null]);
  expect(page.people.map(({ name, missing }) => [name, missing])).toEqual([
    ["Phạm Văn Ba", ["Số định danh cá nhân", "Ngày vào Đảng chính thức"]],
    ["Trần Thị Mai", ["Ngày vào Đảng chính thức"]],
    ["Lê Văn Nam", ["Sinh ngày", "Dân tộc", "Tôn giáo", "Số định danh cá nhân", "Ngày vào Đảng chính thức"]],
  ]);
  expect(
    JSON.stringify(page, (_key, value) => (typeof value === "bigint" ? String(value) : value)),
  ).not.toContain("2345");
});

test("the command gives the same as the address", async () => {
  const report = (...words: string[]) =>
    spawnSync(
      process.execPath,
      ["--import", "tsx", "--import", "./lib/commands/server-only.mjs", "lib/commands/report.ts", ...words],
      { encoding: "utf8", env: { ...process.env, NODE_OPTIONS: "" } },
    );
  const period = ["--unit", "H", "--from", "2023-01-01", "--to", "2023-12-31", "--format", "json"];
  const { status, stdout } = report("hand-over", ...period);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual(await (await call(`${ADDRESS}&format=json`, token)).json());
  expect(report("hand-over", ...period, "--as", "base").status).toBe(1);
  expect(report("hand-over", "--unit", "H").status).toBe(2);
});
