import "server-only";
import { notFound } from "next/navigation";
import { type UnitScope, withScope } from "@/lib/access/gate";
import { loadReport } from "@/lib/reports/queries/any";
import type { ReportParameters } from "@/lib/reports/rules/parameters";
import { findLockedBefore, findPeriod } from "../repository/periods";
import { findReported, findSnapshot, findSnapshots } from "../repository/snapshots";
import { compareFigures, type FigureChange } from "../rules/comparison";
import type { SnapshotContent } from "../rules/content";
import type { ReportingPeriod } from "../rules/period";
import { SNAPSHOT_REPORTS } from "../rules/reports";
import type { SnapshotLine } from "../rules/snapshot";
import { type LoadedReport, loadFrozenFigures } from "./freezing";
import { figuresSeen, loadNamed, type NamedChange } from "./snapshots";

/** How far back corrections are looked for: a year of quarters. */
const PERIODS_BACK = 4;
const MOST_SNAPSHOTS = 100;

/** What was reported of an earlier period. */
type Reported = { line: SnapshotLine; content: SnapshotContent };

/** What a locked period reported and is counted differently since, figure by figure. */
export type Correction = { reported: SnapshotLine; changes: NamedChange[] };
export type CorrectionsPage = { period: ReportingPeriod; corrections: Correction[] };

/**
 * The corrections that a period reports: of an open one, what is counted now against what earlier periods last
 * reported; of a locked one, what its lock froze of them.
 */
export async function loadCorrections(id: string): Promise<CorrectionsPage> {
  const { period, reported, pairs } = await withScope("snapshot.read", async (scope) => {
    const found = (await findPeriod(scope, id)) ?? notFound();
    return found.lockedOn === null
      ? { period: found, reported: await loadReported(scope, found), pairs: [] }
      : { period: found, reported: [], pairs: await loadPairs(scope, found) };
  });
  const now = await loadAgain(reported);
  return withScope("snapshot.read", async (scope) => {
    const found = pairs.map(({ before, after }) => ({
      reported: before.line,
      changes: compareFigures(
        figuresSeen(scope, before.content.figures),
        figuresSeen(scope, after.content.figures),
      ),
    }));
    for (const [place, loaded] of now.entries()) {
      const before = reported[place];
      if (before) found.push({ reported: before.line, changes: await loadChanges(scope, before, loaded) });
    }
    const corrections: Correction[] = [];
    for (const { reported: line, changes } of found)
      if (changes.length > 0)
        corrections.push({ reported: line, changes: await loadNamed(scope, changes, line) });
    return { period, corrections };
  });
}

/** What a report counts now against what was reported of it. */
export async function loadChanges(
  scope: UnitScope,
  { content }: Reported,
  { name, any, parameters }: LoadedReport,
): Promise<FigureChange[]> {
  const asked = { ...parameters, countBy: any.report.countBy };
  const now = await loadFrozenFigures(scope, name, asked, any.report);
  return compareFigures(figuresSeen(scope, content.figures), figuresSeen(scope, now));
}

/** What the locks of earlier periods last reported, the nearest period first. */
export async function loadReported(scope: UnitScope, period: ReportingPeriod): Promise<Reported[]> {
  const reported: Reported[] = [];
  for (const { unit, from, to } of await findLockedBefore(scope, period, PERIODS_BACK))
    reported.push(...(await findReported(scope, { unitId: unit.id, from, to })));
  return reported;
}

/** What a period's own lock froze of earlier ones, with what had been reported before. */
async function loadPairs(
  scope: UnitScope,
  { id, from, to, unit }: ReportingPeriod,
): Promise<{ before: Reported; after: Reported }[]> {
  const lines = await findSnapshots(scope, { periodId: id }, { after: null, limit: MOST_SNAPSHOTS });
  const pairs = [];
  for (const line of lines.filter((one) => one.from !== from || one.to !== to)) {
    const after = await findSnapshot(scope, line.id);
    const earlier = await findReported(scope, { unitId: unit.id, from: line.from, to: line.to }, line.id);
    const before = earlier.find((one) => one.line.report === line.report);
    if (before && after) pairs.push({ before, after });
  }
  return pairs;
}

/** The same reports as counted now, with the parameters of then. */
async function loadAgain(reported: readonly Reported[]): Promise<LoadedReport[]> {
  const loaded: LoadedReport[] = [];
  for (const { content } of reported) {
    const { report: name, parameters, extras } = content;
    loaded.push({ name, parameters, extras, any: await loadReport(name, parameters, extras) });
  }
  return loaded;
}

/** What locking a period freezes: its own reports, and those of earlier periods as counted now. */
export type ReportsToLock = { own: LoadedReport[]; earlier: { reported: Reported; loaded: LoadedReport }[] };

/** Loads them before the period is locked, each by the road of every report. */
export async function loadReportsToLock(id: string): Promise<ReportsToLock> {
  const { parameters, reported } = await withScope("period.set", async (scope) => {
    const period = (await findPeriod(scope, id)) ?? notFound();
    return { parameters: parametersOf(period), reported: await loadReported(scope, period) };
  });
  const own: LoadedReport[] = [];
  for (const name of SNAPSHOT_REPORTS)
    own.push({ name, parameters, extras: {}, any: await loadReport(name, parameters) });
  const again = await loadAgain(reported);
  return {
    own,
    earlier: reported.flatMap((one, place) => {
      const loaded = again[place];
      return loaded ? [{ reported: one, loaded }] : [];
    }),
  };
}

const parametersOf = ({ unit, from, to, cutOff }: ReportingPeriod): ReportParameters => ({
  unit: unit.code,
  from,
  to,
  asOf: cutOff,
  countBy: null,
  tree: "as-was",
});
