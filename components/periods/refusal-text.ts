import { periodFindingText, snapshotFindingText } from "@/lib/periods/labels";
import type { PeriodFinding } from "@/lib/periods/rules/period";
import type { SnapshotFinding } from "@/lib/periods/rules/snapshot";

const SNAPSHOT = ["dataMoved", "ownSnapshot", "alreadyApproved"];

/** What refuses a form, in the words of periods and snapshots. */
export function refusalText(finding: PeriodFinding | SnapshotFinding): string {
  return SNAPSHOT.includes(finding.is)
    ? snapshotFindingText(finding as SnapshotFinding)
    : periodFindingText(finding as PeriodFinding);
}
