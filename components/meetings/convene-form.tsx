"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { RadioCards } from "@/components/ui/choices";
import { DayInput, NumberInput, TextInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { conveneMeeting } from "@/lib/meetings/actions";
import { ballotLabel, convenedLabel, matterLabel, meetingFindingText } from "@/lib/meetings/labels";
import type { MeetingsPage } from "@/lib/meetings/queries/meetings";
import { BALLOTS } from "@/lib/meetings/rules/committee";
import { formatDay } from "@/lib/shared/days";

/** Opens a meeting on all who wait for it; who came last time is offered. */
export function ConveneForm({ page: { unit, waiting, last, today } }: { page: MeetingsPage }) {
  const ready = waiting.filter(({ people }) => people > 0);
  return (
    <AnsweredForm
      action={conveneMeeting}
      words={meetingFindingText}
      summary="present"
      verb="mở"
      hidden={{ unit: unit.code }}
    >
      <Panel heading="Mở phiên họp">
        <div className="space-y-5">
          <RadioCards
            name="matter"
            legend="Nội dung"
            chosen={ready[0]?.matter}
            choices={ready.map(({ matter: value, people }) => ({
              value,
              label: matterLabel(value),
              hint: `${people} hồ sơ đến lượt`,
            }))}
          />
          <div className="flex flex-wrap gap-5">
            <DayInput name="heldOn" label="Ngày họp" defaultValue={formatDay(today)} />
            <NumberInput
              name="convened"
              label={ready.length === 1 && ready[0] ? convenedLabel(ready[0].matter) : "Được triệu tập"}
              defaultValue={last.convened ?? ""}
            />
            <NumberInput name="present" label="Dự họp" defaultValue={last.present ?? ""} />
            <TextInput name="minutesNumber" label="Số biên bản" className="max-w-44" optional />
          </div>
          <RadioCards
            name="ballot"
            legend="Hình thức biểu quyết"
            chosen="secret"
            choices={BALLOTS.map((value) => ({ value, label: ballotLabel(value) }))}
          />
        </div>
        <SubmitButton className="mt-6" pending="Đang mở…">
          Mở phiên họp
        </SubmitButton>
      </Panel>
    </AnsweredForm>
  );
}
