import type { PlainDate } from "@/lib/shared/days";
import { addWorkingDays } from "@/lib/shared/working-days";
import type { Rulebook } from "../rulebook";
import { ceremonyDue } from "./ceremony";
import { certificateExpiry } from "./certificate";
import { dossierExpiry, dossierOpenedOn } from "./dossier";
import { probationEnd } from "./probation";
import type { Standing } from "./standing";
import type { StepKind } from "./step";

/** Who has to act. */
export type Level = "cell" | "base" | "upper";

/** What comes next, who does it, and until which day the law wants it (null: no day). */
export type NextStep = { kind: StepKind; level: Level; dueOn: PlainDate | null; notBefore: PlainDate | null };

/**
 * The next step of a candidate, or null when the way is at its end (closed, revoked, recognised).
 * A base cell has no base committee above it, so its dossiers go from the cell to the deciding committee.
 */
export function nextStep(so: Standing, cellKind: string, book: Rulebook): NextStep | null {
  if (so.closedOn || so.revokedOn || so.recognisedOn) return null;
  if (so.admittedOn) return ofProbation(so, book);
  if (so.decidedOn) return step("admitted", "cell", ceremonyDue(so, book));

  const decisionDue = so.cellResolvedOn && addWorkingDays(so.cellResolvedOn, book.decisionWorkingDays);
  if (so.submittedOn) return step("decided", "upper", decisionDue);
  if (so.baseResolvedOn) return step("submitted", "base", decisionDue);
  if (so.cellResolvedOn) {
    return cellKind === "BASE_CELL"
      ? step("submitted", "upper", decisionDue)
      : step("baseVoted", "base", decisionDue);
  }
  return ofDossier(so, book);
}

function ofProbation(so: Standing, book: Rulebook): NextStep {
  const endsOn = probationEnd(so, book);
  if (so.recognitionVotedOn) {
    return step("recognised", "upper", addWorkingDays(so.recognitionVotedOn, book.recognitionWorkingDays));
  }
  return {
    ...step("recognitionVoted", "cell", endsOn && addWorkingDays(endsOn, book.recognitionWorkingDays)),
    notBefore: endsOn,
  };
}

function ofDossier(so: Standing, book: Rulebook): NextStep {
  const openedOn = dossierOpenedOn(so);
  const papers = openedOn && dossierExpiry(openedOn, book);
  const certificate = so.certifiedOn && certificateExpiry(so.certifiedOn, book);
  const before = earlier(papers, certificate);
  if (so.returnedTo === "cell") return step("cellVoted", "cell", before);
  if (!so.sympathiserOn && !so.certifiedOn && !so.appliedOn)
    return step("sympathiserRecognised", "cell", null);
  if (!so.certifiedOn && !so.appliedOn) return step("certified", "cell", null);
  if (!so.appliedOn) return step("applied", "cell", certificate);
  if (!so.verifiedOn) return step("verified", "cell", before);
  if (!so.opinionsOn) return step("opinionCollected", "cell", before);
  return step("cellVoted", "cell", before);
}

const step = (kind: StepKind, level: Level, dueOn: PlainDate | null): NextStep => ({
  kind,
  level,
  dueOn,
  notBefore: null,
});

function earlier(a: PlainDate | null, b: PlainDate | null): PlainDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
