"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { controlClass, describedBy, Field } from "@/components/ui/field";
import { DayInput, Select, TextInput } from "@/components/ui/inputs";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { putLayout } from "@/lib/reports/actions/layouts";
import { type FormState, initialFormState } from "@/lib/shared/form-state";

const MOST_BYTES = 500 * 1024;

/** Sends the rows of a table, as a new instruction lays them out, from a day on. */
export function PutLayoutForm({ choices }: { choices: { value: string; label: string }[] }) {
  const [state, send] = useActionState(sendFile, initialFormState as FormState);
  const errors = state.fieldErrors;
  const lines = Object.entries(errors).flatMap(([field, sentences]) =>
    sentences.map((sentence) => ({ field, sentence })),
  );
  const typed = (name: string) => {
    const value = state.values[name];
    return typeof value === "string" ? value : "";
  };
  const told = JSON.stringify(state.values);
  return (
    <form action={send} noValidate className="space-y-4">
      <RequestKey key={JSON.stringify(lines)} />
      <ErrorSummary lines={lines} />
      <p className="max-w-[780px] text-staff text-ink2">
        Tải các dòng đang dùng về, sửa chữ, thứ tự, bậc và khóa theo hướng dẫn mới, rồi gửi lên. Khóa cho biết
        số lấy ở đâu: women, age.31-35, occupation.10|11, women&amp;ethnicMinority.
      </p>
      <Select
        key={`report ${told}`}
        name="report"
        label="Biểu"
        choices={choices}
        defaultValue={typed("report")}
        errors={errors.report}
      />
      <TextInput
        key={`number ${told}`}
        name="formNumber"
        label="Số biểu"
        defaultValue={typed("formNumber")}
        errors={errors.formNumber}
      />
      <TextInput
        key={`title ${told}`}
        name="title"
        label="Tên biểu"
        defaultValue={typed("title")}
        errors={errors.title}
      />
      <TextInput
        key={`document ${told}`}
        name="document"
        label="Văn bản"
        defaultValue={typed("document")}
        errors={errors.document}
      />
      <DayInput
        key={`from ${told}`}
        name="from"
        label="Dùng từ ngày"
        defaultValue={typed("from")}
        errors={errors.from}
      />
      <Field
        name="file"
        label="Tệp các dòng"
        hint="XLSX, ODS hoặc CSV, nhiều nhất 500 KB."
        errors={errors.file}
      >
        <input
          type="file"
          accept=".xlsx,.ods,.csv"
          {...describedBy("file", true, errors.file)}
          className={controlClass(Boolean(errors.file?.length), "py-1.5")}
        />
      </Field>
      <SubmitButton pending="Đang kiểm tra…">Ghi mẫu biểu</SubmitButton>
    </form>
  );
}

/** The file goes as text: an action takes fields, and its answer never carries the file back. */
async function sendFile(previous: FormState, form: FormData): Promise<FormState> {
  const file = form.get("file");
  form.delete("file");
  if (file instanceof File && file.size > MOST_BYTES) {
    const values = Object.fromEntries(
      [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
    );
    return { values, fieldErrors: { file: ["Tệp lớn hơn 500 KB."] }, findings: [], done: null };
  }
  if (file instanceof File && file.size > 0) {
    form.set("fileName", file.name);
    form.set("file", base64(new Uint8Array(await file.arrayBuffer())));
  }
  return putLayout(previous, form);
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
