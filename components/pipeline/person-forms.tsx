"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { editPerson } from "@/lib/pipeline/actions/person";
import { PersonFields } from "./person-fields";
import { linesOf, SameNotice } from "./same-person";

type EditFormProps = {
  candidateId: string;
  version: number;
  initial: Record<string, string>;
  last4: string | null;
};

export function EditPersonForm({ candidateId, version, initial, last4 }: EditFormProps) {
  return (
    <AnsweredForm
      action={editPerson}
      summary={linesOf}
      hidden={{ candidateId, version }}
      initial={initial}
      className="max-w-[780px]"
    >
      {(state) => (
        <>
          <SameNotice findings={state.findings} />
          <Panel>
            <div className="space-y-5">
              <PersonFields
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
        </>
      )}
    </AnsweredForm>
  );
}
