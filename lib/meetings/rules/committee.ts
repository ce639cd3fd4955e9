import type { UnitKind } from "@/lib/organisation/rules/kinds";
import type { StepKind } from "@/lib/pipeline/rules/step";
import { moreThanHalfOf, twoThirdsOf } from "@/lib/pipeline/rules/vote";

/** What a meeting decides, named after the step that its agreement is. */
export const MATTERS = ["cellVoted", "baseVoted", "decided", "recognitionVoted"] as const;
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
        ? ["baseVoted"]
        : [];
  return decides ? [...own, "decided"] : own;
}

/** The next steps that wait for such a meeting. */
export const NEXT_STEPS: Record<Matter, readonly StepKind[]> = {
  cellVoted: ["cellVoted"],
  baseVoted: ["baseVoted"],
  decided: ["decisionVoted", "decided"],
  recognitionVoted: ["recognitionVoted"],
};

/** The step that carries the votes; a deciding committee's decision is a step of its own after it. */
export const voteStepOf = (matter: Matter) => (matter === "decided" ? "decisionVoted" : matter);

/** How many have to agree (R-25, R-28: two thirds; R-29: more than half). */
export const neededOf = (matter: Matter, convened: number): number =>
  matter === "decided" ? moreThanHalfOf(convened) : twoThirdsOf(convened);

/** A committee may send a dossier back to the level below it; a cell has none below. */
export const mayReturn = (matter: Matter): boolean => matter === "baseVoted" || matter === "decided";
