import { addWorkingDays } from "@/lib/shared/working-days";
import type { Case, Rule } from "./case";

/** A decision about to be recorded: its number, and whether another decision has it already. */
export type DecisionCase = Case & {
  decision: { number: string; numberUsed: boolean; decidedBy: string } | null;
};

/** the committee has the power to decide on the day. */
export const mayDecide: Rule<DecisionCase> = {
  id: "R-30",
  review({ cell, decision, book }) {
    if (cell.mayDecide) return null;
    return {
      is: "mayNotDecide",
      rule: "R-30",
      blocks: true,
      source: `${book.regulation}, mục 4`,
      facts: { unit: decision?.decidedBy ?? cell.name },
    };
  },
};

/** one person, one decision, one number. */
export const numberUnused: Rule<DecisionCase> = {
  id: "R-27",
  review({ decision, book }) {
    if (!decision) return undefined;
    if (!decision.numberUsed) return null;
    return {
      is: "decisionNumberUsed",
      rule: "R-27",
      blocks: true,
      source: book.guidance,
      facts: { number: decision.number },
    };
  },
};

/** within 60 working days of the cell's resolution (30 more with a reason). */
export const decidedInTime: Rule<DecisionCase> = {
  id: "R-31",
  review({ standing, onDay, book }) {
    if (!standing.cellResolvedOn) return undefined;
    const dueOn = addWorkingDays(standing.cellResolvedOn, book.decisionWorkingDays);
    if (onDay <= dueOn) return null;
    return {
      is: "decisionLate",
      rule: "R-31",
      blocks: false,
      source: `${book.regulation}, mục 4.3`,
      dueOn,
      facts: { dueOn },
    };
  },
};
