import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import type { CallCount } from "@/lib/classes/queries/calls";
import { formatDay } from "@/lib/shared/days";

/** On the home page of a cell: its people are called to a class, or need not go to one any more. */
export function CallNote({ calls }: { calls: CallCount | null }) {
  if (!calls) return null;
  const { people, from, dropped } = calls;
  return (
    <Panel heading={people > 0 ? `${people} người được gọi đi học` : `${dropped} lớp bồi dưỡng đã bỏ`}>
      {from && (
        <p className="mb-4">Lớp đầu tiên bắt đầu ngày {formatDay(from)}. Hãy trả lời nơi tổ chức lớp.</p>
      )}
      {dropped > 0 && (
        <p className="mb-4">
          {people > 0 && `${dropped} lớp khác đã bỏ. `}Người đã được gọi vào lớp bỏ không phải đi học nữa.
        </p>
      )}
      <ButtonLink href="/classes/calls">{people > 0 ? "Trả lời gọi học" : "Xem lớp đã bỏ"}</ButtonLink>
    </Panel>
  );
}
