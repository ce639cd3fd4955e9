import type { SummaryLine } from "@/components/ui/error-summary";
import { classFindingText } from "@/lib/classes/labels";
import type { ClassFinding } from "@/lib/classes/rules/finding";
import type { FormState } from "@/lib/shared/form-state";

/** What a form of a class says went wrong: its fields first, then what refuses it. */
export function summaryLines(state: FormState<ClassFinding>, field: string): SummaryLine[] {
  return [
    ...Object.entries(state.fieldErrors).flatMap(([name, told]) =>
      told.map((sentence) => ({ field: name, sentence })),
    ),
    ...state.findings.map((finding) => ({ field, sentence: classFindingText(finding) })),
  ];
}
