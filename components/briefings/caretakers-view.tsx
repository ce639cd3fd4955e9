import { PageHeading } from "@/components/ui/page-heading";
import { PrintButton } from "@/components/ui/page-tools";
import { Panel } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import type { CaretakersPage } from "@/lib/briefings/queries/briefings";
import { formatDay } from "@/lib/shared/days";
import { BriefingTabs } from "./briefing-tabs";
import { CaretakerForm } from "./caretaker-form";

/** Who of the committee looks after which unit; it stays from month to month until it is changed. */
export function CaretakersView({ page }: { page: CaretakersPage }) {
  const { unit, lines, today } = page;
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading title="Phân công phụ trách" under={unit.name} actions={<PrintButton />} />
      <BriefingTabs current="/briefings/caretakers" unit={unit.code} mayHold />
      <Panel flush heading="Cấp ủy viên phụ trách đơn vị">
        {lines.length === 0 ? (
          <EmptyState title="Không có đơn vị trực thuộc">
            Phân công dành cho cấp ủy có đơn vị trực thuộc.
          </EmptyState>
        ) : (
          <ul className="border-t border-line">
            {lines.map(({ unit: one, now, others }) => (
              <li key={one.code} className="border-b border-line px-5 py-3.5 last:border-0">
                <div className="flex flex-wrap gap-x-6 gap-y-1">
                  <p className="min-w-56 flex-1 font-semibold">{one.name}</p>
                  <p className="min-w-56 flex-1">
                    {now ? now.name : <span className="text-ink2">Chưa phân công</span>}
                    {now && <span className="block text-note text-ink2">Từ ngày {formatDay(now.from)}</span>}
                  </p>
                </div>
                {others.map(({ name, from, until }) => (
                  <p key={from} className="text-note text-ink2">
                    Trước đó: {name}, từ {formatDay(from)}
                    {until && ` đến ${formatDay(until)}`}
                  </p>
                ))}
                <details className="no-print mt-1">
                  <summary className="link cursor-pointer py-2 text-staff">
                    {now ? "Thay người phụ trách" : "Phân công"}
                    <span className="sr-only">: {one.name}</span>
                  </summary>
                  <CaretakerForm unit={one} today={today} />
                </details>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </div>
  );
}
