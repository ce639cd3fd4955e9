"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Panel } from "@/components/ui/panel";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { editClass } from "@/lib/classes/actions";
import type { ClassPage } from "@/lib/classes/queries/class";
import type { ClassFinding } from "@/lib/classes/rules/finding";
import { formatDay } from "@/lib/shared/days";
import { type FormState, initialFormState } from "@/lib/shared/form-state";
import { PlanFields } from "./plan-fields";
import { summaryLines } from "./summary-lines";

/** The class as it is told now, and as it shall be told. */
export function EditForm({ page }: { page: ClassPage }) {
  const [state, send] = useActionState<FormState<ClassFinding>, FormData>(editClass, initialFormState);
  const typed = state.values as Record<string, string>;
  const values = {
    name: page.name,
    from: formatDay(page.from),
    to: formatDay(page.to),
    sessions: String(page.sessions),
    size: page.size === null ? "" : String(page.size),
    form: page.form,
    audience: page.audience,
    place: page.place ?? "",
    ...typed,
  };
  return (
    <form action={send} noValidate>
      <ErrorSummary lines={summaryLines(state, "name")} />
      <Panel>
        <RequestKey key={JSON.stringify(typed)} />
        <input type="hidden" name="classId" value={page.id} />
        <input type="hidden" name="version" value={page.version} />
        <PlanFields values={values} errors={state.fieldErrors} />
        <SubmitButton className="mt-6">Ghi</SubmitButton>
      </Panel>
    </form>
  );
}
