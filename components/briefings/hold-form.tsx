"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { Tick } from "@/components/ui/choices";
import { DayInput, TextInput } from "@/components/ui/inputs";
import { SubmitButton } from "@/components/ui/submit-button";
import { editBriefing, holdBriefing } from "@/lib/briefings/actions/briefings";
import { briefingFindingText } from "@/lib/briefings/labels";
import type { Briefing, NamedUnit } from "@/lib/briefings/rules/briefing";
import { formatDay, type PlainDate } from "@/lib/shared/days";

type Props = {
  unit: string;
  beneath: NamedUnit[];
  today: PlainDate;
  last: { place: string; ledBy: string } | null;
  /** The briefing to be changed; none: a new one. */
  briefing?: Briefing;
};

/** Where and when a briefing was held, who led it and who came; place and chair of the last one are offered. */
export function HoldForm({ unit, beneath, today, last, briefing }: Props) {
  const came = beneath.filter(({ id }) => !briefing || briefing.present.includes(id));
  return (
    <AnsweredForm
      action={briefing ? editBriefing : holdBriefing}
      words={briefingFindingText}
      summary="heldOn"
      hidden={{
        unit,
        ...(briefing && {
          briefingId: briefing.id,
          version: briefing.version,
          heldOn: formatDay(briefing.heldOn),
        }),
      }}
      initial={{ present: came.map(({ code }) => code) }}
    >
      <div className="space-y-5">
        <div className="grid gap-5 phone:grid-cols-3">
          {!briefing && <DayInput name="heldOn" label="Ngày họp" defaultValue={formatDay(today)} />}
          <TextInput name="place" label="Nơi họp" defaultValue={briefing?.place ?? last?.place ?? ""} />
          <TextInput name="ledBy" label="Chủ trì" defaultValue={briefing?.ledBy ?? last?.ledBy ?? ""} />
        </div>
        <fieldset>
          <legend className="mb-1.5 text-body font-semibold phone:text-staff">
            Đơn vị dự họp <span className="font-normal text-ink2">(bỏ chọn đơn vị vắng)</span>
          </legend>
          <div className="grid gap-x-6 phone:grid-cols-2 wide:grid-cols-3">
            {beneath.map(({ code, name }) => (
              <Tick
                key={code}
                name="present"
                value={code}
                className="flex min-h-11 cursor-pointer items-center gap-3 py-1 phone:min-h-9"
              >
                <span>{name}</span>
              </Tick>
            ))}
          </div>
        </fieldset>
      </div>
      <SubmitButton className="mt-6" look={briefing ? "panel" : "main"}>
        {briefing ? "Sửa phiên giao ban" : "Ghi phiên giao ban"}
      </SubmitButton>
    </AnsweredForm>
  );
}
