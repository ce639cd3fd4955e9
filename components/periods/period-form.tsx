"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { DayInput, Select } from "@/components/ui/inputs";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { setPeriod } from "@/lib/periods/actions";
import { periodKindLabel } from "@/lib/periods/labels";
import { PERIOD_KINDS, type PeriodFinding } from "@/lib/periods/rules/period";
import { type FormState, initialFormState } from "@/lib/shared/form-state";
import { wrongLines } from "./period-lines";

/** The days of a new period. */
export function PeriodForm({ unit }: { unit: string }) {
  const [state, send] = useActionState<FormState<PeriodFinding>, FormData>(setPeriod, initialFormState);
  const values = state.values as Record<string, string>;
  const day = (name: string, label: string, hint?: string) => (
    <DayInput
      name={name}
      label={label}
      {...(hint ? { hint } : {})}
      defaultValue={values[name] ?? ""}
      errors={state.fieldErrors[name]}
    />
  );
  return (
    <form action={send} noValidate>
      <RequestKey key={JSON.stringify(values)} />
      <input type="hidden" name="unit" value={unit} />
      <ErrorSummary lines={wrongLines(state, "from")} />
      <div key={JSON.stringify(values)} className="max-w-[560px] space-y-5">
        <Select
          name="kind"
          label="Loại kỳ"
          choices={PERIOD_KINDS.map((kind) => ({ value: kind, label: periodKindLabel(kind) }))}
          defaultValue={values.kind ?? "month"}
          errors={state.fieldErrors.kind}
        />
        {day("from", "Từ ngày")}
        {day("to", "Đến ngày")}
        {day("cutOff", "Ngày chốt số liệu", "Việc xảy ra sau ngày này không tính vào kỳ.")}
        {day("dueOn", "Hạn gửi", "Các đơn vị xác nhận số liệu chậm nhất vào ngày này.")}
        <SubmitButton>Đặt kỳ báo cáo</SubmitButton>
      </div>
    </form>
  );
}
