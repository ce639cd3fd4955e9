import { SubmitButton } from "@/components/ui/submit-button";
import { sourceLabel } from "@/lib/quotas/labels";
import type { AllocationPage } from "@/lib/reports/queries/allocation";
import { formatNumber } from "@/lib/shared/ratio";

/** What is passed down against each quota of the unit itself, all the time; the gap may stay. */
export function AllocationBar({
  own,
  sum,
  units,
}: {
  own: AllocationPage["own"];
  sum: number;
  units: number;
}) {
  return (
    <div className="no-print sticky bottom-0 z-10 mt-4 flex flex-wrap items-center gap-x-6 gap-y-2 rounded-panel border border-line2 bg-surface px-5 py-3">
      <p aria-live="polite">
        Đã phân bổ <strong className="figures">{formatNumber(sum)}</strong> cho {formatNumber(units)} đơn vị
      </p>
      {own.map(({ source, asked }) => (
        <p key={source} className="text-staff">
          {sourceLabel(source)} <strong className="figures">{formatNumber(asked)}</strong>:{" "}
          {gapWords(sum - asked)}
        </p>
      ))}
      {own.length === 0 && <p className="text-staff text-ink2">Đơn vị chưa có chỉ tiêu năm để so.</p>}
      <SubmitButton className="ml-auto">Giao chỉ tiêu</SubmitButton>
    </div>
  );
}

function gapWords(gap: number): string {
  if (gap === 0) return "vừa đủ";
  return gap > 0 ? `thừa ${formatNumber(gap)}` : `thiếu ${formatNumber(-gap)}`;
}
