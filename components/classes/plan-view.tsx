import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { EmptyState, Notice } from "@/components/ui/states";
import { classKindWords, clusterDaysLabel, milieuLabel } from "@/lib/classes/labels";
import type { PlanPage } from "@/lib/classes/queries/plan";
import { MOST_CALLED } from "@/lib/classes/rules/filter";
import type { NeedsAddress } from "@/lib/classes/schema";
import { formatNumber } from "@/lib/shared/ratio";
import { CallForm } from "./call-form";
import { ClusterPanel } from "./cluster-panel";
import { PlanForm } from "./plan-form";

/** A class to be held for the people chosen from the list. */
export function PlanView({ page, address }: { page: PlanPage; address: NeedsAddress }) {
  const { people, left, unit } = page;
  const back = { href: "/classes", label: "Lớp bồi dưỡng" };
  return (
    <div className="mx-auto max-w-[860px]">
      <PageHeading title={`Lập lớp ${classKindWords(address.kind)}`} under={unit.name} back={back} />
      {left > 0 && (
        <Notice tone="warns" title={`${left} người đã chọn không còn cần học lớp này`}>
          Người ấy đã được gọi vào lớp khác, đã có giấy chứng nhận hoặc đã chuyển đi.
        </Notice>
      )}
      {page.beyond > 0 && (
        <Notice tone="warns" title={`Danh sách còn ${formatNumber(page.beyond)} người nữa`}>
          Một lần gọi được nhiều nhất {formatNumber(MOST_CALLED)} người, ở đây là những người chờ lâu nhất.
        </Notice>
      )}
      {people.length === 0 ? (
        <>
          {page.suggested && <ClusterPanel suggested={page.suggested} address={address} />}
          <Panel flush>
            <EmptyState
              title="Chưa chọn ai"
              action={<ButtonLink href="/classes">Chọn từ danh sách</ButtonLink>}
            >
              Lớp được lập từ một gợi ý ở trên, hoặc từ danh sách người cần học.
            </EmptyState>
          </Panel>
        </>
      ) : (
        <>
          {page.chosen && (
            <Notice tone="passes" title={`Theo gợi ý: ${milieuLabel(page.chosen.milieu).toLowerCase()}`}>
              {page.chosen.place.name}, {clusterDaysLabel(page.chosen)}. Hãy xem lại rồi ghi ngày học, tên lớp
              và địa điểm.
            </Notice>
          )}
          {page.classes.length > 0 && <CallForm page={page} />}
          <PlanForm page={page} kind={address.kind} audience={address.audience} />
        </>
      )}
    </div>
  );
}
