import type { PlainDate } from "@/lib/shared/days";
import type { CommitmentState, Topic } from "./briefing";

/**
 * Which difficulties are meant: raised in days, open on a day, or settled in days. The same value counts them
 * for the letter and lists them on the page its number leads to.
 */
export type DifficultyFilter = {
  unit: string;
  state: "raised" | "open" | "settled";
  topic: Topic | null;
  from: PlainDate;
  asOf: PlainDate;
};

/**
 * Which things agreed are meant: all still open on a day (`waiting`), or those of one state on that day; closed
 * ones were closed in the days from `from` on.
 */
export type CommitmentFilter = {
  unit: string;
  state: CommitmentState | "waiting";
  from: PlainDate;
  asOf: PlainDate;
};

export const DIFFICULTY_STATES = ["raised", "open", "settled"] as const;
