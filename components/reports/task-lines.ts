import type { SummaryLine } from "@/components/ui/error-summary";
import { unitTaskFindingText } from "@/lib/reports/labels";
import type { UnitTaskFinding } from "@/lib/reports/rules/unit-task";
import type { FormState } from "@/lib/shared/form-state";

/** What a form of a task says went wrong: its fields first, then what refuses it. */
export function taskLines(state: FormState<UnitTaskFinding>, field: string): SummaryLine[] {
  return [
    ...Object.entries(state.fieldErrors).flatMap(([name, told]) =>
      told.map((sentence) => ({ field: name, sentence })),
    ),
    ...state.findings.map((finding) => ({ field, sentence: unitTaskFindingText(finding) })),
  ];
}
