import { beforeAll, expect, test } from "vitest";
import { actAsOperator } from "@/lib/access/acting";
import { aToken, call, givenConnections } from "@/tests/support/connections";
import { aFile, bringIn } from "@/tests/support/imports";

let token = "";
const PERIOD = "from=2022-01-01&to=2023-12-31";

const UNION = [
  ["Mã tổ chức", "Tên tổ chức", "Cấp", "Mã tổ chức cấp trên", "Khối", "Mã đơn vị đảng"],
  ["D-A", "Đoàn xã A", "Đoàn cơ sở", "", "Khu dân cư", "A"],
  ["D-A-1", "Chi đoàn thôn 1", "Chi đoàn", "D-A", "", "A-1"],
];
const RATED = [
  ["Mã tổ chức đoàn", "Họ và tên", "Ngày sinh", "Giới tính", "Năm xếp loại", "Xếp loại", "Đoàn viên ưu tú"],
  ["D-A-1", "Phan Thị Đoàn", "12/08/2000", "Nữ", "2022", "HTXSNV", "có"],
  ["D-A-1", "Phan Thị Đoàn", "12/08/2000", "Nữ", "2023", "HTXSNV", "có"],
  ["D-A-1", "Phan Thị Hai", "12/08/2001", "Nữ", "2023", "HTXSNV", "có"],
];

beforeAll(async () => {
  token = await aToken((await givenConnections()).get("upper") ?? "", {
    permissions: ["report.read", "people.exportNames", "organisation.read", "sources.exportNames"],
  });
  await actAsOperator("test", async () => {
    await bringIn("to-chuc-doan", aFile(...UNION));
    await bringIn("doan-vien", aFile(...RATED));
  });
});

type Page = { count: number; people: { id: string }[]; next: string | null };

const pageOf = async (figure: string, limit: number, after: string | null): Promise<Page> => {
  const asked = new URLSearchParams({ unit: "H", figure, limit: String(limit), ...(after ? { after } : {}) });
  const answer = await call(`reports/people?${asked}&${PERIOD}`, token);
  expect(answer.status, figure).toBe(200);
  return answer.json();
};

test.each([
  ["attainment:total.admitted", 7],
  ["attainment:total.forecast.possible", 9],
  ["funnel:total.introduced", 9],
  ["coverage:total.liveSources", 2],
  ["attainment:rows[unit.code=A].admitted", 3],
  ["sources:total.introduced", 0],
  ["sources:total.introducedBy[by=CELL].count", 9],
  ["sources:total.flow.outstanding", 3],
])("the pages of %s together are the whole list and as many as the figure", async (figure, count) => {
  const whole = await pageOf(figure, 1000, null);
  expect(whole.next).toBeNull();
  expect(whole.people).toHaveLength(count);
  for (const limit of [1, 2, 3, 4]) {
    const people: Page["people"] = [];
    let after: string | null = null;
    do {
      const page: Page = await pageOf(figure, limit, after);
      expect(page.count, `${figure} by ${limit}`).toBe(count);
      expect(page.people.length).toBeLessThanOrEqual(limit);
      people.push(...page.people);
      after = page.next;
    } while (after !== null);
    expect(people, `${figure} by ${limit}`).toEqual(whole.people);
  }
});

test("a page begins where it is told, by an address without names; else it is refused", async () => {
  const figure = "attainment:total.admitted";
  const { next } = await pageOf(figure, 2, null);
  expect(next).toMatch(/^0\.[0-9a-f-]{36}(\.\d{4}-\d\d-\d\d)?$/);
  const status = async (more: string) =>
    (await call(`reports/people?unit=H&${PERIOD}&figure=${figure}&${more}`, token)).status;
  expect(await status("after=Mai|x")).toBe(400);
  expect(await status("limit=1001")).toBe(400);
  expect(await status("limit=0")).toBe(400);
  expect(await status("after=0.00000000-0000-4000-8000-000000000000")).toBe(404);
});

test("files hold everybody, whatever page was asked for", async () => {
  const answer = await call(
    `reports/people?unit=H&${PERIOD}&figure=attainment:total.admitted&limit=2&format=csv`,
    token,
  );
  expect((await answer.text()).trim().split("\n")).toHaveLength(8);
});

test("units come page by page, the range's and no others, beneath one where told", async () => {
  const codes: string[] = [];
  let after: string | null = null;
  do {
    const answer: Response = await call(`units?limit=2${after ? `&after=${after}` : ""}`, token);
    const page: { units: { code: string }[]; next: string | null } = await answer.json();
    codes.push(...page.units.map(({ code }) => code));
    after = page.next;
  } while (after !== null);
  expect(codes).toEqual(["A", "A-1", "A-2", "B", "B-1", "H", "S"]);
  const beneath = await (await call("units?unit=B", token)).json();
  expect(beneath).toEqual({
    units: [
      { code: "B", name: "Đảng bộ xã B", kind: "BASE_COMMITTEE", type: "COMMUNE", parent: "H" },
      { code: "B-1", name: "Chi bộ thôn 1", kind: "CELL", type: "HAMLET", parent: "B" },
    ],
    next: null,
  });
  expect((await call("units?unit=T", token)).status).toBe(404);
});
