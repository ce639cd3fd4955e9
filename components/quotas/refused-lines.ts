import type { SummaryLine } from "@/components/ui/error-summary";
import { wrongLines } from "@/components/ui/refusals";
import { quotaFindingText } from "@/lib/quotas/labels";
import type { QuotaFinding } from "@/lib/quotas/rules/finding";
import type { FormState } from "@/lib/shared/form-state";

/** Wrong fields and refusals alike: a sentence and the field it is about. */
export function refusedLines(state: FormState<QuotaFinding>): SummaryLine[] {
  return [
    ...wrongLines(state, ""),
    ...state.findings.map((finding) => ({ field: fieldOf(finding), sentence: quotaFindingText(finding) })),
  ];
}

/** The sentences of each field. */
export function errorsByField(lines: readonly SummaryLine[]): Record<string, string[]> {
  const errors: Record<string, string[]> = {};
  for (const { field, sentence } of lines) errors[field] = [...(errors[field] ?? []), sentence];
  return errors;
}

function fieldOf({ is }: QuotaFinding): string {
  switch (is) {
    case "documentInFuture":
      return "documentDay";
    case "documentKnown":
      return "documentNumber";
    default:
      return "value";
  }
}
