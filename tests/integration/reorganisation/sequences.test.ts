import fc from "fast-check";
import { expect, test } from "vitest";
import type { UnitScope } from "@/lib/access/gate";
import { treeOn } from "@/lib/organisation/repository/tree-on";
import { isCell } from "@/lib/organisation/rules/kinds";
import { saveCarriedOut } from "@/lib/reorganisation/repository/carry-out";
import { findPlan } from "@/lib/reorganisation/repository/plan";
import { findReorganisation, saveDraft, saveUndone } from "@/lib/reorganisation/repository/reorganisations";
import { ACT_KINDS, type Act, type ActKind } from "@/lib/reorganisation/rules/act";
import { NO_CHOICES } from "@/lib/reorganisation/rules/landing";
import { countFigures } from "@/lib/reports/repository/figures";
import { funnelFigure } from "@/lib/reports/rules/figure";
import { givenUnits, inEmptyTree } from "@/tests/support/organisation";
import { anAct } from "@/tests/support/reorganisation";

const DAYS = ["2024-01-01", "2024-07-01", "2025-07-01"];
const PROBES = ["2023-12-31", "2024-01-01", "2024-06-30", "2024-07-01", "2025-06-30", "2025-07-01"];

const drawn = fc.record({
  is: fc.constantFrom(...ACT_KINDS),
  a: fc.nat(),
  b: fc.nat(),
  made: fc.boolean(),
});
const worlds = fc.record({
  districts: fc.integer({ min: 1, max: 2 }),
  communes: fc.array(fc.nat(), { minLength: 2, maxLength: 4 }),
  cells: fc.array(fc.record({ at: fc.nat(), open: fc.nat(3), finished: fc.nat(2) }), {
    minLength: 3,
    maxLength: 8,
  }),
  reorganisations: fc.array(fc.array(drawn, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 }),
});

type Drawn = { is: ActKind; a: number; b: number; made: boolean };
type Open = { code: string; kind: string };

/** Acts over the units that are open, with codes of their own for those to be made. */
function actsOf(drawnActs: readonly Drawn[], open: Open[], turn: number): Act[] {
  return drawnActs.flatMap((act, line) => actOf(act, open, `N${turn}.${line}`));
}

function actOf({ is, a, b, made }: Drawn, open: Open[], code: string): Act[] {
  const unit = open[a % open.length];
  if (!unit) return [];
  const alike = open.filter((other) => other.kind === unit.kind && other.code !== unit.code);
  const above = open.filter(
    ({ kind }) =>
      kind === "UPPER" || kind === "PROVINCE" || (unit.kind === "CELL" && kind === "BASE_COMMITTEE"),
  );
  const parent = above[b % Math.max(above.length, 1)]?.code ?? null;
  const name = `Đơn vị ${code}`;
  const to = made ? code : (alike[b % Math.max(alike.length, 1)]?.code ?? null);
  switch (is) {
    case "close":
      return [anAct({ is, unit: unit.code, to: made ? null : to })];
    case "merge":
      return [anAct({ is, unit: unit.code, to, name: made ? name : null })];
    case "split":
      return [
        anAct({ is, unit: unit.code, to: made ? code : unit.code, name: made ? name : null }),
        anAct({ is, unit: unit.code, to: `${code}.2`, name: `${name}.2` }),
      ];
    case "move":
      return [anAct({ is, unit: unit.code, parent })];
    case "rename":
      return [anAct({ is, unit: unit.code, name })];
    case "add":
      return [anAct({ is, to: code, name, kind: "CELL", parent: unit.kind === "CELL" ? parent : unit.code })];
  }
}

/** The introductions counted beneath every unit in its tree of a day: in all, and by row. */
async function countsOn(
  scope: UnitScope,
  day: string,
  mode: "as-was" | "as-is",
): Promise<Record<string, Record<string, number>>> {
  const units = await scope.db.unit.findMany({
    where: { kind: { not: "CELL" } },
    select: { id: true, code: true },
  });
  const figure = funnelFigure("introduced", {
    unit: "",
    from: "2000-01-01",
    to: "2099-12-31",
    asOf: day,
    countBy: null,
    tree: mode,
  });
  const all: Record<string, Record<string, number>> = {};
  for (const { id, code } of units) {
    const tree = await treeOn(scope, id, day, mode);
    if (!tree) continue;
    const counts = await countFigures(scope, tree, [figure]);
    const of = (unitId: number) => counts.get(unitId)?.[0] ?? 0;
    const rows = Object.fromEntries(tree.rows.map(({ unit }) => [unit.code, of(unit.id)]));
    all[code] = { ...rows, total: of(id) };
    if (!isCell(tree.unit.kind))
      expect(
        Object.values(rows).reduce((sum, count) => sum + count, 0),
        `${code} on ${day} ${mode}`,
      ).toBe(of(id));
  }
  return all;
}

/** The acts without those that are refused. */
async function takenActs(scope: UnitScope, drawnActs: Act[], day: string): Promise<Act[]> {
  let acts = drawnActs;
  while (acts.length > 0) {
    const { findings } = await findPlan(scope, { acts, choices: NO_CHOICES, day, decisionNumber: "1-QĐ" });
    const refused = new Set(findings.flatMap(({ blocks, line }) => (blocks ? [line ?? 0] : [])));
    if (refused.size === 0) return acts;
    acts = acts.filter((_, line) => !refused.has(line));
  }
  return [];
}

/** The rows a reorganisation writes, without ordinals and versions. */
function rowsOf(scope: UnitScope): Promise<unknown[]> {
  return scope.db.$queryRaw`
    SELECT r - ARRAY['unit_ord', 'lo', 'hi', 'version'] AS row FROM (
      SELECT to_jsonb(t) AS r FROM unit t UNION ALL SELECT to_jsonb(t) FROM unit_placement t UNION ALL SELECT to_jsonb(t) FROM unit_succession t
      UNION ALL SELECT to_jsonb(t) FROM candidate t UNION ALL SELECT to_jsonb(t) FROM person t UNION ALL SELECT to_jsonb(t) FROM former_place t
      UNION ALL SELECT to_jsonb(t) FROM step t WHERE undone_at IS NULL) x ORDER BY 1`;
}

test("whatever the sequence, nobody is lost or counted twice, children add up, and what was counted before stays", async () => {
  let carried = 0;
  await fc.assert(
    fc.asyncProperty(worlds, async ({ districts, communes, cells, reorganisations }) => {
      await inEmptyTree(async (scope) => {
        const upper = Array.from({ length: districts }, (_, at) => `H${at}`);
        const base = communes.map((at, place) => ({
          code: `X${place}`,
          parent: upper[at % districts] ?? "H0",
        }));
        await givenUnits(scope, [
          { code: "P", kind: "PROVINCE" },
          ...upper.map((code) => ({ code, parent: "P", kind: "UPPER" as const })),
          ...base.map((unit) => ({ ...unit, kind: "BASE_COMMITTEE" as const })),
          ...cells.map(({ at }, place) => ({
            code: `C${place}`,
            parent: base[at % base.length]?.code ?? "X0",
            kind: "CELL" as const,
          })),
        ]);
        const people = cells.flatMap(({ open, finished }, place) =>
          Array.from({ length: open + finished }, (_, who) => ({ cell: `C${place}`, closed: who >= open })),
        );
        await scope.db.$executeRaw`
            WITH given AS (SELECT r.closed, u.id AS unit_id, gen_random_uuid() AS person_id, gen_random_uuid() AS id
              FROM jsonb_to_recordset(${JSON.stringify(people)}::jsonb) AS r (cell text, closed boolean) JOIN unit u ON u.code = r.cell),
            p AS (INSERT INTO person (id, unit_id, name, given_name, name_fold, birth_year) SELECT person_id, unit_id, 'Người', 'Người', 'nguoi', 1990 FROM given)
            INSERT INTO candidate (id, person_id, unit_id, stage, introduced_on, closed_on, closed_reason)
            SELECT id, person_id, unit_id, 'introduced', '2022-01-01', CASE WHEN closed THEN '2023-01-01'::date END, CASE WHEN closed THEN 'withdrew' END FROM given`;
        await scope.db.$executeRaw`
            INSERT INTO step (candidate_id, kind, on_day, rulebook, recorded_by_name) SELECT id, 'introduced', '2022-01-01', '24/2021', 'test' FROM candidate`;

        const before = new Map<string, Record<string, Record<string, number>>>();
        for (const day of PROBES) before.set(day, await countsOn(scope, day, "as-was"));
        for (const [turn, drawnActs] of reorganisations.entries()) {
          const day = DAYS[turn] ?? "";
          const open = await scope.db.unit.findMany({
            where: { closed: false },
            select: { code: true, kind: true },
            orderBy: { code: "asc" },
          });
          const acts = await takenActs(scope, actsOf(drawnActs, open, turn), day);
          if (acts.length === 0) continue;
          const told = { decisionNumber: `${turn}-QĐ`, documentDay: day, day, acts };
          const root = await scope.db.unit.findFirstOrThrow({ where: { code: "P" } });
          const reorganisation = await findReorganisation(scope, await saveDraft(scope, told, root.id));
          if (!reorganisation) throw new Error("no draft");
          const plan = await findPlan(scope, reorganisation);
          carried++;
          const unchanged = {
            before: new Map(before),
            asIs: await countsOn(scope, day, "as-is"),
            rows: await rowsOf(scope),
          };
          await saveCarriedOut(scope, reorganisation, plan);
          for (const probe of PROBES) {
            const now = await countsOn(scope, probe, "as-was");
            expect(now.P?.total).toBe(people.length);
            if (probe < day)
              for (const [code, counts] of Object.entries(before.get(probe) ?? {}))
                expect({ [`${code} on ${probe}`]: now[code] }).toEqual({ [`${code} on ${probe}`]: counts });
            before.set(probe, now);
          }
          const asIs = await countsOn(scope, PROBES[0] ?? "", "as-is");
          expect(asIs.P?.total).toBe(people.length);
          if (drawnActs.length % 2 === 0) continue;

          expect(await saveUndone(scope, reorganisation.id)).toBe(true);
          expect(await countsOn(scope, day, "as-is")).toEqual(unchanged.asIs);
          expect(await rowsOf(scope)).toEqual(unchanged.rows);
          for (const [probe, counts] of unchanged.before) before.set(probe, counts);
        }
      });
    }),
    { numRuns: 7, endOnFailure: true },
  );
  expect(carried).toBeGreaterThan(4);
}, 60_000);
