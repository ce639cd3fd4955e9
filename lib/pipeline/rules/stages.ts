import type { PlainDate } from "@/lib/shared/days";
import type { Standing } from "./standing";

/** The eleven steps of the rail on a candidate's page. */
export const RAIL = [
  "introduced",
  "sympathiser",
  "certified",
  "applied",
  "verified",
  "opinionsCollected",
  "cellResolved",
  "baseResolved",
  "decided",
  "admitted",
  "recognised",
] as const;
export type RailStep = (typeof RAIL)[number];

/** `doneOn` is null for a done step of which only a later one is recorded. */
export type RailState = { step: RailStep; state: "done" | "current" | "toCome"; doneOn: PlainDate | null };

/** Done as far as the furthest fact; the one after it is current, unless the way is at its end. */
export function buildRail(standing: Standing): RailState[] {
  const days = RAIL.map((step) => dayOf(standing, step));
  const furthest = days.findLastIndex((day) => day !== null);
  const ended = standing.closedOn !== null || standing.revokedOn !== null;
  return RAIL.map((step, place) => ({
    step,
    doneOn: days[place] ?? null,
    state: place <= furthest ? "done" : place === furthest + 1 && !ended ? "current" : "toCome",
  }));
}

function dayOf(so: Standing, step: RailStep): PlainDate | null {
  switch (step) {
    case "introduced":
      return so.introducedOn;
    case "sympathiser":
      return so.sympathiserOn;
    case "certified":
      return so.certifiedOn;
    case "applied":
      return so.appliedOn;
    case "verified":
      return so.verifiedOn;
    case "opinionsCollected":
      return so.opinionsOn;
    case "cellResolved":
      return so.cellResolvedOn;
    case "baseResolved":
      return so.baseResolvedOn;
    case "decided":
      return so.decidedOn;
    case "admitted":
      return so.admittedOn;
    case "recognised":
      return so.recognisedOn;
  }
}
