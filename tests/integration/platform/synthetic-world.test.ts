import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { loadAttainment } from "@/lib/reports/queries/attainment";
import { makeWorld } from "@/prisma/seed/nationwide/make-world";
import { countUnits, type WorldSize } from "@/prisma/seed/nationwide/size";

const SIZE: WorldSize = { provinces: 2, districts: 2, bases: 3, cells: 4, admitted: 300, onTheWay: 60 };
const attain = (asOf: string, unit = "TW") =>
  actAsOperator("test", () =>
    loadAttainment({
      unit,
      from: `${asOf.slice(0, 4)}-01-01`,
      to: asOf,
      asOf,
      countBy: null,
      tree: "as-was",
    }),
  );

beforeAll(() => makeWorld(process.env.DATABASE_OWNER_URL ?? "", SIZE, () => undefined), 120_000);

test("a world has the units and people asked for, each row where its unit stands", async () => {
  const counts = await actAsOperator("test", () =>
    withScope("candidate.read", async ({ db }) => ({
      units: await db.unit.count(),
      candidates: await db.candidate.count(),
      decided: await db.candidate.count({ where: { decidedOn: { not: null } } }),
      astray:
        await db.$queryRaw`SELECT c.id FROM candidate c JOIN unit u ON u.id = c.unit_id WHERE c.unit_ord <> u.lo`,
      displaced:
        await db.$queryRaw`SELECT a.code FROM unit a JOIN unit b ON b.id = a.parent_id WHERE a.lo < b.lo OR a.hi > b.hi`,
      steps:
        await db.$queryRaw`SELECT c.id FROM candidate c WHERE (SELECT count(*) FROM step s WHERE s.candidate_id = c.id AND s.kind = 'introduced') <> 1`,
    })),
  );
  expect(counts).toEqual({
    units: countUnits(SIZE),
    candidates: 360,
    decided: 300,
    astray: [],
    displaced: [],
    steps: [],
  });
});

test("the district level stands until the reform and not after it; children add up to the total either way", async () => {
  for (const [asOf, rows] of [
    ["2024-12-31", 2],
    ["2025-12-31", 4],
  ] as const) {
    const province = await attain(asOf, "P01");
    expect([asOf, province.rows.length]).toEqual([asOf, rows]);
    const country = await attain(asOf);
    expect(country.rows.reduce((sum, { admitted }) => sum + admitted, 0)).toBe(country.total.admitted);
    expect(province.rows.reduce((sum, { admitted }) => sum + admitted, 0)).toBe(province.total.admitted);
  }
});

test("nothing of the making is left: triggers work, indexes stand, helpers are gone", async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await client.connect();
  const { rows } = await client.query(`
    SELECT (SELECT count(*)::int FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'D') AS disabled,
      (SELECT count(*)::int FROM pg_proc WHERE proname LIKE 'seed_%') AS helpers,
      (SELECT count(*)::int FROM pg_indexes WHERE indexname IN ('candidate_open', 'person_name', 'step_candidate')) AS indexes`);
  await client.end();
  expect(rows).toEqual([{ disabled: 0, helpers: 0, indexes: 3 }]);
});
