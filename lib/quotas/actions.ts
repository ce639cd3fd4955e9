"use server";

import { defineAction } from "@/lib/access/action";
import { findChildUnits, findUnitByCode, type Unit } from "@/lib/organisation/repository/units";
import {
  findProposal,
  findProposals,
  saveProposal,
  saveProposalAnswer,
  saveProposalsTaken,
} from "./repository/proposals";
import { findQuotasOf, saveQuotas, saveRestoration, saveWithdrawal } from "./repository/quotas";
import { isKnown, type QuotaFinding, reviewQuota } from "./rules/finding";
import { type ProposalFinding, type QuotaProposal, reviewProposal } from "./rules/proposal";
import { inForce } from "./rules/quota";
import {
  allocationSchema,
  declineProposalSchema,
  proposalSchema,
  quotaSchema,
  seenQuotaSchema,
  withdrawProposalSchema,
} from "./schema";

const PAGES = ["/quotas", "/"];

/**
 * A quota of a unit by one document; a later document revises the earlier one. An average a year is one quota
 * of each year of the term, by the same document.
 */
export const setQuota = defineAction({
  name: "setQuota",
  permission: "quota.set",
  schema: quotaSchema,
  target: (scope, { unit }) => findUnitByCode(scope, unit),
  revalidates: PAGES,
  async run({ scope, target, input: { unit: _, each: _each, years, ...typed } }) {
    const periods = years.length > 0 ? years : [{ from: typed.from, to: typed.to }];
    const quotas = periods.map((period) => ({ ...typed, ...period, unitId: target.id }));
    const known = await findQuotasOf(scope, [target.id]);
    const [findings] = quotas
      .map((quota) => reviewQuota(quota, known, scope.today))
      .filter(({ length }) => length > 0);
    if (findings) return { refused: findings };

    const written = await saveQuotas(
      scope,
      quotas.map((quota) => ({ quota, id: null })),
      null,
    );
    if (years.length > 0)
      return {
        done: {
          message: `Đã ghi chỉ tiêu mỗi năm của ${target.name}.`,
          redirectTo: `/quotas/entry?unit=${encodeURIComponent(target.code)}&done=years`,
        },
      };
    const [saved] = written;
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
    await saveProposalsTaken(
      scope,
      writes.map(({ quota }) => quota),
      { year, source, document: documentNumber },
    );
    return {
      done: {
        message: `Đã giao chỉ tiêu cho ${writes.length} đơn vị.`,
        redirectTo: `/quotas/allocation?unit=${encodeURIComponent(target.code)}&year=${year}&source=${source}&done=${writes.length}`,
      },
    };
  },
});

/** A unit says what it would rather be asked in a year, and why. */
export const proposeQuota = defineAction<typeof proposalSchema, Unit, ProposalFinding>({
  name: "proposeQuota",
  permission: "quota.propose",
  schema: proposalSchema,
  target: async (scope, { unit }) => (unit === scope.actor.unit.code ? findUnitByCode(scope, unit) : null),
  revalidates: PAGES,
  async run({ scope, target, input: { unit: _, ...typed } }) {
    const [given] = inForce(await findQuotasOf(scope, [target.id]), scope.today).filter(
      (quota) =>
        quota.from === `${typed.year}-01-01` &&
        quota.to === `${typed.year}-12-31` &&
        quota.indicator === "ADMISSION" &&
        quota.group === "ALL" &&
        quota.source === typed.source,
    );
    const known = await findProposals(scope, [target.id]);
    const findings = reviewProposal(typed, known, given?.kind === "NUMBER" ? given.value : null, scope.today);
    if (findings.length > 0) return { refused: findings };
    await saveProposal(scope, target.id, typed);
    return { done: { message: "Đã gửi đề nghị.", redirectTo: proposalPage(target.code, "proposed") } };
  },
});

/** The unit takes its proposal back while it waits. */
export const withdrawProposal = defineAction<typeof withdrawProposalSchema, QuotaProposal, ProposalFinding>({
  name: "withdrawProposal",
  permission: "quota.propose",
  schema: withdrawProposalSchema,
  target: async (scope, { proposal }) => {
    const found = await findProposal(scope, proposal);
    return found?.unit.code === scope.actor.unit.code ? found : null;
  },
  revalidates: PAGES,
  async run({ scope, target, input: { version } }) {
    if (!(await saveProposalAnswer(scope, { ...target, version }, "withdrawn", null)))
      return { refused: [{ is: "proposalGone", blocks: true }] };
    return {
      done: { message: "Đã rút đề nghị.", redirectTo: proposalPage(target.unit.code, "proposalWithdrawn") },
    };
  },
});

/** The committee above declines with a reason; taking it is giving the number by a document. */
export const declineProposal = defineAction<typeof declineProposalSchema, QuotaProposal, ProposalFinding>({
  name: "declineProposal",
  permission: "quota.set",
  schema: declineProposalSchema,
  target: (scope, { proposal }) => findProposal(scope, proposal),
  revalidates: PAGES,
  async run({ scope, target, input: { version, answer } }) {
    if (target.unit.code === scope.actor.unit.code) return { refused: [{ is: "ownProposal", blocks: true }] };
    if (!(await saveProposalAnswer(scope, { ...target, version }, "declined", answer)))
      return { refused: [{ is: "proposalGone", blocks: true }] };
    return { done: { message: `Đã trả lời ${target.unit.name}.` } };
  },
});

const proposalPage = (code: string, done: string): string =>
  `/quotas/entry?unit=${encodeURIComponent(code)}&done=${done}`;

const refused = (finding: QuotaFinding) => ({ refused: [finding] });

/** The page of a unit's own quotas, which says what was done and offers the way back. */
const entryOf = (code: string, done: string, quota: string, version: number): string =>
  `/quotas/entry?unit=${encodeURIComponent(code)}&done=${done}&quota=${quota}&version=${version}`;
