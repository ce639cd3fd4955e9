import type { SummaryLine } from "@/components/ui/error-summary";
import { wrongLines as linesOf } from "@/components/ui/refusals";
import { periodFindingText, snapshotFindingText } from "@/lib/periods/labels";
import type { PeriodFinding } from "@/lib/periods/rules/period";
import type { SnapshotFinding } from "@/lib/periods/rules/snapshot";
import type { FormState } from "@/lib/shared/form-state";

type Finding = PeriodFinding | SnapshotFinding;

const SNAPSHOT = ["dataMoved", "ownSnapshot", "alreadyApproved"];

function refusalText(finding: Finding): string {
  return SNAPSHOT.includes(finding.is)
    ? snapshotFindingText(finding as SnapshotFinding)
    : periodFindingText(finding as PeriodFinding);
}

/** What a form says went wrong, in the words of periods and snapshots. */
export const wrongLines = (state: FormState<Finding>, field: string): SummaryLine[] =>
  linesOf(state, field, refusalText);
