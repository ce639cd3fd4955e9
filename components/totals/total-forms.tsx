"use client";

import { useActionState } from "react";
import { DayInput, Select, TextInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { Refusals } from "@/components/ui/refusals";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { groupLabel, indicatorLabel } from "@/lib/quotas/labels";
import { GROUPS, INDICATORS } from "@/lib/quotas/rules/quota";
import { initialFormState } from "@/lib/shared/form-state";
import { recordPastTotal, withdrawPastTotal } from "@/lib/totals/actions";

/** A total of the past, as its report has it. */
export function TotalForm({ unit }: { unit: string }) {
  const [state, send] = useActionState(recordPastTotal, initialFormState);
  const field = (name: string, initial = "") => {
    const typed = state.values[name];
    return {
      name,
      errors: state.fieldErrors[name],
      defaultValue: typeof typed === "string" ? typed : initial,
    };
  };
  return (
    <form action={send} noValidate className="max-w-3xl">
      <RequestKey key={JSON.stringify(state.values)} />
      <Panel heading="Ghi số liệu gộp">
        <div key={JSON.stringify(state.values)} className="grid gap-5 phone:grid-cols-2">
          <TextInput {...field("unit", unit)} label="Mã đơn vị" />
          <Select
            {...field("indicator", "ADMISSION")}
            label="Số về việc gì"
            choices={INDICATORS.map((value) => ({ value, label: indicatorLabel(value) }))}
          />
          <Select
            {...field("group", "ALL")}
            label="Nhóm"
            choices={GROUPS.map((value) => ({ value, label: groupLabel(value) }))}
          />
          <TextInput
            {...field("words")}
            label="Số liệu"
            hint='Đúng như trong báo cáo: "57", "gần 400", "hơn 20 %".'
          />
          <DayInput {...field("from")} label="Từ ngày" />
          <DayInput {...field("to")} label="Đến ngày" />
          <TextInput
            {...field("source")}
            label="Theo báo cáo"
            placeholder="Báo cáo số 12-BC/HU ngày 05/01/2020"
            fieldClassName="phone:col-span-2"
          />
        </div>
        <div className="mt-5 border-t border-line pt-5">
          <SubmitButton>Ghi số liệu gộp</SubmitButton>
        </div>
      </Panel>
    </form>
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
  const [state, send] = useActionState(withdrawPastTotal, initialFormState);
  return (
    <form action={send} className="inline-flex flex-wrap items-center gap-3">
      <RequestKey key={JSON.stringify(state.values)} />
      <input type="hidden" name="total" value={total} />
      <input type="hidden" name="version" value={version} />
      <Refusals state={state} look="line" />
      <SubmitButton look="quiet" className="underline underline-offset-4">
        Bỏ<span className="sr-only"> {words}</span>
      </SubmitButton>
    </form>
  );
}
