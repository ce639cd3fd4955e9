import type { PlainDate } from "@/lib/shared/days";

export const TOPICS = [
  "noSource",
  "awayForWork",
  "papers",
  "class",
  "helpers",
  "procedure",
  "awareness",
  "other",
] as const;
/** What a difficulty is about. */
export type Topic = (typeof TOPICS)[number];

export const DOERS = ["unit", "committee"] as const;
/** Who does what was agreed: the unit it concerns, or the committee. */
export type Doer = (typeof DOERS)[number];

export const OUTCOMES = ["done", "notDone", "carried"] as const;
/** What a later briefing found of something agreed. */
export type Outcome = (typeof OUTCOMES)[number];

/** A unit in a line of a briefing. */
export type NamedUnit = { id: number; code: string; name: string };

/** A committee's meeting with the units beneath it. */
export type Briefing = {
  id: string;
  unit: NamedUnit;
  heldOn: PlainDate;
  place: string;
  ledBy: string;
  /** Ids of the units that came. */
  present: number[];
  savedByName: string;
  version: number;
};

/** What a unit finds difficult; open until the committee says that it is settled. */
export type Difficulty = {
  id: string;
  briefingId: string;
  unit: NamedUnit;
  committeeName: string;
  topic: Topic;
  words: string;
  raisedOn: PlainDate;
  settledOn: PlainDate | null;
  settledByName: string | null;
  savedByName: string;
  version: number;
};

/** What was agreed: by whom, by when, and how far it is. */
export type Commitment = {
  id: string;
  briefingId: string;
  unit: NamedUnit;
  committeeId: number;
  committeeName: string;
  doer: Doer;
  words: string;
  agreedOn: PlainDate;
  dueOn: PlainDate;
  report: string | null;
  reportedOn: PlainDate | null;
  reportedByName: string | null;
  outcome: Exclude<Outcome, "carried"> | null;
  closedOn: PlainDate | null;
  closedByName: string | null;
  savedByName: string;
  version: number;
};

/** What one briefing found of something agreed at an earlier one. */
export type Review = {
  outcome: Outcome;
  dueOn: PlainDate | null;
  note: string | null;
  reviewedOn: PlainDate;
  reviewedByName: string;
};

/** Something agreed at an earlier briefing, with what this one found of it. */
export type Brought = { commitment: Commitment; review: Review | null };

export const COMMITMENT_STATES = ["open", "late", "reported", "done", "notDone"] as const;
/** Waiting for its doer, past its day, told to be done, closed as done or as not done. */
export type CommitmentState = (typeof COMMITMENT_STATES)[number];

/** Where something agreed stands on a day. */
export function commitmentStateOf(
  { outcome, closedOn, reportedOn, dueOn }: Pick<Commitment, "outcome" | "closedOn" | "reportedOn" | "dueOn">,
  today: PlainDate,
): CommitmentState {
  if (outcome !== null && closedOn !== null && closedOn <= today) return outcome;
  if (reportedOn !== null && reportedOn <= today) return "reported";
  return dueOn < today ? "late" : "open";
}

/** Why a briefing refused something. */
export type BriefingFinding =
  | { is: "heldInFuture"; blocks: true; day: PlainDate }
  | { is: "heldAlready"; blocks: true; day: PlainDate }
  | { is: "nobodyBeneath"; blocks: true }
  | { is: "unitUnknown"; blocks: true }
  | { is: "dueTooEarly"; blocks: true; day: PlainDate; heldOn: PlainDate }
  | { is: "carriedTooEarly"; blocks: true; day: PlainDate; heldOn: PlainDate }
  | { is: "closedAlready"; blocks: true; on: PlainDate }
  | { is: "agreedLater"; blocks: true }
  | { is: "caretakerTooEarly"; blocks: true; day: PlainDate }
  | { is: "caretakerSame"; blocks: true; name: string }
  | { is: "changedMeanwhile"; blocks: true; by: string };

/** A briefing is recorded when it was held, for units that are there. */
export function reviewHolding(
  { heldOn, today, known }: { heldOn: PlainDate; today: PlainDate; known: boolean },
  beneath: number,
): BriefingFinding | null {
  if (heldOn > today) return { is: "heldInFuture", blocks: true, day: heldOn };
  if (known) return { is: "heldAlready", blocks: true, day: heldOn };
  return beneath === 0 ? { is: "nobodyBeneath", blocks: true } : null;
}

/** What was agreed is due on the day of the briefing or later. */
export function reviewCommitment(dueOn: PlainDate, heldOn: PlainDate): BriefingFinding | null {
  return dueOn < heldOn ? { is: "dueTooEarly", blocks: true, day: dueOn, heldOn } : null;
}

/** A briefing looks at what was agreed before it and is still open; what it carries on is due after it. */
export function reviewOutcome(
  { closedOn, agreedOn }: Pick<Commitment, "closedOn" | "agreedOn">,
  { outcome, dueOn }: { outcome: Outcome; dueOn: PlainDate | null },
  heldOn: PlainDate,
): BriefingFinding | null {
  if (closedOn !== null) return { is: "closedAlready", blocks: true, on: closedOn };
  if (agreedOn >= heldOn) return { is: "agreedLater", blocks: true };
  if (outcome === "carried" && dueOn !== null && dueOn <= heldOn)
    return { is: "carriedTooEarly", blocks: true, day: dueOn, heldOn };
  return null;
}

/** Who looks after a unit from a day on follows the one before: not the same, and not from an earlier day. */
export function reviewCaretaker(
  now: { name: string; from: PlainDate } | null,
  { name, from }: { name: string; from: PlainDate },
): BriefingFinding | null {
  if (now === null) return null;
  if (now.name === name) return { is: "caretakerSame", blocks: true, name };
  return from <= now.from ? { is: "caretakerTooEarly", blocks: true, day: now.from } : null;
}
