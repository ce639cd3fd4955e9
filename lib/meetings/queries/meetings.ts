import "server-only";
import { notFound } from "next/navigation";
import { can, type UnitScope, withScope } from "@/lib/access/gate";
import { findCandidates } from "@/lib/pipeline/repository/candidates";
import { PERMISSION_OF } from "@/lib/pipeline/rules/step";
import { findWaiting } from "../repository/agenda";
import {
  findLastAttendance,
  findMeetings,
  findMeetingUnit,
  type MeetingLine,
  type MeetingUnit,
} from "../repository/meetings";
import { waitsFor } from "../rules/agenda";
import { type Attendance, type Matter, mattersOf, voteStepOf } from "../rules/committee";

/** "Phiên họp": what waits for a meeting of the unit, and the meetings it and those beneath it held. */
export type MeetingsPage = {
  unit: { code: string; name: string };
  /** A matter the unit decides and the actor may record, with how many people wait for it. */
  waiting: { matter: Matter; people: number }[];
  last: Attendance;
  meetings: MeetingLine[];
  today: string;
  mayHold: boolean;
};

/** The meetings of a unit, the actor's own without a code. Outside the actor's range: not found. */
export function loadMeetings(code: string | null): Promise<MeetingsPage> {
  return withScope("meeting.read", async (scope) => {
    const unit = (await findMeetingUnit(scope, code)) ?? notFound();
    const mayHold = can(scope.actor, "meeting.hold");
    const matters = mattersOf(unit).filter(
      (matter) => mayHold && can(scope.actor, PERMISSION_OF[voteStepOf(matter)]),
    );
    const waiting = [];
    for (const matter of matters) waiting.push({ matter, people: await countWaiting(scope, unit, matter) });
    return {
      unit: { code: unit.code, name: unit.name },
      waiting,
      last: await findLastAttendance(scope, unit),
      meetings: await findMeetings(scope, unit),
      today: scope.today,
      mayHold,
    };
  });
}

async function countWaiting(scope: UnitScope, unit: MeetingUnit, matter: Matter): Promise<number> {
  const candidates = await findCandidates(scope, await findWaiting(scope, unit, matter));
  return candidates.filter((candidate) => waitsFor(candidate, matter, scope.today, scope.today)).length;
}
