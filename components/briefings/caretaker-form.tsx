"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { DayInput, TextInput } from "@/components/ui/inputs";
import { SubmitButton } from "@/components/ui/submit-button";
import { setCaretaker } from "@/lib/briefings/actions/briefings";
import { briefingFindingText } from "@/lib/briefings/labels";
import type { NamedUnit } from "@/lib/briefings/rules/briefing";
import { formatDay, type PlainDate } from "@/lib/shared/days";

/** Gives a unit into other hands from a day on. */
export function CaretakerForm({ unit, today }: { unit: NamedUnit; today: PlainDate }) {
  return (
    <AnsweredForm
      action={setCaretaker}
      words={briefingFindingText}
      hidden={{ unit: unit.code }}
      of={unit.name}
      className="mt-3"
    >
      <div className="grid gap-4 phone:grid-cols-2">
        <TextInput name="name" label="Người phụ trách" hint="Họ tên và chức vụ trong cấp ủy." />
        <DayInput name="from" label="Từ ngày" defaultValue={formatDay(today)} />
      </div>
      <SubmitButton className="mt-4" look="panel">
        Phân công<span className="sr-only">: {unit.name}</span>
      </SubmitButton>
    </AnsweredForm>
  );
}
