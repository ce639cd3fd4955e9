import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { type Shape, StatusChip } from "@/components/ui/shapes";
import { DoneBar, EmptyState, Notice } from "@/components/ui/states";
import { matterLabel } from "@/lib/meetings/labels";
import type { MeetingsPage } from "@/lib/meetings/queries/meetings";
import type { MeetingLine } from "@/lib/meetings/repository/meetings";
import { formatDay } from "@/lib/shared/days";
import { ConveneForm } from "./convene-form";

/** "Phiên họp": what waits for a meeting, and the meetings that were held. */
export function MeetingsView({ page, done }: { page: MeetingsPage; done: string | null }) {
  const { unit, meetings, waiting, mayHold } = page;
  const people = waiting.reduce((sum, one) => sum + one.people, 0);
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading title="Phiên họp" under={unit.name} />
      {done === "dropped" && <DoneBar message="Đã bỏ phiên họp" />}
      <div className="space-y-5">
        {people > 0 && (
          <>
            <div className="phone:hidden">
              <Notice tone="warns" title="Mở trên máy tính để sửa">
                {people} hồ sơ đến lượt. Phiên họp mới mở trên máy tính.
              </Notice>
            </div>
            <div className="hidden phone:block">
              <ConveneForm page={page} />
            </div>
          </>
        )}
        {people === 0 && mayHold && (
          <Panel flush>
            <EmptyState title="Không có hồ sơ nào chờ phiên họp">
              Hồ sơ hiện ở đây khi việc tiếp theo là cuộc họp của {unit.name}.
            </EmptyState>
          </Panel>
        )}
        <Panel flush heading="Các phiên họp">
          {meetings.length === 0 ? (
            <EmptyState title="Chưa có phiên họp nào">Phiên họp đã mở sẽ nằm ở đây.</EmptyState>
          ) : (
            <ul className="border-t border-line">
              {meetings.map((meeting) => (
                <MeetingItem key={meeting.id} meeting={meeting} unit={unit.name} />
              ))}
            </ul>
          )}
        </Panel>
      </div>
    </div>
  );
}

function MeetingItem({ meeting, unit }: { meeting: MeetingLine; unit: string }) {
  const { id, matter, heldOn, state, people, agreed, unitName } = meeting;
  const [shape, word]: [Shape, string] =
    state === "open" ? ["watch", "Đang ghi"] : ["done", `Đã ghi, ${agreed}/${people} đồng ý`];
  return (
    <li className="border-b border-line last:border-0">
      <a
        href={`/meetings/${id}`}
        data-soft=""
        className="flex flex-wrap items-center gap-x-5 gap-y-1 px-5 py-3.5 hover:bg-hover"
      >
        <time className="figures w-24 font-semibold">{formatDay(heldOn)}</time>
        <span className="min-w-48 flex-1">
          {matterLabel(matter)}, {people} người
          {unitName !== unit && <span className="block text-note text-ink2">{unitName}</span>}
        </span>
        <StatusChip shape={shape} word={word} />
      </a>
    </li>
  );
}
