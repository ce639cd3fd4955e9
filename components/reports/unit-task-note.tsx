import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import type { UnitTaskNote as Note } from "@/lib/reports/queries/unit-tasks";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";

/** On the home page: what the level above asked of the cell, or the answers that came. */
export function UnitTaskNote({ note }: { note: Note | null }) {
  if (!note) return null;
  const { waiting, tasks, dueOn } = note;
  return waiting === "cell" ? (
    <Panel heading={`Cấp trên giao ${formatNumber(tasks)} việc`}>
      {dueOn && <p className="mb-4">Hạn gần nhất: {formatDay(dueOn)}.</p>}
      <ButtonLink href="/reports/tasks">Trả lời cấp trên</ButtonLink>
    </Panel>
  ) : (
    <Panel heading={`${formatNumber(tasks)} việc đã được trả lời`}>
      <ButtonLink href="/reports/tasks?state=answered">Xem trả lời của các chi bộ</ButtonLink>
    </Panel>
  );
}
