"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { DayInput, Select, TextInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { groupLabel, indicatorLabel } from "@/lib/quotas/labels";
import { GROUPS, INDICATORS } from "@/lib/quotas/rules/quota";
import { recordPastTotal, withdrawPastTotal } from "@/lib/totals/actions";

/** A total of the past, as its report has it. */
export function TotalForm({ unit }: { unit: string }) {
  return (
    <AnsweredForm action={recordPastTotal} className="max-w-3xl">
      <Panel heading="Ghi số liệu gộp">
        <div className="grid gap-5 phone:grid-cols-2">
          <TextInput name="unit" defaultValue={unit} label="Mã đơn vị" />
          <Select
            name="indicator"
            defaultValue="ADMISSION"
            label="Số về việc gì"
            choices={INDICATORS.map((value) => ({ value, label: indicatorLabel(value) }))}
          />
          <Select
            name="group"
            defaultValue="ALL"
            label="Nhóm"
            choices={GROUPS.map((value) => ({ value, label: groupLabel(value) }))}
          />
          <TextInput
            name="words"
            label="Số liệu"
            hint='Đúng như trong báo cáo: "57", "gần 400", "hơn 20 %".'
          />
          <DayInput name="from" label="Từ ngày" />
          <DayInput name="to" label="Đến ngày" />
          <TextInput
            name="source"
            label="Theo báo cáo"
            placeholder="Báo cáo số 12-BC/HU ngày 05/01/2020"
            fieldClassName="phone:col-span-2"
          />
        </div>
        <div className="mt-5 border-t border-line pt-5">
          <SubmitButton>Ghi số liệu gộp</SubmitButton>
        </div>
      </Panel>
    </AnsweredForm>
  );
}

/** Takes a total out with one press. */
export function WithdrawTotalForm({
  total,
  version,
  words,
}: {
  total: string;
  version: number;
  words: string;
}) {
  return (
    <AnsweredForm
      action={withdrawPastTotal}
      look="line"
      hidden={{ total, version }}
      className="inline-flex flex-wrap items-center gap-3"
    >
      <SubmitButton look="quiet" className="underline underline-offset-4">
        Bỏ<span className="sr-only"> {words}</span>
      </SubmitButton>
    </AnsweredForm>
  );
}
