import { type Attendance, type Matter, mayReturn, neededOf, type Sitting } from "./committee";

/** What a secretary says of a person beside the votes. */
export const OVERRIDES = ["asksSuperior", "heldBack"] as const;
export type Override = (typeof OVERRIDES)[number];

/** What follows where nothing was agreed: only on the minutes, or the dossier goes back. */
export const FOLLOWS = ["nextMeeting", "returned"] as const;
export type Follow = (typeof FOLLOWS)[number];

/** One person's row as it was typed; null is an empty cell. */
export type Row = {
  agreed: number | null;
  disagreed: number | null;
  other: number | null;
  outcome: Override | null;
  follow: Follow;
  note: string | null;
  documentNumber: string | null;
};

/** What the meeting decided on a person; `pending`: nothing yet. */
export type Outcome = "agreed" | "fellShort" | "asksSuperior" | "heldBack" | "pending";

/** Votes of which every count is there. */
export type Counted = { agreed: number; disagreed: number; other: number };

/** The votes on a person, or null while one of the counts is empty. */
export function votesOn({ agreed, disagreed, other }: Row): Counted | null {
  return agreed === null || disagreed === null || other === null ? null : { agreed, disagreed, other };
}

/** What was said, or else what the votes say. */
export function outcomeOf(
  row: Row,
  { convened }: Pick<Attendance, "convened">,
  { threshold }: Pick<Sitting, "threshold">,
): Outcome {
  if (row.outcome) return row.outcome;
  const votes = votesOn(row);
  if (votes === null || convened === null) return "pending";
  return votes.agreed >= neededOf(threshold, convened) ? "agreed" : "fellShort";
}

/** Does the dossier go back to the level below? */
export function goesBack(row: Row, outcome: Outcome, matter: Matter): boolean {
  return (
    mayReturn(matter) && row.follow === "returned" && (outcome === "heldBack" || outcome === "fellShort")
  );
}

/** What is missing or does not fit in a row by itself. */
export type RowFault =
  | { is: "unfinished" }
  | { is: "votesDoNotAddUp"; counted: number; present: number }
  | { is: "numberMissing" }
  | { is: "noteMissing" };

/** and the reason: what a row has to say before it can be recorded. */
export function rowFaults(row: Row, attendance: Attendance, sitting: Sitting): RowFault[] {
  const outcome = outcomeOf(row, attendance, sitting);
  const faults: RowFault[] = outcome === "pending" ? [{ is: "unfinished" }] : [];
  const { present } = attendance;
  const typed = [row.agreed, row.disagreed, row.other].filter((count) => count !== null);
  const counted = typed.reduce((sum, count) => sum + count, 0);
  if (typed.length > 0 && outcome !== "pending" && present !== null && counted !== present)
    faults.push({ is: "votesDoNotAddUp", counted, present });
  if (outcome === "agreed" && !row.documentNumber) faults.push({ is: "numberMissing" });
  const needsNote =
    outcome === "asksSuperior" || outcome === "heldBack" || goesBack(row, outcome, sitting.matter);
  if (needsNote && !row.note) faults.push({ is: "noteMissing" });
  return faults;
}

/** Empty counts are none when those typed are all who were present; else they stay empty. */
export function completed(row: Row, { present }: Attendance): Row {
  const counts = [row.agreed, row.disagreed, row.other];
  const counted = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  if (present === null || row.agreed === null || counted !== present) return row;
  return { ...row, disagreed: row.disagreed ?? 0, other: row.other ?? 0 };
}

/** Everybody present in favour. */
export const allInFavour = (row: Row, { present }: Attendance): Row =>
  present === null ? row : { ...row, agreed: present, disagreed: 0, other: 0, outcome: null };
