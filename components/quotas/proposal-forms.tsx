"use client";

import { useActionState, useId } from "react";
import { ErrorSummary, type SummaryLine } from "@/components/ui/error-summary";
import { controlClass } from "@/components/ui/field";
import { NumberInput, Select, TextArea } from "@/components/ui/inputs";
import { wrongLines } from "@/components/ui/refusals";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { declineProposal, proposeQuota, withdrawProposal } from "@/lib/quotas/actions";
import { proposalFindingText, sourceLabel } from "@/lib/quotas/labels";
import type { ProposalFinding } from "@/lib/quotas/rules/proposal";
import { QUOTA_SOURCES } from "@/lib/quotas/rules/quota";
import { type FormState, initialFormState } from "@/lib/shared/form-state";

type State = FormState<ProposalFinding>;

const linesOf = (state: State) => wrongLines(state, "proposedValue", proposalFindingText);

/** What the unit would rather be asked, and why. */
export function ProposeForm({ unit, year }: { unit: string; year: string }) {
  const [state, send] = useActionState<State, FormData>(proposeQuota, initialFormState);
  const values = state.values as Record<string, string>;
  return (
    <form action={send} noValidate className="max-w-[640px] pt-3 pb-2">
      <ErrorSummary lines={linesOf(state)} verb="gửi" />
      <RequestKey key={JSON.stringify(values)} />
      <input type="hidden" name="unit" value={unit} />
      <div key={JSON.stringify(values)} className="space-y-4">
        <div className="flex flex-wrap gap-4">
          <NumberInput
            name="year"
            label="Năm"
            defaultValue={values.year ?? year}
            errors={state.fieldErrors.year}
          />
          <Select
            name="proposedSource"
            label="Thay cho chỉ tiêu"
            defaultValue={values.proposedSource ?? "ASSIGNED"}
            choices={QUOTA_SOURCES.map((of) => ({ value: of, label: sourceLabel(of) }))}
          />
          <NumberInput
            name="proposedValue"
            label="Số đề nghị"
            defaultValue={values.proposedValue ?? ""}
            errors={state.fieldErrors.proposedValue}
          />
        </div>
        <TextArea
          name="reason"
          label="Lý do"
          hint="Không ghi tên người."
          defaultValue={values.reason ?? ""}
          errors={state.fieldErrors.reason}
        />
        <SubmitButton pending="Đang gửi…">Gửi đề nghị</SubmitButton>
      </div>
    </form>
  );
}

type SeenProposal = { proposal: string; version: number };

/** Takes a proposal back that waits. */
export function WithdrawProposalForm({ proposal, version }: SeenProposal) {
  const [state, send] = useActionState<State, FormData>(withdrawProposal, initialFormState);
  return (
    <form action={send}>
      <RequestKey key={JSON.stringify(state.findings)} />
      <input type="hidden" name="proposal" value={proposal} />
      <input type="hidden" name="version" value={version} />
      <Told lines={linesOf(state)} />
      <SubmitButton look="quiet" className="underline underline-offset-4">
        Rút đề nghị
      </SubmitButton>
    </form>
  );
}

/** Declines a proposal; the unit reads why. */
export function DeclineProposalForm({ proposal, version, name }: SeenProposal & { name: string }) {
  const [state, send] = useActionState<State, FormData>(declineProposal, initialFormState);
  const values = state.values as Record<string, string>;
  const id = useId();
  if (state.done) return <p role="status">{state.done.message}</p>;
  return (
    <form action={send} noValidate className="mt-2">
      <RequestKey key={JSON.stringify(values)} />
      <input type="hidden" name="proposal" value={proposal} />
      <input type="hidden" name="version" value={version} />
      <Told lines={linesOf(state)} />
      <div key={JSON.stringify(values)} className="flex flex-wrap items-center gap-3">
        <label htmlFor={id} className="text-staff">
          Lý do không nhận<span className="sr-only"> đề nghị của {name}</span>
        </label>
        <input
          id={id}
          name="answer"
          defaultValue={values.answer ?? ""}
          aria-invalid={state.fieldErrors.answer ? true : undefined}
          className={controlClass(Boolean(state.fieldErrors.answer), "!w-80 max-w-full")}
        />
        <SubmitButton look="panel">
          Không nhận<span className="sr-only"> đề nghị của {name}</span>
        </SubmitButton>
      </div>
    </form>
  );
}

function Told({ lines }: { lines: SummaryLine[] }) {
  return lines.map(({ sentence }) => (
    <p key={sentence} role="alert" className="mb-1 text-note text-red-hover">
      {sentence}
    </p>
  ));
}
