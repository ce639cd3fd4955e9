"use server";

import { defineAction } from "@/lib/access/action";
import { type UnitScope, withScope } from "@/lib/access/gate";
import { findUnitByCode, type Unit } from "@/lib/organisation/repository/units";
import { today } from "@/lib/platform/clock";
import { AT_ONE_MOMENT, loadReportsToLock, type ToFreeze } from "./queries/corrections";
import { type Frozen, loadContent } from "./queries/freezing";
import {
  countConfirmed,
  countMissing,
  countNotAccepted,
  findAcceptedAbove,
  findStanding,
  findStandings,
  saveAnswer,
  saveConfirmation,
} from "./repository/confirmations";
import {
  findHeldPeriod,
  findOwnPeriod,
  findPeriodDays,
  saveDays,
  saveLock,
  savePeriod,
} from "./repository/periods";
import { findSnapshotLine, saveApproval, saveSnapshot } from "./repository/snapshots";
import {
  mayConfirm,
  reviewAccepting,
  reviewConfirming,
  reviewLocking,
  reviewReturning,
  reviewSeen,
  type UnitStanding,
} from "./rules/confirmation";
import { type PeriodFinding, type ReportingPeriod, reviewPeriod, reviewPeriodChange } from "./rules/period";
import { reviewApproval, reviewFigures, type SnapshotFinding, type SnapshotLine } from "./rules/snapshot";
import {
  acceptUnitsSchema,
  approveSnapshotSchema,
  changePeriodSchema,
  confirmUnitSchema,
  lockPeriodSchema,
  makeSnapshotSchema,
  returnUnitSchema,
  setPeriodSchema,
} from "./schema";

const PAGES = ["/", "/periods"];
const LOCK_TIMEOUT_MS = 300_000;
const SNAPSHOT_TIMEOUT_MS = 120_000;

/** The province says for which days its units report, as of which day and until when. */
export const setPeriod = defineAction<typeof setPeriodSchema, Unit, PeriodFinding>({
  name: "setPeriod",
  permission: "period.set",
  schema: setPeriodSchema,
  target: (scope, { unit }) => findUnitByCode(scope, unit),
  revalidates: PAGES,
  async run({ scope, target: unit, input }) {
    const refused = reviewPeriod(input, await findPeriodDays(scope, unit.id, input.kind));
    if (refused) return { refused: [refused] };
    const id = await savePeriod(scope, unit.id, input);
    return { done: { message: "Đã đặt kỳ báo cáo.", redirectTo: `/periods/${id}?done=set` } };
  },
});

/** The province sets other days of a period that is open. */
export const changePeriod = defineAction<typeof changePeriodSchema, ReportingPeriod, PeriodFinding>({
  name: "changePeriod",
  permission: "period.set",
  schema: changePeriodSchema,
  target: (scope, { periodId }) => findOwnPeriod(scope, periodId),
  revalidates: PAGES,
  async run({ scope, target: period, input: { version, from, to, cutOff, dueOn } }) {
    const { id, kind, unit } = period;
    const days = { kind, from, to, cutOff, dueOn };
    const known = await findPeriodDays(scope, unit.id, kind);
    const others = known.filter((other) => other.from !== period.from);
    const refused = reviewPeriodChange(period, days, others, await countConfirmed(scope, id, unit));
    if (refused) return { refused: [refused] };
    if (!(await saveDays(scope, id, version, days))) return { refused: [CHANGED] };
    return { done: { message: "Đã sửa kỳ báo cáo.", redirectTo: `/periods/${id}?done=changed` } };
  },
});

/** A unit of a period, both within reach. */
type UnitInPeriod = { period: ReportingPeriod; standing: UnitStanding };

async function findUnitInPeriod(
  scope: UnitScope,
  { periodId, unit }: { periodId: string; unit: string },
): Promise<UnitInPeriod | null> {
  const period = await findHeldPeriod(scope, periodId);
  const standing = period && (await findStanding(scope, period.id, unit));
  return standing && standing.unit.id !== period.unit.id ? { period, standing } : null;
}

/** A unit says that its data of the period are complete; the one directly above may say so in its place. */
export const confirmUnit = defineAction<typeof confirmUnitSchema, UnitInPeriod, PeriodFinding>({
  name: "confirmUnit",
  permission: "period.confirm",
  schema: confirmUnitSchema,
  async target(scope, input) {
    const found = await findUnitInPeriod(scope, input);
    return found && mayConfirm(scope.actor.unit, found.standing) ? found : null;
  },
  revalidates: PAGES,
  async run({ scope, target: { period, standing }, input }) {
    const refused = reviewConfirming(period, standing) ?? reviewSeen({ period, standing }, input);
    if (refused) return { refused: [refused] };
    if (!(await saveConfirmation(scope, period.id, standing))) return { refused: [CHANGED] };
    return {
      done: { message: "Đã xác nhận số liệu.", redirectTo: `${pageOf(period, standing)}&done=confirmed` },
    };
  },
});

/** The level above accepts the data of units, each only after everybody beneath it has confirmed. */
export const acceptUnits = defineAction<
  typeof acceptUnitsSchema,
  { period: ReportingPeriod; standings: UnitStanding[] },
  PeriodFinding
>({
  name: "acceptUnits",
  permission: "period.accept",
  schema: acceptUnitsSchema,
  async target(scope, { periodId, units }) {
    const period = await findHeldPeriod(scope, periodId);
    const codes = units.map(({ code }) => code);
    const standings = period ? await findStandings(scope, period.id, codes) : [];
    return period && standings.length === codes.length ? { period, standings } : null;
  },
  revalidates: PAGES,
  async run({ scope, actor, target: { period, standings }, input: { version, units } }) {
    const seen = new Map(units.map(({ code, standing }) => [code.trim().toUpperCase(), standing]));
    for (const standing of standings) {
      const below = await countMissing(scope, period.id, standing.unit);
      const refused =
        reviewAccepting(period, standing, below, actor.unit) ??
        reviewSeen(
          { period, standing },
          { version, standing: seen.get(standing.unit.code.trim().toUpperCase()) },
        );
      if (refused) return { refused: [refused] };
      if (!(await saveAnswer(scope, period.id, standing, null))) return { refused: [CHANGED] };
    }
    return {
      done: {
        message: `Đã tiếp nhận số liệu của ${standings.length} đơn vị.`,
        redirectTo: `/periods/${period.id}?done=accepted`,
      },
    };
  },
});

/** The level above sends a unit's data back with a reason. */
export const returnUnit = defineAction<typeof returnUnitSchema, UnitInPeriod, PeriodFinding>({
  name: "returnUnit",
  permission: "period.accept",
  schema: returnUnitSchema,
  target: findUnitInPeriod,
  revalidates: PAGES,
  async run({ scope, actor, target: { period, standing }, input }) {
    const above = await findAcceptedAbove(scope, period.id, standing.unit);
    const refused =
      reviewReturning(period, standing, above, actor.unit) ?? reviewSeen({ period, standing }, input);
    if (refused) return { refused: [refused] };
    if (!(await saveAnswer(scope, period.id, standing, input.reason))) return { refused: [CHANGED] };
    return { done: { message: "Đã trả lại.", redirectTo: `/periods/${period.id}?done=returned` } };
  },
});

/**
 * Locks a period: freezes its reports, and of earlier periods those that are counted differently since they were
 * reported. Nobody is kept from mending data afterwards; it shows in the next period.
 */
export const lockPeriod = defineAction<
  typeof lockPeriodSchema,
  ReportingPeriod,
  PeriodFinding | SnapshotFinding,
  ToFreeze
>({
  name: "lockPeriod",
  permission: "period.set",
  schema: lockPeriodSchema,
  prepare: ({ periodId }) => loadReportsToLock(periodId),
  target: (scope, { periodId }) => findOwnPeriod(scope, periodId),
  revalidates: PAGES,
  timeoutMs: LOCK_TIMEOUT_MS,
  async run({ scope, target: period, input: { version }, prepared: { own, corrected } }) {
    const { unit } = period;
    const refused = reviewLocking(
      period,
      await countMissing(scope, period.id, unit),
      await countNotAccepted(scope, period.id, unit.id),
      scope.today,
    );
    if (refused) return { refused: [refused] };
    if (own.length === 0) return { refused: [CHANGED] };
    for (const { content, unitId } of [...own, ...corrected]) {
      const moved = reviewFigures(content.figures);
      if (moved) return { refused: [moved] };
      await saveSnapshot(scope, content, unitId, period.id);
    }
    if (!(await saveLock(scope, period.id, version))) return { refused: [CHANGED] };
    return { done: { message: "Đã khóa kỳ báo cáo.", redirectTo: `/periods/${period.id}?done=locked` } };
  },
});

/** Freezes a report as it is counted now. */
export const makeSnapshot = defineAction<typeof makeSnapshotSchema, Unit, SnapshotFinding, Frozen>({
  name: "makeSnapshot",
  permission: "snapshot.make",
  schema: makeSnapshotSchema,
  async prepare(input) {
    const { report: name, unit, from, to, asOf, countBy = null, tree, months, years, list } = input;
    const last = [to, today()].toSorted()[0] ?? to;
    const parameters = { unit, from, to, asOf: asOf ?? last, countBy, tree };
    const extras = {
      ...(months === undefined ? {} : { months }),
      ...(years === undefined ? {} : { years }),
      ...(list === undefined ? {} : { list }),
    };
    return withScope(
      "snapshot.make",
      (scope) => loadContent(scope, { name, parameters, extras }),
      AT_ONE_MOMENT,
    );
  },
  target: (scope, { unit }) => findUnitByCode(scope, unit),
  revalidates: ["/periods/snapshots"],
  timeoutMs: SNAPSHOT_TIMEOUT_MS,
  async run({ scope, prepared: { content, unitId } }) {
    const moved = reviewFigures(content.figures);
    if (moved) return { refused: [moved] };
    const id = await saveSnapshot(scope, content, unitId, null);
    return { done: { message: "Đã chốt số liệu.", redirectTo: `/periods/snapshots/${id}?done=made` } };
  },
});

/** Somebody else than its maker approves a snapshot. */
export const approveSnapshot = defineAction<typeof approveSnapshotSchema, SnapshotLine, SnapshotFinding>({
  name: "approveSnapshot",
  permission: "snapshot.approve",
  schema: approveSnapshotSchema,
  target: (scope, { snapshotId }) => findSnapshotLine(scope, snapshotId),
  revalidates: ["/periods/snapshots"],
  async run({ scope, actor, target: line }) {
    const refused = reviewApproval(line, actor.accountId);
    if (refused) return { refused: [refused] };
    if (!(await saveApproval(scope, line))) return { refused: [{ is: "alreadyApproved", blocks: true }] };
    return {
      done: { message: "Đã phê duyệt.", redirectTo: `/periods/snapshots/${line.id}?done=approved` },
    };
  },
});

const CHANGED: PeriodFinding = { is: "changedMeanwhile", blocks: true };

const pageOf = ({ id }: ReportingPeriod, { unit }: UnitStanding): string =>
  `/periods/${id}?unit=${encodeURIComponent(unit.code)}`;
