import type { SummaryLine } from "@/components/ui/error-summary";
import type { AnyFinding, FormState } from "@/lib/shared/form-state";

/** The lines of an error summary; a sentence of the whole form leads to no field. */
export function linesOfState(state: FormState<AnyFinding>): SummaryLine[] {
  return Object.entries(state.fieldErrors).flatMap(([field, sentences]) =>
    sentences.map((sentence) => ({ field, sentence })),
  );
}
