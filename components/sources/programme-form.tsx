"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { DayInput, TextInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatDay } from "@/lib/shared/days";
import { editProgramme, endProgramme, openProgramme } from "@/lib/sources/actions/programmes";
import type { ProgrammeGroup } from "@/lib/sources/rules/programme";
import { RuleFields, ruleValues } from "./rule-fields";

type Edited = ProgrammeGroup & { id: string; version: number; name: string };

/** Opens a programme, or changes one: what was typed stays where something is wrong. */
export function ProgrammeForm({ programme }: { programme: Edited | null }) {
  return (
    <AnsweredForm
      action={programme ? editProgramme : openProgramme}
      summary=""
      hidden={programme ? { programmeId: programme.id, version: programme.version } : {}}
      initial={programme ? valuesOf(programme) : {}}
    >
      <Panel>
        <div className="space-y-5">
          <TextInput name="name" label="Tên chương trình" />
          <div className="flex flex-wrap gap-5">
            <DayInput name="from" label="Từ ngày" hint="Tính người được giới thiệu từ ngày này" />
            <DayInput name="to" label="Đến ngày" optional />
          </div>
          <RuleFields />
        </div>
        <SubmitButton className="mt-6">{programme ? "Ghi" : "Lập chương trình"}</SubmitButton>
      </Panel>
    </AnsweredForm>
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
  return (
    <AnsweredForm
      action={endProgramme}
      look="line"
      hidden={{ programmeId: id, version }}
      className="no-print mt-4 space-y-3 border-t border-line pt-4"
    >
      <DayInput name="to" label="Ngày cuối của chương trình" />
      <SubmitButton look="panel">Kết thúc chương trình</SubmitButton>
    </AnsweredForm>
  );
}
