import "server-only";
import { notFound } from "next/navigation";
import { logRead } from "@/lib/access/audit";
import { can, opensReport, type UnitScope, withScope } from "@/lib/access/gate";
import { noteShownPeople } from "@/lib/access/people-budget";
import { settings } from "@/lib/platform/env";
import type { PlainDate } from "@/lib/shared/days";
import { safeContent } from "../export/safe-content";
import { findNamed, type NamedPerson } from "../repository/people";
import { findSnapshot, findSnapshots } from "../repository/snapshots";
import { compareFigures, type FigureChange } from "../rules/comparison";
import { type FrozenFigure, isKeptInside, type SnapshotContent } from "../rules/content";
import { reviewApproval, type SnapshotLine } from "../rules/snapshot";
import type { SnapshotsAddress } from "../schema";

const PAGE = 50;
/** How many people a comparison names, all its changes together. */
export const MOST_NAMED = 100;

/** The snapshots within reach, latest first, page by page. */
export type SnapshotsPage = {
  snapshots: SnapshotLine[];
  report: string | null;
  next: SnapshotLine | null;
  mayMake: boolean;
};

export function loadSnapshots({ report, after }: SnapshotsAddress): Promise<SnapshotsPage> {
  return withScope("snapshot.read", async (scope) => {
    const rows = await findSnapshots(scope, report ? { report } : {}, { after, limit: PAGE + 1 });
    const snapshots = rows.slice(0, PAGE);
    const next = rows.length > PAGE ? (snapshots.at(-1) ?? null) : null;
    return { snapshots, report, next, mayMake: can(scope.actor, "snapshot.make") };
  });
}

/** The form of a new snapshot: of the actor's own unit unless told, and as of today. */
export function loadSnapshotEntry(): Promise<{ unit: string; today: PlainDate }> {
  return withScope("snapshot.make", async ({ actor, today }) => ({ unit: actor.unit.code, today }));
}

/** A snapshot as it was frozen, and others of the same report and unit to compare it with. */
export type SnapshotPage = {
  line: SnapshotLine;
  content: SnapshotContent;
  /** Where anyone with the paper verifies it. */
  address: string;
  others: SnapshotLine[];
  mayApprove: boolean;
};

export function loadSnapshot(id: string): Promise<SnapshotPage> {
  return withScope("snapshot.read", async (scope) => {
    const { line, content } = (await findSnapshot(scope, id)) ?? notFound();
    if (!opensReport(scope.actor, line.report)) notFound();
    const same = await findSnapshots(
      scope,
      { unitId: line.unit.id, report: line.report },
      { after: null, limit: PAGE },
    );
    return {
      line,
      content: can(scope.actor, "people.exportNames") ? content : safeContent(content),
      address: `${settings().appUrl}/verify/${line.id}?h=${line.hash}`,
      others: same.filter((other) => other.id !== line.id),
      mayApprove:
        can(scope.actor, "snapshot.approve") && reviewApproval(line, scope.actor.accountId) === null,
    };
  });
}

/** A change with the names of those within reach; of the others how many they are. */
export type NamedChange = Omit<FigureChange, "people"> & {
  people: { came: NamedSide; went: NamedSide } | null;
};
export type NamedSide = { count: number; named: NamedPerson[] };

/** Two snapshots of one report and unit side by side: the earlier one first. */
export type ComparisonPage = { earlier: SnapshotLine; later: SnapshotLine; changes: NamedChange[] };

export function loadComparison(id: string, otherId: string): Promise<ComparisonPage> {
  return withScope("snapshot.read", async (scope) => {
    const one = (await findSnapshot(scope, id)) ?? notFound();
    const two = (await findSnapshot(scope, otherId)) ?? notFound();
    if (one.line.report !== two.line.report || one.line.unit.id !== two.line.unit.id) notFound();
    const [earlier, later] =
      one.line.asOf < two.line.asOf || (one.line.asOf === two.line.asOf && isBefore(one.line, two.line))
        ? [one, two]
        : [two, one];
    const changes = compareFigures(
      figuresSeen(scope, earlier.content.figures),
      figuresSeen(scope, later.content.figures),
    );
    return {
      earlier: earlier.line,
      later: later.line,
      changes: await loadNamed(scope, changes, later.line),
    };
  });
}

/** Figures of ethnicity and religion, and who is behind them, are for those who may export names. */
export const figuresSeen = (
  { actor }: UnitScope,
  figures: readonly FrozenFigure[],
): readonly FrozenFigure[] =>
  can(actor, "people.exportNames") ? figures : figures.filter(({ path }) => !isKeptInside(path));

const isBefore = (a: SnapshotLine, b: SnapshotLine): boolean => a.madeAt < b.madeAt;

/**
 * Names who came and went, so many of all changes together; who is out of reach stays a number. That names were
 * shown is logged, with the snapshot they come from.
 */
export async function loadNamed(
  scope: UnitScope,
  changes: readonly FigureChange[],
  { id, report }: Pick<SnapshotLine, "id" | "report">,
): Promise<NamedChange[]> {
  const sides = changes.flatMap(({ people }) => (people ? [people.came, people.went] : []));
  const asked = [...new Set(sides.flat())].slice(0, MOST_NAMED);
  const known = await findNamed(scope, asked, { referrals: can(scope.actor, "referral.read") });
  if (known.length > 0) {
    await noteShownPeople(
      scope,
      known.map((person) => person.id),
    );
    await logRead(scope, {
      action: "compareSnapshots",
      subject: "report_snapshot",
      subjectId: id,
      unitOrd: scope.lo,
      details: { report, changes: changes.length, count: known.length },
    });
  }
  const side = (ids: readonly string[]): NamedSide => {
    const own = new Set(ids);
    return { count: ids.length, named: known.filter((person) => own.has(person.id)) };
  };
  return changes.map(({ people, ...change }) => ({
    ...change,
    people: people && { came: side(people.came), went: side(people.went) },
  }));
}
