"use client";

import { useActionState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Select, TextInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { withdrawCertificate } from "@/lib/classes/actions";
import type { ClassFinding } from "@/lib/classes/rules/finding";
import { type FormState, initialFormState } from "@/lib/shared/form-state";
import { summaryLines } from "./summary-lines";

type WithdrawFormProps = { classId: string; learners: { value: string; label: string }[] };

/** Takes one certificate back, here and in the dossier at once. */
export function WithdrawForm({ classId, learners }: WithdrawFormProps) {
  const [state, send] = useActionState<FormState<ClassFinding>, FormData>(
    withdrawCertificate,
    initialFormState,
  );
  const values = state.values as Record<string, string>;
  return (
    <form action={send} noValidate className="no-print mt-5">
      <ErrorSummary lines={summaryLines(state, "learner")} verb="thu hồi" />
      <Panel heading="Thu hồi giấy chứng nhận">
        <RequestKey key={JSON.stringify(values)} />
        <input type="hidden" name="classId" value={classId} />
        <p className="mb-4 text-ink2">
          Dùng khi giấy chứng nhận cấp nhầm. Bước trong hồ sơ được hoàn tác cùng lúc, số trong sổ được đánh
          dấu và không cấp lại cho người khác.
        </p>
        <div key={JSON.stringify(values)} className="flex flex-wrap gap-5">
          <Select
            name="learner"
            label="Học viên"
            defaultValue={values.learner ?? ""}
            choices={[{ value: "", label: "Chọn một người" }, ...learners]}
            errors={state.fieldErrors.learner}
            fieldClassName="min-w-60 flex-1"
          />
          <TextInput
            name="reason"
            label="Lý do thu hồi"
            defaultValue={values.reason ?? ""}
            errors={state.fieldErrors.reason}
            fieldClassName="min-w-60 flex-1"
          />
        </div>
        <div className="mt-5">
          <ConfirmDialog
            open="Thu hồi giấy chứng nhận"
            question="Thu hồi giấy chứng nhận này?"
            consequence="Người ấy trở về danh sách cần học. Số đã cấp không dùng lại."
            harmless="Giữ nguyên"
          >
            <SubmitButton look="danger" pending="Đang thu hồi…">
              Thu hồi
            </SubmitButton>
          </ConfirmDialog>
        </div>
      </Panel>
    </form>
  );
}
