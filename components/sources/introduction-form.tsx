"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FieldErrors, fieldId } from "@/components/ui/field";
import { DayInput, Select, TextInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FormState, initialFormState } from "@/lib/shared/form-state";
import { introduceMembers } from "@/lib/sources/actions/referrals";
import type { Introducible } from "@/lib/sources/repository/referrals";
import type { ReferralFinding } from "@/lib/sources/rules/referral";
import { linesOfState } from "./error-lines";

type Props = { unit: string; members: Introducible[]; cells: { code: string; name: string }[] };

/** Tick the members, name the cell and the resolution. */
export function IntroductionForm({ unit, members, cells }: Props) {
  const [state, send] = useActionState<FormState<ReferralFinding>, FormData>(
    introduceMembers,
    initialFormState,
  );
  const values = state.values as Record<string, string>;
  const chosen = [state.values.member ?? []].flat();
  return (
    <form action={send} noValidate className="max-w-[780px]">
      <ErrorSummary lines={linesOfState(state)} />
      <RequestKey />
      <input type="hidden" name="unit" value={unit} />
      <div key={JSON.stringify(state.values)} className="space-y-5">
        <Panel flush heading="Đoàn viên ưu tú chờ giới thiệu" aside={`${members.length} đoàn viên`}>
          <fieldset>
            <legend className="sr-only">Chọn đoàn viên</legend>
            {members.map(({ id, name, birthYear, unitName }, place) => (
              <label key={id} className="flex min-h-12 items-center gap-3 border-t border-line px-5 py-2">
                <input
                  type="checkbox"
                  name="member"
                  value={id}
                  id={place === 0 ? fieldId("member") : undefined}
                  defaultChecked={chosen.includes(id)}
                  className="size-5 accent-ink"
                />
                <span>
                  <strong className="font-semibold">{name}</strong>
                  <span className="ml-2 text-staff text-ink2">
                    {birthYear}, {unitName}
                  </span>
                </span>
              </label>
            ))}
            <div className="px-5 pb-3">
              <FieldErrors name="member" errors={state.fieldErrors.member} />
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
                defaultValue={values.cell ?? (cells.length === 1 ? (cells[0]?.code ?? "") : "")}
                errors={state.fieldErrors.cell}
                fieldClassName="phone:col-span-2"
              />
            ) : (
              <TextInput
                name="cell"
                label="Mã chi bộ nhận"
                placeholder="EAP-09"
                defaultValue={values.cell ?? ""}
                errors={state.fieldErrors.cell}
                fieldClassName="phone:col-span-2"
              />
            )}
            <TextInput
              name="resolution"
              label="Số nghị quyết"
              placeholder="12-NQ/ĐTN"
              defaultValue={values.resolution ?? ""}
              errors={state.fieldErrors.resolution}
            />
            <DayInput
              name="onDay"
              label="Ngày nghị quyết"
              hint="Giới thiệu có hiệu lực 12 tháng."
              defaultValue={values.onDay ?? ""}
              errors={state.fieldErrors.onDay}
            />
          </div>
        </Panel>
      </div>
      <SubmitButton className="mt-5 w-full phone:w-auto">Giới thiệu cho chi bộ</SubmitButton>
    </form>
  );
}
