import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { DoneBar, EmptyState, Notice } from "@/components/ui/states";
import { sourceLabel } from "@/lib/quotas/labels";
import { QUOTA_SOURCES } from "@/lib/quotas/rules/quota";
import type { AllocationPage } from "@/lib/reports/queries/allocation";
import { yearOf } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import { AllocationGrid } from "./allocation-grid";
import { ProposalsPanel } from "./proposals-panel";

/** "Giao chỉ tiêu": the numbers of the units beneath, and the gap to the unit's own all the time. */
export function AllocationView({ page, done }: { page: AllocationPage; done: number | null }) {
  const { unit, year, source, rows, maySet, today } = page;
  const boardHref = `/quotas?unit=${encodeURIComponent(unit.code)}&period=${year}`;
  return (
    <>
      <PageHeading
        title={`Giao chỉ tiêu kết nạp năm ${year}`}
        under={`${unit.name}, ${formatNumber(rows.length)} đơn vị trực thuộc`}
        back={{ href: boardHref, label: "Bảng chỉ tiêu" }}
      />
      {done !== null && <DoneBar message={`Đã giao chỉ tiêu cho ${formatNumber(done)} đơn vị`} />}
      <div className="mb-4">
        <FilterBar
          filters={[
            {
              name: "year",
              label: "Năm",
              value: String(year),
              initial: today.slice(0, 4),
              choices: yearsOf(today, year).map((of) => ({ value: String(of), label: `Năm ${of}` })),
              replaces: ["done"],
            },
            {
              name: "source",
              label: "Nguồn",
              value: source,
              initial: "ASSIGNED",
              choices: QUOTA_SOURCES.map((of) => ({ value: of, label: sourceLabel(of) })),
              replaces: ["done"],
            },
          ]}
          clearHref={`/quotas/allocation?unit=${encodeURIComponent(unit.code)}`}
        />
      </div>
      {rows.length === 0 ? (
        <Panel flush>
          <EmptyState title="Không có đơn vị trực thuộc">
            Chỉ tiêu của chính đơn vị này ghi ở trang Chỉ tiêu của đơn vị.
          </EmptyState>
        </Panel>
      ) : (
        <>
          {maySet && <ProposalsPanel proposals={page.proposals} />}
          {maySet && (
            <div className="hidden phone:block">
              <AllocationGrid page={page} />
            </div>
          )}
          <div className={maySet ? "phone:hidden" : ""}>
            <ReadOnly page={page} />
          </div>
        </>
      )}
    </>
  );
}

/** The year after this one can be given ahead. */
function yearsOf(today: string, chosen: number): number[] {
  const next = yearOf(today) + 1;
  const years = Array.from({ length: next - 2018 }, (_, back) => next - back);
  return years.includes(chosen) ? years : [chosen, ...years];
}

function ReadOnly({ page: { rows, maySet } }: { page: AllocationPage }) {
  return (
    <>
      {maySet && <Notice tone="warns" title="Mở trên máy tính để sửa" />}
      <Panel flush>
        <ul className="divide-y divide-line">
          {rows.map(({ code, name, asked, members }) => (
            <li key={code} className="flex items-baseline justify-between gap-4 px-5 py-2.5">
              <span>
                {name}
                {members !== null && (
                  <span className="block text-note text-ink2">{formatNumber(members)} đảng viên</span>
                )}
              </span>
              <strong className="figures keep">{asked === null ? "chưa giao" : formatNumber(asked)}</strong>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
