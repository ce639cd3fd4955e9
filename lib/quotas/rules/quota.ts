import type { PlainDate } from "@/lib/shared/days";

export const QUOTA_SOURCES = ["ASSIGNED", "OWN_PLAN", "TERM_RESOLUTION"] as const;
export type QuotaSource = (typeof QUOTA_SOURCES)[number];
export const INDICATORS = ["ADMISSION", "INTRODUCTION", "AWARENESS_CLASS", "RECOGNITION"] as const;
export type Indicator = (typeof INDICATORS)[number];
export const GROUPS = [
  "ALL",
  "WOMEN",
  "ETHNIC_MINORITY",
  "RELIGIOUS",
  "UNION_MEMBER",
  "PUPIL",
  "STUDENT",
  "WORKER",
  "PRIVATE_OWNER",
  "NON_STATE_ENTERPRISE",
  "RESIDENTIAL",
] as const;
export type Group = (typeof GROUPS)[number];
export const QUOTA_KINDS = ["NUMBER", "AT_LEAST", "RANGE", "SHARE_OF_MEMBERS", "SHARE_OF_ADMITTED"] as const;
export type QuotaKind = (typeof QUOTA_KINDS)[number];

/** What is asked of a unit's whole subtree in a period (formats.md §1 `chi-tieu`). */
export type Quota = {
  id: string;
  unitId: number;
  source: QuotaSource;
  indicator: Indicator;
  group: Group;
  kind: QuotaKind;
  /** People, or per cent for the two shares. */
  value: number;
  /** Upper bound of a RANGE. */
  valueTo: number | null;
  from: PlainDate;
  to: PlainDate;
  /** Day of the membership a share of members is taken of; null: the day before `from`. */
  membersDay: PlainDate | null;
  /** Deadline inside the period, if it has one of its own. */
  dueOn: PlainDate | null;
  documentNumber: string | null;
  documentDay: PlainDate | null;
  note: string | null;
  version: number;
};

const LONGEST_TERM = 10;

/** The calendar years a term is made of, for an average a year (C07); null: no whole years, or more than ten. */
export function yearsOfTerm(from: PlainDate, to: PlainDate): { from: PlainDate; to: PlainDate }[] | null {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  if (!from.endsWith("-01-01") || !to.endsWith("-12-31") || last < first || last - first >= LONGEST_TERM)
    return null;
  return Array.from({ length: last - first + 1 }, (_, place) => ({
    from: `${first + place}-01-01`,
    to: `${first + place}-12-31`,
  }));
}

/** One quota whatever its revisions: unit, period, source, indicator and group. */
export function quotaKey({
  unitId,
  source,
  indicator,
  group,
  from,
  to,
}: Pick<Quota, "unitId" | "source" | "indicator" | "group" | "from" | "to">): string {
  return [unitId, source, indicator, group, from, to].join("|");
}

/**
 * The quotas in force as of a day: of each, the one by the latest document dated on or before it; one
 * without a dated document always counts, but gives way to a dated one.
 */
export function inForce(quotas: readonly Quota[], asOf: PlainDate): Quota[] {
  const latest = new Map<string, Quota>();
  for (const quota of quotas) {
    if (quota.documentDay !== null && quota.documentDay > asOf) continue;
    const key = quotaKey(quota);
    const earlier = latest.get(key);
    if (!earlier || (quota.documentDay ?? "") >= (earlier.documentDay ?? "")) latest.set(key, quota);
  }
  return [...latest.values()];
}

/** Does the quota's period hold the report's whole period? */
export function holds(
  quota: Pick<Quota, "from" | "to">,
  period: { from: PlainDate; to: PlainDate },
): boolean {
  return quota.from <= period.from && quota.to >= period.to;
}
