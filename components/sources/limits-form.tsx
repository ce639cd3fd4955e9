"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { DayInput, NumberInput, TextInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { setUnionLimits } from "@/lib/sources/actions/limits";
import type { UnionOptions } from "@/lib/sources/rules/options";

type Props = { limits: UnionOptions; seen: string };

/** Both shares, by one document from one day on; an empty one is no limit. */
export function LimitsForm({ limits, seen }: Props) {
  return (
    <AnsweredForm action={setUnionLimits} summary="" hidden={{ seen }}>
      <Panel heading="Quy định mới">
        <div className="space-y-5">
          <div className="grid gap-5 phone:grid-cols-2">
            <DayInput name="from" label="Áp dụng từ ngày" />
            <TextInput name="document" label="Số văn bản" placeholder="45-HD/TĐTN-BTC" />
          </div>
          <div className="grid gap-5 phone:grid-cols-2">
            <NumberInput
              name="excellentPercent"
              defaultValue={typedPercent(limits.excellentPercent)}
              label="Tỷ lệ hoàn thành xuất sắc nhiệm vụ (%)"
              hint="Trong số đoàn viên được xếp loại; để trống: không giới hạn"
              inputMode="decimal"
              optional
            />
            <NumberInput
              name="outstandingPercent"
              defaultValue={typedPercent(limits.outstandingPercent)}
              label="Tỷ lệ đoàn viên ưu tú (%)"
              hint="Trong số hoàn thành xuất sắc nhiệm vụ; để trống: không giới hạn"
              inputMode="decimal"
              optional
            />
          </div>
        </div>
        <SubmitButton className="mt-6 w-full phone:w-auto">Ghi giới hạn</SubmitButton>
      </Panel>
    </AnsweredForm>
  );
}

const typedPercent = (percent: number | null): string =>
  percent === null ? "" : String(percent).replace(".", ",");
