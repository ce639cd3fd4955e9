"use client";

import { useActionState, useMemo, useState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { DayInput, NumberInput, Select, TextInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { setQuota } from "@/lib/quotas/actions";
import { groupLabel, indicatorLabel, quotaKindLabel, sourceLabel } from "@/lib/quotas/labels";
import { GROUPS, INDICATORS, QUOTA_KINDS, QUOTA_SOURCES } from "@/lib/quotas/rules/quota";
import { initialFormState } from "@/lib/shared/form-state";
import { errorsByField, refusedLines } from "./refused-lines";

const choices = <Code extends string>(codes: readonly Code[], label: (code: Code) => string) =>
  codes.map((code) => ({ value: code, label: label(code) }));

/** A quota by one document; another document on the same quota revises it from its day. */
export function QuotaForm({ unit, year }: { unit: string; year: string }) {
  const [state, send] = useActionState(setQuota, initialFormState);
  const lines = useMemo(() => refusedLines(state), [state]);
  const errors = errorsByField(lines);
  const typed = (name: string, initial = ""): string => {
    const value = state.values[name];
    return typeof value === "string" ? value : initial;
  };
  const [kind, setKind] = useState("NUMBER");
  const [each, setEach] = useState("period");
  const share = kind.startsWith("SHARE");
  const field = (name: string, initial = "") => ({
    name,
    errors: errors[name],
    defaultValue: typed(name, initial),
  });

  return (
    <form action={send} noValidate className="max-w-3xl">
      <RequestKey key={JSON.stringify(state.values)} />
      <input type="hidden" name="unit" value={unit} />
      <ErrorSummary lines={lines} />
      <Panel heading="Ghi hoặc điều chỉnh chỉ tiêu">
        <div key={JSON.stringify(state.values)} className="grid gap-5 phone:grid-cols-2">
          <Select
            {...field("source", "ASSIGNED")}
            label="Nguồn"
            choices={choices(QUOTA_SOURCES, sourceLabel)}
          />
          <Select
            {...field("indicator", "ADMISSION")}
            label="Chỉ tiêu"
            choices={choices(INDICATORS, indicatorLabel)}
          />
          <Select {...field("group", "ALL")} label="Nhóm" choices={choices(GROUPS, groupLabel)} />
          <Select
            {...field("kind", kind)}
            label="Kiểu"
            choices={choices(QUOTA_KINDS, quotaKindLabel)}
            onChange={(event) => setKind(event.target.value)}
          />
          <Select
            {...field("each", each)}
            label="Giao cho"
            choices={[
              { value: "period", label: "Cả kỳ" },
              { value: "year", label: "Bình quân mỗi năm của kỳ" },
            ]}
            onChange={(event) => setEach(event.target.value)}
            fieldClassName="phone:col-span-2"
          />
          <DayInput {...field("from", `01/01/${year}`)} label="Từ ngày" />
          <DayInput {...field("to", `31/12/${year}`)} label="Đến ngày" />
          <NumberInput {...field("value")} label={share ? "Giá trị (%)" : "Giá trị (người)"} />
          {kind === "RANGE" && <NumberInput {...field("valueTo")} label="Giá trị đến (người)" />}
          {kind === "SHARE_OF_MEMBERS" && each === "period" && (
            <DayInput
              {...field("membersDay")}
              label="Ngày chốt đảng viên"
              hint="Để trống: ngày trước ngày bắt đầu của kỳ."
              optional
            />
          )}
          {each === "period" && (
            <DayInput
              {...field("dueOn")}
              label="Hạn hoàn thành"
              hint="Để trống: ngày cuối của kỳ."
              optional
            />
          )}
          <TextInput {...field("documentNumber")} label="Số văn bản" placeholder="402-QĐ/HU" optional />
          <DayInput
            {...field("documentDay")}
            label="Ngày văn bản"
            hint="Văn bản sau thay văn bản trước kể từ ngày này."
            optional
          />
          <TextInput {...field("note")} label="Ghi chú" optional fieldClassName="phone:col-span-2" />
        </div>
        <div className="mt-5 border-t border-line pt-5">
          <SubmitButton>Ghi chỉ tiêu</SubmitButton>
        </div>
      </Panel>
    </form>
  );
}
