"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { DayInput, Select, TextInput } from "@/components/ui/inputs";
import { FileInput, sendsFile } from "@/components/ui/send-file";
import { SubmitButton } from "@/components/ui/submit-button";
import { putLayout } from "@/lib/reports/actions/layouts";

const sendFile = sendsFile(putLayout, 500 * 1024, "Tệp lớn hơn 500 KB.");

/** Sends the rows of a table, as a new instruction lays them out, from a day on. */
export function PutLayoutForm({ choices }: { choices: { value: string; label: string }[] }) {
  return (
    <AnsweredForm action={sendFile} summary="" className="space-y-4">
      <p className="max-w-[780px] text-staff text-ink2">
        Tải các dòng đang dùng về, sửa chữ, thứ tự, bậc và khóa theo hướng dẫn mới, rồi gửi lên. Khóa cho biết
        số lấy ở đâu: women, age.31-35, occupation.10|11, women&amp;ethnicMinority.
      </p>
      <Select name="report" label="Biểu" choices={choices} />
      <TextInput name="formNumber" label="Số biểu" />
      <TextInput name="title" label="Tên biểu" />
      <TextInput name="document" label="Văn bản" />
      <DayInput name="from" label="Dùng từ ngày" />
      <FileInput
        label="Tệp các dòng"
        hint="XLSX, ODS hoặc CSV, nhiều nhất 500 KB."
        accept=".xlsx,.ods,.csv"
      />
      <SubmitButton pending="Đang kiểm tra…">Ghi mẫu biểu</SubmitButton>
    </AnsweredForm>
  );
}
