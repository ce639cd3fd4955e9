import type { PlainDate } from "@/lib/shared/days";
import type { Case } from "./case";
import { certificateExpiry } from "./certificate";
import { dossierExpiry, dossierOpenedOn } from "./dossier";
import { PAPERS, type Paper, type PaperCode } from "./paper-catalogue";
import { currentSteps, effectiveSteps } from "./standing";
import type { ReturnedPaper, Step } from "./step";

/** How a paper stands: wrong and checked were said by somebody; had and missing follow from the steps. */
export type PaperState = "wrong" | "checked" | "had" | "expired" | "missing" | "notYet";

/** One line of the checklist. */
export type PaperLine = {
  code: PaperCode;
  title: string;
  form: string;
  state: PaperState;
  number: string | null;
  onDay: PlainDate | null;
  issuer: string | null;
  /** Where the paper lies. */
  place: string | null;
  comment: string | null;
  validUntil: PlainDate | null;
};

/** The checklist of a dossier: what is needed by now, had, checked or wrong, and until when it is valid. */
export function buildPapers(event: Case): PaperLine[] {
  const valid = currentSteps(event.steps);
  const returned = returnedPapers(event.steps);
  return (PAPERS as readonly Paper[]).map((paper) => {
    const step = valid.findLast(({ kind }) => paper.kinds.includes(kind));
    const mark = markOf(event.steps, paper.code, step);
    const comment = returned.find(({ paper: code }) => code === paper.code)?.comment ?? null;
    const until = step ? validUntil(paper, step, event) : null;
    return {
      code: paper.code as PaperCode,
      title: paper.title,
      form: paper.form,
      state: stateOf(
        paper.complete?.(event) === false ? undefined : step,
        mark,
        comment,
        until,
        paper.needed(event),
        event.onDay,
      ),
      number: step?.documentNumber ?? null,
      onDay: step?.onDay ?? null,
      issuer: mark?.issuer ?? (step?.kind === "certified" ? (step.data.issuer ?? null) : null),
      place: mark?.place ?? null,
      comment: mark?.comment ?? comment,
      validUntil: until,
    };
  });
}

/** What the committee above said of single papers when it returned the dossier, until they are sent again. */
function returnedPapers(steps: readonly Step[]): readonly ReturnedPaper[] {
  const effective = effectiveSteps(steps);
  const place = effective.findLastIndex(({ kind }) => kind === "returned");
  const step = effective[place];
  if (step?.kind !== "returned") return [];
  const answered = effective
    .slice(place + 1)
    .some(({ kind }) => kind === "resent" || kind === "submitted" || kind === "baseVoted");
  return answered ? [] : (step.data.papers ?? []);
}

type Mark = Extract<Step, { kind: "paperMarked" }>["data"];

/** What was last said of a paper; a paper made anew afterwards has to be looked at again. */
function markOf(steps: readonly Step[], code: string, made: Step | undefined): Mark | null {
  const mark = effectiveSteps(steps).findLast(
    (step) => step.kind === "paperMarked" && step.data.paper === code,
  );
  if (mark?.kind !== "paperMarked") return null;
  return made && made.recordedAt > mark.recordedAt ? null : mark.data;
}

function stateOf(
  step: Step | undefined,
  mark: Mark | null,
  comment: string | null,
  until: PlainDate | null,
  needed: boolean,
  today: PlainDate,
): PaperState {
  if (mark?.state === "wrong" || (comment !== null && mark === null)) return "wrong";
  if (step && until && until < today) return "expired";
  if (mark?.state === "checked") return "checked";
  if (step || mark?.state === "had") return "had";
  return needed ? "missing" : "notYet";
}

function validUntil(paper: Paper, step: Step, { standing, book }: Case): PlainDate | null {
  if (standing.cellResolvedOn || standing.decidedOn) return null;
  if (paper.lasts === "certificate") return certificateExpiry(step.onDay, book);
  const openedOn = dossierOpenedOn(standing);
  return paper.lasts === "dossier" && openedOn ? dossierExpiry(openedOn, book) : null;
}
