"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { DayInput, NumberInput, RadioCards, TextInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { wrongLines } from "@/components/ui/refusals";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { conveneMeeting } from "@/lib/meetings/actions";
import { ballotLabel, convenedLabel, matterLabel, meetingFindingText } from "@/lib/meetings/labels";
import type { MeetingsPage } from "@/lib/meetings/queries/meetings";
import { BALLOTS } from "@/lib/meetings/rules/committee";
import type { MeetingFinding } from "@/lib/meetings/rules/finding";
import { formatDay } from "@/lib/shared/days";
import { type FormState, initialFormState } from "@/lib/shared/form-state";

/** Opens a meeting on all who wait for it; who came last time is offered. */
export function ConveneForm({ page: { unit, waiting, last, today } }: { page: MeetingsPage }) {
  const [state, send] = useActionState<FormState<MeetingFinding>, FormData>(conveneMeeting, initialFormState);
  const values = state.values as Record<string, string>;
  const ready = waiting.filter(({ people }) => people > 0);
  const matter = values.matter ?? ready[0]?.matter;
  const count = (typed: string | undefined, offered: number | null) =>
    typed ?? (offered === null ? "" : String(offered));
  const lines = wrongLines(state, "present", meetingFindingText);
  return (
    <form action={send} noValidate>
      <ErrorSummary lines={lines} verb="mở" />
      <Panel heading="Mở phiên họp">
        <RequestKey key={JSON.stringify(values)} />
        <input type="hidden" name="unit" value={unit.code} />
        <div key={JSON.stringify(values)} className="space-y-5">
          <RadioCards
            name="matter"
            legend="Nội dung"
            chosen={matter}
            errors={state.fieldErrors.matter}
            choices={ready.map(({ matter: value, people }) => ({
              value,
              label: matterLabel(value),
              hint: `${people} hồ sơ đến lượt`,
            }))}
          />
          <div className="flex flex-wrap gap-5">
            <DayInput
              name="heldOn"
              label="Ngày họp"
              defaultValue={values.heldOn ?? formatDay(today)}
              errors={state.fieldErrors.heldOn}
            />
            <NumberInput
              name="convened"
              label={ready.length === 1 && ready[0] ? convenedLabel(ready[0].matter) : "Được triệu tập"}
              defaultValue={count(values.convened, last.convened)}
              errors={state.fieldErrors.convened}
            />
            <NumberInput
              name="present"
              label="Dự họp"
              defaultValue={count(values.present, last.present)}
              errors={state.fieldErrors.present}
            />
            <TextInput
              name="minutesNumber"
              label="Số biên bản"
              defaultValue={values.minutesNumber ?? ""}
              errors={state.fieldErrors.minutesNumber}
              className="max-w-44"
              optional
            />
          </div>
          <RadioCards
            name="ballot"
            legend="Hình thức biểu quyết"
            chosen={values.ballot ?? "secret"}
            choices={BALLOTS.map((value) => ({ value, label: ballotLabel(value) }))}
          />
        </div>
        <SubmitButton className="mt-6" pending="Đang mở…">
          Mở phiên họp
        </SubmitButton>
      </Panel>
    </form>
  );
}
