import { ChevronDown } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { CopyLinkButton, PrintButton } from "@/components/ui/page-tools";
import { Panel } from "@/components/ui/panel";
import { type Shape, StatusShape } from "@/components/ui/shapes";
import { EmptyState } from "@/components/ui/states";
import { taskGroupLabel, taskLabel } from "@/lib/pipeline/labels/tasks";
import { stageLabel } from "@/lib/pipeline/labels/words";
import type { TaskList, Tasks } from "@/lib/pipeline/queries/tasks";
import type { Stage } from "@/lib/pipeline/rules/standing";
import type { TaskGroup } from "@/lib/pipeline/rules/tasks";
import { taskKeyText } from "@/lib/pipeline/schema/tasks";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import { givenNameOf } from "@/lib/shared/vietnamese";
import { TaskLines } from "./task-lines";

const SHAPES: Record<TaskGroup, Shape> = {
  overdue: "late",
  returned: "returned",
  soon: "watch",
  later: "none",
  watch: "informs",
};

/** "Việc cần làm": what must I do today. The first overdue task has the solid button. */
export function TasksView({ tasks, aside }: { tasks: Tasks; aside: ReactNode }) {
  const { groups, today, name, stages, oversees } = tasks;
  const shown = groups.filter(({ count, group }) => count > 0 && group !== "watch");
  const watched = groups.find(({ count, group }) => count > 0 && group === "watch");
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
          {shown.length === 0 && <NothingDue oversees={oversees} />}
          {shown.map((group, place) => (
            <Group key={group.group} {...group} today={today} main={place === 0 && group.group !== "later"} />
          ))}
          {watched && (
            <details className="group rounded-panel border border-line bg-surface">
              <summary className="flex min-h-12 cursor-pointer items-center gap-2 px-5 py-3 text-staff font-semibold">
                <StatusShape shape={SHAPES.watch} />
                {taskGroupLabel("watch")} <Count count={watched.count} />
                <ChevronDown size={18} aria-hidden="true" className="ml-auto group-open:rotate-180" />
              </summary>
              <div className="border-t border-line">
                <TaskLines lines={watched.lines} today={today} framed={false} />
                <SeeAll group="watch" count={watched.count} shown={watched.lines.length} />
              </div>
            </details>
          )}
        </div>
        <div className="space-y-5">
          {aside}
          <nav aria-label="Xem thêm" className="no-print flex flex-col gap-3">
            {oversees && <ButtonLink href="/overdue">Đơn vị nào đang trễ</ButtonLink>}
            <ButtonLink href="/pipeline/what-if">Ai còn kịp kết nạp trong năm</ButtonLink>
          </nav>
          <Panel
            heading={`Đang theo dõi ${formatNumber(stages.reduce((sum, { count }) => sum + count, 0))} người`}
          >
            <ul>
              {stages.map(({ stage, count }) => (
                <li key={stage} className="flex justify-between border-t border-line py-2 first:border-0">
                  <span>{stageLabel(stage as Stage)}</span>
                  <Link href={`/pipeline?stage=${stage}`} prefetch={false} className="opens font-semibold">
                    {formatNumber(count)}
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

function Group({
  group,
  lines,
  count,
  today,
  main,
}: Tasks["groups"][number] & { today: string; main: boolean }) {
  return (
    <section aria-labelledby={`group-${group}`}>
      <h2 id={`group-${group}`} className="mb-2 flex items-center gap-2 text-staff font-semibold">
        <StatusShape shape={SHAPES[group]} />
        {taskGroupLabel(group)} <Count count={count} />
      </h2>
      <TaskLines lines={lines} today={today} main={main} />
      <SeeAll group={group} count={count} shown={lines.length} />
    </section>
  );
}

const Count = ({ count }: { count: number }) => (
  <span className="figures font-normal text-ink2">{formatNumber(count)}</span>
);

function SeeAll({ group, count, shown }: { group: TaskGroup; count: number; shown: number }) {
  if (count <= shown) return null;
  return (
    <p className="no-print px-5 py-3">
      <Link href={`/?group=${group}`} prefetch={false} className="link inline-flex min-h-11 items-center">
        Xem tất cả {formatNumber(count)} việc
      </Link>
    </p>
  );
}

function NothingDue({ oversees }: { oversees: boolean }) {
  return (
    <Panel flush>
      <EmptyState
        title="Hôm nay không có việc đến hạn."
        action={
          oversees ? (
            <ButtonLink href="/overdue">Đơn vị nào đang trễ</ButtonLink>
          ) : (
            <ButtonLink href="/pipeline">Xem hồ sơ</ButtonLink>
          )
        }
      >
        Việc mới sẽ hiện ở đây khi một bước gần đến hạn.
      </EmptyState>
    </Panel>
  );
}

type TaskListViewProps = {
  list: TaskList;
  back: { href: string; label: string };
  /** The address of this list without the place in it. */
  href: string;
};

/** One group, all of it, page by page. */
export function TaskListView({ list, back, href }: TaskListViewProps) {
  const { group, kind, lines, count, next, today, unit } = list;
  const named = kind ? taskLabel({ kind, step: null }) : taskGroupLabel(group);
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title={`${named}: ${formatNumber(count)} việc`}
        under={unit.name}
        back={back}
        actions={
          <>
            <CopyLinkButton />
            <PrintButton />
          </>
        }
      />
      {lines.length === 0 ? (
        <Panel flush>
          <EmptyState
            title="Không có việc nào ở đây."
            action={<ButtonLink href={back.href}>{back.label}</ButtonLink>}
          />
        </Panel>
      ) : (
        <TaskLines lines={lines} today={today} />
      )}
      {next && (
        <p className="no-print mt-4">
          <ButtonLink href={`${href}&after=${taskKeyText(next)}`}>Xem tiếp</ButtonLink>
        </p>
      )}
    </div>
  );
}

function greeting({ groups, unit }: Tasks): string {
  const count = (group: TaskGroup) => groups.find((told) => told.group === group)?.count ?? 0;
  const parts = [
    count("overdue") > 0 && `${formatNumber(count("overdue"))} việc quá hạn`,
    count("returned") > 0 && `${formatNumber(count("returned"))} hồ sơ bị trả lại`,
  ].filter(Boolean);
  return parts.length > 0 ? `${unit} có ${parts.join(" và ")}.` : `${unit} không có việc quá hạn.`;
}

const WEEKDAYS = ["Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];

function weekday(day: string): string {
  return `${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]}, ngày ${formatDay(day)}`;
}
