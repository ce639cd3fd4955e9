"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { ButtonLink } from "@/components/ui/button";
import { Checkbox, RadioCards } from "@/components/ui/choices";
import { DayInput, NumberInput, TextArea, TextInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { wrongLines } from "@/components/ui/refusals";
import { Notice } from "@/components/ui/states";
import { SubmitButton } from "@/components/ui/submit-button";
import { setProcedureOptions } from "@/lib/pipeline/actions/options";
import { optionLabel } from "@/lib/pipeline/labels/rules";
import type { OptionField, ProvinceOptions } from "@/lib/pipeline/rules/options";
import { formatDay } from "@/lib/shared/days";
import type { FormState } from "@/lib/shared/form-state";

type OptionsFormProps = {
  initial: ProvinceOptions;
  seen: string;
  /** Are these the values of Hà Nội, not yet recorded? */
  sample: boolean;
};

const linesOf = (state: FormState) =>
  wrongLines(state, "").map(({ field, sentence }) => ({ field: field || "from", sentence }));

/** All that a province switches and counts otherwise, by one document from one day on. */
export function OptionsForm({ initial, seen, sample }: OptionsFormProps) {
  const switched = (field: "parentsOpinion" | "permissionToStart" | "adoptedChildren", hint: string) => (
    <Checkbox name={field} label={optionLabel(field)} hint={hint} defaultChecked={initial[field]} />
  );
  const count = (field: NumberField, hint: string) => (
    <NumberInput
      name={field}
      defaultValue={initial[field]?.toString() ?? ""}
      label={optionLabel(field)}
      hint={hint}
      optional
    />
  );
  const days = (name: "off" | "worked", label: string, hint: string) => (
    <TextArea
      name={name}
      defaultValue={initial.calendar[name].map(formatDay).join("\n")}
      label={label}
      hint={hint}
      optional
      className="figures"
    />
  );
  return (
    <AnsweredForm action={setProcedureOptions} summary={linesOf} hidden={{ seen }}>
      {sample ? (
        <Notice
          tone="warns"
          title="Đang xem mẫu Hà Nội, chưa ghi."
          action={<ButtonLink href="/rules/options">Về quy định đang áp dụng</ButtonLink>}
        >
          Lấy theo Hướng dẫn 02-HD/BTCTU ngày 21/11/2025. Hãy sửa theo văn bản của tỉnh mình rồi ghi.
        </Notice>
      ) : (
        <p className="no-print mb-4 flex flex-wrap items-center gap-4">
          <ButtonLink href="/rules/options?sample=hanoi">Lấy theo mẫu Hà Nội</ButtonLink>
          <span className="text-note text-ink2">Điền sẵn biểu dưới đây, chưa ghi gì.</span>
        </p>
      )}
      <div className="space-y-4">
        <Panel heading="Văn bản">
          <div className="grid gap-5 phone:grid-cols-2">
            <DayInput name="from" label="Áp dụng từ ngày" />
            <TextInput name="document" label="Số văn bản" placeholder="02-HD/BTCTU" />
          </div>
        </Panel>
        <Panel heading="Thủ tục">
          {switched("parentsOpinion", "Mẫu 2-TN; thiếu thì chi bộ chưa họp xét được (R-08).")}
          {switched("permissionToStart", "Mẫu 5-TN, 6-TN; thiếu thì chi bộ chưa họp xét được.")}
          {switched("adoptedChildren", "Thêm vào những người phải thẩm tra (R-17).")}
        </Panel>
        <Panel heading="Thời hạn, tính bằng ngày làm việc từ nghị quyết chi bộ">
          <div className="grid gap-5 phone:grid-cols-2">
            {count("sendUpWorkingDays", "Hà Nội: 5")}
            {count("baseWorkingDays", "Hà Nội: 25")}
            {count("decisionWorkingDays", "Trung ương: 60. Hà Nội: 45")}
            {count("decisionExtensionWorkingDays", "Trung ương: 30. Hà Nội: 15")}
          </div>
        </Panel>
        <Panel heading="Dự bị, công nhận chính thức">
          <div className="grid gap-5 phone:grid-cols-2">
            {count("prolongationMonths", "Số tháng tối đa; để trống: không được kéo dài.")}
            {count("recognitionRedoWorkingDays", "Số ngày làm việc. Hà Nội: 45")}
          </div>
        </Panel>
        <Panel heading="Đoàn viên, người giúp đỡ">
          <div className="grid gap-5 phone:grid-cols-2">
            {count("youthAge", "Đến tuổi này phải là đoàn viên; để trống: 30.")}
            {count("helpedAtOnce", "Để trống: không giới hạn.")}
          </div>
          <div className="mt-5">
            <RadioCards
              name="notesEvery"
              legend={optionLabel("notesEvery")}
              chosen={initial.notesEvery ?? "none"}
              choices={[
                { value: "month", label: "Mỗi tháng" },
                { value: "quarter", label: "Mỗi quý" },
                { value: "none", label: "Không nhắc" },
              ]}
            />
          </div>
        </Panel>
        <Panel heading="Lịch làm việc">
          <div className="grid gap-5 phone:grid-cols-2">
            {days("off", "Ngày nghỉ thêm", "Mỗi dòng một ngày, ví dụ 02/01/2027.")}
            {days("worked", "Ngày làm bù", "Thứ bảy, chủ nhật đi làm thay.")}
          </div>
        </Panel>
        <SubmitButton className="w-full phone:w-auto">Ghi quy định của tỉnh</SubmitButton>
      </div>
    </AnsweredForm>
  );
}

type NumberField = Exclude<
  OptionField,
  "parentsOpinion" | "permissionToStart" | "adoptedChildren" | "notesEvery"
>;
