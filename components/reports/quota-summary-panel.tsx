import { BulletBar } from "@/components/ui/bullet-bar";
import { Figure } from "@/components/ui/figure";
import { Panel } from "@/components/ui/panel";
import { StatusChip } from "@/components/ui/shapes";
import { statusLabel } from "@/lib/quotas/labels";
import type { UnitQuotaSummary } from "@/lib/reports/queries/summary";
import { formatPercent } from "@/lib/shared/ratio";

/** My unit's quota of the year, by source, beside the tasks of the day. */
export function QuotaSummaryPanel({ summary, year }: { summary: UnitQuotaSummary[]; year: string }) {
  return (
    <Panel heading={`Chỉ tiêu năm ${year}`}>
      {summary.length === 0 && <p className="text-ink2">Không giao chỉ tiêu.</p>}
      {summary.map(
        ({ source, label, numerator, denominator, percent, status, remaining, pacePercent, href }) => (
          <div key={source} className="border-t border-line py-3 first:border-0 first:pt-0 last:pb-0">
            <p className="mb-1 text-staff text-ink2">{label}</p>
            <Figure
              large
              numerator={numerator}
              denominator={denominator}
              percent={percent}
              href={href}
              label={`Đã kết nạp so với ${label.toLowerCase()}`}
            />
            <BulletBar percent={percent ?? 0} pace={pacePercent} done={status === "done"} />
            <p className="mt-1 flex flex-wrap justify-between gap-2 text-staff text-ink2">
              <span>Nhịp hôm nay {formatPercent(pacePercent)}</span>
              {remaining > 0 && <span>còn {remaining} người</span>}
            </p>
            <StatusChip shape={status} word={statusLabel(status)} />
          </div>
        ),
      )}
    </Panel>
  );
}
