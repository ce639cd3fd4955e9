import { beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { openSessionOf } from "@/lib/access/repository/operator";
import { reportFile } from "@/lib/reports/export/file";
import { loadPeople } from "@/lib/reports/queries/people";
import { loadPeopleFile } from "@/lib/reports/queries/people-file";
import { WORLD_ACCOUNTS } from "@/prisma/seed/accounts";
import { openAccounts } from "@/prisma/seed/demo";
import { makeWorld } from "@/prisma/seed/nationwide/make-world";

const YEAR = 2025;
const parameters = {
  unit: "P01",
  from: `${YEAR}-01-01`,
  to: `${YEAR}-12-31`,
  asOf: `${YEAR}-12-31`,
  countBy: null,
  tree: "as-was",
} as const;

beforeAll(async () => {
  const size = { provinces: 2, districts: 2, bases: 3, cells: 6, admitted: 2000, onTheWay: 200 };
  await makeWorld(process.env.DATABASE_OWNER_URL ?? "", size, () => undefined);
  await actAsOperator("test", () => openAccounts(WORLD_ACCOUNTS));
  await actAsOperator("test", () => openSessionOf("tinh", "files of tinh"));
}, 120_000);

const asOperator = <T>(run: () => Promise<T>) => actAsOperator("test", run);
const textOf = ({ body }: { body: ReadableStream<Uint8Array> }) => new Response(body).text();

test.each(["attainment:total.admitted", "attainment:total.forecast.possible", "funnel:total.certified"])(
  "%s in turns is the file of all at once",
  async (figure) => {
    const report = await asOperator(() => loadPeople(parameters, figure));
    expect(report.count).toBeGreaterThan(50);
    const whole = await textOf(reportFile({ name: "people", report }, "csv"));
    for (const atOnce of [7, report.count, 5000])
      expect(await textOf(await asOperator(() => loadPeopleFile(parameters, figure, "csv", atOnce)))).toBe(
        whole,
      );
  },
);

const exported = () =>
  asOperator(() =>
    withScope("audit.read", ({ db }) =>
      db.auditEvent.findMany({ where: { action: "exportNames" }, orderBy: { id: "asc" } }),
    ),
  );

test("what leaves is logged once, with how many; a budget that does not hold it lets nobody out", async () => {
  const before = (await exported()).length;
  const file = () =>
    actAs("files of tinh", () => loadPeopleFile(parameters, "attainment:total.admitted", "xlsx", 10));
  const { name } = await file();
  expect(name).toBe(`people-P01-${YEAR}-12-31.xlsx`);
  const { count } = await asOperator(() => loadPeople(parameters, "attainment:total.admitted"));
  const logged = (await exported()).slice(before);
  expect(logged.map(({ change }) => JSON.parse(change).count)).toEqual([count, count]);

  process.env.PEOPLE_PER_DAY = String(count - 1);
  try {
    await expect(file()).rejects.toThrow(/đã xuất đủ/);
  } finally {
    delete process.env.PEOPLE_PER_DAY;
  }
  expect(await exported()).toHaveLength(before + 2);
});
