import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { PrintButton } from "@/components/ui/page-tools";
import { Panel } from "@/components/ui/panel";
import { type Shape, StatusChip } from "@/components/ui/shapes";
import { DoneBar, EmptyState } from "@/components/ui/states";
import { askLabel, taskStandingLabel, taskTitle } from "@/lib/reports/labels";
import type { UnitRequestPage, UnitRequestsPage } from "@/lib/reports/queries/unit-tasks";
import { type TaskStanding, taskStandingOf } from "@/lib/reports/rules/unit-task";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import { AskUnitsForm } from "./ask-units-form";

/** What was asked of many units at once, and the form to ask. */
export function UnitRequestsView({ page: { requests, unit } }: { page: UnitRequestsPage }) {
  return (
    <div className="mx-auto max-w-[1000px]">
      <PageHeading
        title="Việc giao cho nhiều đơn vị"
        under={`${unit.name} giao việc kiểm tra số liệu hoặc báo thêm một số liệu.`}
        back={{ href: "/reports/tasks", label: "Việc giao cho các chi bộ" }}
      />
      <div className="space-y-5">
        <Panel flush heading="Đã giao">
          {requests.length === 0 && (
            <EmptyState title="Chưa giao việc nào">Ghi việc cần giao ở dưới.</EmptyState>
          )}
          <ul>
            {requests.map(({ requestId, title, list, ask, dueOn, asked, sent, accepted, waiting }) => (
              <li
                key={requestId}
                className="flex flex-wrap items-baseline gap-x-5 gap-y-1 border-t border-line px-5 py-3 first:border-0"
              >
                <Link
                  href={`/reports/tasks/requests/${requestId}`}
                  prefetch={false}
                  className="link min-h-6 font-semibold"
                >
                  {taskTitle({ title, list })}
                </Link>
                <span className="text-staff text-ink2">{askLabel(ask)}</span>
                <span className="text-staff">
                  {formatNumber(sent + accepted)}/{formatNumber(asked)} đơn vị đã trả lời, còn{" "}
                  {formatNumber(waiting)}
                </span>
                <span className="text-note text-ink2">Hạn {formatDay(dueOn)}</span>
              </li>
            ))}
          </ul>
        </Panel>
        <Panel heading="Giao việc mới">
          <AskUnitsForm unit={unit.code} />
        </Panel>
      </div>
    </div>
  );
}

const SHAPES: Record<TaskStanding, Shape> = {
  waiting: "none",
  draft: "none",
  returned: "returned",
  sent: "onTrack",
  accepted: "done",
  ended: "notAssigned",
};

/** One request: who has answered and who has not, and all answers as one workbook. */
export function UnitRequestView({
  page: { request, tasks },
  done,
}: {
  page: UnitRequestPage;
  done: string | undefined;
}) {
  const lines = tasks.map((task) => ({ task, standing: taskStandingOf(task) }));
  const waiting = lines.filter(({ standing }) => !["sent", "accepted", "ended"].includes(standing));
  return (
    <div className="mx-auto max-w-[1000px]">
      <PageHeading
        title={taskTitle(request)}
        under={`${askLabel(request.ask)}. ${formatNumber(tasks.length - waiting.length)}/${formatNumber(tasks.length)} đơn vị đã trả lời. Hạn ${formatDay(request.dueOn)}.`}
        back={{ href: "/reports/tasks/requests", label: "Việc giao cho nhiều đơn vị" }}
        actions={
          <>
            <PrintButton />
            <ButtonLink href={`/api/v1/unit-tasks/${request.requestId}`} download>
              Tải tất cả câu trả lời (XLSX)
            </ButtonLink>
            <ButtonLink href="/reports/tasks?state=answered">Nhận hoặc trả lại</ButtonLink>
          </>
        }
      />
      {done && <DoneBar message={`Đã giao việc cho ${done} đơn vị.`} />}
      {request.note && <p className="mb-4 border-l-2 border-line2 pl-3">{request.note}</p>}
      <Panel flush heading={waiting.length > 0 && `${formatNumber(waiting.length)} đơn vị chưa trả lời`}>
        <ul>
          {lines.map(({ task: { id, unit, number, answer, returnedReason }, standing }) => (
            <li
              key={id}
              className="flex flex-wrap items-baseline gap-x-5 gap-y-1 border-t border-line px-5 py-3 first:border-0"
            >
              <span className="font-semibold">{unit.name}</span>
              <StatusChip shape={SHAPES[standing]} word={taskStandingLabel(standing)} />
              {(standing === "sent" || standing === "accepted") && (
                <span className="text-staff">
                  {number !== null && <strong className="figures">{formatNumber(number)} </strong>}
                  {answer}
                </span>
              )}
              {returnedReason !== null && <span className="text-staff text-ink2">{returnedReason}</span>}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
