"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { NumberInput, Select, TextArea, TextInput } from "@/components/ui/inputs";
import { SubmitButton } from "@/components/ui/submit-button";
import { declineProposal, proposeQuota, withdrawProposal } from "@/lib/quotas/actions";
import { proposalFindingText, sourceLabel } from "@/lib/quotas/labels";
import { QUOTA_SOURCES } from "@/lib/quotas/rules/quota";

/** What the unit would rather be asked, and why. */
export function ProposeForm({ unit, year }: { unit: string; year: string }) {
  return (
    <AnsweredForm
      action={proposeQuota}
      words={proposalFindingText}
      summary="proposedValue"
      verb="gửi"
      hidden={{ unit }}
      className="max-w-[640px] pt-3 pb-2"
    >
      <div className="space-y-4">
        <div className="flex flex-wrap gap-4">
          <NumberInput name="proposedYear" label="Năm" defaultValue={year} />
          <Select
            name="proposedSource"
            label="Thay cho chỉ tiêu"
            defaultValue="ASSIGNED"
            choices={QUOTA_SOURCES.map((of) => ({ value: of, label: sourceLabel(of) }))}
          />
          <NumberInput name="proposedValue" label="Số đề nghị" />
        </div>
        <TextArea name="reason" label="Lý do" hint="Không ghi tên người." />
        <SubmitButton pending="Đang gửi…">Gửi đề nghị</SubmitButton>
      </div>
    </AnsweredForm>
  );
}

type SeenProposal = { proposal: string; version: number };

/** Takes a proposal back that waits. */
export function WithdrawProposalForm({ proposal, version }: SeenProposal) {
  return (
    <AnsweredForm
      action={withdrawProposal}
      words={proposalFindingText}
      look="line"
      hidden={{ proposal, version }}
    >
      <SubmitButton look="quiet" className="underline underline-offset-4">
        Rút đề nghị
      </SubmitButton>
    </AnsweredForm>
  );
}

/** Declines a proposal; the unit reads why. */
export function DeclineProposalForm({ proposal, version, name }: SeenProposal & { name: string }) {
  return (
    <AnsweredForm
      action={declineProposal}
      words={proposalFindingText}
      look="line"
      hidden={{ proposal, version }}
      of={`đề nghị của ${name}`}
      className="mt-2"
    >
      {({ done }) =>
        done ? (
          <p role="status">{done.message}</p>
        ) : (
          <div className="space-y-3">
            <TextInput name="answer" label="Lý do không nhận" fieldClassName="w-80 max-w-full" />
            <SubmitButton look="panel">
              Không nhận<span className="sr-only"> đề nghị của {name}</span>
            </SubmitButton>
          </div>
        )
      }
    </AnsweredForm>
  );
}
