import type { Source } from "@/lib/pipeline/labels/words";
import type { Standing } from "@/lib/pipeline/rules/standing";
import type { ReferralCombination } from "@/lib/pipeline/rules/step";
import type { DatedForm, FormCondition, FormPhase } from "./catalogue";
import { type Bodies, decidesItself } from "./letterhead";

/** What decides which forms fit a dossier. */
export type OfferFacts = {
  standing: Pick<Standing, "stage" | "closedOn" | "revokedOn">;
  readmission: boolean;
  unionMember: boolean | null;
  source: Source;
  combination: ReferralCombination | null;
  occupation: string | null;
  bodies: Bodies;
};

/** Which parts of the procedure a dossier of this stage prints forms of. */
const PHASES_AT: Readonly<Record<string, readonly FormPhase[]>> = {
  introduced: ["sourcing"],
  sympathiser: ["sourcing"],
  certified: ["application"],
  applied: ["application", "verification"],
  verified: ["opinions", "cell"],
  opinionsCollected: ["cell"],
  cellResolved: ["cell", "base"],
  baseResolved: ["base", "decision"],
  submitted: ["decision"],
  decided: ["decision", "ceremony"],
  admitted: ["ceremony", "probation", "recognition"],
  recognised: ["recognition"],
};

/** The forms that fit the dossier now, and all others; both in the order of the catalogue. */
export function offerForms(
  forms: readonly DatedForm[],
  facts: OfferFacts,
): { fitting: DatedForm[]; others: DatedForm[] } {
  const phases = phasesOf(facts);
  const fits = ({ phase, when = [] }: DatedForm) =>
    phases.includes(phase) && when.every((condition) => holds(condition, facts));
  return { fitting: forms.filter(fits), others: forms.filter((form) => !fits(form)) };
}

/** The decision on admission that fits the dossier: first time or again, by the base or by the committee above. */
export function decisionForm(forms: readonly DatedForm[], facts: OfferFacts): DatedForm | null {
  const fits = ({ phase, when = [] }: DatedForm) =>
    phase === "decision" && when.every((condition) => holds(condition, facts));
  return forms.find(fits) ?? null;
}

function phasesOf({ standing, bodies }: OfferFacts): readonly FormPhase[] {
  if (standing.revokedOn || standing.closedOn) return ["ending"];
  if (standing.stage === "cellResolved" && bodies.cell.kind === "BASE_CELL") return ["cell", "decision"];
  return PHASES_AT[standing.stage] ?? [];
}

function holds(condition: FormCondition, facts: OfferFacts): boolean {
  const { bodies, combination, source } = facts;
  const baseCell = bodies.cell.kind === "BASE_CELL";
  switch (condition) {
    case "firstTime":
      return !facts.readmission;
    case "readmission":
      return facts.readmission;
    case "baseCell":
      return baseCell;
    case "underBase":
      return !baseCell;
    case "underSection":
      return bodies.section !== null;
    case "byBase":
      return decidesItself(bodies);
    case "byUpper":
      return !decidesItself(bodies);
    case "union":
      return combination === null
        ? source === "UNION" || facts.unionMember === true
        : combination === "unionAndMember";
    case "tradeUnion":
      return combination === null ? source === "TRADE_UNION" : combination === "tradeUnionAndMember";
    case "pupil":
      return facts.occupation === "11";
    case "onRequest":
      return false;
  }
}
