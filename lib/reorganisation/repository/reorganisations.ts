import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { isUuid } from "@/lib/shared/uuid";
import { Prisma } from "@/prisma/generated/client/client";
import type { Act } from "../rules/act";
import { type Choices, NO_CHOICES } from "../rules/landing";
import type { Receipt } from "../rules/plan";

export type ReorganisationState = "draft" | "planned" | "done" | "undone";

/** A reorganisation as it is kept. */
export type Reorganisation = {
  id: string;
  decisionNumber: string;
  documentDay: PlainDate;
  day: PlainDate;
  state: ReorganisationState;
  acts: Act[];
  choices: Choices;
  receipt: Receipt | null;
  savedByName: string;
  doneOn: PlainDate | null;
  doneByName: string | null;
  undoneOn: PlainDate | null;
  undoneByName: string | null;
  version: number;
};

const COLUMNS = Prisma.sql`r.id, r.decision_number AS "decisionNumber", r.document_day::text AS "documentDay", r.day::text AS day, r.state,
  r.acts, r.choices, r.receipt, r.saved_by_name AS "savedByName", (r.done_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS "doneOn",
  r.done_by_name AS "doneByName", (r.undone_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS "undoneOn",
  r.undone_by_name AS "undoneByName", r.version`;

/** One of the scope; null: none there. */
export async function findReorganisation(scope: UnitScope, id: string): Promise<Reorganisation | null> {
  if (!isUuid(id)) return null;
  const [row] = await scope.db.$queryRaw<Reorganisation[]>`
    SELECT ${COLUMNS} FROM reorganisation r WHERE r.id = ${id}::uuid AND r.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return row ?? null;
}

/** Those of the scope, the latest day first, at most 100. */
export function findReorganisations(scope: UnitScope): Promise<Reorganisation[]> {
  return scope.db.$queryRaw<Reorganisation[]>`
    SELECT ${COLUMNS} FROM reorganisation r WHERE r.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
    ORDER BY r.day DESC, r.saved_at DESC LIMIT 100`;
}

/** Those planned whose day has come, in the order of their days. */
export function findDue(scope: UnitScope): Promise<Reorganisation[]> {
  return scope.db.$queryRaw<Reorganisation[]>`
    SELECT ${COLUMNS} FROM reorganisation r
    WHERE r.state = 'planned' AND r.day <= ${scope.today}::date AND r.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
    ORDER BY r.day, r.saved_at, r.id`;
}

export type NewReorganisation = Pick<Reorganisation, "decisionNumber" | "documentDay" | "day" | "acts">;

/** Keeps a draft and gives its id; it changes nothing. */
export async function saveDraft(
  scope: UnitScope,
  { decisionNumber, documentDay, day, acts }: NewReorganisation,
  unitId: number,
): Promise<string> {
  const [row] = await scope.db.$queryRaw<{ id: string }[]>`
    INSERT INTO reorganisation (unit_id, decision_number, document_day, day, acts, choices, saved_by_name)
    VALUES (${unitId}, ${decisionNumber}, ${documentDay}::date, ${day}::date, ${JSON.stringify(acts)}::jsonb, ${JSON.stringify(NO_CHOICES)}::jsonb, ${scope.actor.name})
    RETURNING id`;
  if (!row) throw new Error("The draft was not kept.");
  return row.id;
}

/** Keeps what was chosen, and whether it is to be carried out on its day; false: changed meanwhile. */
export async function saveChoices(
  scope: UnitScope,
  { id, version }: Pick<Reorganisation, "id" | "version">,
  choices: Choices,
  state: "draft" | "planned",
): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE reorganisation SET choices = ${JSON.stringify(choices)}::jsonb, state = ${state}, saved_by_name = ${scope.actor.name}, version = version + 1
    WHERE id = ${id}::uuid AND version = ${version} AND state IN ('draft', 'planned') AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return changed === 1;
}

/** Takes away what has changed nothing yet; false: it is no draft or plan any more. */
export async function deleteDraft(
  scope: UnitScope,
  { id, version }: Pick<Reorganisation, "id" | "version">,
): Promise<boolean> {
  const gone = await scope.db.$executeRaw`
    DELETE FROM reorganisation WHERE id = ${id}::uuid AND version = ${version} AND state IN ('draft', 'planned')
      AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return gone === 1;
}

/** Marks it as carried out, with what it did; false: changed meanwhile. */
export async function saveDone(
  scope: UnitScope,
  { id, version }: Pick<Reorganisation, "id" | "version">,
  receipt: Receipt,
  touched: readonly number[],
): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE reorganisation SET state = 'done', done_at = now(), done_by_name = ${scope.actor.name}, receipt = ${JSON.stringify(receipt)}::jsonb,
      touched = ${[...touched]}::int[], version = version + 1
    WHERE id = ${id}::uuid AND version = ${version} AND state IN ('draft', 'planned') AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return changed === 1;
}

/** What has happened since in what it touched; nothing: it can be taken back. */
export type Happened = { what: string; unitName: string | null; count: number };

/** What stands in the way of taking it back. */
export function findHappened(scope: UnitScope, id: string): Promise<Happened[]> {
  return scope.db.$queryRaw<Happened[]>`
    SELECT what, unit_name AS "unitName", people::int AS count FROM sec.happened_since(${id}::uuid)`;
}

/** Takes back every row it wrote and rebuilds both trees; false: something happened since. */
export async function saveUndone(scope: UnitScope, id: string): Promise<boolean> {
  const [row] = await scope.db.$queryRaw<
    { undone: boolean }[]
  >`SELECT sec.undo_reorganisation(${id}::uuid) AS undone`;
  if (!row?.undone) return false;
  await scope.db.$executeRaw`SELECT sec.rebuild_union_tree(${scope.today}::date)`;
  await scope.db.$executeRaw`SELECT sec.rebuild_tree(${scope.today}::date)`;
  await scope.db.$executeRaw`SELECT sec.remove_reorganised_units(${id}::uuid)`;
  return true;
}
