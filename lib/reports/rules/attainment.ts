import {
  type Attainment,
  askedFor,
  buildAttainment,
  type ChildrenQuota,
  type Counted,
} from "@/lib/quotas/rules/attainment";
import type { Indicator, Quota } from "@/lib/quotas/rules/quota";
import type { Ratio } from "@/lib/shared/ratio";
import type { Figure, FigureEvent } from "./figure";
import type { CountBy, ReportHead, UnitHead } from "./parameters";
import type { Held } from "./suppression";

/** A quota with what was counted for it (formats.md §4). */
export type QuotaLine = Pick<
  Quota,
  "source" | "indicator" | "group" | "kind" | "value" | "valueTo" | "from" | "to" | "dueOn"
> & {
  document: { number: string | null; day: string | null };
} & Attainment;

/** A quota whose numbers are held back, and how. */
export type HeldQuota = Omit<QuotaLine, keyof Attainment> & { shown: Held };

export type Forecast = { certain: number; likely: number; possible: number };

export type AttainmentLine = {
  unit: UnitHead;
  admitted: number;
  members: number | null;
  rate: Ratio;
  quotas: QuotaLine[];
  /** For who may not export names: quotas on ethnic minorities and believers that are not shown (domain.md §9.7). */
  held?: HeldQuota[];
  forecast: Forecast;
};

export type AttainmentReport = ReportHead & {
  rows: AttainmentLine[];
  total: AttainmentLine & { childrenQuotas: ChildrenQuota[] };
};

const EVENT_OF: Record<Indicator, FigureEvent> = {
  ADMISSION: "admitted",
  INTRODUCTION: "introduced",
  AWARENESS_CLASS: "sentToClass",
  RECOGNITION: "recognised",
};

/** What a quota counts: its indicator and group, from its own first day to the as-of day. */
export function figureOfQuota(
  quota: Pick<Quota, "indicator" | "group" | "from" | "to">,
  asOf: string,
  countBy: CountBy,
): Figure {
  return {
    what: { event: EVENT_OF[quota.indicator] },
    from: quota.from,
    to: quota.to,
    asOf,
    group: quota.group,
    countBy,
  };
}

export function buildQuotaLine(quota: Quota, counted: Counted, asOf: string): QuotaLine {
  return { ...quotaHead(quota), ...buildAttainment(quota, counted, asOf) };
}

/** What a quota asks, without what was counted for it. */
export function quotaHead(quota: Quota): Omit<QuotaLine, keyof Attainment> {
  const { source, indicator, group, kind, value, valueTo, from, to, dueOn } = quota;
  const document = { number: quota.documentNumber, day: quota.documentDay };
  return { source, indicator, group, kind, value, valueTo, from, to, dueOn, document };
}

/** Sums of the children's quotas beside the unit's own, by source, indicator, group and period. */
export function buildChildrenQuotas(
  own: readonly { quota: Quota; counted: Counted }[],
  children: readonly { quota: Quota; counted: Counted }[],
): ChildrenQuota[] {
  const key = ({ source, indicator, group, from, to }: Quota) =>
    [source, indicator, group, from, to].join("|");
  const lines = new Map<string, ChildrenQuota>();
  const lineOf = ({ source, indicator, group, from, to }: Quota) => ({
    source,
    indicator,
    group,
    from,
    to,
    sum: 0,
    own: 0,
    difference: 0,
  });
  for (const [side, quotas] of [
    ["own", own],
    ["sum", children],
  ] as const) {
    for (const { quota, counted } of quotas) {
      if (quota.kind === "SHARE_OF_ADMITTED") continue;
      const line = lines.get(key(quota)) ?? lineOf(quota);
      line[side] += askedFor(quota, counted);
      lines.set(key(quota), line);
    }
  }
  return [...lines.values()].map((line) => ({ ...line, difference: line.sum - line.own }));
}
