import "server-only";
import { notFound } from "next/navigation";
import { can, withScope } from "@/lib/access/gate";
import { findUnitByCode } from "@/lib/organisation/repository/units";
import type { PlainDate } from "@/lib/shared/days";
import { findProposals } from "../repository/proposals";
import { findQuotasOf } from "../repository/quotas";
import type { QuotaProposal } from "../rules/proposal";
import { inForce, type Quota, quotaKey } from "../rules/quota";

/** One quota with all its documents, the latest first; `current` is the one in force today. */
export type QuotaHistory = { key: string; current: Quota | null; documents: Quota[] };

export type QuotaEntryPage = {
  unit: { code: string; name: string };
  quotas: QuotaHistory[];
  /** What the unit asked to be given instead, latest first. */
  proposals: QuotaProposal[];
  today: PlainDate;
  maySet: boolean;
  /** Of one's own unit only. */
  mayPropose: boolean;
};

/** The quotas of a unit (the actor's own unless told), latest period first. */
export function loadQuotaEntry(unitCode: string | null): Promise<QuotaEntryPage> {
  return withScope("quota.read", async (scope) => {
    const unit = await findUnitByCode(scope, unitCode ?? scope.actor.unit.code);
    if (!unit) notFound();
    const stored = await findQuotasOf(scope, [unit.id]);
    const current = new Set(inForce(stored, scope.today).map(({ id }) => id));
    const histories = new Map<string, Quota[]>();
    for (const quota of stored)
      histories.set(quotaKey(quota), [quota, ...(histories.get(quotaKey(quota)) ?? [])]);
    return {
      unit: { code: unit.code, name: unit.name },
      quotas: [...histories]
        .map(([key, documents]) => ({
          key,
          documents,
          current: documents.find(({ id }) => current.has(id)) ?? null,
        }))
        .toSorted((a, b) => lastDayOf(b).localeCompare(lastDayOf(a))),
      proposals: await findProposals(scope, [unit.id]),
      today: scope.today,
      maySet: can(scope.actor, "quota.set"),
      mayPropose: can(scope.actor, "quota.propose") && unit.code === scope.actor.unit.code,
    };
  });
}

const lastDayOf = ({ documents }: QuotaHistory): PlainDate => documents[0]?.to ?? "";
