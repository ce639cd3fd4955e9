import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { DoneBar, EmptyState, Notice } from "@/components/ui/states";
import { classFormLabel, classKindWords } from "@/lib/classes/labels";
import type { CallsPage } from "@/lib/classes/queries/calls";
import { formatDay } from "@/lib/shared/days";
import { AnswerForm } from "./answer-form";

/** The calls a cell has to answer: each person goes, or cannot and why, and who could go instead. */
export function CallsView({
  page: { calls, substitutes, dropped },
  answered,
}: {
  page: CallsPage;
  answered: boolean;
}) {
  return (
    <div className="mx-auto max-w-[860px]">
      <PageHeading
        title="Trả lời gọi học"
        under={calls.length > 0 ? `${calls.length} người chờ trả lời` : undefined}
        back={{ href: "/", label: "Việc cần làm" }}
      />
      {answered && <DoneBar message="Đã trả lời nơi tổ chức lớp" />}
      {dropped.map(({ id, name, organiser, from, reason, people }) => (
        <Notice key={id} tone="warns" title={`Lớp ${name} từ ngày ${formatDay(from)} đã bỏ`}>
          {organiser} bỏ lớp, lý do: {reason}. Không phải đi học nữa: {people.join(", ")}.
        </Notice>
      ))}
      {calls.length === 0 && (
        <Panel flush>
          <EmptyState
            title="Không có lời gọi học nào chờ trả lời"
            action={<ButtonLink href="/">Việc cần làm</ButtonLink>}
          >
            Khi cấp trên gọi người của chi bộ đi học, lời gọi hiện ở đây.
          </EmptyState>
        </Panel>
      )}
      <div className="space-y-5">
        {calls.map((call) => (
          <Panel key={call.id} heading={call.person?.name ?? ""} aside={call.person?.cell}>
            <p>
              {call.className}, {classKindWords(call.kind)}, {classFormLabel(call.form).toLowerCase()}.
            </p>
            <p className="mb-4 text-ink2">
              Từ {formatDay(call.from)} đến {formatDay(call.to)}
              {call.place && `, tại ${call.place}`}. {call.organiser} tổ chức.
            </p>
            <AnswerForm
              enrolmentId={call.id}
              version={call.version}
              name={call.person?.name ?? ""}
              substitutes={substitutes[call.kind].filter(({ cell }) => cell === call.person?.cell)}
            />
          </Panel>
        ))}
      </div>
    </div>
  );
}
