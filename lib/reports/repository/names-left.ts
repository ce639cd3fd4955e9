import "server-only";
import { logRead } from "@/lib/access/audit";
import type { UnitScope } from "@/lib/access/gate";
import type { ReportParameters } from "../rules/parameters";

/** What names leave with: the figure, the days it counts and the place of its unit. */
type Leaving = { parameters: ReportParameters; path: string; ord: bigint | undefined };

/** Logs that the names of so many leave. */
export function saveNamesLeft(
  scope: UnitScope,
  { parameters: { unit, from, to, asOf }, path, ord }: Leaving,
  count: number,
): Promise<void> {
  return logRead(scope, {
    action: "exportNames",
    subject: "report",
    subjectId: path,
    unitOrd: ord ?? scope.lo,
    details: { count, unit, from, to, asOf },
  });
}
