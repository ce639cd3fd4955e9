import type { PlainDate } from "@/lib/shared/days";
import { addWorkingDays } from "@/lib/shared/working-days";
import type { Rulebook } from "../rulebook";
import { ceremonyDue } from "./ceremony";
import { certificateExpiry } from "./certificate";
import { decisionDue } from "./decision";
import { dossierExpiry, dossierOpenedOn } from "./dossier";
import { letterDue } from "./moving";
import { calendarOf, type ProvinceOptions } from "./options";
import { probationEnd } from "./probation";
import type { Standing } from "./standing";
import type { StepKind } from "./step";
import { isSettled } from "./verification";

/** Who has to act. */
export type Level = "cell" | "base" | "upper";

/** What comes next, who does it, and until which day the law wants it (null: no day). */
export type NextStep = { kind: StepKind; level: Level; dueOn: PlainDate | null; notBefore: PlainDate | null };

/** What the next step depends on beside the standing. */
export type Procedure = { cellKind: string; book: Rulebook; options: ProvinceOptions };

/**
 * The next step of a candidate, or null when the way is at its end (closed, revoked, recognised).
 * A base cell has no base committee above it, so its dossiers go from the cell to the deciding committee.
 */
export function nextStep(so: Standing, procedure: Procedure): NextStep | null {
  if (so.closedOn || so.revokedOn || so.recognisedOn) return null;
  if (so.transfer) return step("transferReceived", "cell", letterDue(so.transfer, procedure));
  if (so.admittedOn) return ofProbation(so, procedure);
  if (so.decidedOn) return step("admitted", "cell", ceremonyDue(so, procedure.book, procedure.options));

  const dueOn = decisionDue({ standing: so, ...procedure });
  if (so.submittedOn) return step("decided", "upper", dueOn);
  if (so.baseResolvedOn) return step("submitted", "base", dueOn);
  if (so.cellResolvedOn && so.returnedTo === "cell") return step("resent", "cell", dueOn);
  if (so.cellResolvedOn) {
    return procedure.cellKind === "BASE_CELL"
      ? step("submitted", "upper", dueOn)
      : step("baseVoted", "base", dueOn);
  }
  return ofDossier(so, procedure);
}

function ofProbation(so: Standing, { cellKind, book, options }: Procedure): NextStep {
  const endsOn = probationEnd(so, book);
  const calendar = calendarOf(options);
  const afterVote = (on: PlainDate) => addWorkingDays(on, book.recognitionWorkingDays, calendar);
  if (so.removalVotedOn) return step("closed", "upper", afterVote(so.removalVotedOn));
  if (so.recognitionVotedOn) {
    const byBase = cellKind !== "BASE_CELL" && so.recognitionBaseOn === null;
    return step(
      byBase ? "recognitionBaseVoted" : "recognised",
      byBase ? "base" : "upper",
      afterVote(so.recognitionVotedOn),
    );
  }
  if (so.roundsShort >= book.recognitionRounds) return step("recognised", "upper", null);
  return {
    ...step("recognitionVoted", "cell", endsOn && afterVote(endsOn)),
    notBefore: endsOn,
  };
}

function ofDossier(so: Standing, { book, options }: Procedure): NextStep {
  const openedOn = dossierOpenedOn(so);
  const papers = openedOn && dossierExpiry(openedOn, book);
  const certificate = so.certifiedOn && certificateExpiry(so.certifiedOn, book);
  const before = earlier(papers, certificate);
  if (so.returnedTo === "cell") return step("cellVoted", "cell", before);
  if (!so.sympathiserOn && !so.certifiedOn && !so.appliedOn)
    return step("sympathiserRecognised", "cell", null);
  if (!so.certifiedOn && !so.appliedOn) return step("certified", "cell", null);
  if (!so.appliedOn && options.permissionToStart && !so.permittedOn)
    return step("permissionGranted", "base", certificate);
  if (!so.appliedOn) return step("applied", "cell", certificate);
  if (!so.verifiedOn) return step(verificationStep(so), "cell", before);
  if (!so.opinionsOn) return step("opinionCollected", "cell", before);
  return step("cellVoted", "cell", before);
}

/** Single targets, once the CV named them: send out what was not sent, then wait for the answers. */
function verificationStep(so: Standing): StepKind {
  if (so.verification.length === 0) return "verified";
  return so.verification.some((state) => state.sentOn === null && !isSettled(state))
    ? "verificationSent"
    : "verificationReturned";
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
