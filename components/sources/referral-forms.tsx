"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Checkbox, DayInput, RadioCards, Select, TextInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { SOURCES, sourceLabel } from "@/lib/pipeline/labels/words";
import { type FormState, initialFormState } from "@/lib/shared/form-state";
import { introducePerson, returnReferral, takeUpReferral } from "@/lib/sources/actions/referrals";
import type { ReferralFinding } from "@/lib/sources/rules/referral";
import { linesOfState } from "./error-lines";

type State = FormState<ReferralFinding>;

/** Somebody introduced by an organisation that keeps no register here, or by the cell itself. */
export function ReferralForm({ cells }: { cells: { code: string; name: string }[] }) {
  const [state, send] = useActionState<State, FormData>(introducePerson, initialFormState);
  const values = state.values as Record<string, string>;
  const errors = state.fieldErrors;
  return (
    <form action={send} noValidate className="max-w-[780px]">
      <ErrorSummary lines={linesOfState(state)} />
      <Panel>
        <RequestKey />
        <div key={JSON.stringify(values)} className="grid gap-5 phone:grid-cols-2">
          <Select
            name="by"
            label="Tổ chức giới thiệu"
            empty="Hãy chọn"
            choices={SOURCES.filter((by) => by !== "UNION").map((value) => ({
              value,
              label: sourceLabel(value),
            }))}
            defaultValue={values.by ?? ""}
            errors={errors.by}
          />
          <TextInput
            name="organisation"
            label="Tên tổ chức"
            optional
            placeholder="Công đoàn cơ sở Trường THCS Ea Phê"
            defaultValue={values.organisation ?? ""}
            errors={errors.organisation}
          />
          <TextInput name="name" label="Họ và tên" defaultValue={values.name ?? ""} errors={errors.name} />
          <DayInput name="birth" label="Ngày sinh" defaultValue={values.birth ?? ""} errors={errors.birth} />
          <RadioCards
            name="sex"
            legend="Giới tính"
            chosen={values.sex}
            choices={[
              { value: "male", label: "Nam" },
              { value: "female", label: "Nữ" },
            ]}
            errors={errors.sex}
          />
          {cells.length === 1 ? (
            <input type="hidden" name="cell" value={cells[0]?.code} />
          ) : (
            <Select
              name="cell"
              label="Chi bộ nhận"
              empty="Hãy chọn"
              choices={cells.map(({ code, name }) => ({ value: code, label: name }))}
              defaultValue={values.cell ?? ""}
              errors={errors.cell}
            />
          )}
          <DayInput
            name="onDay"
            label="Ngày giới thiệu"
            hint="Giới thiệu có hiệu lực 12 tháng."
            defaultValue={values.onDay ?? ""}
            errors={errors.onDay}
          />
          <TextInput
            name="resolution"
            label="Số nghị quyết, văn bản"
            optional
            defaultValue={values.resolution ?? ""}
            errors={errors.resolution}
          />
        </div>
        <SubmitButton className="mt-6 w-full phone:w-auto">Ghi giới thiệu</SubmitButton>
      </Panel>
    </form>
  );
}

type AnswerProps = { referralId: string; today: string };

/** The cell takes the person up: a dossier is opened with what the referral says. */
export function TakeUpForm({ referralId, today }: AnswerProps) {
  const [state, send] = useActionState<State, FormData>(takeUpReferral, initialFormState);
  const values = state.values as Record<string, string>;
  const same = state.findings.find(({ is }) => is === "samePerson");
  return (
    <form action={send} noValidate>
      <ErrorSummary lines={linesOfState(state)} />
      <RequestKey />
      <input type="hidden" name="referralId" value={referralId} />
      <div key={JSON.stringify(values)}>
        <DayInput
          name="onDay"
          label="Ngày tiếp nhận"
          defaultValue={values.onDay ?? today}
          errors={state.fieldErrors.onDay}
        />
        {same && <Checkbox name="otherPerson" label="Đây là người khác, vẫn tiếp nhận" />}
        {same?.candidateId && (
          <a href={`/pipeline/${same.candidateId}`} className="link text-staff">
            Xem hồ sơ đã có
          </a>
        )}
      </div>
      <SubmitButton className="mt-4 w-full">Tiếp nhận</SubmitButton>
    </form>
  );
}

/** The cell sends the person back, and says why. */
export function ReturnForm({ referralId, today, version }: AnswerProps & { version: number }) {
  const [state, send] = useActionState<State, FormData>(returnReferral, initialFormState);
  const values = state.values as Record<string, string>;
  return (
    <form action={send} noValidate>
      <ErrorSummary lines={linesOfState(state)} />
      <RequestKey />
      <input type="hidden" name="referralId" value={referralId} />
      <input type="hidden" name="version" value={version} />
      <div key={JSON.stringify(values)} className="space-y-4">
        <TextInput
          name="reason"
          label="Lý do"
          placeholder="chưa đủ thời gian rèn luyện"
          defaultValue={values.reason ?? ""}
          errors={state.fieldErrors.reason}
        />
        <input type="hidden" name="onDay" value={values.onDay ?? today} />
      </div>
      <SubmitButton look="panel" className="mt-4 w-full">
        Trả lại
      </SubmitButton>
    </form>
  );
}
