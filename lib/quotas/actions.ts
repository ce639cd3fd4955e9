"use server";

import { defineAction } from "@/lib/access/action";
import { findChildUnits, findUnitByCode } from "@/lib/organisation/repository/units";
import { findQuotasOf, saveQuotas, saveRestoration, saveWithdrawal } from "./repository/quotas";
import { isKnown, type QuotaFinding, reviewQuota } from "./rules/finding";
import { inForce } from "./rules/quota";
import { allocationSchema, quotaSchema, seenQuotaSchema } from "./schema";

const PAGES = ["/quotas", "/"];

/** A quota of a unit by one document; a later document revises the earlier one. */
export const setQuota = defineAction({
  name: "setQuota",
  permission: "quota.set",
  schema: quotaSchema,
  target: (scope, { unit }) => findUnitByCode(scope, unit),
  revalidates: PAGES,
  async run({ scope, target, input: { unit: _, ...typed } }) {
    const quota = { ...typed, unitId: target.id };
    const findings = reviewQuota(quota, await findQuotasOf(scope, [target.id]), scope.today);
    if (findings.length > 0) return { refused: findings };

    const [saved] = await saveQuotas(scope, [{ quota, id: null }], null);
    return {
      done: {
        message: `Đã ghi chỉ tiêu của ${target.name}.`,
        redirectTo: entryOf(target.code, "set", saved?.rowId ?? "", saved?.versionAfter ?? 1),
      },
    };
  },
});

/** Takes a quota out of force; it stays in the records. */
export const withdrawQuota = defineAction({
  name: "withdrawQuota",
  permission: "quota.set",
  schema: seenQuotaSchema,
  target: (scope, { unit }) => findUnitByCode(scope, unit),
  revalidates: PAGES,
  async run({ scope, target, input: { quota, version } }) {
    if (!(await saveWithdrawal(scope, quota, version))) return refused({ is: "quotaGone", blocks: true });
    return {
      done: {
        message: `Đã bỏ một chỉ tiêu của ${target.name}.`,
        redirectTo: entryOf(target.code, "withdrawn", quota, version + 1),
      },
    };
  },
});

/** Puts a quota in force again that was taken out. */
export const restoreQuota = defineAction({
  name: "restoreQuota",
  permission: "quota.set",
  schema: seenQuotaSchema,
  target: (scope, { unit }) => findUnitByCode(scope, unit),
  revalidates: PAGES,
  async run({ scope, target, input: { quota, version } }) {
    if (!(await saveRestoration(scope, quota, version))) return refused({ is: "quotaGone", blocks: true });
    return {
      done: {
        message: `Chỉ tiêu của ${target.name} lại có hiệu lực.`,
        redirectTo: entryOf(target.code, "restored", quota, version + 1),
      },
    };
  },
});

/** Numbers for the units beneath one, by one document: only those that change anything are written. */
export const allocateQuotas = defineAction({
  name: "allocateQuotas",
  permission: "quota.set",
  schema: allocationSchema,
  target: (scope, { unit }) => findUnitByCode(scope, unit),
  revalidates: PAGES,
  async run({ scope, target, input: { rows, year, source, documentNumber, documentDay } }) {
    const children = new Map((await findChildUnits(scope, target.id)).map(({ id, code }) => [code, id]));
    const unknown = rows.filter(({ code }) => !children.has(code)).map(({ code }) => code);
    if (unknown.length > 0) return refused({ is: "unitsUnknown", blocks: true, codes: unknown });
    if (documentDay > scope.today) return refused({ is: "documentInFuture", blocks: true, day: documentDay });

    const known = await findQuotasOf(scope, [...children.values()]);
    const current = new Map(
      inForce(known, scope.today)
        .filter(
          ({ from, to, indicator, group, source: of }) =>
            from === `${year}-01-01` &&
            to === `${year}-12-31` &&
            indicator === "ADMISSION" &&
            group === "ALL" &&
            of === source,
        )
        .map((quota) => [quota.unitId, quota]),
    );
    const writes = rows.flatMap(({ code, value }) => {
      const unitId = children.get(code);
      const before = unitId === undefined ? undefined : current.get(unitId);
      if (unitId === undefined || (before?.kind === "NUMBER" && before.value === value)) return [];
      return [
        {
          id: null,
          quota: {
            unitId,
            source,
            indicator: "ADMISSION" as const,
            group: "ALL" as const,
            kind: "NUMBER" as const,
            value,
            valueTo: null,
            from: `${year}-01-01`,
            to: `${year}-12-31`,
            membersDay: null,
            dueOn: before?.dueOn ?? null,
            documentNumber,
            documentDay,
          },
        },
      ];
    });
    if (writes.length === 0) return refused({ is: "nothingTyped", blocks: true });
    if (writes.some(({ quota }) => isKnown(quota, known)))
      return refused({ is: "documentKnown", blocks: true, number: documentNumber, day: documentDay });

    await saveQuotas(scope, writes, null);
    return {
      done: {
        message: `Đã giao chỉ tiêu cho ${writes.length} đơn vị.`,
        redirectTo: `/quotas/allocation?unit=${encodeURIComponent(target.code)}&year=${year}&source=${source}&done=${writes.length}`,
      },
    };
  },
});

const refused = (finding: QuotaFinding) => ({ refused: [finding] });

/** The page of a unit's own quotas, which says what was done and offers the way back. */
const entryOf = (code: string, done: string, quota: string, version: number): string =>
  `/quotas/entry?unit=${encodeURIComponent(code)}&done=${done}&quota=${quota}&version=${version}`;
