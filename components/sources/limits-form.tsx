"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { DayInput, NumberInput, TextInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { initialFormState } from "@/lib/shared/form-state";
import { setUnionLimits } from "@/lib/sources/actions/limits";
import type { UnionOptions } from "@/lib/sources/rules/options";
import { linesOfState } from "./error-lines";

type Props = { limits: UnionOptions; seen: string };

/** Both shares, by one document from one day on; an empty one is no limit. */
export function LimitsForm({ limits, seen }: Props) {
  const [state, send] = useActionState(setUnionLimits, initialFormState);
  const { values, fieldErrors } = state;
  const sent = Object.keys(values).length > 0;
  const shared = (name: string, first: string) => ({
    name,
    errors: fieldErrors[name],
    defaultValue: sent ? String(values[name] ?? "") : first,
  });
  return (
    <form action={send} noValidate>
      <ErrorSummary lines={linesOfState(state)} />
      <RequestKey key={`request${JSON.stringify(values)}`} />
      <input type="hidden" name="seen" value={seen} />
      <Panel heading="Quy định mới">
        <div key={JSON.stringify(values)} className="space-y-5">
          <div className="grid gap-5 phone:grid-cols-2">
            <DayInput {...shared("from", "")} label="Áp dụng từ ngày" />
            <TextInput {...shared("document", "")} label="Số văn bản" placeholder="45-HD/TĐTN-BTC" />
          </div>
          <div className="grid gap-5 phone:grid-cols-2">
            <NumberInput
              {...shared("excellentPercent", typedPercent(limits.excellentPercent))}
              label="Tỷ lệ hoàn thành xuất sắc nhiệm vụ (%)"
              hint="Trong số đoàn viên được xếp loại; để trống: không giới hạn"
              inputMode="decimal"
              optional
            />
            <NumberInput
              {...shared("outstandingPercent", typedPercent(limits.outstandingPercent))}
              label="Tỷ lệ đoàn viên ưu tú (%)"
              hint="Trong số hoàn thành xuất sắc nhiệm vụ; để trống: không giới hạn"
              inputMode="decimal"
              optional
            />
          </div>
        </div>
        <SubmitButton className="mt-6 w-full phone:w-auto">Ghi giới hạn</SubmitButton>
      </Panel>
    </form>
  );
}

const typedPercent = (percent: number | null): string =>
  percent === null ? "" : String(percent).replace(".", ",");
