"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { Checkbox, RadioCards } from "@/components/ui/choices";
import { DayInput, Select, TextInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { SOURCES, sourceLabel } from "@/lib/pipeline/labels/words";
import { introducePerson, returnReferral, takeUpReferral } from "@/lib/sources/actions/referrals";

/** Somebody introduced by an organisation that keeps no register here, or by the cell itself. */
export function ReferralForm({ cells }: { cells: { code: string; name: string }[] }) {
  return (
    <AnsweredForm action={introducePerson} summary="" className="max-w-[780px]">
      <Panel>
        <div className="grid gap-5 phone:grid-cols-2">
          <Select
            name="by"
            label="Tổ chức giới thiệu"
            empty="Hãy chọn"
            choices={SOURCES.filter((by) => by !== "UNION").map((value) => ({
              value,
              label: sourceLabel(value),
            }))}
          />
          <TextInput
            name="organisation"
            label="Tên tổ chức"
            optional
            placeholder="Công đoàn cơ sở Trường THCS Ea Phê"
          />
          <TextInput name="name" label="Họ và tên" />
          <DayInput name="birth" label="Ngày sinh" />
          <RadioCards
            name="sex"
            legend="Giới tính"
            choices={[
              { value: "male", label: "Nam" },
              { value: "female", label: "Nữ" },
            ]}
          />
          {cells.length === 1 ? (
            <input type="hidden" name="cell" value={cells[0]?.code} />
          ) : (
            <Select
              name="cell"
              label="Chi bộ nhận"
              empty="Hãy chọn"
              choices={cells.map(({ code, name }) => ({ value: code, label: name }))}
            />
          )}
          <DayInput name="onDay" label="Ngày giới thiệu" hint="Giới thiệu có hiệu lực 12 tháng." />
          <TextInput name="resolution" label="Số nghị quyết, văn bản" optional />
        </div>
        <SubmitButton className="mt-6 w-full phone:w-auto">Ghi giới thiệu</SubmitButton>
      </Panel>
    </AnsweredForm>
  );
}

type AnswerProps = { referralId: string; today: string };

/** The cell takes the person up: a dossier is opened with what the referral says. */
export function TakeUpForm({ referralId, today }: AnswerProps) {
  return (
    <AnsweredForm action={takeUpReferral} summary="" hidden={{ referralId }}>
      {({ findings }) => {
        const same = findings.find(({ is }) => is === "samePerson");
        return (
          <>
            <DayInput name="onDay" label="Ngày tiếp nhận" defaultValue={today} />
            {same && <Checkbox name="otherPerson" label="Đây là người khác, vẫn tiếp nhận" />}
            {same?.candidateId && (
              <a href={`/pipeline/${same.candidateId}`} className="link text-staff">
                Xem hồ sơ đã có
              </a>
            )}
            <SubmitButton className="mt-4 w-full">Tiếp nhận</SubmitButton>
          </>
        );
      }}
    </AnsweredForm>
  );
}

/** The cell sends the person back, and says why. */
export function ReturnForm({ referralId, today, version }: AnswerProps & { version: number }) {
  return (
    <AnsweredForm action={returnReferral} summary="" hidden={{ referralId, version, onDay: today }}>
      <TextInput name="reason" label="Lý do" placeholder="chưa đủ thời gian rèn luyện" />
      <SubmitButton look="panel" className="mt-4 w-full">
        Trả lại
      </SubmitButton>
    </AnsweredForm>
  );
}
