"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { DayInput, Select } from "@/components/ui/inputs";
import { SubmitButton } from "@/components/ui/submit-button";
import { changePeriod, setPeriod } from "@/lib/periods/actions";
import { periodKindLabel } from "@/lib/periods/labels";
import { PERIOD_KINDS, type ReportingPeriod } from "@/lib/periods/rules/period";
import { formatDay } from "@/lib/shared/days";
import { refusalText } from "./refusal-text";

/** The days of a new period. */
export function PeriodForm({ unit }: { unit: string }) {
  return (
    <AnsweredForm action={setPeriod} words={refusalText} summary="from" hidden={{ unit }}>
      <div className="max-w-[560px] space-y-5">
        <Select
          name="kind"
          label="Loại kỳ"
          choices={PERIOD_KINDS.map((kind) => ({ value: kind, label: periodKindLabel(kind) }))}
          defaultValue="month"
        />
        <DayFields />
        <SubmitButton>Đặt kỳ báo cáo</SubmitButton>
      </div>
    </AnsweredForm>
  );
}

/** Other days of a period that is open. */
export function ChangePeriodForm({
  period: { id, version, from, to, cutOff, dueOn },
}: {
  period: Pick<ReportingPeriod, "id" | "version" | "from" | "to" | "cutOff" | "dueOn">;
}) {
  return (
    <div className="no-print mt-4">
      <AnsweredForm
        action={changePeriod}
        words={refusalText}
        summary="from"
        fold="Sửa các ngày của kỳ"
        hidden={{ periodId: id, version }}
        initial={{
          from: formatDay(from),
          to: formatDay(to),
          cutOff: formatDay(cutOff),
          dueOn: formatDay(dueOn),
        }}
        className="mt-2"
      >
        <div className="max-w-[560px] space-y-5">
          <DayFields />
          <SubmitButton look="panel">Lưu các ngày</SubmitButton>
        </div>
      </AnsweredForm>
    </div>
  );
}

function DayFields() {
  return (
    <>
      <DayInput name="from" label="Từ ngày" />
      <DayInput name="to" label="Đến ngày" />
      <DayInput name="cutOff" label="Ngày chốt số liệu" hint="Việc xảy ra sau ngày này không tính vào kỳ." />
      <DayInput name="dueOn" label="Hạn gửi" hint="Các đơn vị xác nhận số liệu chậm nhất vào ngày này." />
    </>
  );
}
