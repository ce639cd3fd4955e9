"use server";

import { defineAction } from "@/lib/access/action";
import { saveCarriedOut } from "./repository/carry-out";
import { saveTreeLock } from "./repository/lock";
import { findPlan } from "./repository/plan";
import {
  deleteDraft,
  findHappened,
  findReorganisation,
  saveChoices,
  saveDraft,
  saveUndone,
} from "./repository/reorganisations";
import { findOwnUnitId } from "./repository/world";
import { isRefused, type ReorganisationFinding } from "./rules/finding";
import { NO_CHOICES } from "./rules/landing";
import { carryOutSchema, draftSchema, seenReorganisationSchema } from "./schema";

const PAGES = ["/organisation", "/organisation/reorganisation", "/quotas", "/pipeline", "/"];
const LONG_MS = 120_000;

/** Keeps the acts as a draft, once they are in order; nothing of the tree is changed. */
export const draftReorganisation = defineAction({
  name: "draftReorganisation",
  permission: "organisation.change",
  schema: draftSchema,
  revalidates: PAGES,
  timeoutMs: LONG_MS,
  async run({ scope, input: { acts: typed, ...decision } }) {
    const acts = typed.map(({ act }) => act);
    const { findings } = await findPlan(scope, { ...decision, acts, choices: NO_CHOICES });
    if (isRefused(findings)) return { refused: findings.map((finding) => asTyped(finding, typed)) };

    const id = await saveDraft(scope, { ...decision, acts }, await findOwnUnitId(scope));
    return { done: { message: "Đã kiểm tra; chưa ghi gì vào tổ chức.", redirectTo: pageOf(id, "drafted") } };
  },
});

/** Carries it out, or keeps it for its day where that has not come; `go` "look": shows what was chosen. */
export const carryOutReorganisation = defineAction({
  name: "carryOutReorganisation",
  permission: "organisation.change",
  schema: carryOutSchema,
  target: (scope, { id }) => findReorganisation(scope, id),
  revalidates: PAGES,
  timeoutMs: LONG_MS,
  async run({ scope, target, input: { version, choices, go } }) {
    if (target.version !== version || target.doneOn !== null) return { refused: [MEANWHILE] };
    const early = target.day > scope.today;
    if (go !== "look" && !early) await saveTreeLock(scope);
    const plan = await findPlan(scope, { ...target, choices });
    if (go !== "look" && isRefused(plan.findings)) return { refused: plan.findings };

    const state = go !== "look" && early ? "planned" : "draft";
    if (!(await saveChoices(scope, { id: target.id, version }, choices, state)))
      return { refused: [MEANWHILE] };
    if (go === "look")
      return { done: { message: "Đã ghi lựa chọn.", redirectTo: pageOf(target.id, "chosen") } };
    if (early) return { done: { message: "Đã ghi vào lịch.", redirectTo: pageOf(target.id, "planned") } };

    await saveCarriedOut(scope, { ...target, choices, version: version + 1 }, plan);
    return { done: { message: "Đã thực hiện.", redirectTo: pageOf(target.id, "done") } };
  },
});

/** Takes a draft or a plan away. */
export const dropReorganisation = defineAction({
  name: "dropReorganisation",
  permission: "organisation.change",
  schema: seenReorganisationSchema,
  target: (scope, { id }) => findReorganisation(scope, id),
  revalidates: PAGES,
  async run({ scope, target, input: { version } }) {
    if (!(await deleteDraft(scope, { id: target.id, version }))) return { refused: [MEANWHILE] };
    return { done: { message: "Đã bỏ.", redirectTo: "/organisation/reorganisation?done=dropped" } };
  },
});

/** Takes back all it did, as long as nothing has happened since in what it touched. */
export const undoReorganisation = defineAction({
  name: "undoReorganisation",
  permission: "organisation.change",
  schema: seenReorganisationSchema,
  target: (scope, { id }) => findReorganisation(scope, id),
  revalidates: PAGES,
  timeoutMs: LONG_MS,
  async run({ scope, target }) {
    await saveTreeLock(scope);
    if ((await findHappened(scope, target.id)).length > 0 || !(await saveUndone(scope, target.id)))
      return { refused: [SINCE] };
    return { done: { message: "Đã hoàn tác.", redirectTo: pageOf(target.id, "undone") } };
  },
});

const MEANWHILE: ReorganisationFinding = { is: "changedMeanwhile", blocks: true, line: null, field: "is" };
const SINCE: ReorganisationFinding = { is: "happenedSince", blocks: true, line: null, field: "is" };

const pageOf = (id: string, done: string): string => `/organisation/reorganisation/${id}?done=${done}`;

/** A finding at the place of its line in the form, where empty lines count too. */
function asTyped(finding: ReorganisationFinding, typed: readonly { at: number }[]): ReorganisationFinding {
  return finding.line === null ? finding : { ...finding, line: typed[finding.line]?.at ?? finding.line };
}
