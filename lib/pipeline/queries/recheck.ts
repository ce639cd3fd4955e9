import "server-only";
import { notFound } from "next/navigation";
import { logRead } from "@/lib/access/audit";
import { withScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { findCandidate } from "../repository/candidates";
import { type Rulebook, rulebookOn } from "../rulebook";
import { optionsAt } from "../rules/options";
import { type RecheckedEvent, recheck } from "../rules/recheck";

/** A dossier judged again: by the book and the province's options of the day asked for. */
export type RecheckView = {
  candidate: { id: string; name: string; cellName: string };
  day: PlainDate;
  book: Rulebook;
  events: RecheckedEvent[];
};

/**
 * The dossier of a candidate by the rules of another day (today unless told); opening it is logged. Outside
 * the scope it does not exist, and nothing of it changes.
 */
export function loadRecheck(id: string, day: PlainDate | null): Promise<RecheckView> {
  return withScope("candidate.read", async (scope) => {
    const candidate = (await findCandidate(scope, id)) ?? notFound();
    const { person, cell, decider, readmission, steps, options, unitOrd } = candidate;
    await logRead(scope, { action: "openPerson", subject: "candidate", subjectId: id, unitOrd });
    const chosen = day ?? scope.today;
    const optionsOn = (onDay: PlainDate) => optionsAt(options, unitOrd, onDay);
    const book = rulebookOn(chosen);
    const dossier = {
      person,
      cell: { ...cell, hasUnion: null, decider },
      readmission,
      steps,
      today: scope.today,
    };
    return {
      candidate: { id, name: person.name, cellName: cell.name },
      day: chosen,
      book,
      events: recheck(dossier, optionsOn, { book, options: optionsOn(chosen) }),
    };
  });
}
