"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { editClass } from "@/lib/classes/actions";
import { classFindingText } from "@/lib/classes/labels";
import type { ClassPage } from "@/lib/classes/queries/class";
import { formatDay } from "@/lib/shared/days";
import { PlanFields } from "./plan-fields";

/** The class as it is told now, and as it shall be told. */
export function EditForm({ page }: { page: ClassPage }) {
  return (
    <AnsweredForm
      action={editClass}
      words={classFindingText}
      summary="name"
      hidden={{ classId: page.id, version: page.version }}
      initial={{
        name: page.name,
        from: formatDay(page.from),
        to: formatDay(page.to),
        sessions: String(page.sessions),
        size: page.size === null ? "" : String(page.size),
        form: page.form,
        audience: page.audience,
        place: page.place ?? "",
      }}
    >
      <Panel>
        <PlanFields />
        <SubmitButton className="mt-6">Ghi</SubmitButton>
      </Panel>
    </AnsweredForm>
  );
}
