import { Panel } from "@/components/ui/panel";
import { proposalStateLabel, sourceLabel } from "@/lib/quotas/labels";
import type { QuotaEntryPage } from "@/lib/quotas/queries/entry";
import type { QuotaProposal } from "@/lib/quotas/rules/proposal";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import { ProposeForm, WithdrawProposalForm } from "./proposal-forms";

/** What the unit asked to be given instead, and the form to ask. */
export function UnitProposals({ page: { unit, proposals, mayPropose, today } }: { page: QuotaEntryPage }) {
  if (proposals.length === 0 && !mayPropose) return null;
  return (
    <Panel flush heading="Đề nghị điều chỉnh chỉ tiêu" className="mb-6">
      {proposals.length > 0 && (
        <ul className="divide-y divide-line border-t border-line">
          {proposals.map((proposal) => (
            <ProposalItem key={proposal.id} proposal={proposal} mayWithdraw={mayPropose} />
          ))}
        </ul>
      )}
      {mayPropose && (
        <details
          className="no-print border-t border-line px-5 py-3"
          open={proposals.length === 0 ? undefined : false}
        >
          <summary className="link cursor-pointer py-2">Đề nghị cấp trên điều chỉnh</summary>
          <ProposeForm unit={unit.code} year={today.slice(0, 4)} />
        </details>
      )}
    </Panel>
  );
}

function ProposalItem({ proposal, mayWithdraw }: { proposal: QuotaProposal; mayWithdraw: boolean }) {
  const { id, version, year, source, value, reason, proposedOn, proposedByName, state, answer, answeredOn } =
    proposal;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-5 py-3">
      <div className="min-w-60 flex-1">
        <p className="font-semibold">
          {formatNumber(value)} người năm {year}, {sourceLabel(source).toLowerCase()}
        </p>
        <p>{reason}</p>
        <p className="text-note text-ink2">
          {proposedByName}, ngày {formatDay(proposedOn)}. {proposalStateLabel(state)}
          {answer && (state === "taken" ? `, văn bản ${answer}` : `: ${answer}`)}
          {answeredOn && `, ngày ${formatDay(answeredOn)}`}.
        </p>
      </div>
      {mayWithdraw && state === "open" && <WithdrawProposalForm proposal={id} version={version} />}
    </li>
  );
}
