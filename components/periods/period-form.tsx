"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { DayInput, Select } from "@/components/ui/inputs";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { changePeriod, setPeriod } from "@/lib/periods/actions";
import { periodKindLabel } from "@/lib/periods/labels";
import { PERIOD_KINDS, type PeriodFinding, type ReportingPeriod } from "@/lib/periods/rules/period";
import { formatDay } from "@/lib/shared/days";
import { type FormState, initialFormState } from "@/lib/shared/form-state";
import { wrongLines } from "./period-lines";

type State = FormState<PeriodFinding>;

/** The days of a new period. */
export function PeriodForm({ unit }: { unit: string }) {
  const [state, send] = useActionState<State, FormData>(setPeriod, initialFormState);
  const values = state.values as Record<string, string>;
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
        <DayFields state={state} values={values} />
        <SubmitButton>Đặt kỳ báo cáo</SubmitButton>
      </div>
    </form>
  );
}

/** Other days of a period that is open. */
export function ChangePeriodForm({
  period: { id, version, from, to, cutOff, dueOn },
}: {
  period: Pick<ReportingPeriod, "id" | "version" | "from" | "to" | "cutOff" | "dueOn">;
}) {
  const [state, send] = useActionState<State, FormData>(changePeriod, initialFormState);
  const lines = wrongLines(state, "from");
  const values = {
    from: formatDay(from),
    to: formatDay(to),
    cutOff: formatDay(cutOff),
    dueOn: formatDay(dueOn),
    ...(state.values as Record<string, string>),
  };
  return (
    <details open={lines.length > 0 || undefined} className="no-print mt-4">
      <summary className="link cursor-pointer py-2">Sửa các ngày của kỳ</summary>
      <form action={send} noValidate className="mt-2">
        <RequestKey key={JSON.stringify(state)} />
        <input type="hidden" name="periodId" value={id} />
        <input type="hidden" name="version" value={version} />
        <ErrorSummary lines={lines} />
        <div key={JSON.stringify(values)} className="max-w-[560px] space-y-5">
          <DayFields state={state} values={values} />
          <SubmitButton look="panel">Lưu các ngày</SubmitButton>
        </div>
      </form>
    </details>
  );
}

function DayFields({ state, values }: { state: State; values: Record<string, string> }) {
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
    <>
      {day("from", "Từ ngày")}
      {day("to", "Đến ngày")}
      {day("cutOff", "Ngày chốt số liệu", "Việc xảy ra sau ngày này không tính vào kỳ.")}
      {day("dueOn", "Hạn gửi", "Các đơn vị xác nhận số liệu chậm nhất vào ngày này.")}
    </>
  );
}
