"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { DayInput } from "@/components/ui/inputs";
import { FileInput, sendsFile } from "@/components/ui/send-file";
import { SubmitButton } from "@/components/ui/submit-button";
import { replaceTemplate } from "@/lib/forms/actions";

const sendFile = sendsFile(replaceTemplate, 1024 * 1024, "Tệp lớn hơn 1 MB. Hãy bỏ bớt hình trong mẫu.");

/** Sends a Word file to be used in the place of the default template, from a day on. */
export function ReplaceForm({ form, unitName, from }: { form: string; unitName: string; from: string }) {
  return (
    <AnsweredForm action={sendFile} summary="" hidden={{ form }} className="space-y-4">
      <p className="text-staff text-ink2">
        Dùng cho {unitName} và mọi đơn vị bên dưới, với giấy tờ từ ngày ghi ở đây.
      </p>
      <FileInput
        label="Tệp Word"
        hint="Tệp .docx, nhiều nhất 1 MB, không có macro và liên kết ra ngoài."
        accept=".docx"
      />
      <DayInput name="fromDay" label="Dùng từ ngày" defaultValue={from} />
      <SubmitButton pending="Đang kiểm tra mẫu…">Ghi mẫu này</SubmitButton>
    </AnsweredForm>
  );
}
