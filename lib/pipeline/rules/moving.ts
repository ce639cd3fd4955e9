import type { PlainDate } from "@/lib/shared/days";
import { addWorkingDays } from "@/lib/shared/working-days";
import type { Case, Rule } from "./case";
import { calendarOf } from "./options";
import type { Standing } from "./standing";
import type { StepFacts, TransferLetter } from "./step";

/** Somebody on their way from one organisation to another. */
export type Transfer = StepFacts["transferred"] & { onDay: PlainDate };

/** The letter of domain §3.18 for the stage at which somebody moves (1361-CV/BTCTW). */
export function letterFor(so: Standing, sameDecider: boolean): TransferLetter {
  if (so.admittedOn) return "member";
  if (so.decidedOn) return sameDecider ? "94" : "95";
  if (so.submittedOn) return "93";
  return so.cellResolvedOn ? "92" : "53";
}

/**
 * What a move leaves standing (domain §3.18): the new cell assigns a helper; resolutions that were not yet at
 * the competent committee are made again; a decision counts only if the move came after it. Out of the tree
 * the dossier ends here. Where a cell was closed or divided, nobody moved: its resolutions, helpers and clocks
 * go on at the cell that continues it.
 */
export function afterTransfer(
  so: Standing,
  transfer: StepFacts["transferred"],
  onDay: PlainDate,
): Partial<Standing> {
  if (transfer.reorganisation) return {};
  if (transfer.toCode === null) return { closedOn: onDay, closedReason: "moved" };
  const decisionStands = so.decidedOn !== null && (transfer.sameDecider || transfer.movedOn >= so.decidedOn);
  const submittedStands = so.submittedOn !== null || so.decidedOn !== null;
  return {
    transfer: { ...transfer, onDay },
    helpers: [],
    ...(so.admittedOn || decisionStands
      ? {}
      : { decidedOn: null, decisionNumber: null, decisionReceivedOn: null }),
    ...(so.admittedOn || submittedStands
      ? {}
      : { cellResolvedOn: null, sectionAppraisedOn: null, baseResolvedOn: null }),
  };
}

/**
 * A return supersedes the resolutions at and above its level, unless the level below is only asked to mend
 * papers and send the dossier again: then its own resolution stays.
 */
export function afterReturn(
  so: Standing,
  { to, reason, revote }: StepFacts["returned"],
  onDay: PlainDate,
): Partial<Standing> {
  const votesAgain = revote !== false;
  return {
    cellResolvedOn: to === "cell" && votesAgain ? null : so.cellResolvedOn,
    baseResolvedOn: to === "base" && !votesAgain ? so.baseResolvedOn : null,
    submittedOn: null,
    returnedTo: to,
    returnedOn: onDay,
    returnReason: reason,
    returnedForVote: votesAgain,
  };
}

/** A move about to be recorded, with the letter that goes along. */
export type MoveCase = Case & { letter: TransferLetter | null; letterNumber: string | null };

/** the paper of the stage goes along. */
export const letterGoesAlong: Rule<MoveCase> = {
  id: "R-49",
  review({ letter, letterNumber }) {
    if (letter !== null && letterNumber) return null;
    return {
      is: "letterMissing",
      rule: "R-49",
      blocks: true,
      source: "Công văn 1361-CV/BTCTW (2026)",
      facts: {},
    };
  },
};

/** of somebody who came, the letter was recorded with the move. */
export const cameWithLetter: Rule = {
  id: "R-49",
  review({ standing: { transfer } }) {
    if (!transfer) return undefined;
    if (transfer.letter) return null;
    return {
      is: "letterMissing",
      rule: "R-49",
      blocks: true,
      source: "Công văn 1361-CV/BTCTW (2026)",
      facts: {},
    };
  },
};

/** The last day on which the letter is presented at the new cell. */
export function letterDue({ onDay }: Transfer, { book, options }: Pick<Case, "book" | "options">): PlainDate {
  return addWorkingDays(onDay, book.letterWorkingDays, calendarOf(options));
}

/** presented within 30 working days of its day, and all done within 60 of the move itself. */
export const letterInTime: Rule = {
  id: "R-50",
  review(event) {
    const { standing, onDay, book, options } = event;
    if (!standing.transfer) return undefined;
    const found = { rule: "R-50", blocks: false, source: `${book.regulation}, mục 6` } as const;
    const dueOn = letterDue(standing.transfer, event);
    if (onDay > dueOn) return { is: "letterLate", ...found, dueOn, facts: { dueOn } };
    const doneBy = addWorkingDays(standing.transfer.movedOn, book.transferWorkingDays, calendarOf(options));
    if (onDay <= doneBy) return null;
    return { is: "transferLate", ...found, dueOn: doneBy, facts: { dueOn: doneBy } };
  },
};

/** Somebody who did not come is not received. */
export const isOnTheMove: Rule = {
  id: "on-the-move",
  review({ standing }) {
    return standing.transfer
      ? null
      : { is: "notOnTheMove", rule: null, blocks: true, source: "Thứ tự các bước", facts: {} };
  },
};

/** Nobody is received before the day of the letter. */
export const receivedAfterMove: Rule = {
  id: "on-the-move",
  review({ standing: { transfer }, onDay }) {
    if (!transfer || onDay >= transfer.onDay) return transfer ? null : undefined;
    return {
      is: "receivedBeforeMove",
      rule: null,
      blocks: true,
      source: "Thứ tự các bước",
      facts: { movedOn: transfer.onDay },
    };
  },
};

/** What was not returned is not sent again. */
export const isReturned: Rule = {
  id: "returned",
  review({ standing }) {
    return standing.returnedTo === "cell"
      ? null
      : { is: "notReturned", rule: null, blocks: true, source: "Thứ tự các bước", facts: {} };
  },
};
