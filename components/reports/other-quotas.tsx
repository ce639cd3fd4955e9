import { Figure } from "@/components/ui/figure";
import { Panel } from "@/components/ui/panel";
import { StatusChip } from "@/components/ui/shapes";
import { groupLabel, indicatorLabel, sourceLabel, statusLabel } from "@/lib/quotas/labels";
import { admissionQuotas, quotaLink } from "@/lib/reports/chart/board";
import { HELD_NOTE, heldWords } from "@/lib/reports/labels/official";
import type { QuotaLine } from "@/lib/reports/rules/attainment";
import { formatDay } from "@/lib/shared/days";
import { type BoardProps, linkHref } from "./board";

/** The unit's quotas that have no panel of their own: groups, introductions, the term. */
export function OtherQuotas({ page, address, told }: BoardProps) {
  const shown = admissionQuotas(page.report.total, address.group);
  const { quotas, held = [] } = page.report.total;
  const others = quotas.filter((quota) => !shown.includes(quota));
  if (others.length + held.length === 0) return null;
  return (
    <Panel heading="Chỉ tiêu khác của đơn vị" flush className="mb-4">
      <ul className="divide-y divide-line border-t border-line">
        {others.map((quota) => {
          const { source, indicator, group, from, to, achieved, status } = quota;
          const words = quotaWords(quota);
          return (
            <li
              key={[source, indicator, group, from, to].join()}
              className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-5 py-2 text-table"
            >
              <span className="min-w-56 flex-1 font-medium">{words}</span>
              <span className="text-note text-ink2">
                {sourceLabel(source)}, {formatDay(from)} – {formatDay(to)}
              </span>
              <Figure
                numerator={achieved.numerator}
                denominator={achieved.denominator}
                percent={achieved.percent}
                href={linkHref(told, quotaLink(page.report.total, null, quota))}
                label={words}
              />
              <StatusChip shape={status} word={statusLabel(status)} />
            </li>
          );
        })}
        {held.map((quota) => (
          <li
            key={[quota.source, quota.indicator, quota.group, quota.from, quota.to].join()}
            className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-5 py-2 text-table"
          >
            <span className="min-w-56 flex-1 font-medium">{quotaWords(quota)}</span>
            <span className="text-note text-ink2">
              {sourceLabel(quota.source)}, {formatDay(quota.from)} – {formatDay(quota.to)}
            </span>
            <span>{heldWords(quota.shown)}</span>
          </li>
        ))}
      </ul>
      {held.length > 0 && <p className="px-5 py-3 text-note text-ink2">{HELD_NOTE}</p>}
    </Panel>
  );
}

const quotaWords = ({ indicator, group }: Pick<QuotaLine, "indicator" | "group">): string =>
  `${indicatorLabel(indicator)}${group === "ALL" ? "" : `, ${groupLabel(group).toLowerCase()}`}`;
