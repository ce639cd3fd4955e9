"use client";

import { useState } from "react";
import { AnsweredForm } from "@/components/ui/answered-form";
import { DayInput, NumberInput, Select, TextInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { setQuota } from "@/lib/quotas/actions";
import { groupLabel, indicatorLabel, quotaKindLabel, sourceLabel } from "@/lib/quotas/labels";
import { GROUPS, INDICATORS, QUOTA_KINDS, QUOTA_SOURCES } from "@/lib/quotas/rules/quota";
import { errorsByField, refusedLines } from "./refused-lines";

const choices = <Code extends string>(codes: readonly Code[], label: (code: Code) => string) =>
  codes.map((code) => ({ value: code, label: label(code) }));

/** A quota by one document; another document on the same quota revises it from its day. */
export function QuotaForm({ unit, year }: { unit: string; year: string }) {
  const [kind, setKind] = useState("NUMBER");
  const [each, setEach] = useState("period");
  const share = kind.startsWith("SHARE");
  return (
    <AnsweredForm
      action={setQuota}
      summary={refusedLines}
      errors={(state) => errorsByField(refusedLines(state))}
      hidden={{ unit }}
      className="max-w-3xl"
    >
      <Panel heading="Ghi hoặc điều chỉnh chỉ tiêu">
        <div className="grid gap-5 phone:grid-cols-2">
          <Select
            name="source"
            defaultValue="ASSIGNED"
            label="Nguồn"
            choices={choices(QUOTA_SOURCES, sourceLabel)}
          />
          <Select
            name="indicator"
            defaultValue="ADMISSION"
            label="Chỉ tiêu"
            choices={choices(INDICATORS, indicatorLabel)}
          />
          <Select name="group" defaultValue="ALL" label="Nhóm" choices={choices(GROUPS, groupLabel)} />
          <Select
            name="kind"
            defaultValue={kind}
            label="Kiểu"
            choices={choices(QUOTA_KINDS, quotaKindLabel)}
            onChange={(event) => setKind(event.target.value)}
          />
          <Select
            name="each"
            defaultValue={each}
            label="Giao cho"
            choices={[
              { value: "period", label: "Cả kỳ" },
              { value: "year", label: "Bình quân mỗi năm của kỳ" },
            ]}
            onChange={(event) => setEach(event.target.value)}
            fieldClassName="phone:col-span-2"
          />
          <DayInput name="from" defaultValue={`01/01/${year}`} label="Từ ngày" />
          <DayInput name="to" defaultValue={`31/12/${year}`} label="Đến ngày" />
          <NumberInput name="value" label={share ? "Giá trị (%)" : "Giá trị (người)"} />
          {kind === "RANGE" && <NumberInput name="valueTo" label="Giá trị đến (người)" />}
          {kind === "SHARE_OF_MEMBERS" && each === "period" && (
            <DayInput
              name="membersDay"
              label="Ngày chốt đảng viên"
              hint="Để trống: ngày trước ngày bắt đầu của kỳ."
              optional
            />
          )}
          {each === "period" && (
            <DayInput name="dueOn" label="Hạn hoàn thành" hint="Để trống: ngày cuối của kỳ." optional />
          )}
          <TextInput name="documentNumber" label="Số văn bản" placeholder="402-QĐ/HU" optional />
          <DayInput
            name="documentDay"
            label="Ngày văn bản"
            hint="Văn bản sau thay văn bản trước kể từ ngày này."
            optional
          />
          <TextInput name="note" label="Ghi chú" optional fieldClassName="phone:col-span-2" />
        </div>
        <div className="mt-5 border-t border-line pt-5">
          <SubmitButton>Ghi chỉ tiêu</SubmitButton>
        </div>
      </Panel>
    </AnsweredForm>
  );
}
