import { addMonths, type PlainDate } from "@/lib/shared/days";
import type { Rulebook } from "../rulebook";
import type { Rule } from "./case";
import { ageOn } from "./eligibility";
import type { Standing } from "./standing";
import { effectiveSteps } from "./standing";
import type { OpinionFrom, Step, StepKind } from "./step";

const LAPSES_SOON_MONTHS = 2;

/** The day the dossier was set up: the declared CV, or else the application. */
export function dossierOpenedOn(standing: Standing): PlainDate | null {
  return standing.cvDeclaredOn ?? standing.appliedOn;
}

/** Last day on which the cell may resolve with these papers: 12 months after the dossier was set up. */
export function dossierExpiry(openedOn: PlainDate, book: Rulebook): PlainDate {
  return addMonths(openedOn, book.dossierMonths);
}

/** the cell's resolution put the person on the list of sympathisers. */
export const onSympathiserList: Rule = {
  id: "R-07",
  review({ standing, book }) {
    if (standing.sympathiserOn) return null;
    return { is: "sympathiserMissing", rule: "R-07", blocks: true, source: book.guidance, facts: {} };
  },
};

/** a helper is assigned. */
export const helped: Rule = {
  id: "R-09",
  review({ standing, book }) {
    if (standing.helpers.length > 0) return null;
    return {
      is: "helperMissing",
      rule: "R-09",
      blocks: true,
      source: `${book.regulation}, mục 3`,
      facts: {},
    };
  },
};

/** helpers and referrers are official members (Charter Art. 4). */
export const helpersOfficial: Rule = {
  id: "R-10",
  review({ standing, steps }) {
    const referrers = lastOf(steps, "referred")?.data.referrers ?? [];
    const people = [...standing.helpers, ...referrers];
    if (people.length === 0) return undefined;
    const wrong = people.find(({ official }) => !official);
    if (!wrong) return null;
    return {
      is: "helperNotOfficial",
      rule: "R-10",
      blocks: true,
      source: "Điều lệ Đảng, Điều 4",
      facts: { name: wrong.name },
    };
  },
};

/** two official members, or Union (trade union) and one official member (Charter Art. 4). */
export const referred: Rule = {
  id: "R-12",
  review(event) {
    const step = lastOf(event.steps, "referred");
    const source = "Điều lệ Đảng, Điều 4";
    const dueOn = dossierDue(event.standing, event.book);
    if (!step) return { is: "referralMissing", rule: "R-12", blocks: true, source, ...dueOn, facts: {} };
    const needed = step.data.combination === "twoMembers" ? 2 : 1;
    const given = step.data.referrers.length;
    if (given >= needed) return null;
    return { is: "referrersTooFew", rule: "R-12", blocks: true, source, ...dueOn, facts: { needed, given } };
  },
};

/** The application and the declared CV are there. */
export const applied: Rule = {
  id: "application",
  review({ standing, book }) {
    if (standing.appliedOn) return null;
    return {
      is: "applicationMissing",
      rule: null,
      blocks: true,
      source: `${book.guidance}, mục 3`,
      facts: {},
    };
  },
};

/** the application comes before the CV. */
export const applicationFirst: Rule = {
  id: "R-15",
  review({ standing: { appliedOn, cvDeclaredOn }, book }) {
    if (!appliedOn || !cvDeclaredOn) return undefined;
    if (appliedOn <= cvDeclaredOn) return null;
    return {
      is: "cvBeforeApplication",
      rule: "R-15",
      blocks: false,
      source: book.guidance,
      facts: { appliedOn, declaredOn: cvDeclaredOn },
    };
  },
};

/** R-17 in short: the background was verified and passed; the single targets come with the whole procedure. */
export const verified: Rule = {
  id: "R-17",
  review({ standing, book }) {
    if (standing.verifiedOn) return null;
    return {
      is: "verificationMissing",
      rule: "R-17",
      blocks: true,
      source: `${book.guidance}, mục 3`,
      ...dossierDue(standing, book),
      facts: {},
    };
  },
};

/** committees comment and certify only after the results of the verification. */
export const certifiedAfterVerification: Rule = {
  id: "R-20",
  review({ steps, standing, book }) {
    const certification = lastOf(steps, "certificationGiven");
    if (!certification || !standing.verifiedOn) return undefined;
    if (certification.onDay >= standing.verifiedOn) return null;
    return {
      is: "verificationAfterCertification",
      rule: "R-20",
      blocks: true,
      source: `${book.guidance}, mục 3`,
      facts: { verifiedOn: standing.verifiedOn },
    };
  },
};

/** no political question is open. */
export const politicallyClear: Rule = {
  id: "R-21",
  review({ steps }) {
    const certification = lastOf(steps, "certificationGiven");
    if (!certification) return undefined;
    if (certification.data.qualified && !certification.data.politicalIssueOpen) return null;
    return {
      is: "politicalIssueOpen",
      rule: "R-21",
      blocks: true,
      source: "Quy định 367-QĐ/TW (trước 9/2025: 58-QĐ/TW)",
      facts: {},
    };
  },
};

/** an opinion of the mass organisation or of the committee at the place of residence is missing. */
const opinionOf = (from: OpinionFrom): Rule => ({
  id: "R-22",
  review({ steps, standing, book }) {
    const given = effectiveSteps(steps).some(
      (step) => step.kind === "opinionCollected" && step.data.from === from,
    );
    if (given) return null;
    return {
      is: "opinionMissing",
      rule: "R-22",
      blocks: true,
      source: `${book.guidance}, mục 3`,
      ...dossierDue(standing, book),
      facts: { from },
    };
  },
});
export const workplaceOpinion = opinionOf("massOrganisation");
export const residenceOpinion = opinionOf("residenceCell");

/** the cell resolves within 12 months of setting up the dossier. */
export const dossierFresh: Rule = {
  id: "R-23",
  review({ standing, book, onDay }) {
    const openedOn = dossierOpenedOn(standing);
    if (!openedOn) return undefined;
    const expiresOn = dossierExpiry(openedOn, book);
    const source = `${book.guidance}, mục 5`;
    if (onDay > expiresOn) {
      return { is: "dossierExpired", rule: "R-23", blocks: true, source, facts: { expiredOn: expiresOn } };
    }
    if (addMonths(onDay, LAPSES_SOON_MONTHS) < expiresOn) return null;
    return {
      is: "dossierLapses",
      rule: "R-23",
      blocks: false,
      source,
      dueOn: expiresOn,
      facts: { expiresOn, openedOn },
    };
  },
};

/** Is the person in youth age on the day? */
export function inYouthAge(event: Parameters<typeof ageOn>[0] & { book: Rulebook }): boolean {
  return ageOn(event) <= event.book.youthAge;
}

/** The last step of a kind that was not undone. */
export function lastOf<Kind extends StepKind>(
  steps: readonly Step[],
  kind: Kind,
): Extract<Step, { kind: Kind }> | undefined {
  return effectiveSteps(steps).findLast((step): step is Extract<Step, { kind: Kind }> => step.kind === kind);
}

function dossierDue(standing: Standing, book: Rulebook): { dueOn?: PlainDate } {
  const openedOn = dossierOpenedOn(standing);
  return openedOn ? { dueOn: dossierExpiry(openedOn, book) } : {};
}
