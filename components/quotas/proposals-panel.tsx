import { Panel } from "@/components/ui/panel";
import type { QuotaProposal } from "@/lib/quotas/rules/proposal";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import { DeclineProposalForm } from "./proposal-forms";

/** Proposals of the units beneath: taken by giving the number in the grid, declined here with a reason. */
export function ProposalsPanel({ proposals }: { proposals: QuotaProposal[] }) {
  if (proposals.length === 0) return null;
  return (
    <Panel flush heading={`${formatNumber(proposals.length)} đơn vị đề nghị điều chỉnh`} className="mb-5">
      <ul className="divide-y divide-line border-t border-line">
        {proposals.map(({ id, version, unit, value, reason, proposedByName, proposedOn }) => (
          <li key={id} className="px-5 py-3">
            <p>
              <span className="font-semibold">{unit.name}</span> đề nghị giao {formatNumber(value)} người:{" "}
              {reason}
            </p>
            <p className="text-note text-ink2">
              {proposedByName}, ngày {formatDay(proposedOn)}
            </p>
            <DeclineProposalForm proposal={id} version={version} name={unit.name} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
