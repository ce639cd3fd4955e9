"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { GroupErrors, Tick } from "@/components/ui/choices";
import { fieldId } from "@/components/ui/field";
import { DayInput, Select, TextInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { introduceMembers } from "@/lib/sources/actions/referrals";
import type { Introducible } from "@/lib/sources/repository/referrals";

type Props = { unit: string; members: Introducible[]; cells: { code: string; name: string }[] };

/** Tick the members, name the cell and the resolution. */
export function IntroductionForm({ unit, members, cells }: Props) {
  return (
    <AnsweredForm action={introduceMembers} summary="" hidden={{ unit }} className="max-w-[780px]">
      <div className="space-y-5">
        <Panel flush heading="Đoàn viên ưu tú chờ giới thiệu" aside={`${members.length} đoàn viên`}>
          <fieldset>
            <legend className="sr-only">Chọn đoàn viên</legend>
            {members.map(({ id, name, birthYear, unitName }, place) => (
              <Tick
                key={id}
                name="member"
                value={id}
                id={place === 0 ? fieldId("member") : undefined}
                className="flex min-h-12 items-center gap-3 border-t border-line px-5 py-2"
              >
                <span>
                  <strong className="font-semibold">{name}</strong>
                  <span className="ml-2 text-staff text-ink2">
                    {birthYear}, {unitName}
                  </span>
                </span>
              </Tick>
            ))}
            <div className="px-5 pb-3">
              <GroupErrors name="member" />
            </div>
          </fieldset>
        </Panel>
        <Panel heading="Nghị quyết giới thiệu">
          <div className="grid gap-5 phone:grid-cols-2">
            {cells.length > 0 ? (
              <Select
                name="cell"
                label="Chi bộ nhận"
                empty="Hãy chọn"
                choices={cells.map(({ code, name }) => ({ value: code, label: name }))}
                defaultValue={cells.length === 1 ? (cells[0]?.code ?? "") : ""}
                fieldClassName="phone:col-span-2"
              />
            ) : (
              <TextInput
                name="cell"
                label="Mã chi bộ nhận"
                placeholder="EAP-09"
                fieldClassName="phone:col-span-2"
              />
            )}
            <TextInput name="resolution" label="Số nghị quyết" placeholder="12-NQ/ĐTN" />
            <DayInput name="onDay" label="Ngày nghị quyết" hint="Giới thiệu có hiệu lực 12 tháng." />
          </div>
        </Panel>
      </div>
      <SubmitButton className="mt-5 w-full phone:w-auto">Giới thiệu cho chi bộ</SubmitButton>
    </AnsweredForm>
  );
}
