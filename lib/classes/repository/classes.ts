import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { OrdinalRange } from "@/lib/organisation/repository/tree-on";
import type { PlainDate } from "@/lib/shared/days";
import { isUuid } from "@/lib/shared/uuid";
import { Prisma } from "@/prisma/generated/client/client";
import { LEARNER_STATES } from "../rules/enrolment";
import { type ClassKind, type ClassPlan, type ClassState, COMING_STATES } from "../rules/training-class";

/** A class with its organiser. */
export type TrainingClass = ClassPlan & {
  id: string;
  code: string;
  unit: { id: number; code: string; name: string; lo: bigint };
  state: ClassState;
  /** Why it was dropped. */
  droppedReason: string | null;
  savedByName: string;
  version: number;
};

const CLASS = Prisma.sql`t.id, t.code, t.kind, t.name, t.from_day::text AS "from", t.to_day::text AS "to", t.form, t.audience, t.place,
  t.sessions, t.size, t.state, t.dropped_reason AS "droppedReason", t.saved_by_name AS "savedByName", t.version, u.id AS "unitId", u.code AS "unitCode", u.name AS "unitName", u.lo AS "unitLo"`;

type Row = Omit<TrainingClass, "unit"> & {
  unitId: number;
  unitCode: string;
  unitName: string;
  unitLo: bigint;
};

const classOf = ({
  unitId: id,
  unitCode: code,
  unitName: name,
  unitLo: lo,
  ...rest
}: Row): TrainingClass => ({
  ...rest,
  unit: { id, code, name, lo },
});

/**
 * A class whose organiser is inside the scope; null otherwise. `hold` keeps others from changing it while the
 * transaction lasts.
 */
export async function findClass(scope: UnitScope, id: string, hold = false): Promise<TrainingClass | null> {
  if (!isUuid(id)) return null;
  const [row] = await scope.db.$queryRaw<Row[]>`
    SELECT ${CLASS} FROM training_class t JOIN unit u ON u.id = t.unit_id
    WHERE t.id = ${id}::uuid AND t.unit_ord BETWEEN ${scope.lo} AND ${scope.hi} ${hold ? Prisma.sql`FOR UPDATE OF t` : Prisma.empty}`;
  return row ? classOf(row) : null;
}

/** A line of the list of classes. */
export type ClassLine = {
  id: string;
  code: string;
  name: string;
  kind: ClassKind;
  unitName: string;
  from: PlainDate;
  to: PlainDate;
  state: ClassState;
  learners: number;
  unanswered: number;
  certificates: number;
};

const SHOWN_CLASSES = 60;

/** Classes of organisers in a range: those to come first, then the latest; at most 60. */
export function findClasses(scope: UnitScope, { lo, hi }: OrdinalRange): Promise<ClassLine[]> {
  return scope.db.$queryRaw<ClassLine[]>`
    SELECT t.id, t.code, t.name, t.kind, u.name AS "unitName", t.from_day::text AS "from", t.to_day::text AS "to", t.state,
      count(e.id) FILTER (WHERE e.state = ANY (${[...LEARNER_STATES]}::text[]))::int AS learners,
      count(e.id) FILTER (WHERE e.state IN ('called', 'substitute'))::int AS unanswered,
      count(e.certified_on)::int AS certificates
    FROM training_class t JOIN unit u ON u.id = t.unit_id LEFT JOIN enrolment e ON e.class_id = t.id
    WHERE t.unit_ord BETWEEN ${lo} AND ${hi} AND t.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
    GROUP BY t.id, u.id ORDER BY t.state <> ALL (${[...COMING_STATES]}::text[]), t.from_day DESC, t.code LIMIT ${SHOWN_CLASSES}`;
}

/** A class that was dropped before its last day, and whose people were called to it. */
export type DroppedClass = {
  id: string;
  name: string;
  organiser: string;
  from: PlainDate;
  reason: string;
  people: string[];
};

/** Dropped classes that people of the scope would still go to. */
export function findDroppedFor(scope: UnitScope): Promise<DroppedClass[]> {
  return scope.db.$queryRaw<DroppedClass[]>`
    SELECT t.id, t.name, o.name AS organiser, t.from_day::text AS "from", t.dropped_reason AS reason,
      array_agg(p.name ORDER BY p.given_name, p.name) AS people
    FROM enrolment e JOIN training_class t ON t.id = e.class_id JOIN unit o ON o.id = t.unit_id
      JOIN candidate c ON c.id = e.candidate_id JOIN person p ON p.id = c.person_id
    WHERE t.state = 'dropped' AND t.to_day >= ${scope.today}::date AND e.state = ANY (${[...LEARNER_STATES]}::text[])
      AND e.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
    GROUP BY t.id, o.id ORDER BY t.from_day, t.id`;
}

/** The next free code of an organiser for a kind in a year: "NT-2026-03". Others who plan wait until this transaction ends. */
export async function findNextCode(scope: UnitScope, unitId: number, prefix: string): Promise<string> {
  await scope.db.$executeRaw`SELECT pg_advisory_xact_lock(7394, ${unitId}::int)`;
  const rows = await scope.db.$queryRaw<{ key: string }[]>`
    SELECT code_key AS key FROM training_class WHERE unit_id = ${unitId} AND starts_with(code_key, ${prefix})
      AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  const used = rows.map(({ key }) => Number(/^\d+$/.exec(key.slice(prefix.length))?.[0] ?? 0));
  return `${prefix}${String(Math.max(0, ...used) + 1).padStart(2, "0")}`;
}

/** Writes a new class; answers its id. */
export async function saveClass(
  scope: UnitScope,
  unitId: number,
  code: string,
  plan: ClassPlan,
): Promise<string> {
  const [made] = await scope.db.$queryRaw<{ id: string }[]>`
    INSERT INTO training_class (unit_id, code, code_key, kind, name, from_day, to_day, form, audience, place, sessions, size, saved_by_name)
    VALUES (${unitId}, ${code}, ${code.toUpperCase()}, ${plan.kind}, ${plan.name}, ${plan.from}::date, ${plan.to}::date, ${plan.form},
      ${plan.audience}, ${plan.place}, ${plan.sessions}, ${plan.size}, ${scope.actor.name}) RETURNING id`;
  if (!made) throw new Error("the class was not written");
  return made.id;
}

/** Changes what is told of a class; false when it changed meanwhile. */
export async function saveClassPlan(
  scope: UnitScope,
  { id }: TrainingClass,
  version: number,
  plan: Omit<ClassPlan, "kind">,
): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE training_class SET name = ${plan.name}, from_day = ${plan.from}::date, to_day = ${plan.to}::date, form = ${plan.form},
      audience = ${plan.audience}, place = ${plan.place}, sessions = ${plan.sessions}, size = ${plan.size}, saved_by_name = ${scope.actor.name},
      version = version + 1
    WHERE id = ${id}::uuid AND version = ${version} AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return changed === 1;
}

/** Leads a class to a state; its version rises, so that a page seen before is told. */
export async function saveClassState(
  scope: UnitScope,
  { id }: TrainingClass,
  state: ClassState,
): Promise<void> {
  await scope.db.$executeRaw`
    UPDATE training_class SET state = ${state}, saved_by_name = ${scope.actor.name}, version = version + 1
    WHERE id = ${id}::uuid AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
}

/** Drops a class; false when it changed meanwhile. */
export async function saveDropped(
  scope: UnitScope,
  { id }: TrainingClass,
  version: number,
  reason: string,
): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE training_class SET state = 'dropped', dropped_reason = ${reason}, saved_by_name = ${scope.actor.name}, version = version + 1
    WHERE id = ${id}::uuid AND version = ${version} AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return changed === 1;
}
