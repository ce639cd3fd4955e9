"use client";

import { useActionState } from "react";
import { ButtonLink } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Panel } from "@/components/ui/panel";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { editPerson } from "@/lib/pipeline/actions/person";
import type { EntryFinding } from "@/lib/pipeline/rules/entry";
import { type FormState, initialFormState } from "@/lib/shared/form-state";
import { PersonFields } from "./person-fields";
import { linesOf, SameNotice } from "./same-person";

type EditFormProps = {
  candidateId: string;
  version: number;
  initial: Record<string, string>;
  last4: string | null;
};

export function EditPersonForm({ candidateId, version, initial, last4 }: EditFormProps) {
  const [state, send] = useActionState<FormState<EntryFinding>, FormData>(editPerson, initialFormState);
  const values = Object.keys(state.values).length > 0 ? (state.values as Record<string, string>) : initial;
  return (
    <form action={send} noValidate className="max-w-[780px]">
      <ErrorSummary lines={linesOf(state)} />
      <SameNotice findings={state.findings} />
      <Panel>
        <RequestKey />
        <input type="hidden" name="candidateId" value={candidateId} />
        <input type="hidden" name="version" value={version} />
        <div key={JSON.stringify(state.values)} className="space-y-5">
          <PersonFields
            values={values}
            errors={state.fieldErrors}
            numberHint={
              last4
                ? `Đang ghi số có 4 chữ số cuối ${last4}. Để trống thì giữ nguyên.`
                : "12 chữ số trên căn cước. Sẽ được mã hóa và che."
            }
          />
        </div>
        <div className="mt-6 flex flex-wrap gap-4">
          <SubmitButton className="w-full phone:w-auto">Sửa thông tin</SubmitButton>
          <ButtonLink href={`/pipeline/${candidateId}`} look="quiet">
            Quay lại hồ sơ
          </ButtonLink>
        </div>
      </Panel>
    </form>
  );
}
