import "server-only";
import { notFound } from "next/navigation";
import { can, type UnitScope, withScope } from "@/lib/access/gate";
import { findUnitByCode } from "@/lib/organisation/repository/units";
import {
  countStages,
  countTasksBelow,
  findFirstTasks,
  findTaskPage,
  type TaskCounts,
  type TaskKey,
  type TaskRow,
} from "../repository/tasks";
import { rulebookOn } from "../rulebook";
import { PERMISSION_OF } from "../rules/step";
import {
  articleOf,
  levelsWithin,
  TASK_GROUPS,
  type TaskGroup,
  type TaskKind,
  type TaskLevel,
} from "../rules/tasks";
import { RECORDABLE, type RecordableKind } from "../schema/forms";

/** A task as a page shows it: with its article, and the form that does it where the actor may. */
export type TaskLine = TaskRow & { rule: string | null; source: string; record: RecordableKind | null };

export type Tasks = {
  groups: { group: TaskGroup; lines: TaskLine[]; count: number }[];
  stages: { stage: string; count: number }[];
  today: string;
  name: string;
  unit: string;
  /** Does the level above have units beneath it to look after? */
  oversees: boolean;
};

/** One whole group, page by page. */
export type TaskList = {
  group: TaskGroup;
  kind: TaskKind | null;
  unit: { code: string; name: string };
  lines: TaskLine[];
  count: number;
  next: TaskKey | null;
  today: string;
};

const SHOWN_OF_GROUP = 20;
const PAGE = 50;

/** What waits for the hat: overdue, returned, due within 14 days, what comes after, and what is looked after. */
export function loadTasks(): Promise<Tasks> {
  return withScope("candidate.read", async (scope) => {
    const { today, actor } = scope;
    const rows = await findFirstTasks(
      scope,
      { range: scope, levels: ownLevels(scope), group: null, kind: null },
      SHOWN_OF_GROUP,
    );
    const lines = rows.map((row) => lineOf(scope, row));
    return {
      groups: TASK_GROUPS.map((group) => {
        const ofGroup = lines.filter((line) => line.group === group);
        return { group, lines: ofGroup, count: ofGroup[0]?.ofGroup ?? 0 };
      }),
      stages: await countStages(scope),
      today,
      name: actor.name,
      unit: actor.unit.name,
      oversees: actor.role !== "cellSecretary",
    };
  });
}

/** One group of the hat's own tasks, all of it. */
export function loadTaskGroup(group: TaskGroup, after: TaskKey | null): Promise<TaskList> {
  return withScope("candidate.read", (scope) =>
    listOf(scope, { group, kind: null, after, unit: scope.actor.unit, levels: ownLevels(scope) }),
  );
}

/** "Đơn vị nào đang trễ": the units directly beneath, with how much waits in each. */
export type Overdue = { unit: { code: string; name: string }; rows: TaskCounts[]; today: string };

export function loadOverdue(code: string | null): Promise<Overdue> {
  return withScope("report.read", async (scope) => {
    const unit = await unitOf(scope, code);
    return {
      unit: { code: unit.code, name: unit.name },
      rows: await countTasksBelow(scope, unit),
      today: scope.today,
    };
  });
}

/** The tasks behind a figure of that page: of the unit's own level and those beneath it. */
export function loadOverdueGroup(
  code: string | null,
  { group, kind, after }: Pick<Asked, "group" | "kind" | "after">,
): Promise<TaskList> {
  return withScope("report.read", async (scope) => {
    const unit = await unitOf(scope, code);
    return listOf(scope, { group, kind, after, unit, levels: levelsWithin(unit.kind) });
  });
}

type Asked = {
  group: TaskGroup;
  kind: TaskKind | null;
  after: TaskKey | null;
  unit: { code: string; name: string; lo: bigint; hi: bigint };
  levels: readonly TaskLevel[];
};

async function listOf(scope: UnitScope, { group, kind, after, unit, levels }: Asked): Promise<TaskList> {
  const rows = await findTaskPage(scope, { range: unit, levels, group, kind }, after, PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    group,
    kind,
    unit: { code: unit.code, name: unit.name },
    lines: shown.map((row) => lineOf(scope, row)),
    count: rows[0]?.ofGroup ?? 0,
    next: rows.length > PAGE && last ? { day: last.day, id: last.id, kind: last.kind } : null,
    today: scope.today,
  };
}

function lineOf({ actor, today }: UnitScope, row: TaskRow): TaskLine {
  const record = RECORDABLE.find((kind) => kind === row.step) ?? null;
  return {
    ...row,
    ...articleOf(row, rulebookOn(today), row.admitted),
    record: record && row.kind !== "returned" && can(actor, PERMISSION_OF[record]) ? record : null,
  };
}

/** The levels whose steps are the hat's own to do. */
function ownLevels({ actor }: UnitScope): TaskLevel[] {
  switch (actor.role) {
    case "cellSecretary":
      return ["cell"];
    case "baseOfficer":
      return ["base"];
    case "upperOfficer":
      return ["upper"];
    case "provinceOfficer":
      return ["province"];
    default:
      return [];
  }
}

async function unitOf(scope: UnitScope, code: string | null) {
  if (code === null) return scope.actor.unit;
  return (await findUnitByCode(scope, code)) ?? notFound();
}
