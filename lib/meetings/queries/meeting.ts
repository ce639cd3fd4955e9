import "server-only";
import { notFound } from "next/navigation";
import { logRead } from "@/lib/access/audit";
import { can, type UnitScope, withScope } from "@/lib/access/gate";
import { nextNumber } from "@/lib/organisation/repository/register";
import { findLineUp } from "@/lib/organisation/repository/units";
import type { HeadedUnit } from "@/lib/organisation/rules/letterhead";
import { type CandidateDetails, findCandidates } from "@/lib/pipeline/repository/candidates";
import type { Review } from "@/lib/pipeline/rules/finding";
import { PERMISSION_OF } from "@/lib/pipeline/rules/step";
import { yearOf } from "@/lib/shared/days";
import { findItems, findNumbers, findWaiting, type Item } from "../repository/agenda";
import { findMeeting, type Meeting } from "../repository/meetings";
import { type Abstract, buildAbstract } from "../rules/abstract";
import { reviewItem, waitsFor } from "../rules/agenda";
import { type Sitting, thresholdOf, voteStepOf } from "../rules/committee";
import { registerOf, tailOf } from "../rules/numbering";
import type { Row } from "../rules/row";

/** A person on the agenda, with the abstract and what the law still asks for. */
export type MeetingPerson = {
  itemId: string;
  candidateId: string;
  name: string;
  cell: string;
  above: string | null;
  row: Row;
  version: number;
  abstract: Abstract;
  review: Review;
  /** Conditions of the law are missing: skipped, unless one types something all the same. */
  blocked: boolean;
  /** The candidate took this step elsewhere meanwhile, in an open meeting. */
  movedOn: boolean;
};

/** Somebody who could be put on the agenda. */
export type MeetingAbsentee = { candidateId: string; name: string; cell: string };

export type MeetingPage = Omit<Meeting, "unit"> &
  Sitting & {
    unit: { code: string; name: string; kind: string };
    /** The unit and those above it, the unit first. */
    line: HeadedUnit[];
    people: MeetingPerson[];
    off: MeetingAbsentee[];
    /** Numbers of the year in the unit's sequence, and how such a number ends. */
    numbers: { sequence: string[]; tail: string };
    mayHold: boolean;
    /** Whose kept rows are theirs on a shared machine. */
    keeper: string;
    today: string;
  };

/** A meeting with everybody on its agenda; opening it is logged. Outside the scope it does not exist. */
export function loadMeeting(id: string): Promise<MeetingPage> {
  return withScope("meeting.read", async (scope) => {
    const meeting = (await findMeeting(scope, id)) ?? notFound();
    const items = await findItems(scope, id);
    const people = await peopleOf(scope, meeting, items);
    await logRead(scope, {
      action: "openMeeting",
      subject: "meeting",
      subjectId: id,
      unitOrd: meeting.unit.lo,
      details: { people: people.length },
    });
    const { unit } = meeting;
    return {
      ...meeting,
      threshold: thresholdOf(meeting.matter, unit.kind, meeting.heldOn),
      unit: { code: unit.code, name: unit.name, kind: unit.kind },
      line: await findLineUp(scope, unit.id),
      people,
      off: meeting.state === "open" ? await absentees(scope, meeting, items) : [],
      numbers: await numbersOf(scope, meeting),
      mayHold:
        can(scope.actor, "meeting.hold") && can(scope.actor, PERMISSION_OF[voteStepOf(meeting.matter)]),
      keeper: scope.actor.assignmentId ?? "",
      today: scope.today,
    };
  });
}

/** The numbers in use, in the records and in the register, whose last one may be nobody's on the way. */
async function numbersOf(
  scope: UnitScope,
  { unit, matter, heldOn }: Meeting,
): Promise<MeetingPage["numbers"]> {
  const { sequence, latest } = await findNumbers(scope, unit, matter, heldOn);
  const tail = tailOf(latest, matter, unit.name);
  const next = await nextNumber(scope, unit.id, registerOf(matter), yearOf(heldOn));
  return { sequence: next !== null && next > 1 ? [...sequence, `${next - 1}${tail}`] : sequence, tail };
}

async function peopleOf(
  scope: UnitScope,
  meeting: Meeting,
  items: readonly Item[],
): Promise<MeetingPerson[]> {
  const on = items.filter(({ takenOff }) => !takenOff);
  const found = await findCandidates(
    scope,
    on.map(({ candidateId }) => candidateId),
  );
  const candidates = new Map(found.map((candidate) => [candidate.id, candidate]));
  return on.flatMap((item) => {
    const candidate = candidates.get(item.candidateId);
    return candidate ? [personOf(meeting, item, candidate, scope.today)] : [];
  });
}

function personOf(meeting: Meeting, item: Item, candidate: CandidateDetails, today: string): MeetingPerson {
  const { matter, heldOn } = meeting;
  const open = meeting.state === "open";
  const review = open ? reviewItem(candidate, matter, heldOn, today) : { findings: [], passed: [] };
  return {
    itemId: item.id,
    candidateId: candidate.id,
    name: candidate.person.name,
    cell: candidate.cell.name,
    above: candidate.cell.above,
    row: item.row,
    version: item.version,
    abstract: buildAbstract(candidate, heldOn),
    review,
    blocked: review.findings.some(({ blocks }) => blocks),
    movedOn: open && !waitsFor(candidate, matter, heldOn, today),
  };
}

/** Who was taken off the agenda, and who has come to wait for this meeting since it was opened. */
async function absentees(
  scope: UnitScope,
  meeting: Meeting,
  items: readonly Item[],
): Promise<MeetingAbsentee[]> {
  const on = new Set(items.filter(({ takenOff }) => !takenOff).map(({ candidateId }) => candidateId));
  const waiting = await findWaiting(scope, meeting.unit, meeting.matter, meeting.id);
  const found = await findCandidates(
    scope,
    waiting.filter((id) => !on.has(id)),
  );
  return found
    .filter((candidate) => waitsFor(candidate, meeting.matter, meeting.heldOn, scope.today))
    .map(({ id, person, cell }) => ({ candidateId: id, name: person.name, cell: cell.name }));
}
