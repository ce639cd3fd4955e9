"use client";

import { useActionState, useId } from "react";
import { DayInput, TextInput } from "@/components/ui/inputs";
import { Refusals } from "@/components/ui/refusals";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { setCaretaker } from "@/lib/briefings/actions/briefings";
import { briefingFindingText } from "@/lib/briefings/labels";
import type { BriefingFinding, NamedUnit } from "@/lib/briefings/rules/briefing";
import { formatDay, type PlainDate } from "@/lib/shared/days";
import { type FormState, initialFormState } from "@/lib/shared/form-state";

/** Gives a unit into other hands from a day on. */
export function CaretakerForm({ unit, today }: { unit: NamedUnit; today: PlainDate }) {
  const id = useId();
  const [state, send] = useActionState<FormState<BriefingFinding>, FormData>(setCaretaker, initialFormState);
  const values = state.values as Record<string, string>;
  return (
    <form action={send} noValidate className="mt-3">
      <Refusals state={state} words={briefingFindingText} />
      <RequestKey key={JSON.stringify(values)} />
      <input type="hidden" name="unit" value={unit.code} />
      <div key={JSON.stringify(values)} className="grid gap-4 phone:grid-cols-2">
        <TextInput
          name="name"
          id={`${id}-name`}
          label="Người phụ trách"
          of={unit.name}
          hint="Họ tên và chức vụ trong cấp ủy."
          defaultValue={values.name ?? ""}
          errors={state.fieldErrors.name}
        />
        <DayInput
          name="from"
          id={`${id}-from`}
          label="Từ ngày"
          of={unit.name}
          defaultValue={values.from ?? formatDay(today)}
          errors={state.fieldErrors.from}
        />
      </div>
      <SubmitButton className="mt-4" look="panel">
        Phân công<span className="sr-only">: {unit.name}</span>
      </SubmitButton>
    </form>
  );
}
