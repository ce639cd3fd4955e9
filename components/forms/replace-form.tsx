"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { controlClass, describedBy, Field } from "@/components/ui/field";
import { DayInput } from "@/components/ui/inputs";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { replaceTemplate } from "@/lib/forms/actions";
import { type FormState, initialFormState } from "@/lib/shared/form-state";

const MOST_BYTES = 1024 * 1024;

/** Sends a Word file to be used in the place of the default template, from a day on. */
export function ReplaceForm({ form, unitName, from }: { form: string; unitName: string; from: string }) {
  const [state, send] = useActionState(sendFile, initialFormState as FormState);
  const errors = state.fieldErrors;
  const lines = Object.entries(errors).flatMap(([field, sentences]) =>
    sentences.map((sentence) => ({ field, sentence })),
  );
  const day = state.values.fromDay;
  return (
    <form action={send} noValidate className="space-y-4">
      <RequestKey key={JSON.stringify(lines)} />
      <input type="hidden" name="form" value={form} />
      <ErrorSummary lines={lines} />
      <p className="text-staff text-ink2">
        Dùng cho {unitName} và mọi đơn vị bên dưới, với giấy tờ từ ngày ghi ở đây.
      </p>
      <Field
        name="file"
        label="Tệp Word"
        hint="Tệp .docx, nhiều nhất 1 MB, không có macro và liên kết ra ngoài."
        errors={errors.file}
      >
        <input
          type="file"
          accept=".docx"
          {...describedBy("file", true, errors.file)}
          className={controlClass(Boolean(errors.file?.length), "py-1.5")}
        />
      </Field>
      <DayInput
        key={JSON.stringify(day)}
        name="fromDay"
        label="Dùng từ ngày"
        defaultValue={typeof day === "string" ? day : from}
        errors={errors.fromDay}
      />
      <SubmitButton pending="Đang kiểm tra mẫu…">Ghi mẫu này</SubmitButton>
    </form>
  );
}

/** The file goes as text: an action takes fields, and its answer never carries the file back. */
async function sendFile(previous: FormState, form: FormData): Promise<FormState> {
  const file = form.get("file");
  form.delete("file");
  if (file instanceof File && file.size > MOST_BYTES) {
    const values = { fromDay: String(form.get("fromDay") ?? "") };
    const tooLarge = ["Tệp lớn hơn 1 MB. Hãy bỏ bớt hình trong mẫu."];
    return { values, fieldErrors: { file: tooLarge }, findings: [], done: null };
  }
  if (file instanceof File && file.size > 0) {
    form.set("fileName", file.name);
    form.set("file", base64(new Uint8Array(await file.arrayBuffer())));
  }
  return replaceTemplate(previous, form);
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
