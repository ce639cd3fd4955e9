import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { StatusChip } from "@/components/ui/shapes";
import { EmptyState } from "@/components/ui/states";
import { periodTitle } from "@/lib/periods/labels";
import type { PeriodsPage } from "@/lib/periods/queries/periods";
import type { ReportingPeriod } from "@/lib/periods/rules/period";
import { formatDay } from "@/lib/shared/days";

/** The periods that units are asked to report for, latest first. */
export function PeriodsView({ page: { periods, maySet, today } }: { page: PeriodsPage }) {
  return (
    <div className="mx-auto max-w-[1000px]">
      <PageHeading
        title="Kỳ báo cáo"
        under="Đơn vị xác nhận số liệu, cấp trên tiếp nhận, tỉnh khóa kỳ và chốt mọi báo cáo."
        actions={
          <>
            <ButtonLink href="/periods/snapshots">Bản chốt số liệu</ButtonLink>
            {maySet && (
              <ButtonLink href="/periods/new" look="main">
                Đặt kỳ mới
              </ButtonLink>
            )}
          </>
        }
      />
      <Panel flush>
        {periods.length === 0 && (
          <EmptyState title="Chưa có kỳ báo cáo nào">
            Tỉnh đặt kỳ báo cáo; kỳ hiện ở đây cho mọi đơn vị bên dưới.
          </EmptyState>
        )}
        <ul>
          {periods.map((period) => (
            <li
              key={period.id}
              className="flex flex-wrap items-baseline gap-x-5 gap-y-1 border-t border-line px-5 py-3 first:border-0"
            >
              <Link href={`/periods/${period.id}`} prefetch={false} className="link min-h-6 font-semibold">
                {periodTitle(period)}
              </Link>
              <PeriodState period={period} today={today} />
              <span className="text-note text-ink2">{period.unit.name}</span>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}

/** Locked, past its day, or until when it waits. */
export function PeriodState({
  period: { lockedOn, dueOn },
  today,
}: {
  period: ReportingPeriod;
  today: string;
}) {
  if (lockedOn !== null) return <StatusChip shape="done" word={`Đã khóa ${formatDay(lockedOn)}`} />;
  return dueOn < today ? (
    <StatusChip shape="late" word={`Quá hạn ${formatDay(dueOn)}`} />
  ) : (
    <StatusChip shape="none" word={`Hạn gửi ${formatDay(dueOn)}`} />
  );
}
