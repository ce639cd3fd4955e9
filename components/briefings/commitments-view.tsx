import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { PrintButton } from "@/components/ui/page-tools";
import { Panel } from "@/components/ui/panel";
import { DoneBar, EmptyState } from "@/components/ui/states";
import { Tabs } from "@/components/ui/tabs";
import { commitmentStateLabel } from "@/lib/briefings/labels";
import type { CommitmentsPage } from "@/lib/briefings/queries/matters";
import { COMMITMENT_STATES } from "@/lib/briefings/rules/briefing";
import type { CommitmentFilter } from "@/lib/briefings/rules/matters";
import { formatDay } from "@/lib/shared/days";
import { BriefingTabs } from "./briefing-tabs";
import { CommitmentWords } from "./commitment-words";
import { ReportForm } from "./report-form";

const STATES: readonly CommitmentFilter["state"][] = ["waiting", ...COMMITMENT_STATES];

/** What was agreed at briefings: the doer says when it is done, the committee closes it at the next one. */
export function CommitmentsView({ page, done }: { page: CommitmentsPage; done: string | undefined }) {
  const { unit, filter, counts, commitments, next, caretaker, mayHold, today } = page;
  const hrefOf = (state: CommitmentFilter["state"]) =>
    `/briefings/commitments?${new URLSearchParams({ unit: unit.code, state, from: filter.from, asOf: filter.asOf })}`;
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title="Việc đã thống nhất"
        under={caretaker ? `${unit.name}. Cấp ủy viên phụ trách: ${caretaker}` : unit.name}
        actions={<PrintButton />}
      />
      {done && <DoneBar message="Đã báo là đã xong." />}
      <BriefingTabs current="/briefings/commitments" unit={unit.code} mayHold={mayHold} />
      <div className="mb-4">
        <Tabs
          label="Tình trạng"
          tabs={STATES.map((state) => ({
            href: hrefOf(state),
            label: commitmentStateLabel(state),
            count: counts[state],
            current: state === filter.state,
          }))}
        />
      </div>
      <Panel flush heading={`Tính đến ngày ${formatDay(filter.asOf)}`}>
        {commitments.length === 0 ? (
          <EmptyState title={`Không có việc nào: ${commitmentStateLabel(filter.state).toLowerCase()}`}>
            Việc thống nhất tại giao ban hiện ở đây cho đến khi xong.
          </EmptyState>
        ) : (
          <ul className="border-t border-line">
            {commitments.map((commitment) => (
              <li key={commitment.id} className="border-b border-line px-5 py-4 last:border-0">
                <CommitmentWords commitment={commitment} today={filter.asOf} />
                {commitment.mayReport && filter.asOf === today && (
                  <details className="no-print mt-2">
                    <summary className="link cursor-pointer py-2 text-staff">
                      {commitment.report === null ? "Báo đã xong" : "Sửa lời báo"}
                      <span className="sr-only">: {commitment.words}</span>
                    </summary>
                    <ReportForm commitment={commitment} />
                  </details>
                )}
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {next && (
        <p className="no-print mt-4">
          <ButtonLink href={`${hrefOf(filter.state)}&after=${next.day}_${next.id}`}>Xem tiếp</ButtonLink>
        </p>
      )}
    </div>
  );
}
