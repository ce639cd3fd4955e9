import type { SummaryLine } from "@/components/ui/error-summary";
import { periodFindingText, snapshotFindingText } from "@/lib/periods/labels";
import type { PeriodFinding } from "@/lib/periods/rules/period";
import type { SnapshotFinding } from "@/lib/periods/rules/snapshot";
import type { FormState } from "@/lib/shared/form-state";

type Finding = PeriodFinding | SnapshotFinding;

const SNAPSHOT = ["dataMoved", "ownSnapshot", "alreadyApproved"];

/** A refusal in words, of a period or of a snapshot. */
export function refusalText(finding: Finding): string {
  return SNAPSHOT.includes(finding.is)
    ? snapshotFindingText(finding as SnapshotFinding)
    : periodFindingText(finding as PeriodFinding);
}

/** What a form says went wrong: its fields first, then what refuses it. */
export function wrongLines(state: FormState<Finding>, field: string): SummaryLine[] {
  return [
    ...Object.entries(state.fieldErrors).flatMap(([name, told]) =>
      told.map((sentence) => ({ field: name, sentence })),
    ),
    ...state.findings.map((finding) => ({ field, sentence: refusalText(finding) })),
  ];
}
