"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DayInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { certifyLearners } from "@/lib/classes/actions";
import { classFindingText } from "@/lib/classes/labels";

type CertifyFormProps = { classId: string; version: number; people: number; left: number; day: string };

/** Gives the certificates and ends the class; asked before, because the numbers are taken for good. */
export function CertifyForm({ classId, version, people, left, day }: CertifyFormProps) {
  return (
    <AnsweredForm
      action={certifyLearners}
      words={classFindingText}
      summary="onDay"
      verb="cấp"
      hidden={{ classId, version }}
    >
      <Panel heading="Cấp giấy chứng nhận">
        <p className="mb-4">
          {people} người đạt yêu cầu được cấp giấy chứng nhận. Số lấy từ sổ của nơi tổ chức lớp.
          {left > 0 && ` ${left} người còn lại trở về danh sách cần học.`}
        </p>
        <DayInput name="onDay" label="Ngày cấp" defaultValue={day} />
        <div className="mt-5">
          <ConfirmDialog
            open="Cấp giấy chứng nhận và kết thúc lớp"
            openLook="main"
            question={`Cấp ${people} giấy chứng nhận và kết thúc lớp?`}
            consequence="Giấy chứng nhận được ghi vào hồ sơ của từng người. Lớp không sửa được nữa."
            harmless="Chưa cấp"
          >
            <SubmitButton pending="Đang cấp…">Cấp giấy chứng nhận</SubmitButton>
          </ConfirmDialog>
        </div>
      </Panel>
    </AnsweredForm>
  );
}
