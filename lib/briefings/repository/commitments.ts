import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import { committeeName } from "@/lib/organisation/rules/register";
import type { PlainDate } from "@/lib/shared/days";
import { isUuid } from "@/lib/shared/uuid";
import { Prisma } from "@/prisma/generated/client/client";
import {
  type Briefing,
  type Brought,
  COMMITMENT_STATES,
  type Commitment,
  type NamedUnit,
  type Outcome,
  type Review,
} from "../rules/briefing";
import type { CommitmentFilter } from "../rules/matters";
import type { PlaceInList } from "./briefings";

const COMMITMENT = Prisma.sql`c.id, c.briefing_id AS "briefingId", u.id AS "unitId", u.code AS "unitCode", u.name AS "unitName",
  c.committee_id AS "committeeId", c.committee_name AS "committeeName", c.doer, c.words, c.agreed_on::text AS "agreedOn",
  c.due_on::text AS "dueOn", c.report, c.reported_on::text AS "reportedOn", c.reported_by_name AS "reportedByName", c.outcome,
  c.closed_on::text AS "closedOn", c.closed_by_name AS "closedByName", c.saved_by_name AS "savedByName", c.version`;

type Row = Omit<Commitment, "unit"> & { unitId: number; unitCode: string; unitName: string };

const commitmentOf = ({ unitId: id, unitCode: code, unitName: name, ...rest }: Row): Commitment => ({
  ...rest,
  unit: { id, code, name },
});

const within = ({ lo, hi }: UnitScope): Prisma.Sql => Prisma.sql`c.unit_ord BETWEEN ${lo} AND ${hi}`;

type Range = { lo: bigint; hi: bigint };
type Filter = Omit<CommitmentFilter, "unit">;

/** The same states as `commitmentStateOf`, on a day. */
function stateSql({ state, from, asOf }: Filter): Prisma.Sql {
  const waits = Prisma.sql`c.agreed_on <= ${asOf}::date AND coalesce(c.closed_on > ${asOf}::date, true)`;
  const told = Prisma.sql`coalesce(c.reported_on <= ${asOf}::date, false)`;
  switch (state) {
    case "waiting":
      return waits;
    case "open":
      return Prisma.sql`${waits} AND NOT ${told} AND c.due_on >= ${asOf}::date`;
    case "late":
      return Prisma.sql`${waits} AND NOT ${told} AND c.due_on < ${asOf}::date`;
    case "reported":
      return Prisma.sql`${waits} AND ${told}`;
    default:
      return Prisma.sql`c.outcome = ${state} AND c.closed_on BETWEEN ${from}::date AND ${asOf}::date`;
  }
}

/** Things agreed, the first due first, from a place on. */
export async function findCommitments(
  scope: UnitScope,
  { lo, hi }: Range,
  filter: Filter,
  after: PlaceInList | null,
  limit: number,
): Promise<Commitment[]> {
  const from = after
    ? Prisma.sql`AND (c.due_on, c.id) > (${after.day}::date, ${after.id}::uuid)`
    : Prisma.empty;
  const rows = await scope.db.$queryRaw<Row[]>`
    SELECT ${COMMITMENT} FROM commitment c JOIN unit u ON u.id = c.unit_id
    WHERE ${within(scope)} AND c.unit_ord BETWEEN ${lo} AND ${hi} AND ${stateSql(filter)} ${from} ORDER BY c.due_on, c.id LIMIT ${limit}`;
  return rows.map(commitmentOf);
}

/** How many stand in each state, and how many wait in all. */
export async function countCommitments(
  scope: UnitScope,
  { lo, hi }: Range,
  filter: Omit<Filter, "state">,
): Promise<Record<CommitmentFilter["state"], number>> {
  const states = ["waiting", ...COMMITMENT_STATES] as const;
  const counts = Prisma.join(
    states.map((state) => Prisma.sql`count(*) FILTER (WHERE ${stateSql({ ...filter, state })})`),
    ", ",
    "jsonb_build_array(",
    ")",
  );
  const [row] = await scope.db.$queryRaw<{ counts: number[] }[]>`
    SELECT ${counts} AS counts FROM commitment c WHERE ${within(scope)} AND c.unit_ord BETWEEN ${lo} AND ${hi}`;
  return Object.fromEntries(states.map((state, place) => [state, row?.counts[place] ?? 0])) as Record<
    CommitmentFilter["state"],
    number
  >;
}

/** What the actor's own unit has to do, and what it was told to be done and has to close. */
export type OwnCommitments = { mine: number; late: number; firstDue: PlainDate | null; reported: number };

/** Counts them for the home page. */
export async function countOwnCommitments(scope: UnitScope): Promise<OwnCommitments> {
  const { id } = scope.actor.unit;
  const mine = Prisma.sql`c.reported_on IS NULL AND ((c.doer = 'unit' AND c.unit_id = ${id}) OR (c.doer = 'committee' AND c.committee_id = ${id}))`;
  const [row] = await scope.db.$queryRaw<OwnCommitments[]>`
    SELECT count(*) FILTER (WHERE ${mine})::int AS mine, count(*) FILTER (WHERE ${mine} AND c.due_on < ${scope.today}::date)::int AS late,
      (min(c.due_on) FILTER (WHERE ${mine}))::text AS "firstDue",
      count(*) FILTER (WHERE c.committee_id = ${id} AND c.reported_on IS NOT NULL)::int AS reported
    FROM commitment c WHERE ${within(scope)} AND c.outcome IS NULL AND c.agreed_on <= ${scope.today}::date`;
  return row ?? { mine: 0, late: 0, firstDue: null, reported: 0 };
}

/** What was agreed at a briefing, in the order of writing. */
export async function findAgreedAt(scope: UnitScope, briefing: Briefing): Promise<Commitment[]> {
  const rows = await scope.db.$queryRaw<Row[]>`
    SELECT ${COMMITMENT} FROM commitment c JOIN unit u ON u.id = c.unit_id
    WHERE ${within(scope)} AND c.briefing_id = ${briefing.id}::uuid ORDER BY u.lo, c.saved_at, c.id`;
  return rows.map(commitmentOf);
}

/** What the committee agreed earlier and was open on the day of a briefing, or was looked at there. */
export async function findBroughtTo(scope: UnitScope, briefing: Briefing): Promise<Brought[]> {
  const rows = await scope.db.$queryRaw<(Row & { review: Review | null })[]>`
    SELECT ${COMMITMENT}, CASE WHEN r.id IS NOT NULL THEN jsonb_build_object('outcome', r.outcome, 'dueOn', r.due_on, 'note', r.note,
      'reviewedOn', r.reviewed_on, 'reviewedByName', r.reviewed_by_name) END AS review
    FROM commitment c JOIN unit u ON u.id = c.unit_id
    LEFT JOIN commitment_review r ON r.commitment_id = c.id AND r.briefing_id = ${briefing.id}::uuid
    WHERE ${within(scope)} AND c.committee_id = ${briefing.unit.id} AND c.agreed_on < ${briefing.heldOn}::date
      AND (r.id IS NOT NULL OR coalesce(c.closed_on > ${briefing.heldOn}::date, true))
    ORDER BY c.due_on, u.lo, c.id`;
  return rows.map(({ review, ...row }) => ({ commitment: commitmentOf(row), review }));
}

/** Something agreed, within reach; null otherwise. Others wait with changing it until the transaction ends. */
export async function findCommitment(scope: UnitScope, id: string): Promise<Commitment | null> {
  if (!isUuid(id)) return null;
  const [row] = await scope.db.$queryRaw<Row[]>`
    SELECT ${COMMITMENT} FROM commitment c JOIN unit u ON u.id = c.unit_id WHERE c.id = ${id}::uuid AND ${within(scope)} FOR UPDATE OF c`;
  return row ? commitmentOf(row) : null;
}

/** Writes what was agreed at a briefing. */
export async function saveCommitment(
  scope: UnitScope,
  briefing: Briefing,
  unit: NamedUnit,
  { doer, words, dueOn }: Pick<Commitment, "doer" | "words" | "dueOn">,
): Promise<void> {
  await scope.db.$executeRaw`
    INSERT INTO commitment (briefing_id, unit_id, committee_id, committee_name, doer, words, agreed_on, due_on, saved_by_name)
    VALUES (${briefing.id}::uuid, ${unit.id}, ${briefing.unit.id}, ${committeeName(briefing.unit.name)}, ${doer}, ${words}, ${briefing.heldOn}::date,
      ${dueOn}::date, ${scope.actor.name})`;
}

/** The doer's word that it is done; false when it changed meanwhile. */
export async function saveReport(
  scope: UnitScope,
  id: string,
  version: number,
  report: string,
): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE commitment c SET report = ${report}, reported_on = ${scope.today}::date, reported_by_name = ${scope.actor.name}, version = version + 1
    WHERE c.id = ${id}::uuid AND c.version = ${version} AND c.outcome IS NULL AND ${within(scope)}`;
  return changed === 1;
}

/** What a briefing found of it: closed, or carried on to another day and to be told anew; false when it changed meanwhile. */
export async function saveReview(
  scope: UnitScope,
  briefing: Briefing,
  { id, version, unit }: Pick<Commitment, "id" | "version" | "unit">,
  { outcome, dueOn, note }: { outcome: Outcome; dueOn: PlainDate | null; note: string | null },
): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE commitment c SET version = version + 1, saved_by_name = ${scope.actor.name},
      outcome = CASE WHEN ${outcome} <> 'carried' THEN ${outcome} END,
      closed_on = CASE WHEN ${outcome} <> 'carried' THEN ${briefing.heldOn}::date END,
      closed_by_name = CASE WHEN ${outcome} <> 'carried' THEN ${scope.actor.name} END,
      due_on = coalesce(${dueOn}::date, due_on),
      report = CASE WHEN ${outcome} <> 'carried' THEN report END,
      reported_on = CASE WHEN ${outcome} <> 'carried' THEN reported_on END,
      reported_by_name = CASE WHEN ${outcome} <> 'carried' THEN reported_by_name END
    WHERE c.id = ${id}::uuid AND c.version = ${version} AND c.outcome IS NULL AND ${within(scope)}`;
  if (changed !== 1) return false;
  await scope.db.$executeRaw`
    INSERT INTO commitment_review (commitment_id, briefing_id, unit_id, outcome, due_on, note, reviewed_on, reviewed_by_name)
    VALUES (${id}::uuid, ${briefing.id}::uuid, ${unit.id}, ${outcome}, ${dueOn}::date, ${note}, ${briefing.heldOn}::date, ${scope.actor.name})
    ON CONFLICT (commitment_id, briefing_id) DO UPDATE SET outcome = excluded.outcome, due_on = excluded.due_on, note = excluded.note,
      reviewed_by_name = excluded.reviewed_by_name, version = commitment_review.version + 1`;
  return true;
}
