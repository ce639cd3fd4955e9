import { beforeAll, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { type UnitScope, withScope } from "@/lib/access/gate";
import { openSessionOf } from "@/lib/access/repository/operator";
import { treeOn } from "@/lib/organisation/repository/tree-on";
import { findCandidate } from "@/lib/pipeline/repository/candidates";
import { countTabs, findList, findNamed } from "@/lib/pipeline/repository/list";
import { countStages, findFirstTasks } from "@/lib/pipeline/repository/tasks";
import { listAddress } from "@/lib/pipeline/schema/address";
import { findCells } from "@/lib/reports/repository/coverage";
import { countByDay, countFigures, findFigurePeople } from "@/lib/reports/repository/figures";
import { findOpenDossiers, findPaces } from "@/lib/reports/repository/pace";
import {
  admittedFigure,
  BANDS,
  bandFigure,
  EVENTS,
  funnelFigure,
  LIVE_STEPS,
  liveFigure,
} from "@/lib/reports/rules/figure";
import { WORLD_ACCOUNTS } from "@/prisma/seed/accounts";
import { openAccounts } from "@/prisma/seed/demo";
import { makeWorld } from "@/prisma/seed/nationwide/make-world";
import { rowReads, sweep, wholeScans } from "@/tests/support/plans";

const parameters = (asOf: string) => ({
  unit: "P01",
  from: `${asOf.slice(0, 4)}-01-01`,
  to: `${asOf.slice(0, 4)}-12-31`,
  asOf,
  countBy: null,
  tree: "as-was" as const,
});
const NOW = "2026-11-22";
const THEN = "2024-12-31";
const filter = listAddress({}).filter;
const LATER = { givenName: "Minh", name: "Lê Văn Minh", id: "00000000-0000-0000-0000-000000000000" };

async function treeThen(scope: UnitScope, asOf: string) {
  const tree = await treeOn(scope, scope.actor.unit.id, asOf, "as-was");
  if (!tree) throw new Error("no tree");
  return tree;
}
/** Of the statements that each answer a page of a province, those over people. */
const HOT: Record<string, (scope: UnitScope) => Promise<unknown>> = {
  "the board": async (scope) => {
    const figures = [
      admittedFigure(parameters(NOW), "decision"),
      ...BANDS.map((band) => bandFigure(band, parameters(NOW), "decision")),
    ];
    return countFigures(scope, await treeThen(scope, NOW), figures);
  },
  "the board across the reform": async (scope) =>
    countFigures(scope, await treeThen(scope, THEN), [
      admittedFigure(parameters(THEN), "decision"),
      ...BANDS.map((band) => bandFigure(band, parameters(THEN), "decision")),
    ]),
  "the line of days": async (scope) =>
    countByDay(scope, (await treeThen(scope, NOW)).total, admittedFigure(parameters(NOW), "decision")),
  "the funnel": async (scope) =>
    countFigures(
      scope,
      await treeThen(scope, NOW),
      EVENTS.filter((event) => event !== "sentToClass").map((event) => funnelFigure(event, parameters(NOW))),
    ),
  "those sent to a class": async (scope) =>
    countFigures(scope, await treeThen(scope, NOW), [funnelFigure("sentToClass", parameters(NOW))]),
  "the people of a figure": async (scope) =>
    findFigurePeople(scope, (await treeThen(scope, NOW)).total, admittedFigure(parameters(NOW), "decision"), {
      limit: 100,
    }),
  "live sources": async (scope) =>
    countFigures(
      scope,
      await treeThen(scope, NOW),
      LIVE_STEPS.map((step) => liveFigure(step, parameters(NOW))),
    ),
  "the cells of the lists": async (scope) =>
    findCells(scope, await treeThen(scope, NOW), parameters(NOW), { months: 12, countBy: "decision" }),
  "the usual pace": async (scope) => findPaces(scope, await treeThen(scope, NOW), NOW),
  "open dossiers": async (scope) =>
    findOpenDossiers(scope, await treeThen(scope, NOW), parameters(NOW), "decision"),
  "the list": (scope) => findList(scope, scope, filter, null),
  "the search": async (scope) => {
    const typed = "nguyen van an";
    return findList(scope, scope, { ...filter, typed }, await findNamed(scope, typed));
  },
  "the tabs of the list": (scope) => countTabs(scope, scope, filter, null),
  "a dossier": async (scope) => {
    const [row] = await findList(scope, scope, filter, null);
    return findCandidate(scope, row?.id ?? "");
  },
  "a later page of the list": (scope) => findList(scope, scope, { ...filter, after: LATER }, null),
  "the stages of the home page": (scope) => countStages(scope),
  "the tasks of a province": (scope) =>
    findFirstTasks(scope, { range: scope, levels: ["province"], group: null, kind: null }, 20),
  "the tasks of a committee": (scope) =>
    findFirstTasks(scope, { range: scope, levels: ["base"], group: null, kind: null }, 20),
};

beforeAll(async () => {
  const size = { provinces: 2, districts: 3, bases: 4, cells: 8, admitted: 4000, onTheWay: 800 };
  await makeWorld(process.env.DATABASE_OWNER_URL ?? "", size, () => undefined);
  await sweep(process.env.DATABASE_OWNER_URL ?? "", "candidate");
  await actAsOperator("test", () => openAccounts(WORLD_ACCOUNTS));
  for (const login of ["tinh", "trunguong"])
    await actAsOperator("test", () => openSessionOf(login, `token of ${login}`));
}, 120_000);

test.each(Object.keys(HOT))("%s reads no large table from end to end", async (name) => {
  const whole = await actAs("token of tinh", () =>
    withScope("candidate.read", (scope) => wholeScans(scope, HOT[name] ?? (() => Promise.resolve()))),
  );
  expect(whole).toEqual([]);
});

/** Those that count a whole country. */
const COUNTED = [
  "the board",
  "the board across the reform",
  "the line of days",
  "the funnel",
  "the usual pace",
  "open dossiers",
];

test.each(COUNTED)("%s is counted in indexes alone", async (name) => {
  const read = await actAs("token of trunguong", () =>
    withScope("report.read", (scope) => rowReads(scope, async (rows) => HOT[name]?.(rows))),
  );
  expect(read).toEqual([]);
});

test("the guard sees a statement that reads rows", async () => {
  const read = await actAs("token of trunguong", () =>
    withScope("report.read", (scope) =>
      rowReads(
        scope,
        ({ db }) =>
          db.$queryRaw`SELECT count(decision_number) FROM candidate WHERE decided_on > '2024-01-01'`,
      ),
    ),
  );
  expect(read).toEqual(["candidate"]);
});

test("the guard sees a statement that no index serves", async () => {
  const whole = await actAs("token of tinh", () =>
    withScope("candidate.read", (scope) =>
      wholeScans(scope, ({ db }) => db.$queryRaw`SELECT count(*) FROM unit_placement WHERE name || '' = 'x'`),
    ),
  );
  expect(whole).toEqual(["unit_placement"]);
});
