import { groupLabel, indicatorLabel } from "@/lib/quotas/labels";
import { formatDay } from "@/lib/shared/days";
import type { PastTotal } from "@/lib/totals/rules";

/** A total of the past in one sentence, marked as such. */
export function TotalLine({ total }: { total: PastTotal }) {
  const { indicator, group, words, value, from, to, source } = total;
  return (
    <div className="min-w-0">
      <p>
        {indicatorLabel(indicator)}
        {group === "ALL" ? "" : `, ${groupLabel(group).toLowerCase()}`}: <strong>{words}</strong>{" "}
        <span className="rounded-tag border border-ochre-line bg-ochre-soft px-1.5 text-note">
          {value === null ? "số liệu gộp, số gần đúng" : "số liệu gộp"}
        </span>
      </p>
      <p className="text-note text-ink2">
        Từ {formatDay(from)} đến {formatDay(to)}, theo {source}
      </p>
    </div>
  );
}
