import type { PlainDate } from "@/lib/shared/days";
import type { Case, Rule } from "./case";
import type { FindingKind } from "./finding";
import type { STAGES, Standing } from "./standing";

/** No fact lies in the future. */
export const notInFuture: Rule = {
  id: "future",
  review({ onDay, today }) {
    return onDay <= today
      ? null
      : { is: "inFuture", rule: null, blocks: true, source: "Thứ tự các bước", facts: {} };
  },
};

/** A closed dossier takes no step. */
export const stillOpen: Rule = {
  id: "open",
  review({ standing }) {
    return standing.closedOn === null
      ? null
      : { is: "alreadyClosed", rule: null, blocks: true, source: "Thứ tự các bước", facts: {} };
  },
};

type Day = keyof Standing & `${string}On`;

const DAY_OF_STAGE: Record<(typeof STAGES)[number], Day> = {
  introduced: "introducedOn",
  sympathiser: "sympathiserOn",
  certified: "certifiedOn",
  applied: "appliedOn",
  verified: "verifiedOn",
  opinionsCollected: "opinionsOn",
  cellResolved: "cellResolvedOn",
  baseResolved: "baseResolvedOn",
  submitted: "submittedOn",
  decided: "decidedOn",
  admitted: "admittedOn",
  recognised: "recognisedOn",
};

/** The latest fact of the given stages, to name it when a step is dated before it. */
export function latestOf(standing: Standing, stages: readonly (typeof STAGES)[number][]) {
  return stages
    .map((stage) => ({ stage, onDay: standing[DAY_OF_STAGE[stage]] as PlainDate | null }))
    .filter((fact): fact is { stage: (typeof STAGES)[number]; onDay: PlainDate } => fact.onDay !== null)
    .toSorted((a, b) => b.onDay.localeCompare(a.onDay))[0];
}

/** A step is not dated before the facts it rests on. */
export function notBefore(...stages: (typeof STAGES)[number][]): Rule {
  return {
    id: "order",
    review({ standing, onDay }) {
      const latest = latestOf(standing, stages);
      if (!latest || onDay >= latest.onDay) return null;
      return {
        is: "beforeEarlierStep",
        rule: null,
        blocks: true,
        source: "Thứ tự các bước",
        facts: { earlier: latest.stage, earlierOn: latest.onDay },
      };
    },
  };
}

type Missing = Extract<
  FindingKind,
  | "cellNotResolved"
  | "baseNotResolved"
  | "notSubmitted"
  | "notDecided"
  | "notAdmitted"
  | "recognitionNotVoted"
  | "recognitionBaseNotVoted"
  | "removalNotVoted"
>;

/** A step needs the one before it. */
export function after(day: Day, is: Missing, applies: (event: Case) => boolean = () => true): Rule {
  return {
    id: `after-${day}`,
    review(event) {
      if (!applies(event)) return undefined;
      if (event.standing[day] !== null) return null;
      return { is, rule: null, blocks: true, source: "Thứ tự các bước", facts: {} };
    },
  };
}
