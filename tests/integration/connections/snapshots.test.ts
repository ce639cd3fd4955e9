import { beforeAll, expect, test } from "vitest";
import type { TokenPermission } from "@/lib/access/policy";
import { makeSnapshot } from "@/lib/periods/actions";
import { setQuota } from "@/lib/quotas/actions";
import { groupLabel } from "@/lib/quotas/labels";
import { aToken, call, givenConnections } from "@/tests/support/connections";
import { latestSnapshot, send } from "@/tests/support/periods";

const PERIOD = { unit: "H", from: "2023-01-01", to: "2023-12-31" };
const READING: TokenPermission[] = ["report.read", "snapshot.read"];
let upper = "";

beforeAll(async () => {
  upper = (await givenConnections()).get("upper") ?? "";
});

const frozen = async (report: string): Promise<string> => {
  const state = await send(upper, makeSnapshot, { ...PERIOD, report });
  expect(state).toMatchObject({ findings: [], fieldErrors: {} });
  return latestSnapshot(upper);
};

type Answer = { rows: Record<string, unknown>[] };
const jsonOf = async (address: string, token: string): Promise<Answer> => (await call(address, token)).json();
const row = ({ rows }: Answer, key: string) => rows.find((one) => one.key === key);

test.each([
  ["new-members", "ethnicMinority", "current"],
  ["ethnicity-religion", "ethnicity.02", "total"],
])(
  "a frozen %s tells a small number to those alone whom the live report tells it",
  async (report, key, column) => {
    const id = await frozen(report);
    const live = `reports/${report}?unit=H&from=${PERIOD.from}&to=${PERIOD.to}`;
    const plain = await aToken(upper, { permissions: READING });
    const known = row(await jsonOf(live, plain), key);
    expect(known).toMatchObject({ [column]: null });
    expect(row(await jsonOf(`snapshots/${id}?format=json`, plain), key)).toEqual(known);
    const all = await aToken(upper, { permissions: [...READING, "people.exportNames"] });
    expect(row(await jsonOf(`snapshots/${id}?format=json`, all), key)).toMatchObject({ [column]: 1 });
    const table = await (await call(`snapshots/${id}?format=csv`, plain)).text();
    expect(table).toContain("< 3");
  },
);

test("what was counted for a quota on an ethnic minority is told in no file of who may not export names", async () => {
  const quota = { source: "ASSIGNED", indicator: "ADMISSION", kind: "NUMBER", value: "7" };
  const days = { from: "01/01/2023", to: "31/12/2023", documentNumber: "1-QĐ/H", documentDay: "02/01/2023" };
  for (const group of ["ALL", "ETHNIC_MINORITY"]) {
    const state = await send(upper, setQuota, { unit: "A", ...quota, ...days, group });
    expect(state).toMatchObject({ findings: [], fieldErrors: {} });
  }
  const id = await frozen("attainment");
  const plain = await aToken(upper, { permissions: READING });
  const all = await aToken(upper, { permissions: [...READING, "people.exportNames"] });
  const groups = async (token: string) =>
    (await jsonOf(`snapshots/${id}?format=json`, token)).rows.flatMap(({ quotas }) =>
      (quotas as { group: string }[]).map(({ group }) => group),
    );
  expect(await groups(all)).toEqual(["ALL", "ETHNIC_MINORITY"]);
  expect(await groups(plain)).toEqual(["ALL"]);
  const line = async (token: string) =>
    (await (await call(`snapshots/${id}?format=csv`, token)).text())
      .split("\n")
      .find((row) => row.includes(groupLabel("ETHNIC_MINORITY")));
  expect(await line(all)).toMatch(/,1,7,14.29,/);
  expect(await line(plain)).toMatch(/,…,,,,,,,/);
});

test("a token for some reports opens their snapshots and no others", async () => {
  const [funnel, members] = [await frozen("funnel"), await frozen("new-members")];
  const token = await aToken(upper, { permissions: READING, reports: ["funnel"] });
  for (const format of ["json", "csv", "xlsx", "docx", "pdf"]) {
    expect((await call(`snapshots/${funnel}?format=${format}`, token)).status).toBe(200);
    expect((await call(`snapshots/${members}?format=${format}`, token)).status).toBe(404);
  }
});
