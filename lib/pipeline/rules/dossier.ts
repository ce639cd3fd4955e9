import { addMonths, type PlainDate } from "@/lib/shared/days";
import type { Rulebook } from "../rulebook";
import { ageOn } from "./age";
import type { Case, Rule } from "./case";
import type { Finding } from "./finding";
import type { Standing } from "./standing";
import { currentSteps, effectiveSteps } from "./standing";
import type { OpinionFrom, Step, StepKind } from "./step";

const LAPSES_SOON_MONTHS = 2;

/** The day the dossier was set up: its renewal, the declared CV, or else the application. */
export function dossierOpenedOn(standing: Standing): PlainDate | null {
  return standing.renewedOn ?? standing.cvDeclaredOn ?? standing.appliedOn;
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
    const referrers = referralOf(steps)?.data.referrers ?? [];
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
    const step = referralOf(event.steps);
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

/** an opinion of the mass organisation or of the committee at the place of residence is missing. */
const opinionOf = (from: OpinionFrom): Rule => ({
  id: "R-22",
  review({ steps, standing, book }) {
    const given = currentSteps(steps).some(
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

/** A helper follows no more people at once than the province says; a warning, for the cell knows its members. */
export function tooManyHelped({ options }: Case, name: string, helped: number): Finding | null {
  const most = options.helpedAtOnce;
  if (most === null || helped < most) return null;
  return {
    is: "tooManyHelped",
    rule: null,
    blocks: false,
    source: "Quy định của tỉnh (tùy chọn)",
    facts: { name, helped, most },
  };
}

/** R-08 ⚙: the parents of a pupil are asked. */
export const parentsAsked: Rule = {
  id: "R-08",
  review({ options, person, standing }) {
    if (!options.parentsOpinion || person.occupation !== PUPIL) return undefined;
    if (standing.parentsAgreedOn) return null;
    return {
      is: "parentsOpinionMissing",
      rule: "R-08",
      blocks: true,
      source: "Hướng dẫn 02-HD/BTCTU (Hà Nội, 2025)",
      facts: {},
    };
  },
};

/** §3.5 ⚙: the committee permitted the start of the procedure. */
export const permitted: Rule = {
  id: "permission",
  review({ options, standing }) {
    if (!options.permissionToStart) return undefined;
    if (standing.permittedOn) return null;
    return {
      is: "permissionMissing",
      rule: null,
      blocks: true,
      source: "Hướng dẫn 02-HD/BTCTU (Hà Nội, 2025), Mẫu 6-TN",
      facts: {},
    };
  },
};

/** a referrer has worked or studied with the person for 12 months; since 2026 living together counts too. */
export const togetherLongEnough: Rule = {
  id: "R-11",
  review({ steps, book }) {
    const referrers = referralOf(steps)?.data.referrers ?? [];
    const told = referrers.filter(({ monthsTogether }) => monthsTogether !== null);
    if (told.length === 0) return undefined;
    const exempt = replacements(steps);
    const short = told.find(
      ({ name, monthsTogether, together }) =>
        !exempt.includes(name) &&
        ((monthsTogether ?? 0) < book.togetherMonths ||
          (together === "residence" && !book.togetherByResidence)),
    );
    if (!short) return null;
    return {
      is: "togetherTooShort",
      rule: "R-11",
      blocks: true,
      source: book.togetherByResidence ? book.guidance : "Điều lệ Đảng, Điều 4",
      facts: {
        name: short.name,
        months: short.monthsTogether ?? 0,
        needed: book.togetherMonths,
        byResidence: short.together === "residence",
      },
    };
  },
};

/** a referrer who is a relative is looked at again. */
export const referrersUnrelated: Rule = {
  id: "R-14",
  review({ steps }) {
    const referrers = referralOf(steps)?.data.referrers ?? [];
    if (referrers.length === 0) return undefined;
    const related = referrers.find(({ relative }) => relative === true);
    if (!related) return null;
    return {
      is: "referrerRelated",
      rule: "R-14",
      blocks: false,
      source: "Khuyến nghị của phần mềm",
      facts: { name: related.name },
    };
  },
};

/** Code of the pupils among the occupation groups of Biểu số 2-BTCTW. */
const PUPIL = "11";

/** Helpers who took another one's place, or were assigned after a move, need no 12 months together (24-QĐ/TW §3.1). */
function replacements(steps: readonly Step[]): string[] {
  const effective = effectiveSteps(steps);
  const moved = effective.findIndex((step) => step.kind === "transferred" && !step.data.reorganisation);
  return effective.flatMap((step, place) =>
    step.kind === "helperAssigned" && (step.data.replacement || (moved >= 0 && place > moved))
      ? [step.data.name]
      : [],
  );
}

/** The introduction that counts: the last one made since the papers were renewed. */
export const referralOf = (steps: readonly Step[]) => lastOf(currentSteps(steps), "referred");

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

/** The day by which the papers run out, for a finding about one of them. */
export function dossierDue(standing: Standing, book: Rulebook): { dueOn?: PlainDate } {
  const openedOn = dossierOpenedOn(standing);
  return openedOn ? { dueOn: dossierExpiry(openedOn, book) } : {};
}
