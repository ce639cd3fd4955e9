import "server-only";
import { notFound } from "next/navigation";
import { type GateOptions, type UnitScope, withScope } from "@/lib/access/gate";
import { loadReportWithin } from "@/lib/reports/queries/any";
import type { ReportParameters } from "@/lib/reports/rules/parameters";
import { addMonths } from "@/lib/shared/days";
import { countMissing, countNotAccepted } from "../repository/confirmations";
import { findLockedBefore, findPeriod } from "../repository/periods";
import { findReported, findSnapshot, findSnapshots } from "../repository/snapshots";
import { compareFigures, type FigureChange } from "../rules/comparison";
import { reviewLocking } from "../rules/confirmation";
import type { SnapshotContent } from "../rules/content";
import type { ReportingPeriod } from "../rules/period";
import { SNAPSHOT_REPORTS } from "../rules/reports";
import type { SnapshotLine } from "../rules/snapshot";
import { type Frozen, loadContent, loadFrozenFigures } from "./freezing";
import { figuresSeen, loadNamed, type NamedChange } from "./snapshots";

/** How far back corrections are looked for, whatever the kind of the period. */
const MONTHS_BACK = 24;
const MOST_SNAPSHOTS = 1000;

/** What is counted, and who is behind it, is of one moment. */
export const AT_ONE_MOMENT: GateOptions = { isolation: "RepeatableRead", timeoutMs: 300_000 };

/** What was reported of an earlier period. */
type Reported = { line: SnapshotLine; content: SnapshotContent };

/** What a locked period reported and is counted differently since, figure by figure. */
export type Correction = { reported: SnapshotLine; changes: NamedChange[] };
export type CorrectionsPage = { period: ReportingPeriod; corrections: Correction[] };

/**
 * The corrections that a period reports: of an open one, what is counted now against what earlier periods last
 * reported; of a locked one, what its lock froze of them.
 */
export function loadCorrections(id: string): Promise<CorrectionsPage> {
  return withScope(
    "snapshot.read",
    async (scope) => {
      const period = (await findPeriod(scope, id)) ?? notFound();
      const found: { line: SnapshotLine; changes: FigureChange[] }[] = [];
      if (period.lockedOn === null) {
        for await (const reported of reportedBefore(scope, period))
          found.push({ line: reported.line, changes: await loadChanges(scope, reported) });
      } else {
        for await (const { before, after } of frozenPairs(scope, period))
          found.push({
            line: before.line,
            changes: compareFigures(
              figuresSeen(scope, before.content.figures),
              figuresSeen(scope, after.content.figures),
            ),
          });
      }
      const corrections: Correction[] = [];
      for (const { line, changes } of found)
        if (changes.length > 0)
          corrections.push({ reported: line, changes: await loadNamed(scope, changes, line) });
      return { period, corrections };
    },
    AT_ONE_MOMENT,
  );
}

/** What a report counts now against what was reported of it. */
export async function loadChanges(
  scope: UnitScope,
  { content: { report: name, parameters, extras, figures } }: Reported,
): Promise<FigureChange[]> {
  const { report } = await loadReportWithin(scope, name, parameters, extras);
  const now = await loadFrozenFigures(scope, name, { ...parameters, countBy: report.countBy }, report);
  return compareFigures(figuresSeen(scope, figures), figuresSeen(scope, now));
}

/** What the locks of earlier periods last reported, the nearest period first, one after the other. */
async function* reportedBefore(scope: UnitScope, period: ReportingPeriod): AsyncGenerator<Reported> {
  const since = addMonths(period.from, -MONTHS_BACK);
  for (const { unit, from, to } of await findLockedBefore(scope, period, since))
    yield* await findReported(scope, { unitId: unit.id, from, to });
}

/** What a period's own lock froze of earlier ones, with what had been reported before. */
async function* frozenPairs(
  scope: UnitScope,
  { id, from, to, unit }: ReportingPeriod,
): AsyncGenerator<{ before: Reported; after: Reported }> {
  const lines = await findSnapshots(scope, { periodId: id }, { after: null, limit: MOST_SNAPSHOTS });
  for (const line of lines.filter((one) => one.from !== from || one.to !== to)) {
    const after = await findSnapshot(scope, line.id);
    const earlier = await findReported(
      scope,
      { unitId: unit.id, from: line.from, to: line.to, report: line.report },
      line.id,
    );
    const [before] = earlier;
    if (before && after) yield { before, after };
  }
}

/** What locking a period writes: its own reports, and those of earlier periods that are counted differently now. */
export type ToFreeze = { own: Frozen[]; corrected: Frozen[] };

/** Freezes them before the period is locked; of one that cannot be locked nothing. */
export function loadReportsToLock(id: string): Promise<ToFreeze> {
  return withScope(
    "period.set",
    async (scope) => {
      const period = (await findPeriod(scope, id)) ?? notFound();
      const missing = await countMissing(scope, period.id, period.unit);
      const notAccepted = await countNotAccepted(scope, period.id, period.unit.id);
      if (reviewLocking(period, missing, notAccepted, scope.today)) return { own: [], corrected: [] };
      const own: Frozen[] = [];
      for (const name of SNAPSHOT_REPORTS)
        own.push(await loadContent(scope, { name, parameters: parametersOf(period), extras: {} }));
      const corrected: Frozen[] = [];
      for await (const { content } of reportedBefore(scope, period)) {
        const { report: name, parameters, extras } = content;
        const now = await loadContent(scope, { name, parameters, extras });
        if (compareFigures(content.figures, now.content.figures).length > 0) corrected.push(now);
      }
      return { own, corrected };
    },
    AT_ONE_MOMENT,
  );
}

const parametersOf = ({ unit, from, to, cutOff }: ReportingPeriod): ReportParameters => ({
  unit: unit.code,
  from,
  to,
  asOf: cutOff,
  countBy: null,
  tree: "as-was",
});
