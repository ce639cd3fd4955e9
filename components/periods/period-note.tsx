import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import type { PeriodNote as Note } from "@/lib/periods/queries/periods";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";

/** On the home page: periods that wait for the unit's own confirmation. */
export function PeriodNote({ note }: { note: Note | null }) {
  if (!note) return null;
  const { periods, returned, dueOn, id } = note;
  return (
    <Panel heading={`${formatNumber(periods)} kỳ báo cáo chờ xác nhận`}>
      {dueOn && <p>Hạn gửi gần nhất: {formatDay(dueOn)}.</p>}
      {returned > 0 && <p>Cấp trên đã trả lại số liệu của {formatNumber(returned)} kỳ.</p>}
      <p className="mt-4">
        <ButtonLink href={periods === 1 && id ? `/periods/${id}` : "/periods"}>Xác nhận số liệu</ButtonLink>
      </p>
    </Panel>
  );
}
