import type { UnitKind } from "@/lib/organisation/rules/kinds";
import { rulebookOn } from "@/lib/pipeline/rulebook";
import type { StepKind } from "@/lib/pipeline/rules/step";
import { decisionThreshold, moreThanHalfOf, twoThirdsOf } from "@/lib/pipeline/rules/vote";
import type { PlainDate } from "@/lib/shared/days";

/** What a meeting decides, named after the step that its agreement is. */
export const MATTERS = [
  "cellVoted",
  "baseVoted",
  "decided",
  "recognitionVoted",
  "recognitionBaseVoted",
] as const;
export type Matter = (typeof MATTERS)[number];

export const BALLOTS = ["secret", "card"] as const;
export type Ballot = (typeof BALLOTS)[number];

/** Typed once for the whole meeting. */
export type Attendance = { convened: number | null; present: number | null };

/** What the meetings of a unit decide: of a cell, of a base committee, of a committee with the power to decide. */
export function mattersOf({ kind, decides }: { kind: UnitKind; decides: boolean }): Matter[] {
  const own: Matter[] =
    kind === "CELL" || kind === "BASE_CELL"
      ? ["cellVoted", "recognitionVoted"]
      : kind === "BASE_COMMITTEE"
        ? ["baseVoted", "recognitionBaseVoted"]
        : [];
  return decides ? [...own, "decided"] : own;
}

/** The next steps that wait for such a meeting. */
export const NEXT_STEPS: Record<Matter, readonly StepKind[]> = {
  cellVoted: ["cellVoted"],
  baseVoted: ["baseVoted"],
  decided: ["decisionVoted", "decided"],
  recognitionVoted: ["recognitionVoted"],
  recognitionBaseVoted: ["recognitionBaseVoted"],
};

/** The step that carries the votes; a deciding committee's decision is a step of its own after it. */
export const voteStepOf = (matter: Matter) => (matter === "decided" ? "decisionVoted" : matter);

/** The share of those convened that has to agree. */
export type Threshold = "twoThirds" | "moreThanHalf";

/** What a meeting decides, and the share that it takes. */
export type Sitting = { matter: Matter; threshold: Threshold };

/** Cells and base committees need two thirds; the deciding committee what the book of the day says. */
export const thresholdOf = (matter: Matter, unitKind: string, onDay: PlainDate): Threshold =>
  matter === "decided"
    ? decisionThreshold({ cell: { decider: { kind: unitKind } }, book: rulebookOn(onDay) })
    : "twoThirds";

/** How many of those convened have to agree. */
export const neededOf = (threshold: Threshold, convened: number): number =>
  threshold === "twoThirds" ? twoThirdsOf(convened) : moreThanHalfOf(convened);

/** A committee may send a dossier back to the level below it; a cell has none below. */
export const mayReturn = (matter: Matter): boolean => matter === "baseVoted" || matter === "decided";
