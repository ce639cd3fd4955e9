import { addMonths, type PlainDate } from "@/lib/shared/days";
import type { Case } from "./case";
import type { Finding, RuleId } from "./finding";

/** Papers for a meeting far off are made anew half a year before it: verified in time, and not run out by then. */
const RENEWED_AHEAD_MONTHS = 6;

/** The latest of these days; "" where there is none. */
export const latest = (...days: (PlainDate | null)[]): PlainDate =>
  days
    .filter((day) => day !== null)
    .toSorted()
    .at(-1) ?? "";

/** What the day of the vote has to wait for. */
export type Needs = {
  notBefore: PlainDate | null;
  rule?: RuleId;
  newCertificate: boolean;
  renewOn: PlainDate | null;
};

/** The needs with what these findings add; null when no day and no new paper mends any of them. */
export function putOff(
  needs: Needs,
  blocking: readonly Finding[],
  { onDay, today }: Pick<Case, "onDay" | "today">,
): Needs | null {
  let changed: Needs | null = null;
  for (const finding of blocking) {
    const now: Needs = changed ?? needs;
    if (finding.is === "tooYoung") {
      const fromMonth = `${finding.facts.fullOn.slice(0, 7)}-01`;
      changed = { ...now, notBefore: latest(now.notBefore, fromMonth), rule: "R-01" };
    }
    if (finding.is === "readmissionTooEarly")
      changed = { ...now, notBefore: latest(now.notBefore, finding.facts.allowedOn), rule: "R-44" };
    if (finding.is === "certificateExpired" && !now.newCertificate)
      changed = { ...now, newCertificate: true };
    const renewOn = latest(today, addMonths(onDay, -RENEWED_AHEAD_MONTHS));
    if (finding.is === "dossierExpired" && now.renewOn !== renewOn) changed = { ...now, renewOn };
  }
  return changed;
}
