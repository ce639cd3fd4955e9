import { beforeAll, expect, test } from "vitest";
import { actAs } from "@/lib/access/acting";
import { loadReport } from "@/lib/reports/queries/any";
import { aToken, call, givenConnections } from "@/tests/support/connections";

let token = "";
const period = "unit=H&from=2023-01-01&to=2023-12-31";
const fieldsOf = async (address: string) => {
  const answer = await call(address, token);
  return [answer.status, (await answer.json()).error?.fields];
};

beforeAll(async () => {
  const sessions = await givenConnections();
  token = await aToken(sessions.get("upper") ?? "");
  await expect(
    actAs(sessions.get("upper") ?? "", () =>
      loadReport(
        "funnel",
        {
          unit: "H",
          from: "2023-01-01",
          to: "2023-12-31",
          asOf: "2023-12-31",
          countBy: null,
          tree: "as-was",
        },
        { list: "admitted" },
      ),
    ),
  ).rejects.toMatchObject({ name: "UnknownFigure", field: "list" });
});

test("a list that is missing, or is another report's, is answered under `list`; a figure under `figure`", async () => {
  expect(await fieldsOf(`reports/name-list?${period}`)).toEqual([
    400,
    { list: expect.stringContaining("list is required: admitted") },
  ]);
  expect(await fieldsOf(`reports/name-list?${period}&list=noSource`)).toEqual([
    400,
    { list: expect.stringContaining('has no list "noSource"') },
  ]);
  expect(await fieldsOf(`reports/coverage?${period}&list=admitted`)).toEqual([
    400,
    { list: expect.stringContaining("its lists: none") },
  ]);
  expect(await fieldsOf(`reports/funnel?${period}&list=none`)).toEqual([
    400,
    { list: expect.stringContaining('The report "funnel" has no list "none"; it has no lists.') },
  ]);
  expect(await fieldsOf(`reports/people?${period}`)).toEqual([
    400,
    { figure: expect.stringContaining("figure is required") },
  ]);
  expect((await call(`reports/coverage?${period}&list=noSource&format=csv`, token)).status).toBe(200);
  expect(await fieldsOf("reports/probation?unit=H&from=1900-01-01&to=9999-12-31")).toEqual([
    400,
    { to: expect.stringContaining("is no end of a period: from 1900 to 2100, at most 100 years") },
  ]);
});
