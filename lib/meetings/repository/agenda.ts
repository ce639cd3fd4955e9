import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { Prisma } from "@/prisma/generated/client/client";
import { type Matter, NEXT_STEPS } from "../rules/committee";
import type { UsedNumber } from "../rules/recording";
import type { Row } from "../rules/row";
import type { Meeting, MeetingUnit } from "./meetings";

/** A person's row on an agenda. */
export type Item = {
  id: string;
  candidateId: string;
  place: number;
  takenOff: boolean;
  row: Row;
  version: number;
  savedByName: string | null;
  recordedSteps: string[];
  recordedVersion: number | null;
};

type ItemRow = Omit<Item, "row"> & Row;

const ITEM = Prisma.sql`i.id, i.candidate_id AS "candidateId", i.place, i.taken_off AS "takenOff", i.agreed, i.disagreed, i.other, i.outcome,
  i.follow, i.note, i.document_number AS "documentNumber", i.version, i.saved_by_name AS "savedByName",
  i.recorded_steps::text[] AS "recordedSteps", i.recorded_version AS "recordedVersion"`;

function itemOf({ agreed, disagreed, other, outcome, follow, note, documentNumber, ...item }: ItemRow): Item {
  return {
    ...item,
    recordedSteps: item.recordedSteps ?? [],
    row: { agreed, disagreed, other, outcome, follow, note, documentNumber },
  };
}

/** Everybody who stands or stood on the agenda of a meeting, in its order. */
export async function findItems(scope: UnitScope, meetingId: string): Promise<Item[]> {
  const rows = await scope.db.$queryRaw<ItemRow[]>`
    SELECT ${ITEM} FROM meeting_item i
    WHERE i.meeting_id = ${meetingId}::uuid AND i.unit_ord BETWEEN ${scope.lo} AND ${scope.hi} ORDER BY i.place, i.id`;
  return rows.map(itemOf);
}

/** One row of a meeting, or null. */
export async function findItem(scope: UnitScope, meetingId: string, itemId: string): Promise<Item | null> {
  return (await findItems(scope, meetingId)).find(({ id }) => id === itemId) ?? null;
}

/**
 * Whose next step waits for such a meeting of this unit and who stands on no other open one of it, by unit
 * and given name. A person waits for the nearest committee above that has the matter in its hands.
 */
export async function findWaiting(
  scope: UnitScope,
  unit: MeetingUnit,
  matter: Matter,
  exceptMeeting: string | null = null,
): Promise<string[]> {
  const rows = await scope.db.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM candidate c JOIN person p ON p.id = c.person_id JOIN unit u ON u.id = c.unit_id
    WHERE c.unit_ord BETWEEN ${unit.lo} AND ${unit.hi} AND c.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
      AND c.closed_on IS NULL AND c.revoked_on IS NULL AND c.recognised_on IS NULL
      AND c.next_step = ANY (${[...NEXT_STEPS[matter]]}::text[]) AND ${inHandsOf(unit, matter)}
      AND NOT EXISTS (SELECT FROM meeting_item i JOIN meeting m ON m.id = i.meeting_id
        WHERE i.candidate_id = c.id AND NOT i.taken_off AND m.state = 'open' AND m.unit_id = ${unit.id} AND m.matter = ${matter}
          AND m.id IS DISTINCT FROM ${exceptMeeting}::uuid)
    ORDER BY u.lo, p.given_name, p.name, c.id`;
  return rows.map(({ id }) => id);
}

function inHandsOf(unit: MeetingUnit, matter: Matter): Prisma.Sql {
  if (matter === "cellVoted" || matter === "recognitionVoted") return Prisma.sql`c.unit_id = ${unit.id}`;
  const has =
    matter === "decided" ? Prisma.sql`d.may_decide_admission` : Prisma.sql`d.kind = 'BASE_COMMITTEE'`;
  return Prisma.sql`(SELECT d.id FROM unit d WHERE d.lo <= u.lo AND d.hi >= u.lo AND NOT d.closed AND ${has}
    ORDER BY d.lo DESC LIMIT 1) = ${unit.id}`;
}

/** Stores a row as typed; false when it changed meanwhile or the meeting is no longer open. */
export async function saveRow(
  scope: UnitScope,
  meetingId: string,
  itemId: string,
  version: number,
  row: Row,
): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE meeting_item i SET agreed = ${row.agreed}, disagreed = ${row.disagreed}, other = ${row.other}, outcome = ${row.outcome},
      follow = ${row.follow}, note = ${row.note}, document_number = ${row.documentNumber}, saved_by_name = ${scope.actor.name},
      version = i.version + 1
    FROM meeting m
    WHERE i.id = ${itemId}::uuid AND i.meeting_id = ${meetingId}::uuid AND i.version = ${version} AND m.id = i.meeting_id
      AND m.state = 'open' AND i.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return changed === 1;
}

/** Puts people at the end of the agenda, or back to the place they had. */
export async function saveOnAgenda(
  scope: UnitScope,
  meetingId: string,
  candidateIds: readonly string[],
): Promise<void> {
  await scope.db.$executeRaw`
    INSERT INTO meeting_item (meeting_id, candidate_id, place)
    SELECT ${meetingId}::uuid, c.id, c.place + (SELECT coalesce(max(place), 0) FROM meeting_item WHERE meeting_id = ${meetingId}::uuid)
    FROM unnest(${[...candidateIds]}::uuid[]) WITH ORDINALITY AS c (id, place)
    ON CONFLICT (meeting_id, candidate_id) DO UPDATE SET taken_off = false, version = meeting_item.version + 1`;
}

/** Takes somebody off the agenda; what was typed of them stays. */
export async function saveOffAgenda(scope: UnitScope, meetingId: string, candidateId: string): Promise<void> {
  await scope.db.$executeRaw`
    UPDATE meeting_item SET taken_off = true, version = version + 1
    WHERE meeting_id = ${meetingId}::uuid AND candidate_id = ${candidateId}::uuid AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
}

/** Kinds of steps that share one sequence of numbers. */
const SEQUENCE: Record<Matter, readonly string[]> = {
  cellVoted: ["sympathiserRecognised", "cellVoted", "recognitionVoted"],
  recognitionVoted: ["sympathiserRecognised", "cellVoted", "recognitionVoted"],
  baseVoted: ["baseVoted", "recognitionBaseVoted"],
  recognitionBaseVoted: ["baseVoted", "recognitionBaseVoted"],
  decided: ["decided", "recognised", "decisionRevoked"],
};
/** Of those, the kinds that are one person's own: a cell puts several people on its list by one resolution. */
const ONE_PERSON: Record<Matter, readonly string[]> = {
  ...SEQUENCE,
  cellVoted: ["cellVoted", "recognitionVoted"],
  recognitionVoted: ["cellVoted", "recognitionVoted"],
};

export type Numbers = { sequence: string[]; used: UsedNumber[]; latest: string[] };

/** The unit's numbers in the year of a day: its sequence, whose each is, and those used last, newest first. */
export async function findNumbers(
  scope: UnitScope,
  unit: MeetingUnit,
  matter: Matter,
  day: PlainDate,
): Promise<Numbers> {
  const kinds = [...SEQUENCE[matter]];
  const ofUnit = Prisma.sql`s.unit_ord BETWEEN ${unit.lo} AND ${unit.hi} AND s.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
    AND s.kind = ANY (${kinds}::text[]) AND s.undone_at IS NULL AND s.document_number IS NOT NULL`;
  const rows = await scope.db.$queryRaw<(UsedNumber & { kind: string })[]>`
    SELECT s.document_number AS number, s.candidate_id AS "candidateId", s.kind FROM step s
    WHERE ${ofUnit} AND s.on_day >= date_trunc('year', ${day}::date) AND s.on_day < date_trunc('year', ${day}::date) + interval '1 year'`;
  const latest = await scope.db.$queryRaw<{ number: string }[]>`
    SELECT s.document_number AS number FROM step s WHERE ${ofUnit} ORDER BY s.on_day DESC, s.recorded_at DESC LIMIT 20`;
  return {
    sequence: rows.map(({ number }) => number),
    used: rows
      .filter(({ kind }) => ONE_PERSON[matter].includes(kind))
      .map(({ number, candidateId }) => ({ number, candidateId })),
    latest: latest.map(({ number }) => number),
  };
}

/** Keeps out whoever else would number documents of the same unit until this transaction ends. */
export async function holdNumbers(scope: UnitScope, { unit }: Meeting): Promise<void> {
  await scope.db.$executeRaw`SELECT pg_advisory_xact_lock(7393, ${unit.id}::int)`;
}

/** Keeps these candidates as they are until this transaction ends. */
export async function holdCandidates(scope: UnitScope, ids: readonly string[]): Promise<void> {
  await scope.db.$queryRaw`
    SELECT c.id FROM candidate c WHERE c.id = ANY (${[...ids]}::uuid[]) AND c.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
    ORDER BY c.id FOR UPDATE`;
}

/** Remembers which steps recording wrote for a person in this transaction, and the version they left behind. */
export async function saveRecorded(scope: UnitScope, itemId: string): Promise<void> {
  await scope.db.$executeRaw`
    UPDATE meeting_item i SET version = i.version + 1, recorded_version = c.version,
      recorded_steps = (SELECT array_agg(s.id ORDER BY s.id) FROM step s WHERE s.candidate_id = c.id AND s.recorded_at = now())
    FROM candidate c WHERE i.id = ${itemId}::uuid AND c.id = i.candidate_id AND i.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
}

/** Forgets the steps of a person that were just taken back. */
export async function saveUnrecorded(scope: UnitScope, itemId: string): Promise<void> {
  await scope.db.$executeRaw`
    UPDATE meeting_item SET version = version + 1, recorded_version = NULL, recorded_steps = NULL
    WHERE id = ${itemId}::uuid AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
}
