"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { DayInput, Select, TextInput } from "@/components/ui/inputs";
import { SubmitButton } from "@/components/ui/submit-button";
import { takeNumber } from "@/lib/forms/actions";
import { registerLabel } from "@/lib/forms/labels";
import { REGISTERS } from "@/lib/forms/schema";

/** Takes the next number for a document that no dossier stands for. */
export function TakeNumberForm({ register, today }: { register: string; today: string }) {
  return (
    <AnsweredForm action={takeNumber} summary="" verb="lấy số">
      <div key={register} className="space-y-4">
        <Select
          name="register"
          label="Loại văn bản"
          choices={REGISTERS.map((value) => ({ value, label: registerLabel(value) }))}
          defaultValue={register}
        />
        <DayInput name="onDay" label="Ngày văn bản" defaultValue={today} />
        <TextInput name="subject" label="Về việc" hint="Không ghi họ tên người trong hồ sơ." />
        <SubmitButton pending="Đang lấy số…">Lấy số kế tiếp</SubmitButton>
      </div>
    </AnsweredForm>
  );
}
