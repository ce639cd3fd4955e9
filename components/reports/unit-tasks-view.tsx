import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { PrintButton } from "@/components/ui/page-tools";
import { Panel } from "@/components/ui/panel";
import { StatusChip } from "@/components/ui/shapes";
import { DoneBar, EmptyState } from "@/components/ui/states";
import { Tabs } from "@/components/ui/tabs";
import {
  askLabel,
  coverageListTitle,
  coverageRequest,
  taskStandingLabel,
  taskStateLabel,
} from "@/lib/reports/labels";
import type { UnitTasksPage } from "@/lib/reports/queries/unit-tasks";
import {
  isTaskLate,
  TASK_STATES,
  type TaskStanding,
  taskStandingOf,
  type UnitTask,
} from "@/lib/reports/rules/unit-task";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import { AnswerTaskForm, CloseTaskForm, ReturnTaskForm } from "./unit-task-forms";

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
        actions={
          <>
            <PrintButton />
            {mayGive && <ButtonLink href="/reports/tasks/requests">Giao việc cho nhiều đơn vị</ButtonLink>}
          </>
        }
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
              ? "Giao việc cho chi bộ từ các danh sách của báo cáo Nguồn so với chỉ tiêu, hoặc cho nhiều đơn vị cùng lúc."
              : "Khi cấp trên giao việc, việc hiện ở đây."}
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

type JudgedTask = UnitTasksPage["tasks"][number];

function TaskPanel({ task, page }: { task: JudgedTask; page: UnitTasksPage }) {
  const { unit, note, givenOn, dueOn, givenByName, giverName, returnedReason, closedOn } = task;
  const standing = taskStandingOf(task);
  return (
    <Panel
      heading={unit.name}
      aside={
        isTaskLate(task, page.today) ? (
          <StatusChip shape="late" word={`Quá hạn ${formatDay(dueOn)}`} />
        ) : (
          `Hạn ${formatDay(dueOn)}`
        )
      }
    >
      <Asked task={task} />
      <p className="text-ink2">
        {givenByName}, {giverName}, giao ngày {formatDay(givenOn)}.
      </p>
      {note && <p className="mt-2 border-l-2 border-line2 pl-3">{note}</p>}
      {returnedReason !== null && (
        <div className="mt-3">
          <StatusChip shape="returned" word={taskStandingLabel("returned")} />
          <p>
            {returnedReason}
            <span className="text-note text-ink2"> {task.returnedByName}</span>
          </p>
        </div>
      )}
      <Answer task={task} standing={standing} own={isOwn(task, page)} />
      {closedOn !== null ? (
        <p className="mt-2 text-ink2">
          {taskStandingLabel(standing)} ngày {formatDay(closedOn)}.
        </p>
      ) : (
        <TaskForms task={task} page={page} />
      )}
    </Panel>
  );
}

const isOwn = ({ unit }: UnitTask, { ownUnitId }: UnitTasksPage): boolean => unit.id === ownUnitId;

/** What is asked: of a list with how many people it is about. */
function Asked({ task }: { task: UnitTask }) {
  const { ask, title, list, people } = task;
  if (list === null)
    return (
      <p>
        <span className="font-semibold">{title}</span>
        <span className="text-ink2"> ({askLabel(ask).toLowerCase()})</span>
      </p>
    );
  return (
    <>
      <p>{coverageRequest(list)}</p>
      <p className="text-ink2">
        {coverageListTitle(list, task)}
        {people > 0 && `: ${formatNumber(people)} người`}.
      </p>
    </>
  );
}

/** A draft is shown to its own unit alone. */
function Answer({ task, standing, own }: { task: UnitTask; standing: TaskStanding; own: boolean }) {
  const { answer, number, answeredOn, givenOn } = task;
  const sent = standing === "sent" || standing === "accepted";
  if (answer === null || !(sent || own)) return null;
  return (
    <div className="mt-3">
      <p className="font-semibold">
        {sent ? "Trả lời" : `Trả lời, ${taskStandingLabel(standing).toLowerCase()}`}
      </p>
      {number !== null && <p className="figures text-read font-semibold">{formatNumber(number)}</p>}
      <p>{answer}</p>
      {sent && (
        <p className="text-note text-ink2">
          {task.answeredByName}, ngày {formatDay(answeredOn ?? givenOn)}
        </p>
      )}
    </div>
  );
}

function TaskForms({ task, page }: { task: JudgedTask; page: UnitTasksPage }) {
  const { mayJudge, id, unit, ask, list, answer, answeredOn, number, version } = task;
  const known = isOwn(task, page) || answeredOn !== null;
  return (
    <div className="no-print mt-4 flex flex-wrap items-start gap-3">
      {list === "sourcesNotSent" && !page.mayGive && (
        <ButtonLink href="/pipeline">Mở hồ sơ của chi bộ</ButtonLink>
      )}
      {page.mayAnswer && (answeredOn === null || !mayJudge) && (
        <AnswerTaskForm
          taskId={id}
          version={version}
          name={unit.name}
          figure={ask === "figure"}
          answer={known ? answer : null}
          number={known ? number : null}
          sent={answeredOn !== null}
        />
      )}
      {mayJudge && (
        <>
          <CloseTaskForm
            taskId={id}
            version={version}
            name={unit.name}
            accepts={answeredOn !== null && ask !== "list"}
          />
          {answeredOn !== null && <ReturnTaskForm taskId={id} version={version} name={unit.name} />}
        </>
      )}
    </div>
  );
}

function doneWords(done: string): string {
  if (done === "answered") return "Đã trả lời cấp trên.";
  if (done === "draft") return "Đã lưu bản đang soạn; cấp trên chưa thấy.";
  if (done === "returned") return "Đã trả lại.";
  return done === "closed" ? "Đã kết thúc việc." : `Đã giao việc cho ${done} chi bộ.`;
}
