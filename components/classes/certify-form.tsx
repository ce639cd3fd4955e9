"use client";

import { useActionState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { DayInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { certifyLearners } from "@/lib/classes/actions";
import type { ClassFinding } from "@/lib/classes/rules/finding";
import { type FormState, initialFormState } from "@/lib/shared/form-state";
import { summaryLines } from "./summary-lines";

type CertifyFormProps = { classId: string; version: number; people: number; left: number; day: string };

/** Gives the certificates and ends the class; asked before, because the numbers are taken for good. */
export function CertifyForm({ classId, version, people, left, day }: CertifyFormProps) {
  const [state, send] = useActionState<FormState<ClassFinding>, FormData>(certifyLearners, initialFormState);
  const values = state.values as Record<string, string>;
  return (
    <form action={send} noValidate>
      <ErrorSummary lines={summaryLines(state, "onDay")} verb="cấp" />
      <Panel heading="Cấp giấy chứng nhận">
        <RequestKey key={JSON.stringify(values)} />
        <input type="hidden" name="classId" value={classId} />
        <input type="hidden" name="version" value={version} />
        <p className="mb-4">
          {people} người đạt yêu cầu được cấp giấy chứng nhận. Số lấy từ sổ của nơi tổ chức lớp.
          {left > 0 && ` ${left} người còn lại trở về danh sách cần học.`}
        </p>
        <div key={JSON.stringify(values)}>
          <DayInput
            name="onDay"
            label="Ngày cấp"
            defaultValue={values.onDay ?? day}
            errors={state.fieldErrors.onDay}
          />
        </div>
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
    </form>
  );
}
