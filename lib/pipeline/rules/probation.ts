import { addMonths, type PlainDate } from "@/lib/shared/days";
import { addWorkingDays } from "@/lib/shared/working-days";
import type { Rulebook } from "../rulebook";
import type { Case, Rule } from "./case";
import { calendarOf } from "./options";
import type { Standing } from "./standing";
import type { OpinionFrom } from "./step";

const CHARTER_5 = "Điều lệ Đảng, Điều 5";

/**
 * The day on which the probation ends: 12 months from the ceremony (Charter Art. 5), later by what it was
 * prolonged.
 */
export function probationEnd({ admittedOn, prolongedMonths }: Standing, book: Rulebook): PlainDate | null {
  return admittedOn && addMonths(admittedOn, book.probationMonths + prolongedMonths);
}

/** the Party age counts from the day of the decision, once recognised (Charter 5.4); null until then. */
export function partyAgeFrom({ decidedOn, recognisedOn }: Standing): PlainDate | null {
  return recognisedOn && decidedOn;
}

/** the cell does not review before the 12 months are over. */
export const probationOver: Rule = {
  id: "R-36",
  review({ standing, onDay, book }) {
    const endsOn = probationEnd(standing, book);
    if (!endsOn) return { is: "notAdmitted", rule: "R-36", blocks: true, source: CHARTER_5, facts: {} };
    if (onDay >= endsOn) return null;
    return { is: "probationNotOver", rule: "R-36", blocks: true, source: CHARTER_5, facts: { endsOn } };
  },
};

/** nor is the self-review written before. */
export const selfReviewedAfterProbation: Rule = {
  id: "R-36",
  review({ standing, book }) {
    const endsOn = probationEnd(standing, book);
    if (!endsOn || !standing.selfReviewedOn) return undefined;
    if (standing.selfReviewedOn >= endsOn) return null;
    return { is: "selfReviewEarly", rule: "R-36", blocks: true, source: CHARTER_5, facts: { endsOn } };
  },
};

/** nor later than 30 working days after. */
export const recognitionInTime: Rule = {
  id: "R-37",
  review({ standing, onDay, book, options }) {
    const endsOn = probationEnd(standing, book);
    if (!endsOn) return undefined;
    const dueOn = addWorkingDays(endsOn, book.recognitionWorkingDays, calendarOf(options));
    if (onDay <= dueOn) return null;
    return {
      is: "recognitionLate",
      rule: "R-37",
      blocks: false,
      source: `${book.regulation}, mục 4`,
      dueOn,
      facts: { dueOn },
    };
  },
};

/** the certificate of the class for new members is there. */
export const newMemberClassHeld: Rule = {
  id: "R-38",
  review({ standing, book }) {
    if (standing.newMemberCertifiedOn) return null;
    return { is: "newMemberClassMissing", rule: "R-38", blocks: true, source: book.formGuidance, facts: {} };
  },
};

/** §3.16: self-review (10-KNĐ), the helper's comment (11-KNĐ) and the opinions (12-KNĐ) lie before the cell. */
export const recognitionPaper = (paper: "selfReview" | "helperReport" | OpinionFrom): Rule => ({
  id: `recognition-${paper}`,
  review({ standing, steps, book }) {
    if (!standing.admittedOn || isThere(paper, standing, steps)) return null;
    return {
      is: "recognitionPaperMissing",
      rule: null,
      blocks: true,
      source: `${book.formGuidance}, hồ sơ công nhận chính thức`,
      facts: { paper },
    };
  },
});

function isThere(
  paper: "selfReview" | "helperReport" | OpinionFrom,
  standing: Standing,
  steps: Case["steps"],
): boolean {
  if (paper === "selfReview") return standing.selfReviewedOn !== null;
  if (paper === "helperReport") return standing.helperReportedOn !== null;
  return steps.some((step) => step.kind === "probationOpinionCollected" && step.data.from === paper);
}

/** recognised from the day on which the 12 months ended, whatever the delay. */
export const recognisedFromRight: Rule = {
  id: "R-39",
  review({ standing, onDay, book }) {
    const dayOfRight = probationEnd(standing, book);
    if (!dayOfRight) return undefined;
    if (onDay === dayOfRight) return null;
    return {
      is: "recognitionDayWrong",
      rule: "R-39",
      blocks: true,
      source: `${book.regulation}, mục 4`,
      facts: { dayOfRight },
    };
  },
};

/** after three votes without two thirds the committee above decides, not the cell. */
export const roundsLeft: Rule = {
  id: "R-40",
  review({ standing, book }) {
    if (standing.roundsShort < book.recognitionRounds) return standing.roundsShort > 0 ? null : undefined;
    return {
      is: "recognitionRoundsUsed",
      rule: "R-40",
      blocks: true,
      source: `${book.regulation}, mục 4`,
      facts: { rounds: standing.roundsShort },
    };
  },
};

/** A recognition about to be recorded: the day on which it was decided, not the one from which it counts. */
export type RecognitionCase = Case & { decidedOn: PlainDate };

/** nor is it decided before the 12 months are over, nor on a day still to come. */
export const decidedAfterProbation: Rule<RecognitionCase> = {
  id: "R-36",
  review({ standing, book, decidedOn, today }) {
    const endsOn = probationEnd(standing, book);
    if (!endsOn) return undefined;
    if (decidedOn > today)
      return { is: "inFuture", rule: null, blocks: true, source: "Thứ tự các bước", facts: {} };
    if (decidedOn >= endsOn) return null;
    return { is: "probationNotOver", rule: "R-36", blocks: true, source: CHARTER_5, facts: { endsOn } };
  },
};

/** Nor before the cell and the base committee resolved on it. */
export const decidedAfterVotes: Rule<RecognitionCase> = {
  id: "order",
  review({ standing: { recognitionVotedOn, recognitionBaseOn }, decidedOn }) {
    const votedOn = recognitionBaseOn ?? recognitionVotedOn;
    if (!votedOn) return undefined;
    if (decidedOn >= votedOn) return null;
    return {
      is: "recognisedBeforeVote",
      rule: null,
      blocks: true,
      source: "Thứ tự các bước",
      facts: { votedOn },
    };
  },
};

/** decided within 30 working days of the cell's resolution (30 more at most). */
export const recognisedInTime: Rule<RecognitionCase> = {
  id: "R-42",
  review({ standing, book, options, decidedOn }) {
    if (!standing.recognitionVotedOn) return undefined;
    const days = book.recognitionWorkingDays;
    const dueOn = addWorkingDays(standing.recognitionVotedOn, days, calendarOf(options));
    if (decidedOn <= dueOn) return null;
    return {
      is: "recognitionDecisionLate",
      rule: "R-42",
      blocks: false,
      source: `${book.regulation}, mục 4`,
      dueOn,
      facts: { dueOn, days },
    };
  },
};

/** R-42 ⚙: after 45 working days without a decision, cell and base committee vote again. */
export const recognitionVoteFresh: Rule<RecognitionCase> = {
  id: "R-42",
  review({ standing, options, decidedOn }) {
    const days = options.recognitionRedoWorkingDays;
    if (days === null || !standing.recognitionVotedOn) return undefined;
    const dueOn = addWorkingDays(standing.recognitionVotedOn, days, calendarOf(options));
    if (decidedOn <= dueOn) return null;
    return {
      is: "recognitionVoteLapsed",
      rule: "R-42",
      blocks: true,
      source: "Hướng dẫn 02-HD/BTCTU (Hà Nội, 2025)",
      dueOn,
      facts: { dueOn, days },
    };
  },
};

/** A prolongation about to be recorded, in months. */
export type ProlongationCase = Case & { months: number };

/** R-41 ⚙: a probation is prolonged only where the province allows it, and by no more than it allows in all. */
export const prolongationAllowed: Rule<ProlongationCase> = {
  id: "R-41",
  review({ standing, options, months }) {
    const source = "Hướng dẫn 02-HD/BTCTU (Hà Nội, 2025)";
    const allowed = options.prolongationMonths;
    if (allowed === null)
      return { is: "prolongationNotAllowed", rule: "R-41", blocks: true, source, facts: {} };
    const total = standing.prolongedMonths + months;
    if (total <= allowed) return null;
    return {
      is: "prolongationTooLong",
      rule: "R-41",
      blocks: true,
      source,
      facts: { months: total, allowed },
    };
  },
};
