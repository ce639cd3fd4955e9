import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { PrintButton } from "@/components/ui/page-tools";
import { Panel } from "@/components/ui/panel";
import { StatusChip } from "@/components/ui/shapes";
import { DoneBar, EmptyState } from "@/components/ui/states";
import { Tabs } from "@/components/ui/tabs";
import { coverageListTitle, coverageRequest, taskStateLabel } from "@/lib/reports/labels";
import type { UnitTasksPage } from "@/lib/reports/queries/unit-tasks";
import { isTaskLate, TASK_STATES, type UnitTask } from "@/lib/reports/rules/unit-task";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import { AnswerTaskForm, CloseTaskForm } from "./unit-task-forms";

const PATH = "/reports/tasks";

/** What committees asked of cells: the cell answers, the committee reads the answers and ends them. */
export function UnitTasksView({ page, done }: { page: UnitTasksPage; done: string | undefined }) {
  const { state, counts, tasks, next, mayGive } = page;
  return (
    <div className="mx-auto max-w-[1000px]">
      <PageHeading
        title={mayGive ? "Việc giao cho các chi bộ" : "Việc cấp trên giao"}
        back={
          mayGive
            ? { href: "/reports/coverage", label: "Nguồn so với chỉ tiêu" }
            : { href: "/", label: "Việc cần làm" }
        }
        actions={<PrintButton />}
      />
      {done && <DoneBar message={doneWords(done)} />}
      <div className="mb-4">
        <Tabs
          label="Tình trạng"
          tabs={TASK_STATES.map((known) => ({
            href: `${PATH}?state=${known}`,
            label: taskStateLabel(known),
            count: counts[known],
            current: known === state,
          }))}
        />
      </div>
      {tasks.length === 0 && (
        <Panel flush>
          <EmptyState
            title={`Không có việc nào ${taskStateLabel(state).toLowerCase()}`}
            action={
              mayGive ? <ButtonLink href="/reports/coverage">Nguồn so với chỉ tiêu</ButtonLink> : undefined
            }
          >
            {mayGive
              ? "Giao việc cho chi bộ từ các danh sách của báo cáo Nguồn so với chỉ tiêu."
              : "Khi cấp trên giao việc cho chi bộ, việc hiện ở đây."}
          </EmptyState>
        </Panel>
      )}
      <div className="space-y-4">
        {tasks.map((task) => (
          <TaskPanel key={task.id} task={task} page={page} />
        ))}
      </div>
      {next && (
        <p className="no-print mt-4">
          <ButtonLink href={`${PATH}?state=${state}&after=${next.dueOn}_${next.id}`}>Xem tiếp</ButtonLink>
        </p>
      )}
    </div>
  );
}

function TaskPanel({ task, page: { mayGive, mayAnswer, today } }: { task: UnitTask; page: UnitTasksPage }) {
  const { id, unit, list, people, note, givenOn, dueOn, givenByName, giverName, answer, closedOn, version } =
    task;
  return (
    <Panel
      heading={unit.name}
      aside={
        isTaskLate(task, today) ? (
          <StatusChip shape="late" word={`Quá hạn ${formatDay(dueOn)}`} />
        ) : (
          `Hạn ${formatDay(dueOn)}`
        )
      }
    >
      <p>{coverageRequest(list)}</p>
      <p className="text-ink2">
        {coverageListTitle(list, task)}
        {people > 0 && `: ${formatNumber(people)} người`}. {givenByName}, {giverName}, giao ngày{" "}
        {formatDay(givenOn)}.
      </p>
      {note && <p className="mt-2 border-l-2 border-line2 pl-3">{note}</p>}
      {answer !== null && (
        <div className="mt-3">
          <p className="font-semibold">Trả lời</p>
          <p>{answer}</p>
          <p className="text-note text-ink2">
            {task.answeredByName}, ngày {formatDay(task.answeredOn ?? givenOn)}
          </p>
        </div>
      )}
      {closedOn !== null ? (
        <p className="mt-2 text-ink2">Kết thúc ngày {formatDay(closedOn)}.</p>
      ) : (
        <div className="no-print mt-4 flex flex-wrap items-start gap-3">
          {list === "sourcesNotSent" && !mayGive && (
            <ButtonLink href="/pipeline">Mở hồ sơ của chi bộ</ButtonLink>
          )}
          {mayAnswer && (answer === null || !mayGive) && (
            <AnswerTaskForm taskId={id} version={version} name={unit.name} answer={answer} />
          )}
          {mayGive && <CloseTaskForm taskId={id} version={version} name={unit.name} />}
        </div>
      )}
    </Panel>
  );
}

function doneWords(done: string): string {
  if (done === "answered") return "Đã trả lời cấp trên.";
  return done === "closed" ? "Đã kết thúc việc." : `Đã giao việc cho ${done} chi bộ.`;
}
