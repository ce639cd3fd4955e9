"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { DayInput, TextInput } from "@/components/ui/inputs";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { initialFormState } from "@/lib/shared/form-state";
import { transferMember } from "@/lib/sources/actions/members";
import { linesOfState } from "./error-lines";

/** Moves a member to another chi đoàn from a day on. */
export function TransferForm({ memberId, version }: { memberId: string; version: number }) {
  const [state, send] = useActionState(transferMember, initialFormState);
  const values = state.values as Record<string, string>;
  return (
    <form action={send} noValidate>
      <ErrorSummary lines={linesOfState(state)} />
      <RequestKey />
      <input type="hidden" name="memberId" value={memberId} />
      <input type="hidden" name="version" value={version} />
      <div key={JSON.stringify(values)} className="space-y-4">
        <TextInput
          name="to"
          label="Mã chi đoàn chuyển đến"
          defaultValue={values.to ?? ""}
          errors={state.fieldErrors.to}
        />
        <DayInput
          name="onDay"
          label="Ngày chuyển sinh hoạt"
          defaultValue={values.onDay ?? ""}
          errors={state.fieldErrors.onDay}
        />
      </div>
      <SubmitButton look="panel" className="mt-4">
        Ghi chuyển sinh hoạt
      </SubmitButton>
    </form>
  );
}
