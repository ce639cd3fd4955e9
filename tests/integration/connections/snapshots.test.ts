import { beforeAll, expect, test } from "vitest";
import type { TokenPermission } from "@/lib/access/policy";
import { makeSnapshot } from "@/lib/periods/actions";
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

test("a token for some reports opens their snapshots and no others", async () => {
  const [funnel, members] = [await frozen("funnel"), await frozen("new-members")];
  const token = await aToken(upper, { permissions: READING, reports: ["funnel"] });
  for (const format of ["json", "csv", "xlsx", "docx", "pdf"]) {
    expect((await call(`snapshots/${funnel}?format=${format}`, token)).status).toBe(200);
    expect((await call(`snapshots/${members}?format=${format}`, token)).status).toBe(404);
  }
});
