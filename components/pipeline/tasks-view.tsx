import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { type Shape, StatusShape } from "@/components/ui/shapes";
import { EmptyState } from "@/components/ui/states";
import { nextStepLabel, recordLabel, stageLabel } from "@/lib/pipeline/labels/words";
import type { TaskGroup, Tasks } from "@/lib/pipeline/queries/tasks";
import type { TaskRow } from "@/lib/pipeline/repository/tasks";
import type { Stage } from "@/lib/pipeline/rules/standing";
import { daysBetween, formatDay } from "@/lib/shared/days";
import { givenNameOf } from "@/lib/shared/vietnamese";
import { workingDaysBetween } from "@/lib/shared/working-days";

const GROUPS: { group: TaskGroup; title: string; shape: Shape }[] = [
  { group: "overdue", title: "Quá hạn", shape: "late" },
  { group: "returned", title: "Bị trả lại", shape: "returned" },
  { group: "soon", title: "Đến hạn trong 14 ngày", shape: "watch" },
  { group: "later", title: "Sắp tới", shape: "none" },
];

/** "Việc cần làm": what must I do today. The first overdue task has the solid button. */
export function TasksView({ tasks, aside }: { tasks: Tasks; aside: ReactNode }) {
  const { groups, today, name, stages } = tasks;
  const shown = GROUPS.filter(({ group }) => groups[group].length > 0);
  return (
    <div className="mx-auto max-w-[1132px]">
      <header className="mb-6 flex flex-wrap items-baseline justify-between gap-2">
        <div>
          <h1 className="text-title font-semibold">Việc cần làm</h1>
          <p className="text-ink2">
            Chào đồng chí {givenNameOf(name)}. {greeting(tasks)}
          </p>
        </div>
        <p className="text-ink2">{weekday(today)}</p>
      </header>
      <div className="grid gap-6 desk:grid-cols-[minmax(0,1fr)_320px]">
        <div className="space-y-6">
          {shown.length === 0 && (
            <Panel flush>
              <EmptyState
                title="Hôm nay không có việc đến hạn."
                action={<ButtonLink href="/pipeline">Xem hồ sơ</ButtonLink>}
              >
                Việc mới sẽ hiện ở đây khi một bước gần đến hạn.
              </EmptyState>
            </Panel>
          )}
          {shown.map(({ group, title, shape }) => (
            <section key={group}>
              <h2 className="mb-2 flex items-center gap-2 text-staff font-semibold">
                <StatusShape shape={shape} />
                {title} <span className="font-normal text-ink2">{groups[group].length}</span>
              </h2>
              <ul
                className={`rounded-panel border bg-surface ${group === "overdue" ? "border-red-line" : "border-line"}`}
              >
                {groups[group].map((task, place) => (
                  <Task
                    key={task.id}
                    task={task}
                    group={group}
                    today={today}
                    main={group === shown[0]?.group && place === 0 && group !== "later"}
                  />
                ))}
              </ul>
            </section>
          ))}
        </div>
        <div className="space-y-5">
          {aside}
          <Panel heading={`Đang theo dõi ${stages.reduce((sum, { count }) => sum + count, 0)} người`}>
            <ul>
              {stages.map(({ stage, count }) => (
                <li key={stage} className="flex justify-between border-t border-line py-2 first:border-0">
                  <span>{stageLabel(stage as Stage)}</span>
                  <Link href={`/pipeline?stage=${stage}`} prefetch={false} className="opens font-semibold">
                    {count}
                  </Link>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      </div>
    </div>
  );
}

function Task({
  task,
  group,
  today,
  main,
}: {
  task: TaskRow;
  group: TaskGroup;
  today: string;
  main: boolean;
}) {
  const day = group === "returned" ? task.returnedOn : task.dueOn;
  const act = group === "overdue" || group === "soon" || group === "returned";
  return (
    <li className="flex flex-wrap items-center gap-x-5 gap-y-3 border-b border-line px-5 py-4 last:border-0">
      <p className="w-28 shrink-0">
        {day && <strong className="text-task">{formatDay(day).slice(0, 5)}</strong>}
        <span className={`block text-note ${group === "overdue" ? "font-semibold text-red" : "text-ink2"}`}>
          {daysLeft(task, group, today)}
        </span>
      </p>
      <div className="min-w-52 flex-1">
        <p className="text-task font-medium">
          {nextStepLabel(task.nextStep)}: <span className="keep">{task.name}</span>
        </p>
        <p className="text-staff text-ink2">
          {task.returnReason ? `Bị trả lại: ${task.returnReason}` : task.unitName}
        </p>
      </div>
      {act ? (
        <ButtonLink
          href={
            group === "returned" ? `/pipeline/${task.id}` : `/pipeline/${task.id}/record/${task.nextStep}`
          }
          look={main ? "main" : "panel"}
        >
          {group === "returned" ? "Bổ sung hồ sơ" : recordLabel(task.nextStep)}
        </ButtonLink>
      ) : (
        <Link
          href={`/pipeline/${task.id}`}
          prefetch={false}
          aria-label={`Mở hồ sơ ${task.name}`}
          className="flex size-11 items-center justify-center"
        >
          <ChevronRight size={20} aria-hidden="true" />
        </Link>
      )}
    </li>
  );
}

function daysLeft({ dueOn, nextStep }: TaskRow, group: TaskGroup, today: string): string {
  if (group === "returned") return "nhận lại hồ sơ";
  if (!dueOn) return "";
  if (dueOn >= today) return `còn ${daysBetween(today, dueOn)} ngày`;
  const inWorkingDays = [
    "admitted",
    "recognitionVoted",
    "recognised",
    "decided",
    "baseVoted",
    "submitted",
  ].includes(nextStep);
  const late = daysBetween(dueOn, today);
  return inWorkingDays && late < 400
    ? `chậm ${workingDaysBetween(dueOn, today)} ngày làm việc`
    : `chậm ${late} ngày`;
}

function greeting({ groups, unit }: Tasks): string {
  const parts = [
    groups.overdue.length > 0 && `${groups.overdue.length} việc quá hạn`,
    groups.returned.length > 0 && `${groups.returned.length} hồ sơ bị trả lại`,
  ].filter(Boolean);
  return parts.length > 0 ? `${unit} có ${parts.join(" và ")}.` : `${unit} không có việc quá hạn.`;
}

const WEEKDAYS = ["Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];

function weekday(day: string): string {
  return `${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]}, ngày ${formatDay(day)}`;
}
