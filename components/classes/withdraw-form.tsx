"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Select, TextInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { withdrawCertificate } from "@/lib/classes/actions";
import { classFindingText } from "@/lib/classes/labels";

type WithdrawFormProps = { classId: string; learners: { value: string; label: string }[] };

/** Takes one certificate back, here and in the dossier at once. */
export function WithdrawForm({ classId, learners }: WithdrawFormProps) {
  return (
    <AnsweredForm
      action={withdrawCertificate}
      words={classFindingText}
      summary="learner"
      verb="thu hồi"
      hidden={{ classId }}
      className="no-print mt-5"
    >
      <Panel heading="Thu hồi giấy chứng nhận">
        <p className="mb-4 text-ink2">
          Dùng khi giấy chứng nhận cấp nhầm. Bước trong hồ sơ được hoàn tác cùng lúc, số trong sổ được đánh
          dấu và không cấp lại cho người khác.
        </p>
        <div className="flex flex-wrap gap-5">
          <Select
            name="learner"
            label="Học viên"
            choices={[{ value: "", label: "Chọn một người" }, ...learners]}
            fieldClassName="min-w-60 flex-1"
          />
          <TextInput name="reason" label="Lý do thu hồi" fieldClassName="min-w-60 flex-1" />
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
    </AnsweredForm>
  );
}
