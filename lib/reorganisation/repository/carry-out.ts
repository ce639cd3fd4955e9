import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import {
  type NewPlacement,
  saveNewUnits,
  savePlacements,
  saveSuccessions,
} from "@/lib/organisation/repository/placements";
import { rebuildTodayTree } from "@/lib/organisation/repository/tree";
import type { Placement } from "@/lib/organisation/rules/placement";
import { buildChange, buildClosing } from "@/lib/organisation/rules/timeline";
import { saveLandings } from "@/lib/pipeline/repository/landings";
import { saveQuotas } from "@/lib/quotas/repository/quotas";
import { addDays } from "@/lib/shared/days";
import { keyOf } from "../rules/act";
import { type ChangedUnit, isSameForm, type World } from "../rules/changed-unit";
import { type Plan, receiptOf } from "../rules/plan";
import { type Reorganisation, saveDone } from "./reorganisations";

/**
 * Carries a plan out: tree, dossiers, quotas, hats, classes, meetings and what stands beside, all in the
 * transaction of the scope; every row it writes is kept as it was. The tree is rebuilt last.
 * @throws when somebody changed the reorganisation meanwhile, so that nothing stays half done.
 */
export async function saveCarriedOut(
  scope: UnitScope,
  reorganisation: Reorganisation,
  plan: Plan & { world: World },
): Promise<void> {
  await scope.db.$executeRaw`SELECT set_config('app.reorganisation', ${reorganisation.id}, true)`;
  const made = await saveNewUnits(
    scope,
    plan.changed.filter(({ id }) => id === null),
  );
  const ids = new Map([...plan.world.units.map(({ id, code }) => [keyOf(code), id] as const), ...made]);
  const idOf = (key: string): number => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`No unit ${key}.`);
    return id;
  };
  const moves = await saveTree(scope, reorganisation, plan, idOf);
  await saveFormerPlaces(scope, reorganisation, plan, idOf, moves);
  await savePeople(scope, reorganisation, plan, idOf);
  await saveQuotas(
    scope,
    plan.quotas.revised.map(({ to, quota }) => ({ quota: { ...quota, unitId: idOf(to) }, id: null })),
    null,
  );
  await saveWhatFollows(scope, plan, idOf, moves);
  const touched = plan.changed.flatMap(({ key, into }) => [
    idOf(key),
    ...into.filter(isOfCell(plan)).map(idOf),
  ]);
  if (!(await saveDone(scope, reorganisation, receiptOf(plan), [...new Set(touched)])))
    throw new Error("The reorganisation changed meanwhile.");
  await scope.db.$executeRaw`SELECT set_config('app.reorganisation', '', true)`;
  if (moves.length > 0) await scope.db.$executeRaw`SELECT sec.rebuild_union_tree(${scope.today}::date)`;
  await rebuildTodayTree(scope);
  await saveAgendas(scope, reorganisation.id);
}

/** Whoever stands beneath another committee now is taken off the open agendas of the old one. */
async function saveAgendas(scope: UnitScope, id: string): Promise<void> {
  await scope.db.$executeRaw`SELECT set_config('app.reorganisation', ${id}, true)`;
  await scope.db.$executeRaw`
    UPDATE meeting_item i SET taken_off = true, version = i.version + 1
    FROM meeting m JOIN unit u ON u.id = m.unit_id, candidate c
    WHERE i.meeting_id = m.id AND m.state = 'open' AND NOT i.taken_off AND c.id = i.candidate_id AND c.unit_ord NOT BETWEEN u.lo AND u.hi`;
  await scope.db.$executeRaw`SELECT set_config('app.reorganisation', '', true)`;
}

const isOfCell =
  ({ kinds }: Plan) =>
  (key: string): boolean => {
    const kind = kinds.get(key)?.kind;
    return kind === "CELL" || kind === "BASE_CELL";
  };

/** From a closed unit to the one that continues it first. */
type Move = { from: number; to: number };

/** Writes placements and successions; gives who continues whom. */
async function saveTree(
  scope: UnitScope,
  { decisionNumber, documentDay, day }: Reorganisation,
  { changed, world }: Plan & { world: World },
  idOf: (key: string) => number,
): Promise<Move[]> {
  const histories = new Map(world.units.map(({ id, placements }) => [id, placements]));
  const writes = changed.map((unit) => writesOf(unit, histories, idOf, day));
  const ends = writes.flatMap(({ end }) => (end ? [end] : []));
  const replaced = writes.flatMap(({ replace }) => (replace ? [replace] : []));
  await scope.db.$executeRaw`
    UPDATE unit_placement p SET until_day = r.until FROM jsonb_to_recordset(${JSON.stringify(ends)}::jsonb) AS r (id int, until date) WHERE p.id = r.id`;
  await scope.db.$executeRaw`
    UPDATE unit_placement p SET parent_id = r."parentId", name = r.name, kind = r.kind, type = r.type,
      may_decide_admission = r."mayDecideAdmission"
    FROM jsonb_to_recordset(${JSON.stringify(replaced)}::jsonb) AS r (id int, "parentId" int, name text, kind text, type text, "mayDecideAdmission" boolean) WHERE p.id = r.id`;
  const added = writes.flatMap(({ add }) => (add ? [add] : []));
  if (added.length > 0) await savePlacements(scope, added);
  await saveSuccessions(
    scope,
    changed.flatMap(({ key, into }) =>
      into
        .filter((to) => to !== key)
        .map((to) => ({
          fromUnitId: idOf(key),
          toUnitId: idOf(to),
          onDay: day,
          documentNumber: decisionNumber,
          documentDay,
        })),
    ),
  );
  return changed.flatMap(({ key, closed, into }) => {
    const [first] = into;
    return closed && first ? [{ from: idOf(key), to: idOf(first) }] : [];
  });
}

function writesOf(
  { id, key, before, after, closed }: ChangedUnit,
  histories: ReadonlyMap<number, readonly Placement[]>,
  idOf: (key: string) => number,
  day: string,
): { end: { id: number; until: string | null } | null; replace: Placement | null; add: NewPlacement | null } {
  const { parent, ...form } = after;
  if (id === null) {
    const add = {
      unitId: idOf(key),
      ...form,
      parentId: parent === null ? null : idOf(parent),
      closed: false,
      from: day,
      until: null,
    };
    return { end: null, replace: null, add };
  }
  const placements = histories.get(id) ?? [];
  // Above the actor's range nothing is known by key: what stands there stays.
  const above =
    parent === null ? (placements.find(({ parentId }) => parentId !== null)?.parentId ?? null) : idOf(parent);
  if (closed) return buildClosing(placements, addDays(day, -1), above);
  if (before && before.parent === parent && isSameForm(before, after))
    return { end: null, replace: null, add: null };
  return buildChange(placements, day, {
    ...form,
    ...(before?.parent === parent ? {} : { parentId: above }),
  });
}

/** People go where they land, each with the step that says so. */
function savePeople(
  scope: UnitScope,
  { decisionNumber, day }: Reorganisation,
  { people, changed, kinds, world }: Plan & { world: World },
  idOf: (key: string) => number,
): Promise<number> {
  const codes = new Map([
    ...world.units.map(({ code }) => [keyOf(code), code] as const),
    ...changed.map(({ key, code }) => [key, code] as const),
  ]);
  return saveLandings(
    scope,
    people.flatMap(({ id, cell, to }) => {
      const unit = to === null ? undefined : kinds.get(to);
      if (to === null || to === cell || !unit) return [];
      return [
        {
          candidateId: id,
          to: { id: idOf(to), code: codes.get(to) ?? to, name: unit.name, kind: unit.kind },
        },
      ];
    }),
    { decisionNumber, day },
  );
}

/** Where those stood who stand elsewhere from now on: figures as-was count them there. */
async function saveFormerPlaces(
  scope: UnitScope,
  { id, day }: Reorganisation,
  { people }: Plan,
  idOf: (key: string) => number,
  moves: readonly Move[],
): Promise<void> {
  const moved = people.filter(({ cell, to }) => to !== null && to !== cell);
  const from = moves.map((move) => move.from);
  await scope.db.$executeRaw`
    INSERT INTO former_place (reorganisation_id, candidate_id, unit_id, until_day)
    SELECT ${id}::uuid, candidate_id, unit_id, ${day}::date - 1
    FROM unnest(${moved.map((person) => person.id)}::uuid[], ${moved.map(({ cell }) => idOf(cell))}::int[]) AS g (candidate_id, unit_id)
    ON CONFLICT DO NOTHING`;
  await scope.db.$executeRaw`
    INSERT INTO former_place (reorganisation_id, referral_id, unit_id, until_day)
    SELECT ${id}::uuid, r.id, r.unit_id, ${day}::date - 1 FROM referral r
    WHERE r.unit_id = ANY (${from}::int[]) AND r.candidate_id IS NULL AND r.returned_on IS NULL AND r.until_day >= ${day}::date
    ON CONFLICT DO NOTHING`;
  await scope.db.$executeRaw`
    INSERT INTO former_place (reorganisation_id, union_unit_id, unit_id, until_day)
    SELECT ${id}::uuid, y.id, y.unit_id, ${day}::date - 1 FROM union_unit y WHERE y.unit_id = ANY (${from}::int[])
    ON CONFLICT DO NOTHING`;
}

/** Hats, classes still to come, open meetings, tasks, waiting referrals and what stands beside follow their unit. */
async function saveWhatFollows(
  scope: UnitScope,
  { hats, changed, kinds, day }: Plan,
  idOf: (key: string) => number,
  moves: readonly Move[],
): Promise<void> {
  const units = JSON.stringify(moves.map(({ from, to }) => ({ from_unit: from, to_unit: to })));
  const ended = JSON.stringify(
    hats.map(({ assignmentId, to }) => ({
      assignment: assignmentId,
      to_unit: to === null ? null : idOf(to),
    })),
  );
  await scope.db.$executeRaw`SELECT sec.reorganise_hats(${ended}::jsonb, ${units}::jsonb)`;
  await scope.db.$executeRaw`SELECT sec.reorganise_beside(${units}::jsonb, ${day}::date)`;
  await scope.db.$executeRaw`
    UPDATE referral r SET unit_id = m.to_unit, version = r.version + 1
    FROM jsonb_to_recordset(${units}::jsonb) AS m (from_unit int, to_unit int)
    WHERE r.unit_id = m.from_unit AND r.candidate_id IS NULL AND r.returned_on IS NULL AND r.until_day >= ${day}::date`;

  await scope.db.$executeRaw`
    UPDATE training_class t SET unit_id = m.to_unit, version = t.version + 1,
      code = CASE WHEN taken THEN left(t.code || '-' || m.code, 40) ELSE t.code END,
      code_key = CASE WHEN taken THEN upper(left(t.code || '-' || m.code, 40)) ELSE t.code_key END
    FROM (SELECT c.id, x.to_unit, u.code,
            EXISTS (SELECT FROM training_class o WHERE o.unit_id = x.to_unit AND o.code_key = c.code_key)
              OR count(*) OVER (PARTITION BY x.to_unit, c.code_key) > 1 AS taken
          FROM jsonb_to_recordset(${units}::jsonb) AS x (from_unit int, to_unit int) JOIN unit u ON u.id = x.from_unit
          JOIN training_class c ON c.unit_id = x.from_unit AND c.state = 'planned' AND c.from_day >= ${day}::date) m
    WHERE t.id = m.id`;
  await scope.db.$executeRaw`
    UPDATE enrolment e SET class_ord = 0 FROM training_class t
    WHERE t.id = e.class_id AND t.unit_id = ANY (${moves.map(({ to }) => to)}::int[]) AND e.class_ord <> t.unit_ord`;

  await scope.db.$executeRaw`
    UPDATE programme g SET unit_id = m.to_unit, version = g.version + 1
    FROM jsonb_to_recordset(${units}::jsonb) AS m (from_unit int, to_unit int)
    WHERE g.unit_id = m.from_unit AND (g.to_day IS NULL OR g.to_day >= ${day}::date)`;
  await scope.db.$executeRaw`
    UPDATE quota_proposal r SET state = 'withdrawn', answered_on = ${scope.today}::date, answered_by_name = ${scope.actor.name}, version = r.version + 1
    FROM jsonb_to_recordset(${units}::jsonb) AS m (from_unit int, to_unit int) WHERE r.unit_id = m.from_unit AND r.state = 'open'`;

  // Only a unit of the same level can go on with a sitting.
  const sitting = changed.flatMap(({ key, closed, before, into: [first] }) => {
    if (!closed || !before) return [];
    const alike =
      first !== undefined && isOfCell({ kinds } as Plan)(first) === isOfCell({ kinds } as Plan)(key);
    return [{ from_unit: idOf(key), to_unit: alike ? idOf(first) : null }];
  });
  await scope.db.$executeRaw`
    UPDATE meeting m SET unit_id = coalesce(x.to_unit, m.unit_id), state = CASE WHEN x.to_unit IS NULL THEN 'dropped' ELSE m.state END, version = m.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(sitting)}::jsonb) AS x (from_unit int, to_unit int) WHERE m.unit_id = x.from_unit AND m.state = 'open'`;
  await scope.db.$executeRaw`
    UPDATE meeting_item i SET unit_ord = 0 FROM meeting m WHERE m.id = i.meeting_id AND m.state = 'open' AND i.unit_ord <> m.unit_ord`;

  await scope.db.$executeRaw`
    UPDATE unit_task k SET unit_id = coalesce(x.to_unit, k.unit_id), closed_on = CASE WHEN x.to_unit IS NULL THEN greatest(${day}::date, k.given_on) END, version = k.version + 1
    FROM (SELECT y.id, CASE WHEN row_number() OVER (PARTITION BY z.to_unit, coalesce(y.list, y.request_id::text) ORDER BY y.due_on, y.id) = 1
            AND NOT EXISTS (SELECT FROM unit_task o WHERE o.unit_id = z.to_unit AND coalesce(o.list, o.request_id::text) = coalesce(y.list, y.request_id::text) AND o.closed_on IS NULL) THEN z.to_unit END AS to_unit
          FROM jsonb_to_recordset(${JSON.stringify(sitting)}::jsonb) AS z (from_unit int, to_unit int)
          JOIN unit_task y ON y.unit_id = z.from_unit AND y.closed_on IS NULL) x
    WHERE k.id = x.id`;
}
