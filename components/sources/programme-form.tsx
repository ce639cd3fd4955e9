"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { DayInput, TextInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatDay } from "@/lib/shared/days";
import { initialFormState } from "@/lib/shared/form-state";
import { editProgramme, endProgramme, openProgramme } from "@/lib/sources/actions/programmes";
import type { ProgrammeGroup } from "@/lib/sources/rules/programme";
import { linesOfState } from "./error-lines";
import { RuleFields, ruleValues } from "./rule-fields";

type Edited = ProgrammeGroup & { id: string; version: number; name: string };

/** Opens a programme, or changes one: what was typed stays where something is wrong. */
export function ProgrammeForm({ programme }: { programme: Edited | null }) {
  const [state, send] = useActionState(programme ? editProgramme : openProgramme, initialFormState);
  const sent = Object.keys(state.values).length > 0;
  const values = sent ? state.values : programme ? valuesOf(programme) : {};
  const typed = (name: string) => String(values[name] ?? "");
  return (
    <form action={send} noValidate>
      <ErrorSummary lines={linesOfState(state)} />
      <Panel>
        <RequestKey key={JSON.stringify(state.values)} />
        {programme && <input type="hidden" name="programmeId" value={programme.id} />}
        {programme && <input type="hidden" name="version" value={programme.version} />}
        <div key={JSON.stringify(values)} className="space-y-5">
          <TextInput
            name="name"
            label="Tên chương trình"
            defaultValue={typed("name")}
            errors={state.fieldErrors.name}
          />
          <div className="flex flex-wrap gap-5">
            <DayInput
              name="from"
              label="Từ ngày"
              hint="Tính người được giới thiệu từ ngày này"
              defaultValue={typed("from")}
              errors={state.fieldErrors.from}
            />
            <DayInput
              name="to"
              label="Đến ngày"
              defaultValue={typed("to")}
              errors={state.fieldErrors.to}
              optional
            />
          </div>
          <RuleFields values={values} errors={state.fieldErrors} />
        </div>
        <SubmitButton className="mt-6">{programme ? "Ghi" : "Lập chương trình"}</SubmitButton>
      </Panel>
    </form>
  );
}

const valuesOf = ({ name, from, to, rule }: Edited): Record<string, string | string[]> => ({
  name,
  from: formatDay(from),
  to: to === null ? "" : formatDay(to),
  ...ruleValues(rule),
});

/** Says until which day people are taken into a programme. */
export function EndProgrammeForm({ id, version }: Pick<Edited, "id" | "version">) {
  const [state, send] = useActionState(endProgramme, initialFormState);
  const errors = [...(state.fieldErrors.to ?? []), ...(state.fieldErrors[""] ?? [])];
  return (
    <form action={send} noValidate className="no-print mt-4 space-y-3 border-t border-line pt-4">
      <RequestKey key={JSON.stringify(state.values)} />
      <input type="hidden" name="programmeId" value={id} />
      <input type="hidden" name="version" value={version} />
      <DayInput
        key={String(state.values.to ?? "")}
        name="to"
        label="Ngày cuối của chương trình"
        defaultValue={String(state.values.to ?? "")}
        errors={errors.length > 0 ? errors : undefined}
      />
      <SubmitButton look="panel">Kết thúc chương trình</SubmitButton>
    </form>
  );
}
