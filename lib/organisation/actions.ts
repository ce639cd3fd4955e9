"use server";

import { defineAction } from "@/lib/access/action";
import { formatDay } from "@/lib/shared/days";
import {
  deleteEmptyUnit,
  deleteFutureChange,
  findHistories,
  findLinesAbove,
  isCodeTaken,
  placeUnit,
  savePlacementChange,
} from "./repository/changes";
import { deleteHeadcount, findHeadcountHistory, saveHeadcount } from "./repository/headcounts";
import { saveSuccessions } from "./repository/placements";
import { findDirectChildren, findUnit, findUnitByCode, findUnitsByCodes } from "./repository/units";
import {
  type ChangeFinding,
  futureChange,
  reviewAddition,
  reviewClosing,
  reviewMove,
  reviewRenaming,
} from "./rules/change";
import { type HeadcountFinding, reviewHeadcount } from "./rules/headcount";
import { buildChange, buildClosing } from "./rules/timeline";
import {
  additionSchema,
  closingSchema,
  headcountSchema,
  moveSchema,
  renamingSchema,
  seenHeadcountSchema,
  seenUnitSchema,
} from "./schema";

const PAGES = ["/organisation", "/quotas"];

/** A new unit beneath another, from a day on. */
export const addUnit = defineAction({
  name: "addUnit",
  permission: "organisation.change",
  schema: additionSchema,
  revalidates: PAGES,
  async run({ scope, input: { parent: parentCode, code, from, ...form } }) {
    const unit = await findUnitByCode(scope, parentCode);
    const [parent = null] = unit ? await findHistories(scope, [unit]) : [];
    const codeTaken = await isCodeTaken(scope, code);
    const findings = reviewAddition(
      { code, parentCode, kind: form.kind, from, parent, codeTaken },
      scope.today,
    );
    if (findings.some(({ blocks }) => blocks) || !parent) return { refused: findings };

    await placeUnit(scope, code, { ...form, parentId: parent.id }, from);
    return { done: { message: `Đã thêm ${form.name}.`, redirectTo: pageOf(code, "added") } };
  },
});

/** Another name, kind, type or power to decide from a day on. */
export const renameUnit = defineAction({
  name: "renameUnit",
  permission: "organisation.change",
  schema: renamingSchema,
  target: (scope, { unit }) => findUnitByCode(scope, unit),
  revalidates: PAGES,
  async run({ scope, target, input: { from, version, name, kind, type, mayDecideAdmission } }) {
    const above = target.parentId === null ? null : await findUnit(scope, target.parentId);
    const beneath = await findDirectChildren(scope, target.id);
    const [unit, ...children] = await findHistories(scope, [target, ...beneath]);
    const [parent = null] = above ? await findHistories(scope, [above]) : [];
    if (!unit) return { refused: [MEANWHILE] };

    const form = { name, kind, type, mayDecideAdmission };
    const findings = reviewRenaming({ unit, form, from, parent, children });
    if (findings.some(({ blocks }) => blocks)) return { refused: findings };

    const saved = await savePlacementChange(
      scope,
      { id: target.id, version },
      buildChange(unit.placements, from, form),
    );
    if (!saved) return { refused: [MEANWHILE] };
    return {
      done: {
        message: `Đã ghi thay đổi từ ngày ${formatDay(from)}.`,
        redirectTo: pageOf(target.code, "changed"),
      },
    };
  },
});

/** Beneath another unit from a day on; all it holds goes along. */
export const moveUnit = defineAction({
  name: "moveUnit",
  permission: "organisation.change",
  schema: moveSchema,
  target: (scope, { unit }) => findUnitByCode(scope, unit),
  revalidates: PAGES,
  async run({ scope, target, actor, input: { from, version, parent: parentCode } }) {
    const above = await findUnitByCode(scope, parentCode);
    const [unit, parent = null] = await findHistories(scope, above ? [target, above] : [target]);
    if (!unit) return { refused: [MEANWHILE] };

    const linesAbove = above ? await findLinesAbove(scope, above.id, from) : [];
    const findings = reviewMove({ unit, from, parentCode, parent, linesAbove, actorUnitId: actor.unit.id });
    if (findings.some(({ blocks }) => blocks) || !parent) return { refused: findings };

    const writes = buildChange(unit.placements, from, { parentId: parent.id });
    if (!(await savePlacementChange(scope, { id: target.id, version }, writes)))
      return { refused: [MEANWHILE] };
    return {
      done: {
        message: `Đã chuyển về ${parent.name} từ ngày ${formatDay(from)}.`,
        redirectTo: pageOf(target.code, "changed"),
      },
    };
  },
});

/** Closed after a last day; what it still holds counts beneath the first successor, or else its parent. */
export const closeUnit = defineAction({
  name: "closeUnit",
  permission: "organisation.change",
  schema: closingSchema,
  target: (scope, { unit }) => findUnitByCode(scope, unit),
  revalidates: PAGES,
  async run({ scope, target, actor, input }) {
    const { lastDay, version, successors: successorCodes, documentNumber, documentDay } = input;
    const found = await findUnitsByCodes(scope, successorCodes);
    const named = successorCodes.flatMap(
      (code) => found.find((successor) => successor.code.toUpperCase() === code.toUpperCase()) ?? [],
    );
    const above = target.parentId === null ? null : await findUnit(scope, target.parentId);
    const [unit, ...successors] = await findHistories(scope, [target, ...named]);
    if (!unit) return { refused: [MEANWHILE] };

    const [first] = successors;
    const linesAbove = first ? await findLinesAbove(scope, first.id, lastDay) : [];
    const findings: ChangeFinding[] = reviewClosing({
      unit,
      lastDay,
      successorCodes,
      successors,
      linesAbove,
      parentName: above?.name ?? null,
      actorUnitId: actor.unit.id,
    });
    if (findings.some(({ blocks }) => blocks)) return { refused: findings };

    const closing = buildClosing(unit.placements, lastDay, first?.id ?? target.parentId);
    const onDay = closing.add?.from ?? lastDay;
    if (!(await savePlacementChange(scope, { id: target.id, version }, closing)))
      return { refused: [MEANWHILE] };
    await saveSuccessions(
      scope,
      successors.map(({ id }) => ({ fromUnitId: unit.id, toUnitId: id, onDay, documentNumber, documentDay })),
    );
    return {
      done: {
        message: `Đã ghi: ${target.name} hoạt động đến hết ngày ${formatDay(lastDay)}.`,
        redirectTo: pageOf(target.code, "closed"),
      },
    };
  },
});

/** Takes back a change whose day has not come. */
export const undoUnitChange = defineAction({
  name: "undoUnitChange",
  permission: "organisation.change",
  schema: seenUnitSchema,
  target: (scope, { unit }) => findUnitByCode(scope, unit),
  revalidates: PAGES,
  async run({ scope, target, input: { version } }) {
    const [unit] = await findHistories(scope, [target]);
    const change = unit ? futureChange(unit.placements, scope.today) : null;
    if (!change || change.from === null) return { refused: [NO_FUTURE_CHANGE] };

    const undone = await deleteFutureChange(
      scope,
      { id: target.id, version },
      { id: change.id, from: change.from },
    );
    if (!undone) return { refused: [MEANWHILE] };
    return {
      done: {
        message: `Đã bỏ thay đổi ghi từ ngày ${formatDay(change.from)}.`,
        redirectTo: pageOf(target.code, "undone"),
      },
    };
  },
});

/** Takes back a unit that nothing was recorded for yet. */
export const removeUnit = defineAction({
  name: "removeUnit",
  permission: "organisation.change",
  schema: seenUnitSchema,
  target: (scope, { unit }) => findUnitByCode(scope, unit),
  revalidates: PAGES,
  async run({ scope, target, actor, input: { version } }) {
    const own = target.id === actor.unit.id;
    if (own || !(await deleteEmptyUnit(scope, { id: target.id, version }))) {
      return { refused: [notEmpty(target.name)] };
    }
    const above = target.parentId === null ? null : await findUnit(scope, target.parentId);
    return {
      done: {
        message: `Đã bỏ ${target.name}.`,
        redirectTo: above ? pageOf(above.code, "removed") : "/organisation",
      },
    };
  },
});

/** Members of a unit's whole subtree on a day. */
export const recordHeadcount = defineAction({
  name: "recordHeadcount",
  permission: "headcount.record",
  schema: headcountSchema,
  target: (scope, { unit }) => findUnitByCode(scope, unit),
  revalidates: PAGES,
  async run({ scope, target, input: { unit: _, replaces, ...headcount } }) {
    const history = await findHeadcountHistory(scope, target.id, 60);
    const latest = history.find(({ onDay }) => onDay < headcount.onDay) ?? null;
    const { firstDay, lastDay } = target;
    const findings = reviewHeadcount(headcount, { today: scope.today, firstDay, lastDay, latest });
    if (findings.some(({ blocks }) => blocks)) return { refused: findings };

    if (!(await saveHeadcount(scope, target.id, headcount, replaces))) {
      const known = history.find(({ onDay }) => onDay === headcount.onDay);
      return {
        refused: [
          { is: "headcountKnown", blocks: true, onDay: headcount.onDay, total: known?.total ?? null },
        ] satisfies HeadcountFinding[],
      };
    }
    return {
      done: {
        message: `Đã ghi số đảng viên ngày ${formatDay(headcount.onDay)}.`,
        redirectTo: pageOf(target.code, "counted"),
      },
    };
  },
});

/** Takes a headcount back. */
export const removeHeadcount = defineAction({
  name: "removeHeadcount",
  permission: "headcount.record",
  schema: seenHeadcountSchema,
  target: (scope, { unit }) => findUnitByCode(scope, unit),
  revalidates: PAGES,
  async run({ scope, target, input: { onDay, version } }) {
    if (!(await deleteHeadcount(scope, target.id, onDay, version))) return { refused: [MEANWHILE] };
    return {
      done: {
        message: `Đã bỏ số đảng viên ngày ${formatDay(onDay)}.`,
        redirectTo: pageOf(target.code, "counted"),
      },
    };
  },
});

const MEANWHILE: ChangeFinding = { is: "changedMeanwhile", blocks: true };
const notEmpty = (name: string): ChangeFinding => ({ is: "notEmpty", blocks: true, name });
const NO_FUTURE_CHANGE: ChangeFinding = { is: "noFutureChange", blocks: true };

/** The unit's page, which says what was done. */
const pageOf = (code: string, done: string): string =>
  `/organisation/${encodeURIComponent(code)}?done=${done}`;
