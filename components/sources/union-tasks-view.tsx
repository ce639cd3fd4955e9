import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { StatusShape } from "@/components/ui/shapes";
import { EmptyState } from "@/components/ui/states";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import { givenNameOf } from "@/lib/shared/vietnamese";
import { referralStateLabel } from "@/lib/sources/labels";
import type { UnionTasks } from "@/lib/sources/queries/referrals";
import { REFERRAL_STATES } from "@/lib/sources/rules/referral";

/** "Việc cần làm" of an officer of the Union: rate, introduce, read what came back. */
export function UnionTasksView({ tasks }: { tasks: UnionTasks }) {
  const { name, unit, year, chapters, introducible, returned, counts, inTree } = tasks;
  const open = chapters.chapters - chapters.rated;
  return (
    <div className="mx-auto max-w-[1132px]">
      <header className="mb-6">
        <h1 className="text-title font-semibold">Việc cần làm</h1>
        <p className="text-ink2">
          Chào đồng chí {givenNameOf(name)}. {unit}.
        </p>
      </header>
      {!inTree && (
        <Panel flush>
          <EmptyState title="Vai này chưa gắn với tổ chức Đoàn nào.">
            Hãy nhờ người quản trị tài khoản giao vai tại một tổ chức Đoàn.
          </EmptyState>
        </Panel>
      )}
      {inTree && (
        <div className="grid items-start gap-6 desk:grid-cols-[minmax(0,1fr)_320px]">
          <Panel flush>
            <ul>
              {open > 0 && (
                <Task
                  title={`Xếp loại đoàn viên năm ${year}: còn ${formatNumber(open)} chi đoàn`}
                  why={`Đã xong ${formatNumber(chapters.rated)}/${formatNumber(chapters.chapters)} chi đoàn.`}
                  href="/sources/rating"
                  button="Xếp loại"
                />
              )}
              {introducible > 0 && (
                <Task
                  title={`${introducible >= 200 ? "Trên 200" : introducible} đoàn viên ưu tú chờ giới thiệu`}
                  why="Giới thiệu bằng nghị quyết của Đoàn cơ sở, hiệu lực 12 tháng."
                  href="/sources/referrals/introduce"
                  button="Giới thiệu"
                />
              )}
              {returned.map(({ id, name: person, cellName, returnedOn, returnedReason }) => (
                <Task
                  key={id}
                  title={`${person}: ${cellName} trả lại`}
                  why={`${returnedOn ? formatDay(returnedOn) : ""}: ${returnedReason}`}
                  href={`/sources/referrals/${id}`}
                  button="Xem"
                  returned
                />
              ))}
              {open === 0 && introducible === 0 && returned.length === 0 && (
                <li>
                  <EmptyState title="Hôm nay không có việc cần làm.">Việc mới sẽ hiện ở đây.</EmptyState>
                </li>
              )}
            </ul>
          </Panel>
          <Panel heading="Đã giới thiệu">
            <ul>
              {REFERRAL_STATES.map((state) => (
                <li key={state} className="flex justify-between border-t border-line py-2 first:border-0">
                  <span>{referralStateLabel(state)}</span>
                  <a href={`/sources/referrals?state=${state}`} data-soft="" className="opens font-semibold">
                    {formatNumber(counts[state])}
                  </a>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      )}
    </div>
  );
}

type TaskProps = { title: string; why: string; href: string; button: string; returned?: boolean };

function Task({ title, why, href, button, returned = false }: TaskProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-5 gap-y-3 border-b border-line px-5 py-4 last:border-0">
      <StatusShape shape={returned ? "returned" : "watch"} size={15} />
      <div className="min-w-52 flex-1">
        <p className="text-task font-medium">{title}</p>
        <p className="text-staff text-ink2">{why}</p>
      </div>
      <ButtonLink href={href}>{button}</ButtonLink>
    </li>
  );
}
