"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { DayInput, RadioCards, TextArea, TextInput } from "@/components/ui/inputs";
import { wrongLines } from "@/components/ui/refusals";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { askUnits } from "@/lib/reports/actions";
import { askLabel, unitTaskFindingText } from "@/lib/reports/labels";
import type { UnitTaskFinding } from "@/lib/reports/rules/unit-task";
import { type FormState, initialFormState } from "@/lib/shared/form-state";

/** Asks the units beneath one to check their data, or to fill in a figure. */
export function AskUnitsForm({ unit }: { unit: string }) {
  const [state, send] = useActionState<FormState<UnitTaskFinding>, FormData>(askUnits, initialFormState);
  const values = state.values as Record<string, string>;
  const { fieldErrors } = state;
  return (
    <form action={send} noValidate>
      <RequestKey key={JSON.stringify(values)} />
      <input type="hidden" name="unit" value={unit} />
      <ErrorSummary lines={wrongLines(state, "dueOn", unitTaskFindingText)} verb="giao" />
      <div key={JSON.stringify(values)} className="max-w-[640px] space-y-5">
        <RadioCards
          name="ask"
          legend="Loại việc"
          choices={(["check", "figure"] as const).map((ask) => ({ value: ask, label: askLabel(ask) }))}
          chosen={values.ask ?? "check"}
          errors={fieldErrors.ask}
        />
        <RadioCards
          name="to"
          legend="Giao cho"
          choices={[
            { value: "children", label: "Các đơn vị trực thuộc" },
            { value: "cells", label: "Mọi chi bộ bên dưới" },
          ]}
          chosen={values.to ?? "children"}
          errors={fieldErrors.to}
        />
        <TextInput
          name="title"
          label="Tên việc"
          hint="Cần kiểm tra gì, hoặc cần số nào."
          defaultValue={values.title ?? ""}
          errors={fieldErrors.title}
        />
        <TextArea
          name="note"
          label="Lời dặn"
          optional
          hint="Không ghi tên người."
          defaultValue={values.note ?? ""}
          errors={fieldErrors.note}
        />
        <DayInput name="dueOn" label="Hạn" defaultValue={values.dueOn ?? ""} errors={fieldErrors.dueOn} />
        <SubmitButton pending="Đang giao…">Giao việc</SubmitButton>
      </div>
    </form>
  );
}
