import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { type UnitScope, withScope } from "@/lib/access/gate";
import { openSessionOf } from "@/lib/access/repository/operator";
import { partsRelation, sumOfParts } from "@/lib/pipeline/repository/kept-counts";
import { countTabs, findList, findNamed } from "@/lib/pipeline/repository/list";
import { countStages, findFirstTasks } from "@/lib/pipeline/repository/tasks";
import { listAddress } from "@/lib/pipeline/schema/address";
import { WORLD_ACCOUNTS } from "@/prisma/seed/accounts";
import { openAccounts } from "@/prisma/seed/demo";
import { makeWorld } from "@/prisma/seed/nationwide/make-world";
import { indexesAlone } from "@/tests/support/plans";

const LOGINS = ["tinh", "trunguong"] as const;
const filter = listAddress({}).filter;
const LATER = { givenName: "Minh", name: "Lê Văn Minh", id: "00000000-0000-0000-0000-000000000000" };

const as = <T>(login: (typeof LOGINS)[number], run: (scope: UnitScope) => Promise<T>) =>
  actAs(`lists of ${login}`, () => withScope("candidate.read", run));

/** The same walls, and a range as wide as a country's. */
const wide = (scope: UnitScope): UnitScope => ({ ...scope, lo: 0n, hi: 1n << 40n });

/** Ends or opens again the first dossier on the way of a province. */
const setClosed = (scope: UnitScope, closed: boolean) =>
  scope.db.$executeRaw`
    UPDATE candidate SET closed_on = CASE WHEN ${closed} THEN current_date END, closed_reason = CASE WHEN ${closed} THEN 'moved' END
    WHERE id = (SELECT id FROM candidate WHERE unit_ord BETWEEN ${scope.lo} AND ${scope.hi} AND recognised_on IS NULL AND revoked_on IS NULL ORDER BY id LIMIT 1)`;

beforeAll(async () => {
  const size = { provinces: 2, districts: 3, bases: 4, cells: 8, admitted: 4000, onTheWay: 800 };
  await makeWorld(process.env.DATABASE_OWNER_URL ?? "", size, () => undefined);
  await actAsOperator("test", () => openAccounts(WORLD_ACCOUNTS));
  for (const login of LOGINS) await actAsOperator("test", () => openSessionOf(login, `lists of ${login}`));
  const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await client.connect();
  await client.query("VACUUM (ANALYZE) candidate, person");
  await client.end();
}, 120_000);

test.each(LOGINS)("%s finds whose names hold what is typed, of their own people only", async (login) => {
  await as(login, async (scope) => {
    for (const typed of ["Nguyễn Văn An", "van b", "100%", "a_"]) {
      const like = await scope.db.$queryRaw<{ id: string }[]>`
        SELECT id FROM person WHERE position(lower(${typed}) IN lower(name)) > 0 AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
      const named = await findNamed(scope, typed);
      expect(named).toEqual(expect.arrayContaining(like.map(({ id }) => id)));
      const seen = await scope.db.$queryRaw<{ count: bigint }[]>`
        SELECT count(*) FROM person WHERE id = ANY (${[...(named ?? [])]}::uuid[])`;
      expect(Number(seen[0]?.count)).toBe(named?.length);
    }
    expect(await findNamed(scope, "")).toBeNull();
    if (login === "trunguong") expect(await findNamed(scope, "an")).toBe("many");
  });
});

test("few are told one by one and many are compared one after the other: the same rows and numbers", async () => {
  await as("trunguong", async (scope) => {
    for (const typed of ["van an", "Văn An", "le thi"]) {
      const asked = { ...filter, typed };
      const named = await findNamed(scope, typed);
      expect(Array.isArray(named) && named.length > 0).toBe(true);
      expect(await findList(scope, scope, asked, "many")).toEqual(await findList(scope, scope, asked, named));
      expect(await countTabs(scope, scope, asked, "many")).toEqual(
        await countTabs(scope, scope, asked, named),
      );
    }
  });
});

test("pages follow each other by name, without a gap or a double", async () => {
  await as("trunguong", async (scope) => {
    const seen: string[] = [];
    let page = await findList(scope, scope, filter, null);
    while (page.length > 0) {
      const after = page.slice(0, 50).at(-1) ?? null;
      seen.push(...page.slice(0, 50).map(({ id }) => id));
      page = await findList(scope, scope, { ...filter, after }, null);
    }
    const { all } = await countTabs(scope, scope, filter, null);
    expect([seen.length, new Set(seen).size]).toEqual([all, all]);
  });
});

test("what is typed with accents ranks first on every page, and nobody is left out", async () => {
  await as("trunguong", async (scope) => {
    const asked = { ...filter, typed: "ăn" };
    const named = await findNamed(scope, asked.typed);
    const seen: { id: string; name: string }[] = [];
    let page = await findList(scope, scope, asked, named);
    while (page.length > 0) {
      const after = page.slice(0, 50).at(-1) ?? null;
      seen.push(...page.slice(0, 50));
      page = await findList(scope, scope, { ...asked, after }, named);
    }
    const { all } = await countTabs(scope, scope, asked, named);
    expect([seen.length, new Set(seen.map(({ id }) => id)).size]).toEqual([all, all]);
    const exact = seen.map(({ name }) => name.toLowerCase().includes("ăn"));
    expect(exact).toEqual(exact.toSorted((a, b) => Number(b) - Number(a)));
    expect([exact.filter(Boolean).length > 50, exact.includes(false)]).toEqual([true, true]);
  });
});

test("numbers of a wide range are kept, and counted again where somebody changed a dossier", async () => {
  const numbers = () =>
    as("trunguong", async (scope) => {
      const kept = await countTabs(wide(scope), wide(scope), filter, null);
      expect(kept).toEqual(await countTabs(scope, scope, filter, null));
      const stages = (await countStages(wide(scope))).toSorted((a, b) => a.stage.localeCompare(b.stage));
      expect(stages).toEqual((await countStages(scope)).toSorted((a, b) => a.stage.localeCompare(b.stage)));
      return kept;
    });
  const before = await numbers();
  await as("tinh", (scope) => setClosed(scope, true));
  expect(await numbers()).toMatchObject({ all: before.all - 1, ended: before.ended + 1 });
  await as("tinh", (scope) => setClosed(scope, false));
  expect(await numbers()).toEqual(before);

  const takenBack = as("tinh", async (scope) => {
    await setClosed(scope, true);
    expect((await countTabs(wide(scope), wide(scope), filter, null)).ended).toBe(
      (await countTabs(scope, scope, filter, null)).ended,
    );
    throw new Error("taken back");
  });
  await expect(takenBack).rejects.toThrow("taken back");
  expect(await numbers()).toEqual(before);
});

test("all there is may be asked for", async () => {
  const [everywhere, within] = await as("trunguong", async (scope) => [
    await countTabs(
      { ...scope, lo: 0n, hi: (1n << 63n) - 1n },
      { lo: 0n, hi: (1n << 63n) - 1n },
      filter,
      null,
    ),
    await countTabs(scope, scope, filter, null),
  ]);
  expect(everywhere).toEqual(within);
});

test("only the parts that were changed since are counted again", async () => {
  const asked: unknown[] = [];
  const count = () =>
    as("trunguong", (scope) =>
      sumOfParts(wide(scope), wide(scope), "test", (parts) => {
        asked.push(parts);
        return scope.db.$queryRaw`SELECT of.part, '{"one": 1}'::jsonb AS counts FROM ${partsRelation(parts)}`;
      }),
    );
  for (let turn = 0; turn < 2; turn++) expect(await count()).toEqual({ one: 1 });
  expect(asked).toHaveLength(1);
  await as("tinh", (scope) => setClosed(scope, true));
  await as("tinh", (scope) => setClosed(scope, false));
  expect(await count()).toEqual({ one: 1 });
  expect(asked.slice(1)).toEqual([[0n]]);
});

const BY_NAME = [/^person_name:/, /^candidate_open_person: .*person_id = /];
/** What reads a whole country, and the indexes that have to do for it. */
const OF_A_COUNTRY: Record<string, [(scope: UnitScope) => Promise<unknown>, RegExp[]]> = {
  "the list": [(scope) => findList(scope, scope, filter, null), BY_NAME],
  "a later page": [
    (scope) => findList(scope, scope, { ...filter, after: LATER }, null),
    [/^person_name: .*ROW\(given_name, name\) >= /],
  ],
  "a stage of the list": [
    (scope) => findList(scope, scope, { ...filter, stage: "certified" }, null),
    BY_NAME,
  ],
  "the tabs of the list": [(scope) => countTabs(scope, scope, filter, null), [/^candidate_open: .*unit_ord/]],
  "the stages": [(scope) => countStages(scope), [/^candidate_open: .*unit_ord/]],
  "the consents of a province": [
    (scope) => findFirstTasks(scope, { range: scope, levels: ["province"], group: null, kind: null }, 20),
    [/^candidate_consent: .*unit_ord/],
  ],
};

test.each(Object.keys(OF_A_COUNTRY))("%s of a country is found in indexes alone", async (name) => {
  const [run, indexes] = OF_A_COUNTRY[name] ?? [() => Promise.resolve(), []];
  const used = await as("trunguong", (scope) => indexesAlone(scope, run));
  expect(used).toEqual(expect.arrayContaining(indexes.map((index) => expect.stringMatching(index))));
});

test("a search of a country goes by the parts of names, walls or not", async () => {
  const scans = await as("trunguong", async (scope) => {
    const soFar = async () => {
      const [row] = await scope.db.$queryRaw<{ count: number }[]>`
        SELECT pg_stat_get_xact_numscans('person_fold_parts'::regclass)::int AS count`;
      return row?.count ?? 0;
    };
    await scope.db
      .$executeRaw`SELECT set_config('enable_' || way, 'off', true) FROM unnest(ARRAY['seqscan', 'indexscan', 'indexonlyscan']) way`;
    const before = await soFar();
    await findNamed(scope, "nguyen van an");
    return (await soFar()) - before;
  });
  expect(scans).toBe(1);
});
