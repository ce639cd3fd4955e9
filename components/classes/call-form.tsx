"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Select } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { callPeople } from "@/lib/classes/actions";
import type { PlanPage } from "@/lib/classes/queries/plan";
import type { ClassFinding } from "@/lib/classes/rules/finding";
import { formatDay } from "@/lib/shared/days";
import { type FormState, initialFormState } from "@/lib/shared/form-state";
import { summaryLines } from "./summary-lines";

/** Calls the same people to a class that is planned already, instead of planning another. */
export function CallForm({ page: { people, classes } }: { page: PlanPage }) {
  const [state, send] = useActionState<FormState<ClassFinding>, FormData>(callPeople, initialFormState);
  const values = state.values as Record<string, string>;
  return (
    <form action={send} noValidate className="mb-5">
      <ErrorSummary lines={summaryLines(state, "classId")} verb="gọi" />
      <Panel heading="Gọi vào lớp đã lập">
        <RequestKey key={JSON.stringify(values)} />
        {people.map(({ candidateId }) => (
          <input key={candidateId} type="hidden" name="candidate" value={candidateId} />
        ))}
        <div key={JSON.stringify(values)} className="flex flex-wrap items-end gap-4">
          <Select
            name="classId"
            label="Lớp chưa kết thúc"
            defaultValue={values.classId ?? classes[0]?.id ?? ""}
            choices={classes.map(({ id, name, from, learners }) => ({
              value: id,
              label: `${name}, từ ${formatDay(from)}, ${learners} học viên`,
            }))}
            fieldClassName="min-w-60 flex-1"
          />
          <SubmitButton look="panel" pending="Đang gọi…">
            {`Gọi ${people.length} người vào lớp này`}
          </SubmitButton>
        </div>
      </Panel>
    </form>
  );
}
