"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { DayInput, TextInput } from "@/components/ui/inputs";
import { wrongLines } from "@/components/ui/refusals";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { editBriefing, holdBriefing } from "@/lib/briefings/actions/briefings";
import { briefingFindingText } from "@/lib/briefings/labels";
import type { Briefing, BriefingFinding, NamedUnit } from "@/lib/briefings/rules/briefing";
import { formatDay, type PlainDate } from "@/lib/shared/days";
import { type FormState, initialFormState } from "@/lib/shared/form-state";

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
  const [state, send] = useActionState<FormState<BriefingFinding>, FormData>(
    briefing ? editBriefing : holdBriefing,
    initialFormState,
  );
  const values = state.values as Record<string, string>;
  const typed = "heldOn" in state.values;
  const came = typed
    ? [state.values.present ?? []].flat()
    : beneath.filter(({ id }) => !briefing || briefing.present.includes(id)).map(({ code }) => code);
  const lines = wrongLines(state, "heldOn", briefingFindingText);
  return (
    <form action={send} noValidate>
      <ErrorSummary lines={lines} />
      <RequestKey key={JSON.stringify(state.values)} />
      <input type="hidden" name="unit" value={unit} />
      {briefing && (
        <>
          <input type="hidden" name="briefingId" value={briefing.id} />
          <input type="hidden" name="version" value={briefing.version} />
          <input type="hidden" name="heldOn" value={formatDay(briefing.heldOn)} />
        </>
      )}
      <div key={JSON.stringify(state.values)} className="space-y-5">
        <div className="grid gap-5 phone:grid-cols-3">
          {!briefing && (
            <DayInput
              name="heldOn"
              label="Ngày họp"
              defaultValue={values.heldOn ?? formatDay(today)}
              errors={state.fieldErrors.heldOn}
            />
          )}
          <TextInput
            name="place"
            label="Nơi họp"
            defaultValue={values.place ?? briefing?.place ?? last?.place ?? ""}
            errors={state.fieldErrors.place}
          />
          <TextInput
            name="ledBy"
            label="Chủ trì"
            defaultValue={values.ledBy ?? briefing?.ledBy ?? last?.ledBy ?? ""}
            errors={state.fieldErrors.ledBy}
          />
        </div>
        <fieldset>
          <legend className="mb-1.5 text-body font-semibold phone:text-staff">
            Đơn vị dự họp <span className="font-normal text-ink2">(bỏ chọn đơn vị vắng)</span>
          </legend>
          <div className="grid gap-x-6 phone:grid-cols-2 wide:grid-cols-3">
            {beneath.map(({ code, name }) => (
              <label
                key={code}
                className="flex min-h-11 cursor-pointer items-center gap-3 py-1 phone:min-h-9"
              >
                <input
                  type="checkbox"
                  name="present"
                  value={code}
                  defaultChecked={came.includes(code)}
                  className="size-5 accent-ink"
                />
                <span>{name}</span>
              </label>
            ))}
          </div>
        </fieldset>
      </div>
      <SubmitButton className="mt-6" look={briefing ? "panel" : "main"}>
        {briefing ? "Sửa phiên giao ban" : "Ghi phiên giao ban"}
      </SubmitButton>
    </form>
  );
}
