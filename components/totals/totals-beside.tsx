import { Panel } from "@/components/ui/panel";
import type { PastTotal } from "@/lib/totals/rules";
import { TotalLine } from "./total-line";

/** What old reports say of the unit in the period, beside its figures and apart from them. */
export function TotalsBeside({ totals }: { totals: readonly PastTotal[] }) {
  if (totals.length === 0) return null;
  return (
    <Panel id="so-lieu-gop" heading="Số liệu gộp của báo cáo cũ" flush className="mt-6">
      <p className="px-5 pb-3 text-staff text-ink2">
        Không có tên người đứng sau và không cộng vào các số ở trên.
      </p>
      <ul>
        {totals.map((total) => (
          <li key={total.id} className="border-t border-line px-5 py-2.5">
            <TotalLine total={total} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
