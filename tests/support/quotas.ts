import type { Quota } from "@/lib/quotas/rules/quota";

/** A year's quota of 10 people from above; only what matters is told. */
export function aQuota(told: Partial<Quota> = {}): Quota {
  return {
    id: "1",
    unitId: 1,
    source: "ASSIGNED",
    indicator: "ADMISSION",
    group: "ALL",
    kind: "NUMBER",
    value: 10,
    valueTo: null,
    from: "2024-01-01",
    to: "2024-12-31",
    membersDay: null,
    dueOn: null,
    documentNumber: null,
    documentDay: null,
    note: null,
    version: 1,
    ...told,
  };
}
