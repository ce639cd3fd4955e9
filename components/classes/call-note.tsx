import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { formatDay } from "@/lib/shared/days";

/** On the home page of a cell: its people are called to a class and the organiser waits for an answer. */
export function CallNote({ calls }: { calls: { people: number; from: string } | null }) {
  if (!calls) return null;
  return (
    <Panel heading={`${calls.people} người được gọi đi học`}>
      <p className="mb-4">Lớp đầu tiên bắt đầu ngày {formatDay(calls.from)}. Hãy trả lời nơi tổ chức lớp.</p>
      <ButtonLink href="/classes/calls">Trả lời gọi học</ButtonLink>
    </Panel>
  );
}
