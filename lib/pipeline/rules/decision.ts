import { addWorkingDays } from "@/lib/shared/working-days";
import type { Case, Rule } from "./case";
import { calendarOf } from "./options";

/** A decision about to be recorded: its number, and whether another decision has it already. */
export type DecisionCase = Case & {
  decision: { number: string; numberUsed: boolean; lateReason: string | null } | null;
};

/** the committee has the power to decide on the day. */
export const mayDecide: Rule = {
  id: "R-30",
  review({ cell, book }) {
    const source = `${book.regulation}, mục 4`;
    if (cell.decider === null)
      return { is: "mayNotDecide", rule: "R-30", blocks: true, source, facts: { unit: cell.name } };
    const ofTheBase = ["BASE_COMMITTEE", "BASE_CELL"].includes(cell.decider.kind);
    if (book.decider === "directUpperCommittee" || ofTheBase) return null;
    return {
      is: "deciderUnusual",
      rule: "R-30",
      blocks: false,
      source,
      facts: { unit: cell.decider.name },
    };
  },
};

/** Who was admitted is not decided on again. */
export const notYetAdmitted: Rule = {
  id: "order",
  review({ standing: { admittedOn } }) {
    if (admittedOn === null) return undefined;
    return {
      is: "alreadyAdmitted",
      rule: null,
      blocks: true,
      source: "Thứ tự các bước",
      facts: { admittedOn },
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

/** The last day of a decision: 60 working days from the cell's resolution, 30 more when it was prolonged. */
export function decisionDue({ standing, book, options }: Pick<Case, "standing" | "book" | "options">) {
  const { cellResolvedOn, decisionExtendedOn } = standing;
  const extension = decisionExtendedOn ? book.decisionExtensionWorkingDays : 0;
  return (
    cellResolvedOn &&
    addWorkingDays(cellResolvedOn, book.decisionWorkingDays + extension, calendarOf(options))
  );
}

/** in time, or with the reason of the delay (30 working days more at most). */
export const decidedInTime: Rule<DecisionCase> = {
  id: "R-31",
  review(event) {
    const dueOn = decisionDue(event);
    if (!dueOn) return undefined;
    if (event.onDay <= dueOn) return null;
    const { book, decision } = event;
    return {
      is: "decisionLate",
      rule: "R-31",
      blocks: decision !== null && decision.lateReason === null,
      source: `${book.regulation}, mục 4.3`,
      dueOn,
      facts: { dueOn, days: book.decisionWorkingDays, extension: book.decisionExtensionWorkingDays },
    };
  },
};

type LocalStep = "sendUp" | "base" | "decision";

/** R-32 ⚙: the province's own, shorter days for sending up, resolving at the base and deciding. */
export const localDeadline = (step: LocalStep, applies: (event: Case) => boolean = () => true): Rule => ({
  id: "R-32",
  review(event) {
    if (!applies(event)) return undefined;
    const { standing, options, onDay } = event;
    const days = localDays(step, options, standing.decisionExtendedOn !== null);
    if (days === null || !standing.cellResolvedOn) return undefined;
    const dueOn = addWorkingDays(standing.cellResolvedOn, days, calendarOf(options));
    if (onDay <= dueOn) return null;
    return {
      is: "localDeadlinePassed",
      rule: "R-32",
      blocks: false,
      source: "Quy định của tỉnh (tùy chọn)",
      dueOn,
      facts: { step, days, dueOn },
    };
  },
});

function localDays(step: LocalStep, options: Case["options"], extended: boolean): number | null {
  switch (step) {
    case "sendUp":
      return options.sendUpWorkingDays;
    case "base":
      return options.baseWorkingDays;
    case "decision":
      return options.decisionWorkingDays === null
        ? null
        : options.decisionWorkingDays + (extended ? (options.decisionExtensionWorkingDays ?? 0) : 0);
  }
}
