"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { RadioCards } from "@/components/ui/choices";
import { DayInput, TextArea, TextInput } from "@/components/ui/inputs";
import { SubmitButton } from "@/components/ui/submit-button";
import { askUnits } from "@/lib/reports/actions";
import { askLabel, unitTaskFindingText } from "@/lib/reports/labels";

/** Asks the units beneath one to check their data, or to fill in a figure. */
export function AskUnitsForm({ unit }: { unit: string }) {
  return (
    <AnsweredForm action={askUnits} words={unitTaskFindingText} summary="dueOn" verb="giao" hidden={{ unit }}>
      <div className="max-w-[640px] space-y-5">
        <RadioCards
          name="ask"
          legend="Loại việc"
          choices={(["check", "figure"] as const).map((ask) => ({ value: ask, label: askLabel(ask) }))}
          chosen="check"
        />
        <RadioCards
          name="to"
          legend="Giao cho"
          choices={[
            { value: "children", label: "Các đơn vị trực thuộc" },
            { value: "cells", label: "Mọi chi bộ bên dưới" },
          ]}
          chosen="children"
        />
        <TextInput name="title" label="Tên việc" hint="Cần kiểm tra gì, hoặc cần số nào." />
        <TextArea name="note" label="Lời dặn" optional hint="Không ghi tên người." />
        <DayInput name="dueOn" label="Hạn" />
        <SubmitButton pending="Đang giao…">Giao việc</SubmitButton>
      </div>
    </AnsweredForm>
  );
}
