import type { PlainDate } from "@/lib/shared/days";
import { addWorkingDays } from "@/lib/shared/working-days";
import type { Case, Rule } from "./case";
import { dossierDue } from "./dossier";
import { calendarOf } from "./options";
import { currentSteps } from "./standing";
import type { VerificationTarget } from "./step";
import { isSettled, lastResult, requiredTargets, type TargetState, type Verification } from "./verification";

/** Whose result is needed on the day: what the CV named, as the book and the province ask. */
const targetsOf = ({ standing, book, options }: Case) =>
  requiredTargets(standing.verification, book, options);

/** every target that is required has a result or a waiver. */
export const verified: Rule = {
  id: "R-17",
  review(event) {
    const { standing, book, steps } = event;
    const whole = currentSteps(steps).some(
      (step) => step.kind === "verified" && step.data.result === "passed",
    );
    const due = dossierDue(standing, book);
    const source = `${book.guidance}, mục 3`;
    const targets = targetsOf(event);
    const open = targets.filter((target) => !isSettled(target)).map(({ target }) => target);
    if (whole || (targets.length > 0 && open.length === 0)) return null;
    if (open.length === 0)
      return { is: "verificationMissing", rule: "R-17", blocks: true, source, ...due, facts: {} };
    return { is: "targetsUnverified", rule: "R-17", blocks: true, source, ...due, facts: { targets: open } };
  },
};

/** nobody verifies the background of a relative. */
export const carriersUnrelated: Rule = {
  id: "R-16",
  review({ standing, book }) {
    if (standing.verification.every(({ sentOn }) => sentOn === null)) return undefined;
    const wrong = standing.verification.find(({ carrierRelated }) => carrierRelated);
    return wrong ? carrierRelated(wrong.target, `${book.guidance}, mục 3`) : null;
  },
};

/** The finding of R-16, for the form that sends somebody. */
export const carrierRelated = (target: VerificationTarget, source: string) => ({
  is: "carrierRelated" as const,
  rule: "R-16" as const,
  blocks: true,
  source,
  facts: { target },
});

/** only a relative who is a member, with a complete CV that was compared, needs no verification. */
export const waiversFounded: Rule = {
  id: "R-18",
  review({ standing, book }) {
    const waived = standing.verification.filter(({ waivedOn }) => waivedOn !== null);
    if (waived.length === 0) return undefined;
    const wrong = waived.find(({ matched }) => !matched);
    return wrong ? waiverUnfounded(wrong.target, `${book.guidance}, mục 3`) : null;
  },
};

export const waiverUnfounded = (target: VerificationTarget, source: string) => ({
  is: "waiverUnfounded" as const,
  rule: "R-18" as const,
  blocks: true,
  source,
  facts: { target },
});

/** The day by which the place asked has to answer: 30 working days, 90 from abroad. */
export function replyDue({ sentOn, abroad }: TargetState, { book, options }: Pick<Case, "book" | "options">) {
  const days = abroad ? book.verificationAbroadWorkingDays : book.verificationWorkingDays;
  return sentOn && addWorkingDays(sentOn, days, calendarOf(options));
}

/** The first day by which an answer has to be there that is not; null: none is waited for. */
export function firstReplyDue(
  verification: Verification,
  procedure: Pick<Case, "book" | "options">,
): PlainDate | null {
  const waiting = requiredTargets(verification, procedure.book, procedure.options).filter(
    (state) => state.returnedOn === null && !isSettled(state),
  );
  return (
    waiting
      .map((state) => replyDue(state, procedure))
      .filter((day) => day !== null)
      .toSorted()[0] ?? null
  );
}

/** an answer that is late is asked for again. */
export const repliesInTime: Rule = {
  id: "R-19",
  review(event) {
    const waiting = targetsOf(event).filter((state) => state.sentOn !== null && !isSettled(state));
    if (waiting.length === 0) return undefined;
    for (const state of waiting) {
      const dueOn = replyDue(state, event);
      if (dueOn && state.returnedOn === null && event.onDay > dueOn)
        return {
          is: "replyOverdue",
          rule: "R-19",
          blocks: false,
          source: "Hướng dẫn 01-HD/TW (2021), mục 3.4",
          dueOn,
          facts: { target: state.target, dueOn },
        };
    }
    return null;
  },
};

/** the cell comments after the last result, the base certifies after both. */
export const commentedAfterResults: Rule = {
  id: "R-20",
  review({ standing, book }) {
    const { commentedOn, certificationOn, verifiedOn, verification } = standing;
    if (!commentedOn && !certificationOn) return undefined;
    const resultOn = lastResult(verification) ?? verifiedOn;
    const found = { rule: "R-20", blocks: true, source: `${book.guidance}, mục 3` } as const;
    if (resultOn && commentedOn && commentedOn < resultOn)
      return { is: "commentBeforeResult", ...found, facts: { resultOn } };
    if (resultOn && certificationOn && certificationOn < resultOn)
      return { is: "certificationBeforeResult", ...found, facts: { resultOn } };
    if (commentedOn && certificationOn && certificationOn < commentedOn)
      return { is: "certificationBeforeComment", ...found, facts: { commentedOn } };
    return null;
  },
};

/** no political question is open; the competent committee concludes it. */
export const politicallyClear: Rule = {
  id: "R-21",
  review({ standing, book }) {
    if (!standing.politicsOpen) return standing.certificationOn || standing.verifiedOn ? null : undefined;
    return {
      is: "politicalIssueOpen",
      rule: "R-21",
      blocks: true,
      source: book.politicalStandard,
      facts: {},
    };
  },
};

/** §3.7: photo and pages are sealed before the verification. */
export const sealed: Rule = {
  id: "seal",
  review({ standing, book }) {
    if (standing.verification.every(({ sentOn }) => sentOn === null)) return undefined;
    if (standing.sealedOn) return null;
    return {
      is: "sealMissing",
      rule: null,
      blocks: false,
      source: `${book.formGuidance}, Mẫu 2-KNĐ`,
      facts: {},
    };
  },
};
