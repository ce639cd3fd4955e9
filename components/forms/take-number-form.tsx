"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { DayInput, Select, TextInput } from "@/components/ui/inputs";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { takeNumber } from "@/lib/forms/actions";
import { registerLabel } from "@/lib/forms/labels";
import { REGISTERS } from "@/lib/forms/schema";
import { type FormState, initialFormState } from "@/lib/shared/form-state";

/** Takes the next number for a document that no dossier stands for. */
export function TakeNumberForm({ register, today }: { register: string; today: string }) {
  const [state, send] = useActionState(takeNumber, initialFormState as FormState);
  const { fieldErrors: errors } = state;
  const typed = (name: string, initial: string) => {
    const value = state.values[name];
    return typeof value === "string" ? value : initial;
  };
  const lines = Object.entries(errors).flatMap(([field, sentences]) =>
    sentences.map((sentence) => ({ field, sentence })),
  );
  return (
    <form action={send} noValidate>
      <RequestKey key={JSON.stringify(state.values)} />
      <ErrorSummary lines={lines} verb="lấy số" />
      <div key={JSON.stringify([state.values, register])} className="space-y-4">
        <Select
          name="register"
          label="Loại văn bản"
          choices={REGISTERS.map((value) => ({ value, label: registerLabel(value) }))}
          defaultValue={typed("register", register)}
          errors={errors.register}
        />
        <DayInput
          name="onDay"
          label="Ngày văn bản"
          defaultValue={typed("onDay", today)}
          errors={errors.onDay}
        />
        <TextInput
          name="subject"
          label="Về việc"
          hint="Không ghi họ tên người trong hồ sơ."
          defaultValue={typed("subject", "")}
          errors={errors.subject}
        />
        <SubmitButton pending="Đang lấy số…">Lấy số kế tiếp</SubmitButton>
      </div>
    </form>
  );
}
