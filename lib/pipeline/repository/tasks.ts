import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { Prisma } from "@/prisma/generated/client/client";
import { rulebookOn } from "../rulebook";
import { PROVINCE_CASES, type ProvinceCase } from "../rules/consent";
import { CENTRAL_OPTIONS, optionsOn, type ProvinceOptions } from "../rules/options";
import { lastDayOfPeriod, periodDue } from "../rules/progress";
import type { StepKind } from "../rules/step";
import {
  BASE_STEPS,
  CONSENT_STEPS,
  levelsWithin,
  type TaskDays,
  type TaskGroup,
  type TaskKind,
  type TaskLevel,
  taskDays,
  UPPER_STEPS,
} from "../rules/tasks";
import { OF_PART, partsRelation, sumOfParts } from "./kept-counts";
import type { Range } from "./list";
import { findProcedureOptions } from "./options";

/** Something somebody has to do, with whom it is about. */
export type TaskRow = {
  id: string;
  name: string;
  unitName: string;
  kind: TaskKind;
  level: TaskLevel;
  group: TaskGroup;
  day: PlainDate | null;
  step: StepKind | null;
  /** The case of a consent of the province. */
  of: ProvinceCase | null;
  admitted: boolean;
  returnReason: string | null;
  /** How many the group holds in all. */
  ofGroup: number;
};

/** Which tasks: of these levels, in a range of the tree, of one group or of all, of one kind or of all. */
export type TaskFilter = {
  range: Range;
  levels: readonly TaskLevel[];
  group: TaskGroup | null;
  kind: TaskKind | null;
};

/** Where a page of a group ended. */
export type TaskKey = { day: PlainDate | null; id: string; kind: TaskKind };

/** The first tasks of each group, nearest day first, and how many there are in all. */
export async function findFirstTasks(
  scope: UnitScope,
  filter: TaskFilter,
  perGroup: number,
): Promise<TaskRow[]> {
  return scope.db.$queryRaw<TaskRow[]>`
    WITH ${await taskSql(scope, filter.range, filter.levels)},
    counted AS (
      SELECT *, row_number() OVER (PARTITION BY "group" ORDER BY day, id, kind) AS place, count(*) OVER (PARTITION BY "group")::int AS "ofGroup"
      FROM task WHERE ${filterSql(filter)}
    )
    SELECT ${TOLD} FROM counted t ${WITH_PERSON} WHERE t.place <= ${perGroup} ORDER BY t.day, t.id, t.kind`;
}

/** One page of a group after a key; `ofGroup` counts all of it. */
export async function findTaskPage(
  scope: UnitScope,
  filter: TaskFilter,
  after: TaskKey | null,
  limit: number,
): Promise<TaskRow[]> {
  const beyond = after
    ? Prisma.sql`(coalesce(t.day, 'infinity'), t.id, t.kind) > (coalesce(${after.day}::date, 'infinity'), ${after.id}::uuid, ${after.kind})`
    : Prisma.sql`true`;
  return scope.db.$queryRaw<TaskRow[]>`
    WITH ${await taskSql(scope, filter.range, filter.levels)},
    counted AS (SELECT *, count(*) OVER ()::int AS "ofGroup" FROM task WHERE ${filterSql(filter)})
    SELECT ${TOLD} FROM counted t ${WITH_PERSON} WHERE ${beyond} ORDER BY t.day, t.id, t.kind LIMIT ${limit}`;
}

/** A unit beneath and how many tasks of each group stand within it. */
export type TaskCounts = Record<TaskGroup, number> & {
  code: string;
  name: string;
  kind: string;
  missingHelpers: number;
  missingNotes: number;
  /** How far behind the day the longest overdue task is. */
  oldest: PlainDate | null;
};

/** For each open unit directly beneath, the tasks of its own level and those beneath it. */
export async function countTasksBelow(scope: UnitScope, unit: Range & { id: number }): Promise<TaskCounts[]> {
  const count = (condition: Prisma.Sql, name: string) =>
    Prisma.sql`count(t.id) FILTER (WHERE ${condition})::int AS ${Prisma.raw(`"${name}"`)}`;
  const ofGroup = (group: TaskGroup) => count(Prisma.sql`t.group = ${group}`, group);
  return scope.db.$queryRaw<TaskCounts[]>`
    WITH ${await taskSql(scope, unit, EVERY_LEVEL)}
    SELECT ch.code, ch.name, ch.kind, ${ofGroup("overdue")}, ${ofGroup("returned")}, ${ofGroup("soon")}, ${ofGroup("later")}, ${ofGroup("watch")},
      ${count(Prisma.sql`t.kind = 'helper'`, "missingHelpers")}, ${count(Prisma.sql`t.kind = 'note'`, "missingNotes")},
      (min(t.day) FILTER (WHERE t.group = 'overdue'))::text AS oldest
    FROM unit ch LEFT JOIN task t ON t.unit_ord BETWEEN ch.lo AND ch.hi AND t.level = ANY (${levelsByKind()})
    WHERE ch.parent_id = ${unit.id} AND (NOT ch.closed OR t.id IS NOT NULL) AND ch.lo BETWEEN ${scope.lo} AND ${scope.hi}
    GROUP BY ch.id ORDER BY ch.code_key COLLATE "C"`;
}

/** How many people are at each stage, of those on the way and on probation. */
export async function countStages(scope: UnitScope): Promise<{ stage: string; count: number }[]> {
  const counts = await sumOfParts(
    scope,
    scope,
    "stages",
    (parts) => scope.db.$queryRaw`
      SELECT of.part, coalesce(told.counts, '{}') AS counts FROM ${partsRelation(parts)}, LATERAL (SELECT jsonb_object_agg(stage, count) AS counts FROM
        (SELECT c.stage, count(*)::int AS count FROM candidate c WHERE c.unit_ord BETWEEN ${scope.lo} AND ${scope.hi} AND ${OF_PART}
          AND c.closed_on IS NULL AND c.revoked_on IS NULL AND c.recognised_on IS NULL GROUP BY c.stage) s) told`,
  );
  return Object.entries(counts).map(([stage, count]) => ({ stage, count }));
}

const TOLD = Prisma.sql`t.id, p.name, u.name AS "unitName", t.kind, t.level, t.group, t.day::text AS day, t.step, t.of, t.admitted, t."ofGroup",
  CASE WHEN t.kind = 'returned' THEN (SELECT s.data ->> 'reason' FROM step s WHERE s.candidate_id = t.id AND s.kind = 'returned'
    AND s.undone_at IS NULL ORDER BY s.on_day DESC, s.recorded_at DESC LIMIT 1) END AS "returnReason"`;
const WITH_PERSON = Prisma.sql`JOIN person p ON p.id = t.person_id JOIN unit u ON u.id = t.unit_id`;

function filterSql({ levels, group, kind }: TaskFilter): Prisma.Sql {
  const ofGroup = group ? Prisma.sql`"group" = ${group}` : Prisma.sql`true`;
  const ofKind = kind ? Prisma.sql`kind = ${kind}` : Prisma.sql`true`;
  return Prisma.sql`level = ANY (${[...levels]}::text[]) AND ${ofGroup} AND ${ofKind}`;
}

/** `levelsWithin` as an expression over the kind of the unit `ch`. */
function levelsByKind(): Prisma.Sql {
  const kinds = ["CELL", "BASE_CELL", "SECTION", "BASE_COMMITTEE", "UPPER"].map(
    (kind) => Prisma.sql`WHEN ${kind} THEN ${levelsWithin(kind)}::text[]`,
  );
  return Prisma.sql`CASE ch.kind ${Prisma.join(kinds, " ")} ELSE ${levelsWithin("PROVINCE")}::text[] END`;
}

/**
 * `tasksOf` (rules/tasks.ts) as the table expressions `note` and `task`, one row for each task of an open
 * dossier in the range. A test over random dossiers holds both together.
 */
async function taskSql(
  scope: UnitScope,
  { lo, hi }: Range,
  levels: readonly TaskLevel[],
): Promise<Prisma.Sql> {
  const days = taskDays(scope.today);
  const base = [...BASE_STEPS];
  const upper = [...UPPER_STEPS];
  return Prisma.sql`note AS (
      SELECT n.lo::bigint, n.hi::bigint, n.due, n.last_day FROM jsonb_to_recordset(${await notesJson(scope)}::jsonb)
        AS n (lo text, hi text, due text, last_day date)
    ), task AS (
      SELECT c.id, c.unit_ord, c.unit_id, c.person_id, c.admitted_on IS NOT NULL AS admitted, t.kind, t.level, t.day, t.step, t.of,
        ${groupSql(days)} AS "group"
      FROM candidate c JOIN unit u ON u.id = c.unit_id JOIN person p ON p.id = c.person_id
      CROSS JOIN LATERAL (SELECT CASE
        WHEN c.next_step = ANY (${upper}::text[]) THEN CASE WHEN (SELECT d.id FROM unit d WHERE d.lo <= c.unit_ord AND d.hi >= c.unit_ord
          AND d.kind = 'BASE_COMMITTEE' AND d.may_decide_admission AND NOT d.closed ORDER BY d.lo DESC LIMIT 1) IS NOT NULL THEN 'base' ELSE 'upper' END
        WHEN c.next_step = ANY (${base}::text[]) THEN CASE WHEN u.kind = 'BASE_CELL' THEN 'upper' ELSE 'base' END
        ELSE 'cell' END AS level) AS l
      CROSS JOIN LATERAL (SELECT ${mainKindSql(days)} AS kind) AS m
      CROSS JOIN LATERAL (SELECT ${missingConsentSql(scope.today)} AS of) AS k
      CROSS JOIN LATERAL (VALUES (${mainSql(days)}, NULL), (CASE WHEN k.of IS NOT NULL THEN 'consent' END, 'province', c.due_on, 'consentGiven', k.of),
        (${watchSql()}, NULL)) AS t (kind, level, day, step, of)
      WHERE ${dossiersOf(scope, { lo, hi }, levels)} AND c.unit_ord BETWEEN ${lo} AND ${hi} AND c.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
        AND t.kind IS NOT NULL
    )`;
}

const EVERY_LEVEL: readonly TaskLevel[] = ["cell", "base", "upper", "province"];

/** The dossiers that can hold tasks of these levels; an index answers it where the cells' are not asked for. */
function dossiersOf(scope: UnitScope, range: Range, levels: readonly TaskLevel[]): Prisma.Sql {
  if (levels.includes("cell")) return Prisma.sql`c.next_step IS NOT NULL`;
  if (levels.every((level) => level === "province"))
    return Prisma.sql`c.id = ANY (ARRAY(${consentedOf(scope, range)}))`;
  const steps = levels.some((level) => level !== "province") ? [...BASE_STEPS, ...UPPER_STEPS] : [];
  const asked = [...new Set([...steps, ...(levels.includes("province") ? CONSENT_STEPS : [])])];
  return Prisma.sql`(c.next_step = ANY (${asked}::text[]) OR c.returned_to = ANY (${[...levels]}::text[]) AND c.next_step IS NOT NULL)`;
}

/**
 * The dossiers at a step to which the province may have to consent, by three facts that an index each holds: whoever
 * passes the age (`missingConsentSql`) was born in that year or before.
 */
function consentedOf(scope: UnitScope, { lo, hi }: Range): Prisma.Sql {
  const walls = Prisma.sql`unit_ord BETWEEN ${scope.lo} AND ${scope.hi} AND unit_ord BETWEEN ${lo} AND ${hi}`;
  const lastYear = Number(scope.today.slice(0, 4)) - rulebookOn(scope.today).maximumAge;
  return Prisma.sql`SELECT id FROM candidate WHERE ${walls} AND next_step = ANY (${[...CONSENT_STEPS]}::text[]) AND (readmission
    OR person_id IN (SELECT id FROM person WHERE ${walls} AND birth_year <= ${lastYear}::int)
    OR person_id IN (SELECT id FROM person WHERE ${walls} AND religious_dignitary))`;
}

function mainKindSql({ today, probation, certificate, papers }: TaskDays): Prisma.Sql {
  return Prisma.sql`CASE
    WHEN c.returned_to IS NOT NULL AND c.arrived_on IS NULL THEN 'returned'
    WHEN c.next_step = 'recognitionVoted' AND c.probation_until > ${today}::date
      THEN CASE WHEN c.probation_until <= ${probation}::date THEN 'probation' END
    WHEN c.next_step = 'verificationReturned' AND (c.reply_until <= c.due_on OR c.due_on IS NULL AND c.reply_until IS NOT NULL) THEN 'reply'
    WHEN c.due_on = c.certificate_until THEN CASE WHEN c.due_on <= ${certificate}::date THEN 'certificate' END
    WHEN c.due_on = c.papers_until THEN CASE WHEN c.due_on <= ${papers}::date THEN 'papers' END
    WHEN c.due_on IS NOT NULL OR l.level <> 'cell' THEN 'step' END`;
}

function mainSql({ today }: TaskDays): Prisma.Sql {
  const lapsed = Prisma.sql`m.kind IN ('certificate', 'papers') AND c.due_on < ${today}::date`;
  return Prisma.sql`m.kind,
    CASE WHEN m.kind = 'returned' THEN c.returned_to WHEN ${lapsed} THEN 'cell' ELSE l.level END,
    CASE m.kind WHEN 'returned' THEN c.returned_on WHEN 'probation' THEN c.probation_until WHEN 'reply' THEN c.reply_until ELSE c.due_on END,
    CASE WHEN m.kind = 'probation' THEN CASE WHEN c.new_member_certified_on IS NULL THEN 'newMemberCertified' END
      WHEN ${lapsed} THEN CASE m.kind WHEN 'certificate' THEN 'certified' ELSE 'dossierRenewed' END ELSE c.next_step END`;
}

/** `missingConsent` (rules/consent.ts), asked only of whom the cell has resolved and nobody decided. */
function missingConsentSql(today: PlainDate): Prisma.Sql {
  const { maximumAge } = rulebookOn(today);
  const overAge = Prisma.sql`CASE WHEN p.birth_date IS NULL THEN extract(year FROM ${today}::date) - p.birth_year > ${maximumAge}
    ELSE to_char(${today}::date, 'YYYY-MM') > to_char(p.birth_date + make_interval(years => ${maximumAge}::int), 'YYYY-MM') END`;
  const applies: Record<ProvinceCase, Prisma.Sql> = {
    overAge,
    religiousDignitary: Prisma.sql`p.religious_dignitary IS TRUE`,
    readmission: Prisma.sql`c.readmission`,
  };
  const cases = PROVINCE_CASES.map(
    (
      of,
    ) => Prisma.sql`WHEN ${applies[of]} AND NOT EXISTS (SELECT FROM step s WHERE s.candidate_id = c.id AND s.kind = 'consentGiven'
      AND s.undone_at IS NULL AND s.on_day <= ${today}::date AND s.data ->> 'of' = ${of}) THEN ${of}`,
  );
  return Prisma.sql`CASE WHEN c.next_step <> ALL (${[...CONSENT_STEPS]}::text[]) THEN NULL ${Prisma.join(cases, " ")} END`;
}

function watchSql(): Prisma.Sql {
  const due = Prisma.sql`(SELECT n.due COLLATE "C" > coalesce(c.noted_for, '') COLLATE "C" AND c.helped_since <= n.last_day
    FROM note n WHERE n.lo <= c.unit_ord AND n.hi >= c.unit_ord ORDER BY n.lo DESC LIMIT 1)`;
  return Prisma.sql`CASE WHEN c.arrived_on IS NOT NULL THEN NULL
      WHEN NOT c.helped THEN CASE WHEN coalesce(c.admitted_on, c.sympathiser_on) IS NOT NULL THEN 'helper' END
      WHEN ${due} THEN 'note' END,
    'cell', CASE WHEN c.helped THEN c.helped_since ELSE coalesce(c.admitted_on, c.sympathiser_on) END,
    CASE WHEN c.helped THEN 'progressNoted' ELSE 'helperAssigned' END`;
}

function groupSql({ today, soon }: TaskDays): Prisma.Sql {
  return Prisma.sql`CASE WHEN t.kind IN ('helper', 'note') THEN 'watch' WHEN t.kind = 'returned' THEN 'returned'
    WHEN t.day < ${today}::date THEN 'overdue' WHEN t.day <= ${soon}::date THEN 'soon' ELSE 'later' END`;
}

/** Which period each part of the tree has to have notes for by now: the nearest unit that says it counts. */
async function notesJson(scope: UnitScope): Promise<string> {
  const { today } = scope;
  const row = (lo: bigint, hi: bigint, every: ProvinceOptions["notesEvery"]) => {
    const due = every && periodDue(today, every);
    return { lo: String(lo), hi: String(hi), due, last_day: due && lastDayOfPeriod(due) };
  };
  const known = await findProcedureOptions(scope);
  const rows = known.flatMap(({ lo, hi, versions }) => {
    const inForce = optionsOn(versions, today);
    return inForce ? [row(lo, hi, inForce.options.notesEvery)] : [];
  });
  return JSON.stringify([row(-1n, EVERYWHERE, CENTRAL_OPTIONS.notesEvery), ...rows]);
}

const EVERYWHERE = 9223372036854775807n;
