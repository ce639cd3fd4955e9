import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { EmptyState, Notice } from "@/components/ui/states";
import { classStateLabel } from "@/lib/classes/labels";
import type { ClassPage } from "@/lib/classes/queries/class";
import { isLearner } from "@/lib/classes/rules/enrolment";
import { isComing } from "@/lib/classes/rules/training-class";
import { formatDay } from "@/lib/shared/days";
import { RollCall } from "./roll-call";

/** The roll call of one session, made to be tapped on a phone; each tap is stored at once. */
export function AttendanceView({ page, session: asked }: { page: ClassPage; session: number | null }) {
  const { id, name, state, from, today, sessions } = page;
  const learners = page.people.filter((one) => isLearner(one) && one.person !== null);
  const held = Math.max(1, ...learners.flatMap(({ present }) => present));
  const session = asked !== null && asked >= 1 && asked <= sessions ? Math.trunc(asked) : held;
  const over = !isComing(state);
  const closed = over || from > today;
  return (
    <div className="mx-auto max-w-[640px]">
      <PageHeading title="Điểm danh" under={name} back={{ href: `/classes/${id}`, label: "Lớp" }} />
      {closed && (
        <Notice
          tone="warns"
          title={over ? `Lớp ${classStateLabel(state).toLowerCase()}` : `Lớp bắt đầu ngày ${formatDay(from)}`}
          action={<ButtonLink href={`/classes/${id}`}>Về trang lớp</ButtonLink>}
        >
          {over ? "Điểm danh chỉ còn để xem." : "Điểm danh được từ ngày học đầu tiên."}
        </Notice>
      )}
      <nav aria-label="Buổi học" className="mb-4 flex flex-wrap gap-2">
        {Array.from({ length: sessions }, (_, place) => place + 1).map((number) => (
          <Link
            key={number}
            href={`/classes/${id}/attendance?session=${number}`}
            prefetch={false}
            aria-current={number === session ? "page" : undefined}
            className={classNames(
              "figures inline-flex min-h-12 min-w-12 items-center justify-center rounded-button border px-3",
              number === session
                ? "border-ink bg-surface font-semibold"
                : "border-line2 text-ink2 hover:bg-hover",
            )}
          >
            <span className="sr-only">Buổi </span>
            {number}
          </Link>
        ))}
      </nav>
      <Panel flush heading={`Buổi ${session}/${sessions}`}>
        {learners.length === 0 ? (
          <EmptyState title="Chưa có học viên nào">Người được gọi học sẽ hiện ở đây.</EmptyState>
        ) : (
          <RollCall
            key={session}
            classId={id}
            session={session}
            closed={closed}
            learners={learners.map((one) => ({
              id: one.id,
              name: one.person?.name ?? "",
              cell: one.person?.cell ?? "",
              came: one.present.includes(session),
            }))}
          />
        )}
      </Panel>
    </div>
  );
}
