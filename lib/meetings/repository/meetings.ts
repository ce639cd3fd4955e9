import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { UnitKind } from "@/lib/organisation/rules/kinds";
import type { PlainDate } from "@/lib/shared/days";
import { isUuid } from "@/lib/shared/uuid";
import { Prisma } from "@/prisma/generated/client/client";
import type { Attendance, Ballot, Matter } from "../rules/committee";

export type MeetingState = "open" | "recorded" | "dropped";

/** A unit as its meetings need it. */
export type MeetingUnit = {
  id: number;
  code: string;
  name: string;
  kind: UnitKind;
  decides: boolean;
  lo: bigint;
  hi: bigint;
};

/** A meeting with its unit; the rows are asked for apart. */
export type Meeting = Attendance & {
  id: string;
  unit: MeetingUnit;
  matter: Matter;
  heldOn: PlainDate;
  minutesNumber: string | null;
  ballot: Ballot;
  state: MeetingState;
  savedByName: string;
  recordedOn: PlainDate | null;
  recordedByName: string | null;
  version: number;
};

/** What is typed of a meeting as a whole. */
export type Head = Attendance & { heldOn: PlainDate; minutesNumber: string | null; ballot: Ballot };

const UNIT = Prisma.sql`u.id AS "unitId", u.code, u.name, u.kind, u.may_decide_admission AS decides, u.lo, u.hi`;
const MEETING = Prisma.sql`m.id, m.matter, m.held_on::text AS "heldOn", m.minutes_number AS "minutesNumber", m.convened, m.present,
  m.ballot, m.state, m.saved_by_name AS "savedByName", (m.recorded_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS "recordedOn",
  m.recorded_by_name AS "recordedByName", m.version`;

const LOCK: Record<Hold, Prisma.Sql> = {
  share: Prisma.sql`FOR SHARE OF m`,
  alone: Prisma.sql`FOR UPDATE OF m`,
};

type UnitColumns = Omit<MeetingUnit, "id"> & { unitId: number };
type MeetingRow = Omit<Meeting, "unit"> & UnitColumns;

const unitOf = ({ unitId: id, code, name, kind, decides, lo, hi }: UnitColumns): MeetingUnit => ({
  id,
  code,
  name,
  kind,
  decides,
  lo,
  hi,
});

/** The unit whose meetings are asked for: that of the code, or without one the actor's own. */
export async function findMeetingUnit(scope: UnitScope, code: string | null): Promise<MeetingUnit | null> {
  const which =
    code === null
      ? Prisma.sql`u.id = ${scope.actor.unit.id}`
      : Prisma.sql`u.code_key = ${code.trim().toUpperCase()}`;
  const [row] = await scope.db.$queryRaw<UnitColumns[]>`
    SELECT ${UNIT} FROM unit u WHERE ${which} AND NOT u.closed AND u.lo BETWEEN ${scope.lo} AND ${scope.hi}`;
  return row ? unitOf(row) : null;
}

/** How a meeting is held while its transaction lasts: rows may be written side by side, recording is alone. */
export type Hold = "share" | "alone";

/** The meeting inside the scope that was not dropped, or null. */
export async function findMeeting(scope: UnitScope, id: string, hold?: Hold): Promise<Meeting | null> {
  if (!isUuid(id)) return null;
  const [row] = await scope.db.$queryRaw<MeetingRow[]>`
    SELECT ${MEETING}, ${UNIT} FROM meeting m JOIN unit u ON u.id = m.unit_id
    WHERE m.id = ${id}::uuid AND m.state <> 'dropped' AND m.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
    ${hold ? LOCK[hold] : Prisma.empty}`;
  if (!row) return null;
  const { unitId, code, name, kind, decides, lo, hi, ...meeting } = row;
  return { ...meeting, unit: unitOf({ unitId, code, name, kind, decides, lo, hi }) };
}

/** A line of the list of meetings: how many people, and how many of them were agreed to where it is recorded. */
export type MeetingLine = {
  id: string;
  matter: Matter;
  heldOn: PlainDate;
  state: MeetingState;
  unitName: string;
  people: number;
  agreed: number;
};

/** Meetings of a unit and those beneath it, open ones first, then the latest; at most 60. */
export function findMeetings(
  scope: UnitScope,
  { lo, hi }: Pick<MeetingUnit, "lo" | "hi">,
): Promise<MeetingLine[]> {
  return scope.db.$queryRaw<MeetingLine[]>`
    SELECT m.id, m.matter, m.held_on::text AS "heldOn", m.state, u.name AS "unitName", count(i.id)::int AS people,
      count(i.id) FILTER (WHERE EXISTS (SELECT FROM step s WHERE s.id = ANY (i.recorded_steps) AND s.undone_at IS NULL
        AND s.kind = m.matter AND coalesce((s.data ->> 'passed')::boolean, true)))::int AS agreed
    FROM meeting m JOIN unit u ON u.id = m.unit_id LEFT JOIN meeting_item i ON i.meeting_id = m.id AND NOT i.taken_off
    WHERE m.state <> 'dropped' AND m.unit_ord BETWEEN ${lo} AND ${hi} AND m.unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
    GROUP BY m.id, u.name ORDER BY m.state = 'open' DESC, m.held_on DESC, m.opened_at DESC LIMIT 60`;
}

/** Who came to the unit's last meeting: offered, so that it is not typed twice. */
export async function findLastAttendance(scope: UnitScope, { id }: MeetingUnit): Promise<Attendance> {
  const [last] = await scope.db.$queryRaw<Attendance[]>`
    SELECT convened, present FROM meeting
    WHERE unit_id = ${id} AND state <> 'dropped' AND convened IS NOT NULL AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
    ORDER BY held_on DESC, opened_at DESC LIMIT 1`;
  return last ?? { convened: null, present: null };
}

/** Opens a meeting with these people on its agenda, in their order; answers its id. */
export async function saveMeeting(
  scope: UnitScope,
  unit: MeetingUnit,
  matter: Matter,
  head: Head,
  candidateIds: readonly string[],
): Promise<string> {
  const [made] = await scope.db.$queryRaw<{ id: string }[]>`
    INSERT INTO meeting (unit_id, matter, held_on, minutes_number, convened, present, ballot, opened_by_name, saved_by_name)
    VALUES (${unit.id}, ${matter}, ${head.heldOn}::date, ${head.minutesNumber}, ${head.convened}, ${head.present}, ${head.ballot},
      ${scope.actor.name}, ${scope.actor.name}) RETURNING id`;
  if (!made) throw new Error("the meeting was not opened");
  await scope.db.$executeRaw`
    INSERT INTO meeting_item (meeting_id, candidate_id, place)
    SELECT ${made.id}::uuid, c.id, c.place FROM unnest(${[...candidateIds]}::uuid[]) WITH ORDINALITY AS c (id, place)`;
  return made.id;
}

/** Changes the head of an open meeting; false when it changed meanwhile. */
export async function saveHead(scope: UnitScope, id: string, version: number, head: Head): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE meeting SET held_on = ${head.heldOn}::date, minutes_number = ${head.minutesNumber}, convened = ${head.convened},
      present = ${head.present}, ballot = ${head.ballot}, saved_by_name = ${scope.actor.name}, version = version + 1
    WHERE id = ${id}::uuid AND version = ${version} AND state = 'open' AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return changed === 1;
}

/** Leads a meeting from one state to another; false when it was no longer so. */
export async function saveState(
  scope: UnitScope,
  { id, version, state: from }: Pick<Meeting, "id" | "version" | "state">,
  to: MeetingState,
): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE meeting SET state = ${to}, recorded_at = CASE WHEN ${to} = 'recorded' THEN now() END,
      recorded_by_name = CASE WHEN ${to} = 'recorded' THEN ${scope.actor.name} END,
      saved_by_name = ${scope.actor.name}, version = version + 1
    WHERE id = ${id}::uuid AND version = ${version} AND state = ${from} AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return changed === 1;
}
